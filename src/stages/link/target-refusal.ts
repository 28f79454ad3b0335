import type { Chunk, GrammarMatch } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { ReadTarget } from './target-indicator.ts'

// Units that only count time or the text's own parts: they make no goal by themselves.
const NO_GOAL_UNIT =
  /^(?:năm|tháng|ngày|tuần|giờ|phút|giây|tuổi|độ|cấp|điều|khoản|chương|mục|nhóm|loại|trang|giai đoạn|đợt|kỳ|bước|phần|lần|bậc|điểm|sao|kv|kV|độ c)$/
const PROJECT_SIZE =
  /^(?:tổng nhu cầu|nhu cầu vốn|tổng vốn ngân sách|vốn ngân sách|vốn đầu tư công|vốn sự nghiệp|nguồn vốn|số vốn|nguồn lực|tổng nguồn lực|nguồn kinh phí|dự toán|tổng dự toán|tổng mức đầu tư|tổng vốn đầu tư|mức đầu tư|kinh phí|tổng kinh phí|chiều dài|tổng chiều dài|diện tích|tổng diện tích|công suất|chiều rộng|quy mô(?! (?:doanh thu|nhân lực|nhân sự|kinh tế|nền kinh tế|thị trường|dân số|ngành|gdp|grdp|vốn hóa|đào tạo|đàn|tuyển sinh))|vốn điều lệ|độ sâu|độ cao)/i
const SPECIFICATION = /(?:trọng tải|dung tích xi|khối lượng chuyên chở|chuyên chở|đường kính|sức chứa)/i
const META_UNIT =
  /^(?:nội|hướng|trọng|vấn|lĩnh|chỉ tiêu|nhiệm vụ|giải pháp|tiêu chí|mục tiêu|nội dung|lĩnh vực|trụ cột|đột phá|chương|phiếu|kiến|yếu|đột|trụ|khâu|lý do|vấn đề|nguyên nhân|văn bản|quan điểm|câu hỏi|kịch bản|giai|nghị|nguyên tắc|bộ luật|luật|thông tư)$/
// `tàu 10.000 tấn`, `cho tàu đến 200.000 tấn`
const SIZED = /(?:^| )(?:tàu|trọng tải|tải trọng|xe)(?: có| tải)?(?: đến| tới| trên| dưới)?$/
// What is paid by rule.
const WAGE =
  /^(?:mức )?(?:lương cơ sở|lương tối thiểu(?: vùng)?|phụ cấp|trợ cấp|mức chuẩn|(?:mức )?chuẩn trợ (?:cấp|giúp)(?: xã hội)?|giá thuê(?: nhà| đất)?)$/
// Who is set up for the work, and who is given it.
const DOERS = [
  { unit: /^(?:tổ|tổ công tác|đoàn|đoàn công tác|ban chỉ đạo|tiểu ban)$/i, before: /^thành lập/ },
  { unit: /^(?:bộ|ngành|cơ quan|đơn vị|địa phương|sở|tỉnh)$/i, before: /giao(?: cho)?$/ }
]
const LOCATION =
  /^(?:trừ|ngoại trừ|khoảng cách|tại|ở|của|trong|trên|giữa|thuộc|cùng|từ|gồm|thông qua|trong số|trong tổng số|trên tổng số|với|cho|theo|trước|sau|qua|đến|\/)$/

export interface Refusal {
  readonly reason: string
  readonly message: string
}

/**
 * Why a number with a goal in view is none, or undefined. `previous` is the last number that was taken for a goal;
 * `isItem`: whether it stands in an item of a list that a header makes one of goals.
 */
