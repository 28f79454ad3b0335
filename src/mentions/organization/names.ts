import type { Groups } from '../../model/rule.ts'
import { LOWER, UPPER } from '../../text/letters.ts'
import { isSyllable } from '../../text/syllable.ts'

/** A company or other body that can have goals of its own; `name` is what it goes by, `also` what the text calls it besides. */
export interface Organization {
  readonly name: string
  readonly also?: string
}

/** What a company is, in front of its name. */
export const HEAD =
  '(?:CTCP|Công ty [Cc]ổ phần|Công ty CP|Công ty TNHH(?: MTV| một thành viên)?|Công ty|Tập đoàn|Tổng [Cc]ông ty|Ngân hàng(?: TMCP| thương mại cổ phần)?|HTX|Hợp tác xã)'
/** Words of a trade inside a company's name, which are printed small (`CTCP Lương thực Thực phẩm Vinasa`). */
export const TRADE =
  'thực|phẩm|triển|sản|động|tư|dựng|khoán|hàng|nghiệp|mại|khí|lực|nước|thuật|thủy|liệu|tế|lịch|vụ|và|khẩu|biến|may|sắt|không|thông|nghệ|nông|lâm|tải|chứng|đầu|xây|bất|kỹ|tàu|thép|điện|mía|đường|giấy|bao|bì|dầu|dược|công|cổ|phần|lúa|rau|tín|dụng|cao|su|chăn|nuôi|hải|chính|giải|khát|doanh|nhà|gia|tử|chế|tạo|phân|bón|hóa|chất|nhựa|quân|đội|hiểm|bán|lẻ|hình|truyền|bay|toán|phong|hội|quý|đá'
/** A word with a capital. */
export const CAPITAL = `[${UPPER}](?:[${UPPER}${LOWER}0-9&']|\\.(?=[${UPPER}${LOWER}0-9])){0,40}`
// The first word of a trade of two is no name (`Tổng công ty Bưu điện`).
const TRADE_OF_TWO = `(?:Bưu|Hàng|Dầu|Đường|Điện|Xăng|Lương|Bảo|Chứng|Xây|Hóa|Khoáng|Viễn|Vận|Thủy|Lâm|Nông|Phân|Dệt) [${LOWER}]`
/** A name of some words. */
export const NAMES = `${CAPITAL}(?: ${CAPITAL}){0,4}`
/** The words with capitals that a company's name ends in. */
export const TAIL = `(?<name>(?!${TRADE_OF_TWO})${CAPITAL}(?:(?: -)? ${CAPITAL}){0,5})`

/** What a company goes by too, in brackets behind its name: a short form, or what its shares are called (`(mã ABC-HOSE)`). */
export const IN_BRACKETS = `(?: [-–] CTCP)? ?\\( ?(?:(?:gọi tắt|viết tắt|tên viết tắt)(?: là)?:? )?(?<listed>[Mm]ã(?: CK| chứng khoán| cổ phiếu)?:? |(?:HOSE|HoSE|HNX|UPCoM|UPCOM): ?)?(?<short>[A-Z][A-Za-z0-9&]{0,20}(?: [A-Z][A-Za-z0-9&]{0,20}){0,2})(?:(?: ?[-–:] ?|, )(?:[Hh][Oo][Ss][Ee]|HNX|[Uu][Pp][Cc][Oo][Mm]))?(?=[),;]| [-–])`
/** The same, where it is printed. */
export const CALLED = `(?:${IN_BRACKETS})?`

