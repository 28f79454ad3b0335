import type { Run } from './runs.ts'

/** What lines of news pages say when they are not the article; all are matched against short lines only. */
const SHORT = 160

const END_MARKER =
  /^(?:[-–»›*•\s]*)(?:(?:các |những )?(?:tin|bài)(?: viết| tức)?(?: bài)? (?:liên quan|khác|cùng (?:chuyên mục|loại|chủ đề)|mới hơn|cũ hơn|đã đưa|đã đăng|mới nhất|nổi bật|đọc nhiều|xem nhiều|tiếp theo|trước đó)|những (?:tin|bài) (?:mới|cũ) hơn|tin liên quan|cùng chuyên mục|(?:xem|đọc) thêm\s*:?$|có thể bạn (?:quan tâm|thích|chưa biết)|bình luận|ý kiến (?:bạn đọc|của bạn|độc giả)|phản hồi|gửi bình luận|viết bình luận|để lại (?:một )?(?:bình luận|phản hồi)|(?:từ khóa|tags?|thẻ)\s*:|chia sẻ(?: bài viết)?\s*:?$|related (?:posts|articles|news)|leave a (?:reply|comment))/i

// Whole lines, but for a counter or a mark at their end: "Tăng" alone is a button, "Tăng 5%" is not.
const BUTTONS = [
  'xem chi tiết(?: (?:tại đây|tại))?|chi tiết xem(?: tại đây)?|tại đây|xem tiếp|xem thêm|xem với cỡ chữ|cỡ chữ|a|aa|font(?: chữ)?',
  'in(?: trang| bài| ấn)?(?: này| viết)?|bản in|print|gửi (?:email|mail|cho bạn bè|bài viết)(?: này)?|e-?mail|tải về|download|tệp đính kèm|file đính kèm',
  'chia sẻ(?: bài viết)?|facebook|twitter|zalo|linkedin|like|thích|lưu bài|theo dõi .{1,40} trên .{1,30}|google news|copy link|sao chép liên kết',
  '(?:số )?lượt (?:xem|đọc|truy cập)(?: trang| bài)?|số lượt|đã xem|\\d+ (?:lượt xem|lượt đọc|bình luận|views?)|bình luận',
  'quay lại|trở (?:về|lại)|về (?:đầu trang|trang trước|trang chủ)|lên đầu trang|đầu trang|trang chủ|sign in|đăng nhập|đăng ký|mới nhất|previous|next|close',
  'nghe (?:bài viết|đọc bài|audio)|đọc bài(?: viết)?|tắt âm|giọng (?:nam|nữ)|tăng|giảm|mặc định|tương phản|đánh giá|click để đánh giá bài viết|tổng số điểm của bài viết là.*'
]
const CHROME = new RegExp(`^[-–+»›*•|[(\\s]*(?:${BUTTONS.join('|')})[\\s:.…»›)\\]|+\\-\\d]*$`, 'i')

const CONTACT =
  /(?:điện thoại|đt|tel|fax|hotline|e-?mail|giấy phép(?: số| hoạt động| thiết lập)?|bản quyền|ghi rõ nguồn|chịu trách nhiệm(?: chính| (?:về )?nội dung| xuất bản)?(?: đ\/c)?|trưởng ban biên tập|tổng biên tập|cơ quan (?:chủ quản|quản lý)|tòa soạn|đường dây nóng|copyright|all rights reserved|thiết kế(?: và| bởi)|designed by|powered by|website|địa chỉ)\s{0,9}[:©]|^[©®]|®$|^(?:trang thông tin điện tử|cổng thông tin điện tử|website) [^.]{4,80}$|ghi rõ nguồn|all rights reserved|bản quyền (?:thuộc|của)|giấy phép số/i

const PHOTO =
  /^(?:ảnh|ảnh minh họa|ảnh minh hoạ|đồ họa|đồ hoạ|nguồn ảnh|video|clip|infographics?)\s{0,9}(?::|\.?$)|[.\s(–-](?:ảnh|nguồn ảnh|đồ họa|ảnh minh họa|ảnh tư liệu)\s{0,9}:\s{0,9}[^.:;]{2,60}[.)]?$|\((?:ảnh|nguồn ảnh)[^)]{0,60}\)\.?$|^ảnh (?:minh họa|tư liệu|chụp màn hình)|^\(?ảnh\b.{0,40}\)?$/i

/** Whether a line opens the part behind the article: related news, comments, tags. */
export function isEndMarker(run: Run): boolean {
  return run.text.length <= SHORT && END_MARKER.test(run.text)
}

/** Whether a line belongs to the page, not to the article: buttons, counters, calls to share. */
export function isChrome(run: Run): boolean {
  return run.text.length <= 80 && CHROME.test(run.text)
}

/** Whether a line is of the site's imprint. */
export function isContact(run: Run): boolean {
  return isImprint(run.text)
}

/** The same of a line's text. */
export function isImprint(text: string): boolean {
  return text.length <= 400 && CONTACT.test(text)
}

/** Whether a line near an image is its caption by its own words. */
export function isPhotoLine(run: Run): boolean {
  return run.text.length <= 400 && PHOTO.test(run.text)
}

const STOP = /[.!?…:;]["'”’»)\]]*$/

/** Whether a line reads as running text: a paragraph, or a sentence. */
export function isProse(run: Run): boolean {
  if (run.linked * 2 > run.text.length || run.isRow) return false
  return run.text.length >= 80 || (run.text.length >= 40 && STOP.test(run.text))
}

/** Whether a line is mostly link. */
export function isLinked(run: Run): boolean {
  return run.linked * 10 >= run.text.replace(/^[-+*] |^\d+\. /, '').length * 6 && !(run.text.length >= 200 && STOP.test(run.text))
}