export function refuse(
  target: ReadTarget,
  chunks: readonly Chunk[],
  previous: ReadTarget | undefined,
  isItem: boolean
): Refusal | undefined {
  const reading = target.best?.reading
  const { frame, quantity, at, phrase, status } = target
  const before = chunks[at - 1]
  const { unit, form } = quantity
  const lead = chunks.slice(Math.max(0, at - (before?.text === 'cho' ? 6 : 3)), at)
  // A printed floor (`ít nhất 6 doanh nghiệp`) is asked for, not told.
  const isStated =
    /^(?:ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn)/.test(chunks[at]?.text ?? '') ||
    (before !== undefined && (before.tags.has('Have') || before.tags.has('Do') || before.tags.has('Reach'))) ||
    // `- 02 phòng lab được lập`: an item that begins with its number.
    (isItem && chunks.slice(0, at).every(c => c.tags.has('Dash')))
  // `đào tạo nghề cho 67.000 lao động`, `giữ ổn định ở 11 triệu con`: the preposition belongs to the verb.
  const isDone =
    lead.some(c => c.tags.has('Do') || c.tags.has('Ensure') || c.tags.has('Raise')) ||
    (isItem && before?.text === 'cho' && !chunks.slice(0, at).some(c => c.tags.has('Quantity')))
  const isLed =
    before !== undefined &&
    LOCATION.test(before.text) &&
    status?.evidence.rule !== 'status/actual-and-target' &&
    reading?.rule !== 'target/from-to' &&
    !(isDone && /^(?:cho|ở|với)$/.test(before.text)) &&
    !(/^(?:với|gồm|bao gồm)$/.test(before.text) && isPartOfCount(chunks, at, frame.sentence, previous))
  if (status?.evidence.source !== 'same_clause' && (form === 'count' || form === 'money') && isOfEach(chunks, at))
    return { reason: 'value/of-each', message: 'The number says how much each one holds or gets' }
  // `dự án có yêu cầu di dân từ 10.000 người trở lên`: which ones are meant.
  if (
    /^từ /.test(chunks[at]?.text ?? '') &&
    quantity.comparator === '>=' &&
    (form === 'count' || form === 'measure') &&
    (status?.evidence.rule === 'status/weak-goal-word' || status?.evidence.rule === 'status/list')
  )
    return { reason: 'value/threshold', message: 'The number bounds what a rule holds for' }
  if (isToldAgain(chunks, at)) return { reason: 'value/told-again', message: 'The number is spoken of, not set' }
  if (isDenominator(chunks, at, quantity)) return { reason: 'value/denominator', message: 'The number is what another one is counted by' }
  if (unit !== null && form !== 'ratio' && NO_GOAL_UNIT.test(unit) && !measuresTime(target, chunks, reading)) {
    return { reason: 'unit/no-goal', message: `Unexpected unit "${unit}": it counts time or parts of a text` }
  }
  if (
    form === 'count' &&
    unit !== null &&
    (META_UNIT.test(unit) ||
      (unit === 'trường' && chunks[at + 1]?.text === 'hợp') ||
      (unit === 'trường' && chunks[at + 2]?.text === 'hợp')) &&
    before?.text !== 'hoàn thành'
  )
    return { reason: 'unit/meta', message: `"${unit}" counts the plan's own parts` }
  if (form === 'measure' && /^(?:phạm vi|bán kính|khoảng cách|vi)$/.test(before?.text ?? ''))
    return { reason: 'value/location', message: 'The number says how far something reaches' }
  if (
    form === 'double-digit' &&
    status?.evidence.source === 'carried' &&
    before?.tags.has('Boundary') !== true &&
    chunks[at - 2]?.tags.has('Boundary') !== true
  )
    return { reason: 'status/far', message: 'The goal word stands in another sentence' }
  if (form === 'count' && isLed) return { reason: 'value/location', message: 'The number stands in a phrase of place or comparison' }
  // `hình thành ít nhất 60 xưởng đóng tàu, 2 bến … và 7 bến …`: the items of one list.
  if (form === 'count' && isListed(chunks, at, frame.sentence, previous)) return undefined
  if (phrase === undefined && reading?.yields['link'] === undefined)
    return { reason: 'indicator/missing', message: 'Nothing is named that the number measures' }
  if (
    status?.evidence.rule === 'status/weak-goal-word' &&
    (form === 'count' || form === 'money') &&
    quantity.comparator === '=' &&
    !before?.tags.has('Do') &&
    !(form === 'count' && isToHave(chunks, at)) &&
    !(form === 'money' && (before?.tags.has('Reach') || /(?:đạt|có)$/.test(before?.text ?? '')))
  )
    return { reason: 'status/weak', message: 'Only a weak word makes it a goal' }
  if (frame.anchor.rule === 'quantity/count-open' && !isStated && quantity.comparator === '=')
    return { reason: 'unit/unknown', message: `"${unit}" is no known unit and nothing is done with it` }
  if (form === 'measure' && phrase !== undefined && SPECIFICATION.test(phrase.text))
    return { reason: 'value/dimension', message: 'What something is built for is no goal by itself' }
  if (
    form === 'money' &&
    phrase !== undefined &&
    /(?:giá gói thầu|giá khởi điểm|giá chào bán|hạn mức|mức giới hạn|mức trần)/.test(phrase.text)
  )
    return { reason: 'value/threshold', message: 'The number bounds what a rule holds for' }
  // `Việt Nam sẽ cần ít nhất 81 tỷ USD`: what something will cost is reckoned, not aimed at.
  if ((form === 'money' || form === 'measure') && /^(?:(?:sẽ|còn) )?cần(?: (?:thêm|có|tới|đến|huy động|đầu tư))?$/.test(before?.text ?? ''))
    return { reason: 'value/need', message: 'Money that is needed is no goal' }
  // `Cần có nguồn tài chính khoảng 1.000 tỷ đồng`
  if (
    form === 'money' &&
    /(?:^| )cần(?: có| thêm| tới| đến)? (?:nguồn|khoản|số|tổng|vốn|kinh phí)(?: |$)/.test(
      clauseBefore(chunks, at)
        .map(c => c.text)
        .join(' ')
    )
  )
    return { reason: 'value/need', message: 'Money that is needed is no goal' }
  // `với số tiền phải truy đóng là 62 tỷ đồng`
  if (form === 'money' && phrase !== undefined && /phải (?:truy|nộp|trả|đóng|thu hồi|bồi thường|hoàn trả)/i.test(phrase.text))
    return { reason: 'value/debt', message: 'Money that is owed is no goal' }
  // `110 tỷ đồng hỗ trợ xây dựng huyện nông thôn mới`
  if (
    form === 'money' &&
    status?.evidence.rule !== 'status/goal-word' &&
    [chunks[at - 1], chunks[at + 1]].some(c => /^(?:được )?hỗ trợ/.test(c?.text ?? ''))
  )
    return { reason: 'value/allotted', message: 'Money that is given is no goal by itself' }
  if (form === 'money' && phrase !== undefined && /(?:số tiền|gói|mức|tổng mức) hỗ trợ/i.test(phrase.text))
    return { reason: 'value/allotted', message: 'Money that is given is no goal by itself' }
  if (form === 'money' && clauseBefore(chunks, at).some(c => WAGE.test(c.text)))
    return { reason: 'value/rate-of-law', message: 'A wage or an allowance is set by rule' }
  if (form === 'measure' && before?.text === 'công suất' && /^(?:với|có)$/.test(chunks[at - 2]?.text ?? ''))
    return { reason: 'value/dimension', message: 'What something is built for is no goal' }
  if (form === 'money' && before?.text === 'trị giá') return { reason: 'value/dimension', message: 'What something is worth is no goal' }
  // `gấp trên 1,5 lần mức bình quân chung`: how two things compare.
  if (form === 'ratio' && /^(?:mức )?(?:bình quân|trung bình)/.test(`${chunks[at + 1]?.text} ${chunks[at + 2]?.text}`))
    return { reason: 'value/compared', message: 'The number tells how two things compare' }
  if (form === 'count' && unit === 'bộ' && chunks.slice(at + 1, at + 3).some(c => /^hồ(?: sơ)?/.test(c.text)))
    return { reason: 'unit/meta', message: 'Papers that are handed in are no goal' }
  // `công suất thiết kế nhỏ hơn hoặc bằng 1,5 m3/ngày`: which ones are meant.
  if (form !== 'percent' && /^(?:nhỏ|lớn) hơn/.test(chunks[at]?.text ?? ''))
    return { reason: 'value/threshold', message: 'The number bounds what a rule holds for' }
  // `tàu 10.000 tấn`: how large one is.
  if (unit === 'tấn' && SIZED.test(lead.map(c => c.text).join(' ')))
    return { reason: 'value/dimension', message: 'What something is built for is no goal by itself' }
  if (
    (form === 'money' || form === 'measure') &&
    phrase !== undefined &&
    /^(?:tổng )?nhu cầu (?:về )?(?:vốn|sử dụng|nguồn vốn|kinh phí|đất|quỹ đất)/i.test(phrase.text)
  )
    return { reason: 'value/need', message: 'What is needed is no goal' }
  if (form !== 'percent' && status?.evidence.rule === 'status/goal-word' && isLent(chunks, at, status.evidence.start))
    return { reason: 'value/allotted', message: 'Money that was promised is no goal by itself' }
  if (form === 'money' && /^(?:nhóm|câu lạc bộ)$/.test(before?.text ?? ''))
    return { reason: 'value/label', message: 'The number names a group' }
  if (form === 'money' && isAllotted(target, chunks))
    return { reason: 'value/allotted', message: 'Money that was given out is no goal by itself' }
  // `nguồn thải lớn (từ 250 m3/ngày đêm trở lên)`: the brackets say what counts as one.
  // `tải lượng ở mức thấp (dưới 1.000 bản sao/ml)`: what is called so.
  if (
    before?.tags.has('Open') &&
    (form === 'count' || form === 'measure') &&
    /^(?:thấp|cao|lớn|nhỏ|nặng|nhẹ|vừa|siêu nhỏ)$/.test(chunks[at - 2]?.text ?? '')
  )
    return { reason: 'value/threshold', message: 'The number bounds what is called so' }
  if (before?.tags.has('Open') && quantity.isFrom && form === 'measure')
    return { reason: 'value/threshold', message: 'The number bounds what a rule holds for' }
  // `khu công nghiệp Du Long, quy mô 407 ha`: how large one thing is.
  if (phrase !== undefined && /^(?:có |với |nâng cấp )?quy mô$/i.test(phrase.text) && /^(?:ha|m2|m²|km2|hecta)$/.test(unit ?? ''))
    return { reason: 'value/project-size', message: 'The size of a project is no goal by itself' }
  if (form === 'count' && unit !== null && DOERS.some(d => d.unit.test(unit) && d.before.test(before?.text ?? '')))
    return { reason: 'unit/meta', message: `"${unit}" is who does the work` }
  // `34 địa phương khẩn trương rà soát`: who is told to do something.
  if (
    form === 'count' &&
    unit !== null &&
    /^(?:địa phương|tỉnh|tỉnh, thành phố|bộ, ngành|bộ|cơ quan)$/i.test(unit) &&
    quantity.comparator === '=' &&
    (before === undefined || before.tags.has('Comma') || before.tags.has('Boundary')) &&
    chunks[at + 1]?.tags.has('Noun') === true &&
    !chunks
      .slice(at + 1, at + 6)
      .some(c => ['Reach', 'Have', 'Ensure'].some(t => c.tags.has(t)) || /^(?:được|hoàn thành|triển khai|đạt)/.test(c.text))
  )
    return { reason: 'unit/meta', message: `"${unit}" is who does the work` }
  // `Hỗ trợ 50% chi phí, không quá 30 triệu đồng`: how far a support goes.
  if (quantity.comparator === '<=' && chunks.slice(0, at).some(c => /^(?:được |mức )?hỗ trợ/.test(c.text)))
    return { reason: 'value/threshold', message: 'The number bounds what a rule holds for' }
  const isPart = status?.evidence.rule === 'status/part'
  if (isPart && previous?.frame.sentence !== frame.sentence)
    return { reason: 'value/part', message: 'The whole that it is a part of is no goal' }
  const isFar = status !== undefined && !status.isOwn && !isPart
  const byGoalWord = status?.evidence.rule === 'status/goal-word'
  if (before?.tags.has('Process')) return { reason: 'value/process', message: 'The number counts what is being worked on' }
  if (unit !== null && /^(?:m|mét|cm)$/.test(unit) && !byGoalWord)
    return { reason: 'value/dimension', message: 'A dimension is no goal by itself' }
  if (form === 'count' && reading !== undefined && /^target\/(?:with|change-in|colon)$/.test(reading.rule))
    return { reason: 'value/inside-phrase', message: 'The count stands inside another phrase' }
  if (
    isFar &&
    status.evidence.source === 'carried' &&
    (form === 'count' || (form === 'money' && !isMeasured(chunks, reading))) &&
    !isStated
  )
    return { reason: 'status/far', message: 'The goal word of the count stands in another sentence' }
  if (
    isFar &&
    status.evidence.rule !== 'status/header' &&
    phrase !== undefined &&
    PROJECT_SIZE.test(phrase.text) &&
    !/xã hội/.test(phrase.text)
  )
    return { reason: 'value/project-size', message: 'The size of a project is no goal by itself' }
  if (isFar && status.evidence.source === 'carried' && reading?.yields['link'] !== undefined)
    return { reason: 'status/far', message: 'The goal word stands in another sentence and nothing is named that the number measures' }
  return undefined
}

