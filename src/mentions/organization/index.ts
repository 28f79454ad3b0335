import * as z from 'zod'
import type { Groups, MentionType } from '../../model/rule.ts'
import { LOWER, UPPER } from '../../text/letters.ts'
import { pattern } from '../../text/pattern.ts'
import { isSyllable } from '../../text/syllable.ts'

/** A company or other body that can have goals of its own; `name` is what it goes by, `also` what the text calls it besides. */
export interface Organization {
  readonly name: string
  readonly also?: string
}

const HEAD =
  '(?:CTCP|Công ty [Cc]ổ phần|Công ty CP|Công ty TNHH(?: MTV| một thành viên)?|Công ty|Tập đoàn|Tổng [Cc]ông ty|Ngân hàng(?: TMCP| thương mại cổ phần)?|HTX|Hợp tác xã)'
// Words of a trade inside a company's name, which are printed small (`CTCP Lương thực Thực phẩm Vinasa`).
const TRADE =
  'thực|phẩm|triển|sản|động|tư|dựng|khoán|hàng|nghiệp|mại|khí|lực|nước|thuật|thủy|liệu|tế|lịch|vụ|và|khẩu|biến|may|sắt|không|thông|nghệ|nông|lâm|tải|chứng|đầu|xây|bất|kỹ|tàu|thép|điện|mía|đường|giấy|bao|bì|dầu|dược|công|cổ|phần|lúa|rau|tín|dụng|cao|su|chăn|nuôi|hải|chính|giải|khát|doanh|nhà|gia|tử|chế|tạo|phân|bón|hóa|chất|nhựa|quân|đội|hiểm|bán|lẻ|hình|truyền|bay|toán|phong|hội|quý|đá'
const CAPITAL = `[${UPPER}](?:[${UPPER}${LOWER}0-9&']|\\.(?=[${UPPER}${LOWER}0-9])){0,40}`
// The first word of a trade of two is no name (`Tổng công ty Bưu điện`).
const TRADE_OF_TWO = `(?:Bưu|Hàng|Dầu|Đường|Điện|Xăng|Lương|Bảo|Chứng|Xây|Hóa|Khoáng|Viễn|Vận|Thủy|Lâm|Nông|Phân|Dệt) [${LOWER}]`
// A name of some words.
const NAMES = `${CAPITAL}(?: ${CAPITAL}){0,4}`
const TAIL = `(?<name>(?!${TRADE_OF_TWO})${CAPITAL}(?:(?: -)? ${CAPITAL}){0,5})`

// What a company goes by too, in brackets behind its name: a short form, or what its shares are called (`(mã ABC-HOSE)`).
const IN_BRACKETS = `(?: [-–] CTCP)? ?\\( ?(?:(?:gọi tắt|viết tắt|tên viết tắt)(?: là)?:? )?(?<listed>[Mm]ã(?: CK| chứng khoán| cổ phiếu)?:? |(?:HOSE|HoSE|HNX|UPCoM|UPCOM): ?)?(?<short>[A-Z][A-Za-z0-9&]{0,20}(?: [A-Z][A-Za-z0-9&]{0,20}){0,2})(?:(?: ?[-–:] ?|, )(?:[Hh][Oo][Ss][Ee]|HNX|[Uu][Pp][Cc][Oo][Mm]))?(?=[),;]| [-–])`
const CALLED = `(?:${IN_BRACKETS})?`

