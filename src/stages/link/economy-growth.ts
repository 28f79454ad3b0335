import { hasOnly, wholeWords } from '../../text/only-words.ts'

// What may be said of the growth of an economy; what else is named grows by itself: electricity, imports, a sector.
const OF_ECONOMY = wholeWords(
  'gdp|grdp|tổng sản phẩm(?: (?:trong nước|quốc nội|nội địa|xã hội|trên địa bàn))*|(?:toàn )?nền kinh tế|kinh tế(?: - xã hội| xã hội)?',
  'tốc độ|nhịp độ|nhịp|mức|tỷ lệ|tỉ lệ|đà|sự|con số|chỉ tiêu|chỉ số|mục tiêu|kịch bản|phương án|kế hoạch|giá trị|quy mô|giai đoạn|cơ sở',
  'tăng trưởng|tăng|bình quân|trung bình|hằng năm|hàng năm|mỗi năm|cả năm|trung hạn|dài hạn|chung|thực tế|thực|dự báo|đề xuất|chỉ|rất|dù',
  'cao(?: hơn| nhất)?|thấp|nhẹ|mạnh|nhanh|ổn định|ấn tượng|bền vững|ngoạn mục|khá|tốt|hai con số|2 con số|kép|dương',
  'của|về|cho|với|theo|ở|trong|và|vượt|chưa đạt|đạt|duy trì|thúc đẩy|phục vụ|khả năng|này|khác',
  'việt nam|cả nước|toàn quốc|nước ta|đất nước|(?:toàn )?(?:tỉnh|thành phố)|địa phương|các|toàn vùng|vùng|trên địa bàn',
  'giá so sánh(?: năm)?|giá hiện hành|quý|năm'
)
// Parts and measures of an economy, and economies elsewhere, that have a growth of their own.
const OTHER_GROWTH =
  /nông|lâm|thủy|công nghiệp|dịch vụ|xây dựng|năng suất|năng lượng|phát thải|cường độ|tiêu hao|tiêu dùng|điện|xuất khẩu|nhập khẩu|đầu tư|toàn cầu|thế giới|ngành|khu vực/

/** Whether what is said to grow is an economy and nothing else. */
export function isOfEconomy(text: string): boolean {
  const lower = text.toLowerCase()
  const isNamed = /gdp|grdp|tổng sản phẩm|tăng trưởng kinh tế/.test(lower)
  return hasOnly(lower, OF_ECONOMY) || (isNamed && !OTHER_GROWTH.test(lower.replace(OF_ECONOMY, ' ')))
}

/** Whether a growth of an economy is said to be that, not only to be growth. */
export function saysWhatGrows(text: string): boolean {
  return /gdp|grdp|tổng sản phẩm|kinh tế|cả nước|đất nước|toàn quốc/i.test(text)
}