const TO_SPEND = /giải ngân|vốn ngân sách|kế hoạch vốn|vốn đầu tư|nguồn vốn|phân bổ/
const TO_COLLECT = /thu ngân sách|thu nsnn|dự toán thu|chỉ tiêu thu|số thu|phấn đấu|thu nội địa/

/** `tỉnh được giao 3.400 tỷ đồng, mới giải ngân 16%`: funds that are assigned to be spent. */
function isAllotted({ status, best }: ReadTarget, chunks: readonly Chunk[]): boolean {
  if (status?.evidence.rule !== 'status/goal-word' || best?.reading.rule === 'target/amount-of') return false
  const word = chunks.find(c => c.start === status.evidence.start)?.text ?? ''
  if (!/giao(?: cho)?$/.test(word) || /chỉ tiêu|mục tiêu/.test(word)) return false
  const words = chunks.map(c => c.text).join(' ')
  return TO_SPEND.test(words) && !TO_COLLECT.test(words)
}

/** The chunks of a number's clause before it. */
function clauseBefore(chunks: readonly Chunk[], at: number): readonly Chunk[] {
  const from = chunks.findLastIndex((c, i) => i < at && ['Comma', 'Semicolon', 'Stop'].some(t => c.tags.has(t)))
  return chunks.slice(from + 1, at)
}