// Countries that go by one syllable, or by words with small letters.
const SHORT_COUNTRY = ['Mỹ', 'Pháp', 'Đức', 'Nga', 'Úc', 'Lào', 'Vương quốc Anh', 'Liên minh châu Âu', 'EU', 'châu Âu', 'châu Phi']
// Countries whose governments set goals, as they are printed in Vietnamese.
const COUNTRY =
  'Trung Quốc|Hàn Quốc|Nhật Bản|Ấn Độ|Thái Lan|Malaysia|Indonesia|Philippines|Singapore|Campuchia|Lào|Myanmar|Hoa Kỳ|Mỹ|Pháp|Đức|Ý|Tây Ban Nha|Hà Lan|Na Uy|Thụy Điển|Đan Mạch|Phần Lan|Nga|Úc|Australia|New Zealand|Canada|Brazil|Nam Phi|Ai Cập|Ả Rập Xê Út|Saudi Arabia|Đài Loan|Bỉ|Thụy Sĩ|Thụy Sỹ|Ba Lan|Thổ Nhĩ Kỳ|Ukraine|Mexico|Argentina|Chile|Iran|Israel|Pakistan|Bangladesh|Bồ Đào Nha|Hy Lạp|Áo|Séc|Nigeria|Mông Cổ|Qatar|Kazakhstan'
const IS_COUNTRY = new RegExp(`^(?:${COUNTRY}|${SHORT_COUNTRY.join('|')})$`)
// Words that begin the name of a body of the state or party, a document, a person or a sentence, all said elsewhere.
const NOT_NAMED =
  '(?:Bộ|Sở|Ban|Ủy|Uỷ|UBND|HĐND|Cục|Tổng|Chính|Chánh|Thủ|Quốc|Trung|Tỉnh|Thành|Huyện|Quận|Phường|Xã|Thị|Ngành|Đảng|Nghị|Quyết|Kế|Chương|Đề|Dự|Hội|Việt|Thường|Cơ|Chi|Vụ|Viện|Trường|Đại|Đoàn|Liên|Luật|Chiến|Quy|Công|Nhà|Ông|Bà|Đồng|Theo|Tại|Trong|Nhân|Từ|Khi|Do|Vì|Để|Qua|Với|Và|Còn|Nếu|Đến|Năm|Giai|Cùng|Đây|Nước|Mỗi|Các|Những|Toàn|Cả|Lãnh|Phó|Bí|TP|Ngân|Doanh|Tập|CTCP|HTX|Cụ|Riêng|Hiện|Nay|Trước|Sau|Mặt|Bên|Ngoài|Phía|Vừa|Vùng|Miền|Khu|NHNN|MTTQ|BCH|BTV|BCĐ|PAR|PCI|PAPI|SIPAS|DTI|PII|GDP|GRDP|CPI|FDI|OCOP|BHYT|Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Trương|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Vương(?! quốc)|Lý|Đinh|Tăng|Mai|Lương|Cao|Tô|Tạ|Lâm|Châu|Thái|Trịnh|Chu|Lưu|Đào|Kiều)(?![a-zà-ỹđ])'
// What stands between a name and its verb: a short form, what it is (`X - hãng lớn nhất nước - lên kế hoạch`).
const APPOSED = '(?: \\([^()]{2,12}\\))?(?: [-–] [^.;:\\-–]{4,60} [-–]|, [^.;:,]{4,60},)?'
const SETS = `${APPOSED}(?:,? (?:cũng|đã|đang|sẽ|tiếp tục|đều|còn|vừa|chỉ|vẫn|từng|hiện|năm nay|dự kiến)){0,6} (?:(?:đặt|đặt ra|đề ra|đưa ra|xác định|theo đuổi|có) mục tiêu|phấn đấu|(?:đặt|đặt ra|lên|có|đề ra|đưa ra|thống nhất|thông qua|trình|công bố|xây dựng|điều chỉnh) kế hoạch|đặt chỉ tiêu|(?:hướng tới|bước vào) năm (?:19|20)\\d\\d với|cam kết|tuyên bố sẽ)`

// Whoever an aim is said to be of: `mục tiêu 2% của BOJ`, `chỉ tiêu mà Nhà Trắng đề ra`.
const AIM = '(?:[Mm]ục tiêu|[Cc]hỉ tiêu|[Kk]ế hoạch|[Tt]ham vọng|[Cc]am kết)'
const SET_BY = '(?:đề ra|đặt ra|đưa ra|công bố|theo đuổi|hướng tới|hướng đến)'

