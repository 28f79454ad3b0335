const ISSUE_VERB = '(?:ban hành|ký ban hành|ký|thông qua|phê duyệt|công bố|đưa ra|ra)'
/** A verb of issuing as the last word, with at most a few words behind it, of what stands before a number. */
export const VERB_BEFORE = new RegExp(`${ISSUE_VERB}(?: (?:và|,))?(?: [^.;:]{0,48})?$`)
/** Words by which a document is carried out, cited or amended: what stands before them did not issue it. */
export const NOT_ISSUING =
  /(?:thực hiện|triển khai|quán triệt|cụ thể hóa|sơ kết|tổng kết|căn cứ|theo|tại|sửa đổi|thay thế|hội nghị|tuyên truyền)[^,.;]{0,24}$/
