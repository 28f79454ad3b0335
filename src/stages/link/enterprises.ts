// What may be said of all enterprises; whatever else is said counts some of them.
const WORDS = [
  'doanh nghiệp|tổng|số|lượng|số lượng|có|các|khoảng|đạt|và|hợp tác xã|hộ kinh doanh',
  'hoạt động|đang|đăng ký|thành lập|mới|được|thực chất|hiệu quả|trong nền kinh tế|của nền kinh tế|nền kinh tế',
  'trên địa bàn|toàn|tỉnh|thành phố|cả nước|việt nam|trong nước|nghìn dân|1000 dân|1\\.000 dân|dân'
].join('|')
const OF_ENTERPRISES = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS})(?![\\p{L}\\p{N}])`, 'gu')
const LETTER = /\p{L}/u

/** Whether what is counted are the enterprises of a place, all of them (`doanh nghiệp hoạt động`), and no kind of enterprise. */
export function isOfEnterprises(text: string): boolean {
  return !LETTER.test(text.toLowerCase().replace(OF_ENTERPRISES, ' '))
}