// What a government is said to be going to do by itself, in front of what it changes.
const DOES =
  '(?: \\([^()]{2,12}\\))?(?:, với [^,.;]{4,60},)?(?: (?:năm nay|năm (?:19|20)\\d\\d))?(?: (?:đã|sẽ|cũng|đang|dự kiến|mong muốn|muốn|kỳ vọng|có kế hoạch|hướng tới)){1,6}(?: [^.;,]{0,70} (?:để|nhằm))? (?:cắt giảm|giảm|tăng|nâng|đạt|đón|thu hút|đưa)'

/** Whether a capitalised word may be a name by itself: an abbreviation, or a word that is no Vietnamese syllable. */
const isForeign = (name: string): boolean => /^[A-Z]{3,}$/.test(name) || (name.length > 2 && !isSyllable(name.toLowerCase()))

// Short forms of bodies of the state, of where somebody is from.
const NO_SHORT = /^(?:NHNN|NHCSXH|CSXH|NHTW|TNHH|UBND|HNX|HOSE|UPCOM|MTV|VN|UAE|Pakistan|Bulgaria|Ba|Anh)$/i

// The three letters behind the name of a company whose shares are traded are what these are listed as.
const JOINT_STOCK = /^(?:CTCP|Công ty [Cc]ổ phần|Công ty CP) /

/** What a company is called: by its short form, but for what its shares are listed as. */
function calledBy(name: string, { short, listed, span }: Groups): Organization {
  if (short === undefined || NO_SHORT.test(short) || IS_COUNTRY.test(short)) return { name }
  if (!short.split(' ').some(word => /^[A-Z0-9&]{2,}$/.test(word) || isForeign(word))) return { name }
  const isListed = listed !== undefined || (/^[A-Z]{3}$/.test(short) && JOINT_STOCK.test(span as string))
  return isListed ? { name, also: short } : { name: short, also: name }
}

// A word with marks in capitals only is a heading's (`HTX KIỂU MỚI`); names in capitals are abbreviations.
const isShouted = (name: string): boolean => !/\p{Ll}/u.test(name) && /[^\x20-\x7e]/.test(name)

// One syllable with a small word behind it is the beginning of something else (`Ngân hàng Trung ương`, `Công ty Đối với`).
const isBegun = (name: string, after: string): boolean => /^ \p{Ll}/u.test(after) && isSyllable(name.toLowerCase())

