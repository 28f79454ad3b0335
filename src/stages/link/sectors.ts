import { hasOnly, wholeWords } from '../../text/only-words.ts'

// What is said of the great sectors of an economy and their shares of it; whatever else is said is a share of something else.
const OF_SECTORS = wholeWords(
  'tỷ trọng|tỉ trọng|tỷ lệ|tỉ lệ|cơ cấu|tỷ phần|đóng góp|giá trị|tăng thêm|bình quân|trong đó|trong|của|về|các|là|chiếm|đạt|vào|toàn|cho|ở|và|với|từ|mức|giảm',
  'khu vực|ngành|nhóm|lĩnh vực|khối|nội bộ|phi|kinh tế|nền kinh tế|gdp|grdp|tổng sản phẩm|trên địa bàn|trong nước|tỉnh|thành phố|vùng|cả nước|địa phương',
  'công nghiệp|xây dựng|dịch vụ|nông|lâm|ngư|thủy|thuỷ|sản|nghiệp|hải sản|diêm|thương mại|du lịch|tiểu thủ|sản xuất',
  'thuế sản phẩm|thuế|trừ trợ cấp sản phẩm|trợ cấp|sản phẩm|i|ii|iii|còn lại'
)

/** Whether what is said is the share of a sector in an economy (`tỷ trọng khu vực dịch vụ trong GRDP`), and no share within one. */
export function isOfSectors(text: string): boolean {
  const lower = text.toLowerCase()
  return !/so với (?:toàn )?ngành/.test(lower) && hasOnly(lower, OF_SECTORS)
}
