import type { Chunk } from '../../model/frame.ts'
import type { DateValue } from '../../model/values.ts'
import { lastBefore } from '../../text/last-before.ts'
import { lastChunk } from './last-chunk.ts'
import { isDay, when } from './past-or-future.ts'
import { aimBefore, isCounted, isIntended, isPurpose, isSetter } from './status-aims.ts'
import type { StatusQuery } from './status-reading.ts'
import { MET_PLAN, NOW, PLAN_NOUN, RATE_OF_LAW } from './status-words.ts'

const LOCAL_RESULT = new Set([
  'đã',
  'đang',
  'từng',
  'hiện',
  'vừa qua',
  'đã có',
  'kết quả',
  'còn có',
  'hiện có',
  'vẫn còn',
  'trước đó',
  'trước đây',
  'đạt được',
  'thời gian qua',
  'đã hoàn thành',
  'bước đầu',
  'khiến',
  'dẫn đến',
  'dẫn tới',
  'khiến cho',
  'làm cho',
  'đang có'
])

/** The words to the left of a number that speak of its status, the nearest of each kind. */
interface LeftMarks {
  goal?: Chunk | undefined
  weak?: Chunk
  /** A period that has not ended, without a word that makes it a deadline. */
  period?: Chunk
  forecast?: Chunk
  /** `Hiện nay,` at the sentence's beginning. */
  opening?: Chunk
  /** A forecast word before a semicolon: a list of times goes on with it. */
  forecastFar?: Chunk
  result?: Chunk
  other?: Chunk
  future?: Chunk
  past?: Chunk
  present?: Chunk
  /** Whether the value stands in brackets that open before it. */
  isInside?: boolean
  /** Whether the past date was written as a deadline. */
  isPastDue?: boolean
  /** Whether a comma or more lies between the goal word and the value. */
  isGoalFar?: boolean
  /** Whether the goal word is a plan that something was compared with (`đạt 107% so với chỉ tiêu`). */
  isPlanCompared?: boolean
  /** Whether the goal word governs the forecast word: both stand in one clause (`mục tiêu sản lượng dự kiến đạt 64 GW`). */
  isForecastAimed?: boolean
  /** A word of the present or past in another clause of the sentence. */
  aside?: Chunk
  /** `nhằm giảm`, `để đưa`: what is done is done for the number's sake, whatever was done already. */
  purpose?: Chunk
}

/** Whether a date stands right behind another number, as that number's own time (`ba cầu trong quý 2 và năm cầu …`). */
function belongsToOther(chunks: readonly Chunk[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    if (chunks[k]?.tags.has('Quantity')) return true
    if (['Comma', 'Semicolon', 'Open', 'Close'].some(t => chunks[k]?.tags.has(t))) return false
  }
  return false
}

/** `đối với các địa phương có tỷ lệ bao phủ dưới 80%`: the number says whom the words mean. */
function isThreshold(chunks: readonly Chunk[], i: number, at: number): boolean {
  const { comparator } = (chunks[at]?.mention?.value ?? {}) as { comparator?: string }
  if (chunks[i]?.text !== 'có' || !/^[<>]=?$/.test(comparator ?? '')) return false
  const who = chunks.slice(Math.max(0, i - 6), i)
  const from = who.findLastIndex(c => /^(?:đối với|với|cho|tại|ở|là)$/.test(c.text))
  return (
    from >= 0 &&
    /^(?:các|những)(?: |$)/.test(who[from + 1]?.text ?? '') &&
    !who.slice(from).some(c => ['Comma', 'Quantity', 'Reach', 'Goal'].some(t => c.tags.has(t)))
  )
}

const lastAimed = lastChunk(['Goal', 'Weak', 'Ensure'])

/** `vượt 16% chỉ tiêu cả năm, tăng …`: what goes on with a share of a plan was reached too, unless somebody strives for that share. */
function isPlanShare(chunks: readonly Chunk[], i: number): boolean {
  return PLAN_NOUN.test(chunks[i]?.text ?? '') && chunks[i - 1]?.tags.has('Percent') === true && lastAimed(chunks, i - 1) < 0
}

