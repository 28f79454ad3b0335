import type { Chunk, Frame, GrammarMatch } from '../../model/frame.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Context } from './context.ts'
import { usablePhrase } from './indicator-slot.ts'
import { type Phrase, trim } from './phrase.ts'

const COUNT_VERB = /^(?:huy động|thu hút|giải ngân|phân bổ|kết nạp|xuất siêu|giải quyết|tiết kiệm|tuyển dụng|vay|phát hành)/

/** What a number measures, found outside its reading's own slot, and the rule that found it. */
export interface Found {
  readonly phrase: Phrase
  readonly rule: string
}

const LEVEL_OF = /^(?:ở|mức|ở mức|với|là|khoảng)$/

/** The measure inside a plan's name: `kế hoạch lãi 74 tỷ đồng`, `kế hoạch chia cổ tức năm 2026 ở mức 17%`. */
export function insideCue(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  let cue = at - 1
  while (cue > 0 && (chunks[cue]?.tags.has('Date') || LEVEL_OF.test(chunks[cue]?.text ?? ''))) cue--
  const before = chunks[cue]
  const inner =
    /^(?:(?:đặt )?(?:kế hoạch|chỉ tiêu) (?:chia )?|muốn |đạt )(mức tăng trưởng|doanh thu|lợi nhuận|cổ tức|lãi|sản lượng|tăng trưởng)$/.exec(
      before?.text ?? ''
    )?.[1]
  if (before === undefined || inner === undefined) return undefined
  const phrase = trim(context, before.end - inner.length, before.end)
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/inside-plan' }
}

/** A verb that itself names what is counted, with nothing else named: `cần huy động khoảng 62.000 tỷ đồng`. */
export function countedVerb(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const c = chunks[i] as Chunk
    if (COUNT_VERB.test(c.text))
      return { phrase: { start: c.start, end: c.end, text: context.normalized.text.slice(c.start, c.end) }, rule: 'indicator/verb' }
    if (!c.tags.has('Adverb') && !c.tags.has('Reach') && c.text !== 'được') return undefined
  }
  return undefined
}

/** What an item is about by its first words: `PAR INDEX: đạt trên 84%`. */
export function topicOf(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  const colon = chunks.findIndex(c => c.tags.has('Colon'))
  const isSaid = colon + 1 === at || ['Reach', 'Change', 'Do', 'Have', 'Level', 'Ensure', 'Rate'].some(t => chunks[colon + 1]?.tags.has(t))
  if (
    colon < 1 ||
    colon > at ||
    colon > 16 ||
    !isSaid ||
    chunks.slice(0, colon).some(c => ['Goal', 'Date', 'Boundary', 'Quantity', 'Document', 'Stop'].some(t => c.tags.has(t)))
  )
    return undefined
  const phrase = trim(context, (chunks[0] as Chunk).start, (chunks[colon - 1] as Chunk).end)
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/topic' }
}

/** What a sentence says by its first words that it is about, in the unit's own words: `Về nhu cầu buồng lưu trú, năm 2030, khoảng 2 triệu buồng`. */
export function subjectOf(context: Context, chunks: readonly Chunk[], at: number, unit: string | null): Found | undefined {
  if (chunks[0]?.text !== 'về') return undefined
  const comma = chunks.findIndex(c => c.tags.has('Comma'))
  const isPlain = chunks.slice(1, comma).every(c => c.tags.has('Noun') || c.tags.has('Of') || c.tags.has('And'))
  if (comma < 2 || comma > 12 || comma > at || !isPlain) return undefined
  const phrase = trim(context, (chunks[1] as Chunk).start, (chunks[comma - 1] as Chunk).end)
  const isOfUnit =
    phrase?.text
      .toLowerCase()
      .split(' ')
      .includes((unit ?? '').split('/')[0] as string) === true
  return phrase === undefined || !isOfUnit ? undefined : { phrase, rule: 'indicator/subject' }
}

/** `tạo việc làm mới cho 6.300 lao động`: jobs are counted by the people who get them. */
export function jobs(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') || c.tags.has('Quantity')) return undefined
    const inner = /việc làm(?: mới)?/.exec(c.text)
    if (inner === null) continue
    const start = c.start + inner.index
    return {
      phrase: { start, end: start + inner[0].length, text: context.normalized.text.slice(start, start + inner[0].length) },
      rule: 'indicator/jobs'
    }
  }
  return undefined
}

const RECEIVES = /^(?:cho|tại|đối với)$/