/** `ngân hàng đã cam kết cấp tín dụng cho 15 dự án với số tiền 7.000 tỷ đồng`: what lenders promised. */
function isLent(chunks: readonly Chunk[], at: number, start: number | null): boolean {
  const word = chunks.findIndex(c => c.start === start)
  return (
    /^(?:đã )?cam kết/.test(chunks[word]?.text ?? '') &&
    /tín dụng|cho vay|tài trợ|số tiền|giải ngân/.test(
      chunks
        .slice(word, at)
        .map(c => c.text)
        .join(' ')
    )
  )
}

/** `tỉnh sẽ có 4 đô thị`: what somebody named is to have. */
function isToHave(chunks: readonly Chunk[], at: number): boolean {
  let i = at - 1
  while (i > 0 && /^(?:sẽ có|sẽ|có|tổng|cộng|tổng cộng|tổng số)$/.test(chunks[i]?.text ?? '')) i--
  const words = chunks
    .slice(i + 1, at)
    .map(c => c.text)
    .join(' ')
  const subject = chunks[i]
  return (
    words.startsWith('sẽ có') &&
    subject !== undefined &&
    ['Place', 'Issuer', 'Subject', 'Organization', 'Noun'].some(t => subject.tags.has(t)) &&
    !/^(?:vậy|đó|này|thế)$/.test(subject.text)
  )
}

