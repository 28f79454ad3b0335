import { LOWER, UPPER } from '../../text/letters.ts'
import { words } from '../../text/word-class.ts'

// A word of a name; what may stand between two of them.
const WORD = `[${UPPER}](?:[${UPPER}${LOWER}0-9&']|\\.(?=[${UPPER}])){0,24}`
const NAME = `${WORD}(?: (?:[-–] ?|và )?${WORD}){0,6}`

// Heads of institutions, and of offices with what is printed small before their names.
const SCHOOL = '(?:Trường )?(?:Đại học|ĐH|Cao đẳng|CĐ|Học viện)(?: (?:Quốc gia|quốc gia))?'
const HOUSE = 'Bệnh viện(?: (?:Đa khoa|đa khoa|Trung ương|trung ương|tỉnh|khu vực|Khu vực)){0,3}'
const OFFICE =
  '(?:Chi cục|Cục|Kho bạc)(?: (?:Hải quan|Thuế|thuế|Nhà nước)){1,2}(?: (?:cửa khẩu|Cửa khẩu|quốc tế|cảng|sân bay|khu vực|Khu vực|vùng|tỉnh|thành phố|TP\\.)){0,3}'
const ZONE =
  '(?:[Kk]hu (?:kinh tế(?: cửa khẩu)?|công nghiệp|du lịch|công nghệ cao)|[Cc]ụm công nghiệp|[Cc]ửa khẩu|[Vv]ườn quốc gia|[Nn]hà máy(?: (?:nhiệt điện|thủy điện|lọc dầu|điện))?)(?: quốc tế)?'

/** Institutions, offices of the state, zones and works that have goals of their own, by head and name. */
export const BODY: RegExp = new RegExp(`(?<![${UPPER}${LOWER}])(?:${SCHOOL}|${HOUSE}|${OFFICE}|${ZONE}) ${NAME}`, 'g')

/** The country's regions, as they are printed inside a sentence. */
export const REGION: RegExp = new RegExp(
  `(?<![${UPPER}${LOWER}])(?:[Vv]ùng |[Kk]hu vực )?(?:[Đđ]ồng bằng [Ss]ông (?:Cửu Long|Hồng)|ĐBSCL|Đông Nam Bộ|Tây Nguyên|(?:[Tt]rung du và )?[Mm]iền núi (?:phía Bắc|Bắc Bộ)|Tây Bắc|Bắc Trung Bộ(?: và [Dd]uyên hải (?:miền Trung|[Mm]iền Trung|Nam Trung Bộ))?|[Dd]uyên hải (?:Nam Trung Bộ|miền Trung))(?![${LOWER}])`,
  'g'
)

/**
 * The words with which such a name begins: one that does alone, or two side by side. Where none stand a sentence names neither body
 * nor region, which is a look into a table for each word; the expressions above try each letter.
 */
export const OWNER_ALONE = words('đh|cđ|cục|khu|cụm|vườn|đbscl')
export const OWNER_FIRST = words('đại|cao|học|bệnh|kho|cửa|nhà|đồng|đông|tây|trung|miền|bắc|duyên')
export const OWNER_SECOND = words('học|đẳng|viện|bạc|khẩu|máy|bằng|nam|nguyên|bắc|du|núi|trung|hải')

/** Words before a name which say that something is only there, or done with, by or from somebody. */
export const OBLIQUE: RegExp = new RegExp(
  `(?<![${UPPER}${LOWER}])(?:tại|ở|với|cùng|từ|do|bởi|qua|sang|giữa|gồm|đến|tới|vào|liên kết|trên địa bàn|địa bàn|thuộc|bằng|và|dẫn đầu|đứng đầu|nhóm|hạng|-|–|,) $`
)