/** `đào tạo trình độ thạc sĩ cho 20% giảng viên`, `triển khai bệnh án điện tử tại 100% bệnh viện`: what is done, not who gets it. */
export function givenTo(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  let to = at - 1
  while (to > 0 && chunks[to]?.tags.has('Adverb')) to--
  if (!RECEIVES.test(chunks[to]?.text ?? '')) return undefined
  for (let i = to - 1; i >= Math.max(0, to - LONGEST_DEED); i--) {
    const c = chunks[i] as Chunk
    if (
      ['Quantity', 'Semicolon', 'Colon', 'Stop', 'Goal', 'Reach', 'Change', 'Boundary', 'Date', 'Of'].some(t => c.tags.has(t)) &&
      !c.tags.has('Do')
    )
      return undefined
    if (!c.tags.has('Do')) continue
    // `xây dựng hệ thống xử lý nước thải`: what the system does is part of its name.
    const isInside = chunks[i - 1]?.tags.has('Noun') && !['Do', 'Subject', 'Comma', 'Place'].some(t => chunks[i - 1]?.tags.has(t))
    if (isInside && chunks.slice(Math.max(0, i - 4), i - 1).some(k => k.tags.has('Do') || k.tags.has('Have'))) continue
    // A deed in two words (`triển khai thực hiện`) is one.
    if (chunks[i + 1]?.tags.has('Do')) return undefined
    const first = chunks[i + 1] as Chunk
    const last = chunks[to - 1] as Chunk
    const phrase = to - i < 3 ? undefined : trim(context, first.start, last.end)
    return phrase === undefined || !phrase.text.includes(' ') ? undefined : { phrase, rule: 'indicator/given-to' }
  }
  return undefined
}

// So many chunks the words for what is done may take up.
const LONGEST_DEED = 16

const HOME = /^nhà ở(?: (?:xã hội|công nhân|thương mại|tái định cư|công vụ|lực lượng vũ trang))?/

const homes = new WeakMap<Context, readonly number[]>()

/** Where housing was last spoken of before an offset, or -1. */
function homeBefore(context: Context, before: number): number {
  let starts = homes.get(context)
  if (starts === undefined) homes.set(context, (starts = [...context.normalized.lower.matchAll(/nhà ở/g)].map(m => m.index)))
  return starts[partitionPoint(starts, start => start <= before) - 1] ?? -1
}

/** Flats are counted without saying of what: of the housing that was last spoken of. */
export function home(context: Context, chunks: readonly Chunk[], at: number, unit: string | null): Found | undefined {
  const { lower, text } = context.normalized
  const start = /^căn/.test(unit ?? '') ? homeBefore(context, (chunks[at] as Chunk).start) : -1
  const words = start < 0 ? null : HOME.exec(lower.slice(start, start + 40))
  if (words === null) return undefined
  const end = start + words[0].length
  return { phrase: { start, end, text: text.slice(start, end) }, rule: 'indicator/housing' }
}

/** What another reading of the number found in front of it. */
export function leftPhrase(context: Context, frame: Frame, chosen: GrammarMatch): Found | undefined {
  for (const reading of frame.readings) {
    if (reading === chosen || !/^target\/(?:with|reach-from-base|headed|colon)$/.test(reading.rule)) continue
    const phrase = usablePhrase(context, frame, reading)
    const first = context.chunksOf(frame.sentence)[reading.slots['indicator']?.from ?? -1]
    // `mỗi phường có ít nhất một hồ bơi`, `đảo đón 2 triệu lượt khách`: who has it is not what is counted.
    const isHad = context.chunksOf(frame.sentence)[(reading.slots['indicator']?.to ?? 0) - 1]?.tags.has('Have') === true
    if (isHad && !first?.tags.has('Head') && !first?.tags.has('Indicator')) continue
    if (first?.tags.has('Do') || first?.tags.has('Have') || /^(?:năm|cả|mỗi)$/.test(first?.text ?? '')) continue
    if (phrase !== undefined && phrase !== 'none' && phrase.end <= frame.anchor.start && phrase.text.includes(' '))
      return { phrase, rule: reading.rule }
  }
  return undefined
}

/** `trồng cây bóng mát 40 nghìn cây`: work that names the thing counted, where its unit only says it again. */
export function workOn(context: Context, frame: Frame, chosen: GrammarMatch, unit: string | null): Found | undefined {
  const reading = frame.readings.find(r => r !== chosen && r.rule === 'target/with')
  const slot = reading?.slots['indicator']
  if (reading === undefined || slot === undefined || unit === null) return undefined
  const words = context.chunksOf(frame.sentence).slice(slot.from, slot.to)
  if (!words[0]?.tags.has('Do') || words.length < 3 || !words.some(c => c.text === unit)) return undefined
  const phrase = trim(context, words[0].start, (words.at(-1) as Chunk).end)
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/work' }
}
