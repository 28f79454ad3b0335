const ISSUE_VERB = '(?:ban hành|ký ban hành|ký|thông qua|phê duyệt|công bố|đưa ra|ra)'
/** A verb of issuing as the last word, with at most a few words behind it, of what stands before a number. */
export const VERB_BEFORE = new RegExp(`${ISSUE_VERB}(?: (?:và|,))?(?: [^.;:]{0,48})?$`)
/** Words by which a document is carried out, cited or amended: what stands before them did not issue it. */
export const NOT_ISSUING =
  /(?:thực hiện|triển khai|quán triệt|cụ thể hóa|sơ kết|tổng kết|căn cứ|theo|tại|sửa đổi|thay thế|hội nghị|tuyên truyền)[^,.;]{0,24}$/

/** Words by which a document is carried out, explained or amended: it is not the one that sets the goal. */
export const NOT_SETTING =
  /(?:thực hiện|triển khai|cụ thể hóa|quán triệt|căn cứ|đáp ứng|sửa đổi|bổ sung|thay thế|phù hợp với|hướng dẫn|tuyên truyền|so với|sơ kết|tổng kết|học tập|thi hành|bám sát|nội dung|liên quan đến|chấm dứt hiệu lực của|góp ý|tinh thần|quy định (?:tại|của|trong))(?: [a-zà-ỹđ,]{1,20}){0,7} ?$| về $/

/** What is done to a document that an article is about. */
export const ADOPTS =
  /(?:ban hành|(?:^| )ký|thông qua|phê duyệt|công bố| ra(?! (?:tại|trong|từ|theo))|(?:vừa|mới|đã) có)(?: (?!thực hiện|triển khai)[a-zà-ỹđ]+){0,4}(?: số:?)? ?$|(?:ban hành|phê duyệt|thông qua)(?: kèm theo)? (?:tại|theo|bằng) ?$/

/** Words by which something is laid down in the document behind them: `được quy định rất cụ thể tại`. */
export const LAID_DOWN = /được (?:quy định|nêu|đề ra|xác định|ghi)(?: [a-zà-ỹđ]+){0,3} (?:tại|trong) $/