export const organization: MentionType<Organization> = {
  type: 'organization',
  isPublic: false,
  isCaseSensitive: true,
  schema: z.strictObject({ name: z.string(), also: z.string().optional() }),
  tags: () => ['Organization', 'Noun'],
  rules: [
    {
      id: 'organization/company',
      pattern: pattern`(?<span>${HEAD} (?<full>(?:(?:${CAPITAL} )?(?:${TRADE}) ){0,6}${TAIL}))${CALLED}`,
      // A company's name may end with its country's: then its trade is what tells it apart.
      produce: (groups, around) => {
        const name = (groups['name'] === 'Việt Nam' ? groups['full'] : groups['name']) as string
        if (isShouted(name) || name === 'Việt Nam' || isBegun(name, around.after)) return undefined
        return calledBy(name.replace(/['&]{1,41}$/, ''), groups)
      },
      examples: [
        { text: 'tại ⟦CTCP Chế biến Thực phẩm Sao Mai - Hướng Dương⟧ (UPCoM: SHD)', value: { name: 'Sao Mai - Hướng Dương', also: 'SHD' } },
        { text: '⟦CTCP Đầu tư Bất động sản Thiên Lộc⟧ thông qua', value: { name: 'Thiên Lộc' } },
        { text: '⟦Tổng công ty Vận tải thủy Việt Nam⟧ đặt', value: { name: 'Vận tải thủy Việt Nam' } },
        { text: '⟦Ngân hàng Hàng hải Việt Nam⟧ lãi', value: { name: 'Hàng hải Việt Nam' } },
        { text: '⟦CTCP Gạch Đồng Tâm⟧ (mã GDT)', value: { name: 'Gạch Đồng Tâm', also: 'GDT' } },
        { text: '⟦Tập đoàn Hòa Phát⟧ đặt', value: { name: 'Hòa Phát' } },
        {
          text: ['⟦Công ty Cổ phần Đầu tư Đông Hà⟧ (mã DHA-HOSE)', '⟦CTCP Đông Hà⟧ (UPCoM: DHA)'],
          value: { name: 'Đông Hà', also: 'DHA' }
        },
        { text: '⟦Ngân hàng TMCP Đông Hà⟧ (DHA)', value: { name: 'DHA', also: 'Đông Hà' } },
        { text: '⟦Tập đoàn Mekong⟧ (Pakistan)', value: { name: 'Mekong' } }
      ],
      counterexamples: [
        'công ty này',
        'Tổng công ty Bưu điện đặt',
        'các Ngân hàng Việt Nam',
        'TỪ HTX GIẢI THỂ ĐẾN HTX LÀM GIÀU',
        'Ngân hàng trung ương',
        'Ngân hàng Trung ương nâng',
        'Công ty đặt mục tiêu'
      ]
    },
    {
      // A name that ends in small words, told by the short one behind it.
      id: 'organization/called',
      pattern: pattern`(?<span>${HEAD}(?: (?:${CAPITAL}|${TRADE})){1,10})${IN_BRACKETS}`,
      produce: groups => {
        const called = calledBy('', groups)
        return called.also === undefined ? undefined : { name: called.name === '' ? called.also : called.name }
      },
      examples: [
        { text: '⟦Ngân hàng TMCP Quân đội⟧ (MBX) công bố', value: { name: 'MBX' } },
        { text: '⟦Công ty cổ phần Phát triển nhà⟧ (mã PTN-HOSE)', value: { name: 'PTN' } }
      ],
      counterexamples: ['Ngân hàng niêm yết trên sàn (HNX)', 'Công ty Luật (Hà Nội)']
    },
    {
      // Whoever sets a goal has a name: a company's short one, another country, an alliance.
      id: 'organization/sets-goals',
      pattern: pattern`(?<span>(?!${NOT_NAMED}(?! minh châu Âu))(?<name>(?:${SHORT_COUNTRY.join('|')})|${NAMES}))(?=${SETS})`,
      produce: (groups, around) => {
        const name = groups['name'] as string
        // The end of a longer name is none (`Thái Bình Dương`).
        if (
          /(?:(?<!\p{L})\p{Lu}\p{L}{0,9}(?: -)?|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|đồng chí|tướng|[Tt]ỉnh|ủy|uỷ|phố|[Hh]uyện|[Xx]ã|[Qq]uận|dân|bộ|phường) $/u.test(
            around.before
          )
        )
          return undefined
        // One word with small letters may begin a sentence; a name has several, is foreign, or an abbreviation.
        const isName = IS_COUNTRY.test(name) || name.includes(' ') || isForeign(name) || SHORT_COUNTRY.includes(name)
        // `tuyên bố sẽ` is said of people too; of these here only governments set goals with it.
        const isSpeech = /^(?: \S+){0,3} tuyên bố sẽ/.test(around.after) && !IS_COUNTRY.test(name)
        return isShouted(name) || /^[IVXLC]+$/.test(name) || !isName || isSpeech ? undefined : { name }
      },
      examples: [
        { text: 'năm 2031, ⟦Na Uy⟧ cam kết giảm 45% lượng', value: { name: 'Na Uy' } },
        { text: '⟦Vinagas⟧ đặt kế hoạch doanh thu 300 tỷ đồng', value: { name: 'Vinagas' } },
        { text: 'mới đây ⟦VNG⟧ đã thống nhất kế hoạch năm 2018', value: { name: 'VNG' } },
        { text: '⟦Vinagas⟧ - hãng gas lớn nhất miền Bắc - lên kế hoạch', value: { name: 'Vinagas' } },
        { text: '⟦Vinagas⟧ hướng tới năm 2027 với các chỉ tiêu', value: { name: 'Vinagas' } },
        { text: 'còn ⟦RGA⟧ (Liên minh) đã cam kết góp 2 tỷ USD', value: { name: 'RGA' } },
        { text: '⟦châu Phi⟧ đặt mục tiêu tăng', value: { name: 'châu Phi' } }
      ],
      counterexamples: [
        'Ông Nguyễn Văn Phúc cam kết',
        'ông Đậu Văn Phúc cam kết',
        'châu Á - Thái Bình Dương cam kết',
        'Ngành đặt mục tiêu',
        'quy hoạch cảng XIII đặt mục tiêu',
        'Tỉnh ủy Kiên Giang đặt mục tiêu',
        'Bộ Công Thương đặt mục tiêu',
        'Huyện cũng đặt mục tiêu',
        'PAR INDEX năm nay phấn đấu xếp trong tốp 10',
        'Elon Musk tuyên bố sẽ cắt giảm'
      ]
    },
    {
      // Whose an aim is said to be, behind it.
      id: 'organization/aims',
      pattern: pattern`(?:(?<=${AIM} [^.;:?!]{0,24}của )|(?<=${AIM} [^.;:?!]{0,40}mà )(?=${NAMES} (?:đã |từng |đang )?${SET_BY}))(?<span>(?!(?!Nhà )${NOT_NAMED})(?<name>${NAMES}))`,
      produce: groups => {
        const name = groups['name'] as string
        const isName = IS_COUNTRY.test(name) || name.includes(' ') || isForeign(name)
        return isName && !isShouted(name) ? { name } : undefined
      },
      examples: [
        { text: 'đã vượt mục tiêu 2% của ⟦BOJ⟧ trong', value: { name: 'BOJ' } },
        { text: 'mục tiêu mà ⟦Nhà Trắng⟧ đề ra là 5-10%', value: { name: 'Nhà Trắng' } }
      ],
      counterexamples: ['mục tiêu của Chính phủ', 'mục tiêu của Nhà nước', 'lợi nhuận của BOJ', 'mục tiêu mà Tuấn đề ra']
    },
    {
      // Who leads a company speaks for it.
      id: 'organization/board',
      pattern: pattern`(?:HĐQT|Hội đồng quản trị|ĐHĐCĐ|Đại hội đồng cổ đông|Ban lãnh đạo|Ban điều hành|Ban Tổng giám đốc) (?:của )?(?<span>(?!${NOT_NAMED})(?<name>${NAMES}))`,
      produce: groups => {
        const name = groups['name'] as string
        return (name.includes(' ') || isForeign(name)) && !isShouted(name) ? { name } : undefined
      },
      examples: [{ text: 'HĐQT ⟦PHD⟧ dự kiến trình', value: { name: 'PHD' } }],
      counterexamples: ['HĐQT Công ty', 'Ban lãnh đạo Tỉnh']
    },
    {
      id: 'organization/premier',
      pattern: pattern`(?:Thủ tướng|Tổng thống) (?<span>(?<name>${COUNTRY}))(?: ${NAMES})?(?=${SETS})`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [{ text: 'Thủ tướng ⟦Nhật Bản⟧ Fumio Kishida đặt mục tiêu', value: { name: 'Nhật Bản' } }],
      counterexamples: ['Thủ tướng Nhật Bản Fumio Kishida nói', 'Thủ tướng Chính phủ đặt mục tiêu']
    },
    {
      id: 'organization/government',
      pattern: pattern`(?<span>Chính phủ (?<name>${COUNTRY}))(?![ -][${UPPER}])`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [{ text: '⟦Chính phủ Thái Lan⟧ tuyên bố sẽ tăng tỷ trọng điện gió', value: { name: 'Thái Lan' } }],
      counterexamples: ['Chính phủ Việt Nam', 'Chính phủ Anh hùng']
    },
    {
      // Banks of other countries that set what prices are to rise by.
      id: 'organization/central-bank',
      pattern: pattern`(?<span>Cục Dự trữ [Ll]iên bang(?: Mỹ| Hoa Kỳ)?|(?:Ngân hàng [Tt]rung ương|NHTW) (?:${COUNTRY}|châu Âu|Anh(?! hùng)|Thụy Sĩ|Thuỵ Sỹ))(?! ?-? ?[${UPPER}])(?: ?\(?(?<short>[A-Z][A-Za-z]{1,6})\))?`,
      produce: ({ span, short }) => (short === undefined ? { name: span as string } : { name: short, also: span as string }),
      examples: [
        { text: 'của ⟦Cục Dự trữ Liên bang Mỹ⟧ (Fed)', value: { name: 'Fed', also: 'Cục Dự trữ Liên bang Mỹ' } },
        { text: '⟦Ngân hàng Trung ương Nhật Bản⟧ giữ', value: { name: 'Ngân hàng Trung ương Nhật Bản' } }
      ],
      counterexamples: ['Ngân hàng Trung ương nâng', 'Ngân hàng Trung ương Anh hùng']
    },
    {
      id: 'organization/country',
      pattern: pattern`(?<span>(?<![${LOWER}${UPPER}0-9] )(?<name>${COUNTRY}|${SHORT_COUNTRY.join('|')}))(?=${DOES} )`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [
        { text: '⟦Nhật Bản⟧ mong muốn thông qua cơ chế chung để đạt được mục tiêu giảm 46%', value: { name: 'Nhật Bản' } },
        { text: '⟦Na Uy⟧, với kế hoạch mới, sẽ giảm 26% phát thải', value: { name: 'Na Uy' } },
        { text: '⟦EU⟧ đã lập thị trường tín chỉ nhằm giảm 55%', value: { name: 'EU' } },
        { text: '⟦Malaysia⟧ năm nay kỳ vọng đón 31 triệu khách', value: { name: 'Malaysia' } }
      ],
      counterexamples: ['Nhật Bản sẽ tài trợ dự án', 'xuất khẩu sang Trung Quốc sẽ tăng 15%', 'giữa Việt Nam và Ấn Độ sẽ đạt 20 tỷ USD']
    },
    {
      id: 'organization/brand',
      pattern: pattern`(?<span>(?!World Bank|Asian Development Bank)(?<name>(?:[A-Z][A-Za-z]{1,40} ){1,3}(?:Airlines|Airways|Group|Holdings|Corporation|Corp|Bank|Motors|Land|Securities|Telecom)|[A-Z][A-Za-z]{1,40}[bB]ank))`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [
        { text: '⟦Sunrise Airlines⟧ bay', value: { name: 'Sunrise Airlines' } },
        { text: 'cổ đông ⟦An Phu Group⟧ bầu', value: { name: 'An Phu Group' } },
        { text: '⟦Minhlongbank⟧ công bố', value: { name: 'Minhlongbank' } },
        { text: '⟦SMBank⟧ đặt', value: { name: 'SMBank' } }
      ],
      counterexamples: ['World Bank dự báo', 'Facebook']
    }
  ],
  names: ({ name, also }) =>
    [name, also].flatMap(called =>
      called !== undefined && (called.includes(' ') || (isForeign(called) && !IS_COUNTRY.test(called)))
        ? [{ name: called, value: { name }, rule: IS_COUNTRY.test(name) ? 'organization/country-name' : 'organization/short-name' }]
        : []
    )
}