// How far apart the items of a list, and a count and what it consists of, may stand, in chunks.
const LIST_REACH = 18
const PART_REACH = 8

/** Whether the last goal was a count of the same sentence, at most `reach` chunks before. */
function isCountNear(previous: ReadTarget | undefined, sentence: number, at: number, reach: number): previous is ReadTarget {
  return previous !== undefined && previous.frame.sentence === sentence && at - previous.at <= reach && previous.quantity.form === 'count'
}

/** `sẽ có 4 bến cảng với 6 cầu cảng`: what the count before consists of is planned with it. */
function isPartOfCount(chunks: readonly Chunk[], at: number, sentence: number, previous: ReadTarget | undefined): boolean {
  return (
    isCountNear(previous, sentence, at, PART_REACH) &&
    !chunks.slice(previous.at + 1, at).some((c, i, { length }) => (c.tags.has('Comma') && i !== length - 2) || c.tags.has('Semicolon'))
  )
}

/** `tính dự án này vào con số 900 MW`: a number that is spoken of again; `lên con số 72 dịch vụ` reaches it. */
function isToldAgain(chunks: readonly Chunk[], at: number): boolean {
  const words = chunks
    .slice(Math.max(0, at - 3), at)
    .map(c => c.text)
    .join(' ')
  return / con số$/.test(words) && !/(?:đạt|lên|là|tới|đến|về|xuống|vượt|có)(?: được)? con số$/.test(words)
}

// What each one holds stands so near behind `mỗi`, in chunks.
const OF_EACH_REACH = 4

