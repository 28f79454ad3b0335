import type { Run } from './runs.ts'

/** What lines of news pages say when they are not the article; all are matched against short lines only. */
const SHORT = 160

const END_MARKER =
  /^(?:[-–»›*•\s]*)(?:(?:các |những )?(?:tin|bài)(?: viết| tức)?(?: bài)? (?:liên quan|khác|cùng (?:chuyên mục|loại|chủ đề)|mới hơn|cũ hơn|đã đưa|đã đăng|mới nhất|nổi bật|đọc nhiều|xem nhiều|tiếp theo|trước đó)|những (?:tin|bài) (?:mới|cũ) hơn|tin liên quan|cùng chuyên mục|(?:xem|đọc) thêm\s*:?$|có thể bạn (?:quan tâm|thích|chưa biết)|bình luận|ý kiến (?:bạn đọc|của bạn|độc giả)|phản hồi|gửi bình luận|viết bình luận|để lại (?:một )?(?:bình luận|phản hồi)|(?:từ khóa|tags?|thẻ)\s*:|chia sẻ(?: bài viết)?\s*:?$|related (?:posts|articles|news)|leave a (?:reply|comment))/i

const CHROME =
  /^[-–»›*•|[(\s]*(?:xem chi tiết(?: (?:tại đây|tại))?|tại đây|chi tiết xem|xem tiếp|xem với cỡ chữ|cỡ chữ|in (?:trang|bài)(?: này)?|bản in|in ấn|gửi (?:email|mail|cho bạn bè|bài viết)(?: này)?|email|chia sẻ|facebook|twitter|zalo|lượt (?:xem|đọc|truy cập)|số lượt|đã xem|lượt xem|quay lại|trở (?:về|lại)|về đầu trang|lên đầu trang|đầu trang|trang chủ|về trang trước|theo dõi .{1,40} trên|google news|nghe (?:bài viết|đọc bài|audio)|đọc bài|tắt âm|giọng (?:nam|nữ)|lưu bài|thích|like|print|a[+-]|font|tải về|download|file đính kèm|tệp đính kèm|nguồn tin|mới nhất|sign in|đăng nhập|đăng ký|bấm để|click|tăng|giảm|mặc định|tương phản|đánh giá|tổng số điểm|số bình chọn|ghi rõ nguồn|aa|\d+ (?:lượt xem|bình luận|views?))\b?(?=$|[\s:.)\]|»›…-])/i

const CONTACT =
  /(?:điện thoại|đt|tel|fax|hotline|e-?mail|giấy phép(?: số| hoạt động| thiết lập)?|bản quyền|ghi rõ nguồn|chịu trách nhiệm(?: chính| nội dung| xuất bản)?|trưởng ban biên tập|tổng biên tập|cơ quan chủ quản|tòa soạn|đường dây nóng|copyright|all rights reserved|thiết kế(?: và| bởi)|designed by|powered by|website|địa chỉ)\s*[:©]|^©|®$|ghi rõ nguồn|all rights reserved|bản quyền (?:thuộc|của)|giấy phép số/i

const PHOTO = /^(?:ảnh|ảnh minh họa|ảnh minh hoạ|đồ họa|đồ hoạ|nguồn ảnh|video|clip|infographics?)\s*(?::|\.?$)|[.\s(–-](?:ảnh|nguồn ảnh|đồ họa|ảnh minh họa|ảnh tư liệu)\s*:\s*[^.:;]{2,60}[.)]?$|\((?:ảnh|nguồn ảnh)[^)]{0,60}\)\.?$|^ảnh (?:minh họa|tư liệu|chụp màn hình)|^\(?ảnh\b.{0,40}\)?$/i

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
  return run.text.length <= 400 && CONTACT.test(run.text)
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