/** Countries that go by one syllable, or by words with small letters. */
export const SHORT_COUNTRY = ['Mỹ', 'Pháp', 'Đức', 'Nga', 'Úc', 'Lào', 'Vương quốc Anh', 'Liên minh châu Âu', 'EU', 'châu Âu', 'châu Phi']
/** Countries whose governments set goals, as they are printed in Vietnamese. */
export const COUNTRY =
  'Trung Quốc|Hàn Quốc|Nhật Bản|Ấn Độ|Thái Lan|Malaysia|Indonesia|Philippines|Singapore|Campuchia|Lào|Myanmar|Hoa Kỳ|Mỹ|Pháp|Đức|Ý|Tây Ban Nha|Hà Lan|Na Uy|Thụy Điển|Đan Mạch|Phần Lan|Nga|Úc|Australia|New Zealand|Canada|Brazil|Nam Phi|Ai Cập|Ả Rập Xê Út|Saudi Arabia|Đài Loan|Bỉ|Thụy Sĩ|Thụy Sỹ|Ba Lan|Thổ Nhĩ Kỳ|Ukraine|Mexico|Argentina|Chile|Iran|Israel|Pakistan|Bangladesh|Bồ Đào Nha|Hy Lạp|Áo|Séc|Nigeria|Mông Cổ|Qatar|Kazakhstan'
/** Whether a name is a country's. */
export const IS_COUNTRY = new RegExp(`^(?:${COUNTRY}|${SHORT_COUNTRY.join('|')})$`)
/** Words that begin the name of a body of the state or party, a document, a person or a sentence, all said elsewhere. */
export const NOT_NAMED =
  '(?:Bộ|Sở|Ban|Ủy|Uỷ|UBND|HĐND|Cục|Tổng|Chính|Chánh|Thủ|Quốc|Trung|Tỉnh|Thành|Huyện|Quận|Phường|Xã|Thị|Ngành|Đảng|Nghị|Quyết|Kế|Chương|Đề|Dự|Hội|Việt|Thường|Cơ|Chi|Vụ|Viện|Trường|Đại|Đoàn|Liên|Luật|Chiến|Quy|Công|Nhà|Ông|Bà|Đồng|Theo|Tại|Trong|Nhân|Từ|Khi|Do|Vì|Để|Qua|Với|Và|Còn|Nếu|Đến|Năm|Giai|Cùng|Đây|Nước|Mỗi|Các|Những|Toàn|Cả|Lãnh|Phó|Bí|TP|Ngân|Doanh|Tập|CTCP|HTX|Cụ|Riêng|Hiện|Nay|Trước|Sau|Mặt|Bên|Ngoài|Phía|Vừa|Vùng|Miền|Khu|NHNN|MTTQ|BCH|BTV|BCĐ|PAR|PCI|PAPI|SIPAS|DTI|PII|GDP|GRDP|CPI|FDI|OCOP|BHYT|Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Trương|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Vương(?! quốc)|Lý|Đinh|Tăng|Mai|Lương|Cao|Tô|Tạ|Lâm|Châu|Thái|Trịnh|Chu|Lưu|Đào|Kiều)(?![a-zà-ỹđ])'
// What stands between a name and its verb: a short form, what it is (`X - hãng lớn nhất nước - lên kế hoạch`).
const APPOSED = '(?: \\([^()]{2,12}\\))?(?: [-–] [^.;:\\-–]{4,60} [-–]|, [^.;:,]{4,60},)?'
/** What says that the name before it sets a goal. */
export const SETS = `${APPOSED}(?:,? (?:cũng|đã|đang|sẽ|tiếp tục|đều|còn|vừa|chỉ|vẫn|từng|hiện|năm nay|dự kiến)){0,6} (?:(?:đặt|đặt ra|đề ra|đưa ra|xác định|theo đuổi|có) mục tiêu|phấn đấu|(?:đặt|đặt ra|lên|có|đề ra|đưa ra|thống nhất|thông qua|trình|công bố|xây dựng|điều chỉnh) kế hoạch|(?:đặt|thông qua) chỉ tiêu|đặt tham vọng|trình (?:cổ đông|ĐHĐCĐ|đại hội)|(?:kỳ vọng|hướng tới|hướng đến|nhắm tới|nhắm đến|muốn) (?:sẽ )?(?:đạt|mở|đón|bán|nâng|tăng trưởng|doanh thu|lợi nhuận|mục tiêu)|(?:hướng tới|bước vào) năm (?:19|20)\\d\\d với|cam kết|tuyên bố sẽ)`

