import { wordsUpTo } from '../../text/numerals.ts'
import { anyOf } from '../../text/pattern.ts'
import { SCOPE } from './scopes.ts'

/** A position or size of a group, in digits up to the thousands that lists of universities have. */
export const POSITION = '(?:\\d{1,3}(?:\\.\\d{3})?|[1-9]\\d00)'
/** A position, as group `n`; in words it has five at most (`chín trăm chín mươi chín`). */
export const N = `(?<n>${POSITION}|${wordsUpTo(5)})`
/** How many are ranked, as group `total`. */
export const TOTAL = '(?: ?(?:/|trên tổng số|trên|trong tổng số|trong số) ?(?<total>\\d{2,3}))?'
/** What says that one belongs to a group, as it stands before it. */
export const MEMBER =
  '(?:(?:tiếp tục |giữ vững |duy trì |luôn )?(?:thuộc|nằm trong|nằm ở|nằm|lọt vào|lọt|trở lại|quay lại|vào|đứng trong|đứng vào|có tên trong|được xếp hạng trong|xếp hạng trong|xếp trong|được xếp vào|xếp vào|ở trong|trong|vươn lên|lên|ngang bằng với|đứng|ở|giữ vững|giữ|duy trì)(?: danh sách| bảng xếp hạng| vị trí trong| vị trí| thứ hạng trong)? )'

/** Who is ranked, as group `noun`. */
export const NOUN =
  '(?<noun>(?:tỉnh, ?thành phố trực thuộc trung ương|tỉnh, ?thành phố|tỉnh/thành phố|tỉnh, ?thành|tỉnh/thành|tỉnh thành|tỉnh và thành phố|tỉnh|địa phương|thành phố trực thuộc tỉnh|thành phố trực thuộc trung ương|thành phố|nước|quốc gia, vùng lãnh thổ|quốc gia và vùng lãnh thổ|quốc gia, nền kinh tế|quốc gia|nền kinh tế|bộ, cơ quan ngang bộ|bộ, ngành|trường đại học|cơ sở giáo dục đại học|cơ sở|các trường đại học|đại học|trường|đơn vị|doanh nghiệp|ngân hàng|thị trường|huyện|quận|đội|điểm đến|đô thị|trung tâm))'
// Of words before `nhất` these make no superlative (`thống nhất`, `mới nhất`).
const NO_SUPERLATIVE = 'thống|hợp|duy|thứ|ít|đồng|nhất|chậm|mới|sớm|gần|muộn|hạng|bậc|hai|số|xếp'
/** Words for the first of a ranking, as groups of ranks have them. */
export const SUPERLATIVES = anyOf(
  'dẫn đầu',
  'đứng đầu',
  'hàng đầu',
  'cao nhất',
  'tốt nhất',
  'lớn nhất',
  'nhanh nhất',
  'mạnh nhất',
  'thấp nhất',
  'phát triển nhất',
  'tiên tiến nhất',
  'hấp dẫn nhất',
  'phát triển hàng đầu',
  'cao hàng đầu',
  'nhiều nhất',
  'uy tín nhất',
  'đáng sống nhất',
  'tiêu biểu nhất',
  'sạch nhất',
  'dẫn đầu nhất',
  'hiện đại nhất',
  'được ưa chuộng nhất',
  'được yêu thích nhất',
  ...[
    'đông',
    'đẹp',
    'giàu',
    'xanh',
    'an toàn',
    'năng động',
    'nổi tiếng',
    'hiệu quả',
    'minh bạch',
    'thân thiện',
    'thuận lợi',
    'giá trị'
  ].map(quality => `${quality} nhất`)
)
/** Any word for the first of a ranking (`đông khách nhất`), where the pattern is otherwise short enough to be proven linear. */
export const SUPERLATIVE = `(?:${SUPERLATIVES}|(?!(?:${NO_SUPERLATIVE}) )[a-zà-ỹđ]{2,7} nhất)`
/** The space before a further word of a group's own, up to its first superlative. */
export const NEXT = `(?! (?:${SUPERLATIVES}|và nhóm|và top)(?: |[,.;]|$)) `
const NOT_SCOPE = `(?! ${SCOPE}(?! có ))`
/** A group's own words, as group `inside`, up to its first superlative: `có tỷ lệ giải ngân cao nhất`, `xuất khẩu gạo, cà phê lớn nhất`. */
export const INSIDE = `(?: (?:trong |của )?(?:cả nước|toàn quốc)(?= có ))?${NOT_SCOPE}(?<inside>(?: (?:xuất khẩu|nhập khẩu|sản xuất|tiêu thụ|chế biến)(?:${NEXT}[^ .;:"()]{1,30}){1,14}|(?:${NEXT}[^ ,.;:"()]{1,30}){1,14}))?`

/** A further scope that the same position is held in, as group `more`: `trong khu vực và trên thế giới`. */
export const MORE_SCOPES =
  '(?<more>(?:,(?= của )|,? và) (?:của |trên |trong )?(?:thế giới|quốc tế|toàn cầu|châu á|cả nước|asean|đông nam á|khu vực(?= (?:và|về|vào|trong|đến|trước|để|với) |[,.;:)]|$))(?: và (?:thế giới|quốc tế|toàn cầu))?)?'
/** Where one is ranked, as group `scope`, and where else. */
export const AT_SCOPE = `(?:(?<scope> ${SCOPE})${MORE_SCOPES})?`