/** `mỗi tổ 03 - 05 người`, `mỗi suất 700.000 đồng`: what each of some holds, right behind its name; not what a year brings. */
function isOfEach(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - OF_EACH_REACH); i--) {
    const c = chunks[i] as Chunk
    if (/^mỗi /i.test(c.text)) return !/^mỗi (?:năm|tháng|ngày|tuần|quý)/i.test(c.text)
    if (/^mỗi$/i.test(c.text)) return !/^(?:năm|tháng|ngày|tuần|quý)/.test(chunks[i + 1]?.text ?? '')
    if (['Do', 'Have', 'Reach', 'Raise', 'Ensure', 'Change', 'Level', 'Comma'].some(t => c.tags.has(t)) || /^(?:có|đạt)/.test(c.text))
      return false
  }
  return false
}

/** Whether a count goes on with a list whose last item was a goal. */
function isListed(chunks: readonly Chunk[], at: number, sentence: number, previous: ReadTarget | undefined): boolean {
  if (!isCountNear(previous, sentence, at, LIST_REACH)) return false
  const before = chunks[at - 1]
  return (
    (before?.tags.has('Comma') || before?.tags.has('And')) === true &&
    !chunks
      .slice(previous.at + 1, at)
      .some(c => c.tags.has('Semicolon') || c.tags.has('Reach') || c.tags.has('Boundary') || c.tags.has('Open'))
  )
}

/** Whether the phrase in front of a number begins with the name of a measure, or its sentence with the phrase. */
function isMeasured(chunks: readonly Chunk[], reading: GrammarMatch | undefined): boolean {
  const slot = reading?.slots['indicator']
  if (slot === undefined) return false
  const first = chunks[slot.from]
  return (
    first?.tags.has('Head') === true ||
    first?.tags.has('Indicator') === true ||
    slot.from === 0 ||
    ['Colon', 'Semicolon', 'Boundary'].some(t => chunks[slot.from - 1]?.tags.has(t))
  )
}

/** Whether a unit of time, points or times is what a goal measures: a length of life or work, a score, a growth by so many times. */
function measuresTime({ quantity, phrase }: ReadTarget, chunks: readonly Chunk[], reading: GrammarMatch | undefined): boolean {
  const unit = quantity.unit ?? ''
  if (quantity.form !== 'measure') return false
  if (reading?.rule === 'target/reach-from-base' && /^(?:điểm|phút|tuổi|ngày|giờ|lần)$/.test(unit)) return true
  if (/^(?:ngày|giờ|phút|tuổi|tháng|năm)$/.test(unit) && phrase !== undefined)
    return (unit === 'năm' ? /^(?:số năm|tuổi thọ)/i : /thời gian|tuổi thọ|thời hạn|lưu trú|thời lượng|^số năm/i).test(phrase.text)
  if (unit === 'lần') return reading?.yields['kind'] === 'change'
  // An item that begins with what it is about (`PAPI: đạt từ 42,5 điểm`).
  return (
    unit === 'điểm' && (chunks.slice(0, 16).some(c => c.tags.has('Colon')) || /chỉ số|index|pci|papi|sipas|dti/i.test(phrase?.text ?? ''))
  )
}

/** `12 bác sĩ trên một vạn dân`: what the number before it is counted by. */
function isDenominator(chunks: readonly Chunk[], at: number, quantity: Quantity): boolean {
  const word = chunks[at]?.text ?? ''
  if (quantity.form === 'measure' && quantity.low === 1 && /^trên (?:1|một|01) ?(?:m2|m²|ha|hec|héc|km|km2|đơn vị)/.test(word)) return true
  if (
    quantity.form === 'count' &&
    /^(?:trên|cho) 1?0{3,}|^trên (?:1|một) vạn|^trên \d{1,3}\.000 (?:dân|người)/.test(word) &&
    chunks.slice(Math.max(0, at - 6), at).some(c => c.tags.has('Quantity') || c.tags.has('Number'))
  )
    return true
  return (
    quantity.form === 'count' &&
    /^(?:dân|người|người dân|trẻ|trẻ em|hộ)$/.test(quantity.unit ?? '') &&
    /^(?:trên|cho|tính trên|\/)$/.test(chunks[at - 1]?.text ?? '') &&
    /^10*$/.test(String(quantity.low)) &&
    quantity.low >= 100 &&
    chunks.slice(Math.max(0, at - 5), at).some(c => c.tags.has('Quantity') || c.tags.has('Number'))
  )
}