const lastNoAdverb = lastBefore<Chunk>(c => !c.tags.has('Adverb') && c.text !== 'thêm')

/** `giai đoạn này quy hoạch 31 tuyến`: planning, right before what is planned; not a plan's name, nor what was planned. */
function isPlanned(chunks: readonly Chunk[], i: number, at: number): boolean {
  return (
    chunks[i]?.text === 'quy hoạch' &&
    chunks[at]?.tags.has('Percent') !== true &&
    lastNoAdverb(chunks, at) <= i &&
    (i === 0 ||
      ['Comma', 'Place', 'Issuer', 'Subject', 'Date', 'Adverb', 'Weak', 'Dash'].some(t => chunks[i - 1]?.tags.has(t)) ||
      /^(?:này|phép|đoạn)$/.test(chunks[i - 1]?.text ?? ''))
  )
}

const lastWeak = lastChunk(['Weak'])
const lastTo = lastChunk([], c => /^(?:lên|xuống|còn)(?: |$)/.test(c.text))
const lastReached = lastChunk([], c => /^đạt(?: |$)/.test(c.text))
const lastStriven = lastChunk(['Goal', 'Set', 'Ensure'])

/** `công nghệ này giúp tiết kiệm 15% chi phí`: what a means does, unless somebody strives for it. */
function isEffect(chunks: readonly Chunk[], i: number, at: number): boolean {
  if (!/^(?:giúp|làm|khiến)$/.test(chunks[i]?.text ?? '')) return false
  // `số việc làm tăng 20%`: work, no cause.
  if (chunks[i]?.text === 'làm' && /^(?:việc|ngày|giờ|thời gian|công|nơi|chỗ)$/.test(chunks[i - 1]?.text ?? '')) return false
  // `sẽ giúp nâng thu nhập lên 80 triệu đồng`: what somebody is going to do it for.
  if (lastWeak(chunks, i) >= 0 && lastTo(chunks, at) >= i) return false
  const verb = chunks.slice(i + 1, i + 6).find(c => c.tags.has('Change') || c.tags.has('Raise') || c.tags.has('Level'))
  return (
    (chunks[i]?.text === 'giúp' || (/^(?:làm|khiến)$/.test(chunks[i]?.text ?? '') && verb === chunks[i + 1])) &&
    verb !== undefined &&
    verb.start < (chunks[at]?.start ?? 0) &&
    lastReached(chunks, at) < i &&
    lastStriven(chunks, i) < 0
  )
}

const lastEnd = lastChunk(['Comma', 'Semicolon'])
const lastHad = lastChunk([], c => /^(?:đã|đã có|hiện có|hiện|đang)$/.test(c.text))

/** `đối tượng đã có tài khoản mong muốn nhận qua tài khoản là 1,2 triệu người`: a wish that is counted. */
function isHadWish(chunks: readonly Chunk[], i: number): boolean {
  if (chunks[i]?.text !== 'mong muốn') return false
  return lastHad(chunks, i) > lastEnd(chunks, i)
}

const lastMeant = lastChunk(['Goal', 'Weak'], c => /^(?:để|nhằm)$/.test(c.text))
const lastForecast = lastChunk(['Forecast'])
const lastListing = lastChunk(['Colon', 'Open', 'Stop'], c => c.text === 'là')

/**
 * `đạt và vượt các chỉ tiêu Quốc hội giao, tỷ lệ thất nghiệp dưới 4%`, `vượt 14/15 chỉ tiêu đề ra, trong đó …`: what follows
 * a plan that was met was reached too, unless it is listed.
 */
