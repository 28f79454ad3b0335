import { hasOnly, wholeWords } from '../../text/only-words.ts'

// What may be said of all enterprises; whatever else is said counts some of them.
const OF_ENTERPRISES = wholeWords(
  'doanh nghiệp|tổng|số|lượng|số lượng|có|các|khoảng|đạt|và|hợp tác xã|hộ kinh doanh',
  'hoạt động|đang|đăng ký|thành lập|mới|được|thực chất|hiệu quả|trong nền kinh tế|của nền kinh tế|nền kinh tế',
  'trên địa bàn|toàn|tỉnh|thành phố|cả nước|việt nam|trong nước|nghìn dân|1000 dân|1\\.000 dân|dân'
)

/** Whether what is counted are the enterprises of a place, all of them (`doanh nghiệp hoạt động`), and no kind of enterprise. */
export function isOfEnterprises(text: string): boolean {
  return hasOnly(text.toLowerCase(), OF_ENTERPRISES)
}