/** Whoever an aim is said to be of: `mục tiêu 2% của BOJ`, `chỉ tiêu mà Nhà Trắng đề ra`. */
export const AIM = '(?:[Mm]ục tiêu|[Cc]hỉ tiêu|[Kk]ế hoạch|[Tt]ham vọng|[Cc]am kết)'
/** What whoever set an aim did. */
export const SET_BY = '(?:đề ra|đặt ra|đưa ra|công bố|theo đuổi|hướng tới|hướng đến)'

/** What a government is said to be going to do by itself, in front of what it changes. */
export const DOES =
  '(?: \\([^()]{2,12}\\))?(?:, với [^,.;]{4,60},)?(?: (?:năm nay|năm (?:19|20)\\d\\d|ngày \\d{1,2}/\\d{1,2}))?(?: (?:đã|sẽ|cũng|đang|dự kiến|mong muốn|muốn|kỳ vọng|có kế hoạch|hướng tới|tuyên bố|quyết định|nhất trí|tiếp tục|giữ kế hoạch)){1,6}(?: [^.;,]{0,70} (?:để|nhằm))? (?:cắt giảm|giảm|tăng|nâng|đạt|đón|thu hút|đưa)'

/** What says that a country has an aim, where it is the subject of its clause. */
export const HAS_AIM = '(?: (?!của |sang |từ |cho |với |và |đặt |lên |là )[a-zà-ỹđ]{1,8}){1,6} (?:mục tiêu|chỉ tiêu) '

/** Whether a capitalised word may be a name by itself: an abbreviation, or a word that is no Vietnamese syllable. */
export const isForeign = (name: string): boolean => /^[A-Z]{3,}$/.test(name) || (name.length > 2 && !isSyllable(name.toLowerCase()))

// Short forms of bodies of the state, of where somebody is from.
const NO_SHORT = /^(?:NHNN|NHCSXH|CSXH|NHTW|TNHH|UBND|HNX|HOSE|UPCOM|MTV|VN|UAE|Pakistan|Bulgaria|Ba|Anh)$/i

// The three letters behind the name of a company whose shares are traded are what these are listed as.
const JOINT_STOCK = /^(?:CTCP|Công ty [Cc]ổ phần|Công ty CP) /

/** What a company is called: by its short form, but for what its shares are listed as; banks are called by that too. */
export function calledBy(name: string, { short, listed, span }: Groups): Organization {
  if (short === undefined || NO_SHORT.test(short) || IS_COUNTRY.test(short)) return { name }
  if (!short.split(' ').some(word => /^[A-Z0-9&]{2,}$/.test(word) || isForeign(word))) return { name }
  const isListed =
    (listed !== undefined && !span?.startsWith('Ngân hàng')) || (/^[A-Z]{3}$/.test(short) && JOINT_STOCK.test(span as string))
  return isListed ? { name, also: short } : { name: short, also: name }
}

/** A word with marks in capitals only is a heading's (`HTX KIỂU MỚI`); names in capitals are abbreviations. */
export const isShouted = (name: string): boolean => !/\p{Ll}/u.test(name) && /[^\x20-\x7e]/.test(name)

/** One syllable with a small word behind it is the beginning of something else (`Ngân hàng Trung ương`, `Công ty Đối với`). */
export const isBegun = (name: string, after: string): boolean => /^ \p{Ll}/u.test(after) && isSyllable(name.toLowerCase())

// Trades whose companies are called by the name of the group that they belong to.
const OF_GROUP = /(?<!\S)(?:Chứng khoán|Bảo hiểm|Viễn thông) /

/** The name of a company without its trade, but where that tells it apart: its country or its group has the same name. */
export function tradeNameOf({ name, full }: Groups): string {
  if (name === 'Việt Nam') return full as string
  const own = (name as string).split(' - CTCP - ').at(-1) as string
  const trade = (full as string).search(OF_GROUP)
  return trade < 0 ? own : (full as string).slice(trade)
}