function isMetBefore(chunks: readonly Chunk[], i: number, at: number): boolean {
  const plan = /^(?:được )?(?:đề ra|đặt ra|giao)$/.test(chunks[i]?.text ?? '') ? i - 1 : i
  if (!/^(?:(?:các|những|tất cả các) )?(?:chỉ tiêu|mục tiêu|kế hoạch)/.test(chunks[plan]?.text ?? '')) return false
  let verb = plan - 1
  while (verb > plan - 5 && (['Number', 'Quantity'].some(t => chunks[verb]?.tags.has(t)) || chunks[verb]?.text === '/')) verb--
  const isOfSome = verb < plan - 2
  if (
    verb === plan - 2 ||
    !/^(?:đạt|đạt được|đã đạt|đã đạt được|đã hoàn thành|đã vượt|đạt và vượt|vượt|hoàn thành|hoàn thành vượt mức|đều đạt)$/.test(
      chunks[verb]?.text ?? ''
    )
  )
    return false
  const isMeant = lastMeant(chunks, verb) >= 0 || (!isOfSome && lastForecast(chunks, verb) >= 0)
  return !isMeant && lastListing(chunks, at) < plan
}

/** `đã đạt mục tiêu là 211,5 nghìn tỷ đồng`: what was reached. */
const isReachedAim = (chunks: readonly Chunk[], i: number): boolean =>
  /^(?:mục tiêu|chỉ tiêu|kế hoạch) là$/.test(chunks[i]?.text ?? '') && /^(?:đã|đã đạt)$/.test(chunks[i - 1]?.text ?? '')

/** `đặt mục tiêu này dựa trên …`, `để đạt mục tiêu đó`: an aim named before. */
function isSpokenOfAgain(chunks: readonly Chunk[], i: number): boolean {
  return (
    /(?:mục tiêu|chỉ tiêu|kế hoạch)$/.test(chunks[i]?.text ?? '') &&
    /^(?:này|đó|ấy)$/.test(chunks[i + 1]?.text ?? '') &&
    !/^(?:là|:|được nâng|tăng|nâng)/.test(chunks[i + 2]?.text ?? '')
  )
}

/** `Các chỉ tiêu về khám chữa bệnh đều tăng …`: measures that are told of, not aims. */
function areMeasures(chunks: readonly Chunk[], i: number, at: number): boolean {
  if (!/^(?:(?:các|nhiều|hầu hết|một số) )?chỉ tiêu$/.test(chunks[i]?.text ?? '')) return false
  const both = i + 1 + chunks.slice(i + 1, Math.min(at, i + 9)).findIndex(c => /^(?:đều|cùng)(?: |$)/.test(c.text))
  return both > i && !chunks.slice(i + 1, both).some(c => c.tags.has('Comma') || c.tags.has('Quantity'))
}

const lastColon = lastChunk(['Colon'])
const lastWished = lastChunk(['Goal', 'Weak'])
const lastActor = lastChunk(['Place', 'Issuer', 'Subject'])

/** The chunks that speak of a number's status; none of the others is looked at. Each is asked for in one of the rows below. */
const lastMark = lastChunk(
  ['Open', 'Close', 'Comma', 'Semicolon', 'Set', 'Goal', 'Result', 'Exceed', 'Forecast', 'Expect', 'Other', 'Assign', 'Weak', 'Date'],
  ({ text }) =>
    /^(?:quy hoạch|có|giúp|làm|khiến|không phải|mong muốn|đã|nhằm|để|tiến tới|(?:được )?(?:đề ra|đặt ra|giao))$/.test(text) ||
    /chỉ tiêu|mục tiêu|kế hoạch|dự toán|nhiệm vụ/.test(text)
)

