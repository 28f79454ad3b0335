/** What a column of a table holds: numbers of the rows, units, names of what rows are of, names of places, remarks, figures; undefined: not told. */
export type Role = 'ordinal' | 'unit' | 'name' | 'owner' | 'note' | 'value' | undefined

const ROLES: readonly (readonly [Exclude<Role, undefined>, RegExp])[] = [
  ['ordinal', /^(?:tt|stt|số tt|số thứ tự|thứ tự|no\.?|mã(?: số)?)$/],
  ['unit', /^\(?(?:đvt|đ\.v\.t|đv tính|đơn vị tính|đơn vị đo|đv|đơn vị)\)?[.:]?$/],
  ['note', /^(?:ghi chú|cơ quan|đơn vị (?:chủ trì|thực hiện|theo dõi|phối hợp)|chủ trì|phối hợp|căn cứ|nguồn)/],
  [
    'owner',
    /^(?:địa phương|quốc gia|nước|tỉnh|thành phố|tỉnh,? ?(?:\/ ?)?thành(?: phố)?|tên (?:tỉnh|huyện|xã|địa phương|đơn vị)|huyện|xã|phường|huyện, (?:thị xã|thành phố).{0,20}|xã, phường.{0,20}|vùng|sở, ngành|ngành)$/
  ],
  [
    'name',
    /^(?:(?:tên |các |nhóm |hệ thống )?(?:chỉ tiêu|chỉ số|nội dung|tiêu chí|danh mục|mục tiêu|nhiệm vụ|hạng mục|sản phẩm)(?: (?:chủ yếu|cụ thể|chính|thống kê|phát triển|kinh tế|xã hội|môi trường|đánh giá|thành phần|nhiệm vụ|và|kế hoạch|chỉ tiêu|tiêu chí|công việc))*)$/
  ]
]

/** What a column holds, by the words of its headers from the top; the lowest one that tells. */
export function roleOf(headers: readonly string[]): Role {
  for (const header of headers.toReversed()) {
    const words = header.replace(/ ?\([^()]{1,30}\)$/, '')
    const found = ROLES.find(([, pattern]) => pattern.test(words))
    if (found !== undefined) return found[0]
    if (HEADS_FIGURES.test(words)) return 'value'
  }
  return undefined
}

/** A header of figures: a year, a plan, what was done. */
export const HEADS_FIGURES =
  /(?<![\d/])20\d\d(?!\d)|(?<![a-zà-ỹđ])(?:kế hoạch|mục tiêu|chỉ tiêu|thực hiện|ước|hiện trạng|kh|th)(?![a-zà-ỹđ])/
