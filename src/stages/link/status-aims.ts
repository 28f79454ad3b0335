import type { Chunk } from '../../model/frame.ts'
import { MET_PLAN } from './status-words.ts'

/** Whether `dự kiến` stands between who acts (a body, a place, a plan) and a verb of doing. */
export function isIntended(chunks: readonly Chunk[], i: number): boolean {
  if (isOpeningIntent(chunks, i)) return true
  const verb = chunks[i + 1]
  const isDeed =
    verb !== undefined &&
    (verb.tags.has('Do') || verb.tags.has('Raise') || /^(?:tạo|tạo ra|có thêm)/.test(verb.text)) &&
    verb.text !== 'giải ngân'
  const before = chunks.slice(Math.max(0, i - 4), i).filter(c => !c.tags.has('Adverb'))
  const actor = before.at(-1)
  return isDeed && actor !== undefined && ['Subject', 'Place', 'Issuer', 'Document', 'Organization'].some(t => actor.tags.has(t))
}

// So many chunks behind `dự kiến` stands who is to act.
const ACTOR_REACH = 5

/** `Dự kiến, đến năm 2030, thành phố sẽ đầu tư mở rộng 20 cụm …`: what a body or a place is to do itself. */
function isOpeningIntent(chunks: readonly Chunk[], i: number): boolean {
  const before = chunks[i - 1]
  if (before !== undefined && !before.tags.has('Stop') && !before.tags.has('Dash')) return false
  for (let k = i + 1; k <= i + ACTOR_REACH; k++) {
    const c = chunks[k]
    if (c === undefined || c.tags.has('Quantity')) return false
    if (c.tags.has('Comma') || c.tags.has('Date')) continue
    const isActor = ['Subject', 'Place', 'Issuer', 'Organization'].some(t => c.tags.has(t))
    const will = chunks[k + 1]
    return isActor && will?.text === 'sẽ' && chunks[k + 2]?.tags.has('Do') === true
  }
  return false
}

/** `nhằm giảm 35% …`, `để sớm đưa … lên 6%`: words of purpose with the verb that reaches the number. */
export function isPurpose(chunks: readonly Chunk[], i: number, at: number): boolean {
  if (!/^(?:nhằm|để|tiến tới)$/.test(chunks[i]?.text ?? '')) return false
  let verb = i + 1
  while (verb < at && /^(?:sớm|từng|bước|dần|góp phần|tiếp tục)$/.test(chunks[verb]?.text ?? '')) verb++
  if (verb >= at) return false
  if (isMeasureToReach(chunks, verb, at)) return true
  const verbs = chunks[at]?.tags.has('Percent') ? ['Change', 'Raise', 'Reach', 'Ensure', 'Exceed'] : ['Change', 'Raise', 'Exceed']
  return verbs.some(t => chunks[verb]?.tags.has(t)) && !/^(?:là|bằng|đáp ứng)$/.test(chunks[verb]?.text ?? '')
}

// So many chunks a measure may have before the verb that reaches its number.
const MEASURE_REACH = 8

/** `để GRDP năm 2026 đạt tối thiểu 10%`: a measure that begins at chunk `from` and is to reach the number. */
function isMeasureToReach(chunks: readonly Chunk[], from: number, at: number): boolean {
  const first = chunks[from]
  if (at - from > MEASURE_REACH || !(first?.tags.has('Indicator') || first?.tags.has('Head'))) return false
  const between = chunks.slice(from, at)
  return (
    between.some(c => c.tags.has('Date')) &&
    between.some(c => c.tags.has('Reach') && c.text !== 'là') &&
    !between.some(c => ['Comma', 'Semicolon', 'Quantity', 'Open', 'Compare'].some(t => c.tags.has(t)))
  )
}

/** `đạt 14/17 chỉ tiêu`: goals counted set none. */
export function isCounted(chunks: readonly Chunk[], i: number): boolean {
  const before = chunks[i - 1]
  return (
    /^(?:các )?(?:chỉ tiêu|mục tiêu)/.test(chunks[i]?.text ?? '') &&
    before !== undefined &&
    !before.tags.has('Percent') &&
    (before.tags.has('Quantity') || before.tags.has('Number'))
  )
}

/** A verb of setting behind a document or a body: `Quyết định số 1947/QĐ-TTg … xác định:`, `Quốc hội giao`. */
export function isSetter(chunks: readonly Chunk[], i: number): boolean {
  if (!chunks[i]?.tags.has('Set')) return false
  const next = chunks[i + 1]
  // `kế hoạch Thủ tướng giao đầu năm`, `đáp ứng yêu cầu`: nothing is set here.
  if (next === undefined || ['And', 'Comma', 'Semicolon', 'Stop', 'Close', 'Date'].some(t => next.tags.has(t))) return false
  if (/^(?:đáp ứng|theo|với|của|các|những|một số)$/.test(chunks[i - 1]?.text ?? '')) return false
  // `mức đóng được xác định như sau`: a rule of reckoning.
  if (/^xác định/.test(chunks[i]?.text ?? '') && chunks[i - 1]?.text === 'được') return false
  if (chunks.slice(Math.max(0, i - 5), i).some(c => /^(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|vốn|nhiệm vụ|mức)$/.test(c.text))) return false
  if (
    /^(?:xác định|đặt)/.test(chunks[i]?.text ?? '') &&
    (chunks[i - 1]?.tags.has('Place') || chunks.slice(Math.max(0, i - 4), i).some(c => c.tags.has('Subject')))
  )
    return true
  for (let k = i - 1; k >= Math.max(0, i - 24); k--) {
    const c = chunks[k] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Quantity') || c.tags.has('Result') || c.tags.has('Stop')) return false
    if (c.mention?.type === 'document_number' || c.mention?.type === 'document_name') return true
    if (c.mention?.type === 'issuer') return i - k <= 3
  }
  return false
}

/** The aim named in front of brackets that give its figure: `mục tiêu của nghị quyết (đến năm 2022, khoảng 34%)`. */
export function aimBefore(chunks: readonly Chunk[], open: number): Chunk | undefined {
  for (let i = open - 1; i >= Math.max(0, open - 14); i--) {
    const c = chunks[i] as Chunk
    if (MET_PLAN.test(c.text)) return c
    if (['Quantity', 'Comma', 'Semicolon', 'Stop', 'Colon', 'Close', 'Result'].some(t => c.tags.has(t))) return undefined
    if (c.tags.has('Goal') && /mục tiêu|chỉ tiêu/.test(c.text)) return c
  }
  return undefined
}