/** Reads the words to the left of a number from near to far: what they say of its status, until one of them settles it. */
export function scanLeft(
  chunks: readonly Chunk[],
  { at, dates, issued, isPercent }: StatusQuery,
  now: string | null,
  isPublished: boolean
): LeftMarks {
  const marks: LeftMarks = {}
  let commas = 0
  let forecastCommas = 0
  let semicolons = 0
  let brackets = 0
  for (let i = lastMark(chunks, at); i >= 0; i = lastMark(chunks, i)) {
    const c = chunks[i] as Chunk
    const { tags } = c
    if (tags.has('Close')) brackets++
    else if (tags.has('Open')) {
      // The value itself stands in brackets: only their own words speak of it, or the aim that they give the figure of.
      if (brackets === 0) {
        marks.isInside = true
        marks.goal = aimBefore(chunks, i)
        break
      }
      brackets--
    }
    // What stands in brackets before is an aside.
    if (brackets > 0) continue
    if (tags.has('Comma')) commas++
    else if (tags.has('Semicolon')) semicolons++
    else if (isPlanned(chunks, i, at)) {
      marks.goal ??= c
      break
    } else if (commas === 0 && semicolons === 0 && isThreshold(chunks, i, at)) {
      marks.other ??= c
      break
    } else if (commas === 0 && (isEffect(chunks, i, at) || (i === at - 1 && c.text === 'không phải'))) {
      marks.other ??= c
      break
    } else if ((commas > 0 || chunks[at - 1]?.tags.has('And')) && isPlanShare(chunks, i)) {
      marks.result ??= c
      break
    } else if (isHadWish(chunks, i)) {
      marks.result ??= c
      break
    } else if (isSpokenOfAgain(chunks, i)) continue
    else if (areMeasures(chunks, i, at)) {
      marks.result ??= c
      break
    } else if ((commas + semicolons > 0 && isMetBefore(chunks, i, at)) || isReachedAim(chunks, i)) {
      marks.result ??= c
      break
    } else if (isSetter(chunks, i) || (tags.has('Goal') && !isCounted(chunks, i))) {
      marks.goal ??= c
      marks.isGoalFar = commas > 0 || semicolons > 0
      marks.isForecastAimed = commas === forecastCommas && semicolons === 0
      marks.isPlanCompared =
        (PLAN_NOUN.test(c.text) && (chunks[i - 1]?.tags.has('Compare') === true || chunks[i - 1]?.tags.has('Percent') === true)) ||
        (/(?:phấn đấu|giao)$/.test(c.text) && chunks.slice(Math.max(0, i - 4), i).some(k => k.tags.has('Percent')))
      break
    } else if (
      tags.has('Result') &&
      MET_PLAN.test(c.text) &&
      commas === 0 &&
      semicolons === 0 &&
      brackets === 0 &&
      at - i > 1 &&
      lastColon(chunks, at) <= i
    ) {
      // `vượt kế hoạch với mức 252 tỷ đồng`: with how much it was met.
      const isMet = chunks[i + 1]?.text === 'với' && lastWished(chunks, i) < 0
      // `hoàn thành chỉ tiêu thu 48.600 tỷ đồng`: the aim itself is named, whether it was met or not.
      if (isMet) marks.result ??= c
      else marks.goal ??= c
      break
    } else if (i === at - 1 && c.text === 'đã' && /^vượt /.test(chunks[at]?.text ?? '')) {
      // `con số này đã vượt mốc 250`
      marks.result ??= c
      break
    } else if (tags.has('Exceed') && /^đã /.test(c.text) && commas === 0 && semicolons === 0) {
      marks.result ??= c
      break
    } else if (isPurpose(chunks, i, at)) {
      if (commas === 0 && semicolons === 0) marks.purpose ??= c
    } else if (tags.has('Result')) {
      if (marks.purpose) continue
      // `mục tiêu trước đây là 96%`: an aim given up is one still.
      if (/^(?:trước đây|trước đó|hiện nay|hiện tại)$/.test(c.text) && chunks.slice(Math.max(0, i - 2), i).some(k => k.tags.has('Goal')))
        continue
      // `sẽ giảm từ mức 32,5% hiện tại xuống còn 15%`: where the change starts from.
      if (/^(?:hiện nay|hiện tại|hiện)$/.test(c.text) && chunks[i - 1]?.tags.has('Quantity') && chunks[i + 1]?.tags.has('Reach')) continue
      // `các chỉ tiêu cần đạt được năm nay bao gồm: …`
      if (c.text === 'đạt được' && isListedAim(chunks, i, at)) continue
      // `đó là đạt được mức …`, `nhằm đạt được`: still to be reached.
      if (c.text === 'đạt được' && /(?:^| )(?:là|để|nhằm|sẽ|phải|cần|muốn|có thể|sớm)$/.test(chunks[i - 1]?.text ?? '')) continue
      const isLocal = LOCAL_RESULT.has(c.text) || marks.weak !== undefined
      // `Hiện nay, tỷ lệ hồ sơ phải kiểm tra khoảng 16,8%`: what opens a sentence dates all of it.
      if (i === 0 && NOW.test(c.text) && chunks[1]?.tags.has('Comma') && semicolons === 0 && marks.future === undefined) marks.opening ??= c
      if (isLocal ? commas === 0 && semicolons === 0 && marks.future === undefined : semicolons === 0 && marks.future === undefined) {
        marks.result ??= c
        break
      }
      if (semicolons === 0 && marks.future === undefined) marks.aside ??= c
    } else if (tags.has('Forecast')) {
      if (semicolons > 0 && /^(?:dự kiến|ước)/.test(c.text)) marks.forecastFar ??= c
      // What a body or a plan intends to do it means to reach: `tỉnh dự kiến xây dựng 43.000 m2 nhà xưởng`.
      if (c.text === 'dự kiến' && semicolons === 0 && isIntended(chunks, i)) {
        marks.weak ??= c
        continue
      }
      // `có thể` foresees only before a verb of reaching; else it tells an ability.
      const isAbility = c.text === 'có thể' && !['Reach', 'Change', 'Level', 'Exceed', 'Weak'].some(t => chunks[i + 1]?.tags.has(t))
      if (semicolons === 0 && !isAbility && marks.forecast === undefined) {
        marks.forecast = c
        forecastCommas = commas
      }
    } else if (tags.has('Expect')) {
      // The wish of whoever acts is a goal; of an analyst it is a forecast.
      if (semicolons === 0) {
        if (lastActor(chunks, i) >= 0) marks.weak ??= c
        else marks.forecast ??= c
      }
    } else if (tags.has('Other')) {
      if (isPercent && ((commas === 0 && semicolons === 0) || RATE_OF_LAW.test(c.text))) marks.other ??= c
    } else if (tags.has('Assign')) {
      const isLand = /^(?:m2|m²|ha|hecta)$/.test((chunks[at]?.mention?.value as { unit?: string } | undefined)?.unit ?? '')
      const isPlan = /giao (?:dự toán|kế hoạch|vốn|chỉ tiêu)/.test(c.text) && chunks[at - 1]?.text === 'là'
      if (commas === 0 && (at - i <= 2 || isPlan) && !isLand) {
        marks.goal ??= c
        break
      }
    } else if (tags.has('Weak')) {
      if (semicolons === 0) marks.weak ??= c
    } else if (tags.has('Date')) {
      const value = c.mention?.value as DateValue | undefined
      if (value?.use === 'as-of' && semicolons === 0 && marks.weak === undefined && marks.future === undefined) {
        marks.result ??= c
        break
      }
      if (value === undefined || value.use === 'compared' || value.use === 'from' || issued.has(c.mention)) continue
      if (marks.future || marks.past || marks.present || marks.period) continue
      const side = value.use === 'vision' || value.use === 'orientation' ? 'future' : when(dates.get(c.mention), now, isPublished)
      // A day on which something is to happen is no time of an aim.
      if (side === 'future' && isDay(dates.get(c.mention)) && value.use !== 'by' && value.use !== 'before') continue
      if (side === 'future' && c.tags.has('Period') && value.use === null) marks.period ??= c
      else if (side === 'future') marks.future = c
      else if (side === 'past' && belongsToOther(chunks, i)) continue
      else if (side === 'past') {
        marks.past = c
        marks.isPastDue = value.use === 'by' || value.use === 'before'
      } else if (side === 'present') marks.present = c
    }
  }
  return marks
}

const lastListedAim = lastChunk([], c => /^(?:các |những )?(?:chỉ tiêu|mục tiêu)/.test(c.text))

/** Whether what is reached, said at chunk `i`, are aims that a colon lists before chunk `at`. */
function isListedAim(chunks: readonly Chunk[], i: number, at: number): boolean {
  const aim = lastListedAim(chunks, i)
  return aim >= Math.max(0, i - 10) && !chunks.slice(aim, i).some(c => c.tags.has('Comma') || c.text === 'đã') && lastColon(chunks, at) >= i
}
