import type { Evidence, LinkedFrame } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import { edtfEndYear } from '../../text/edtf.ts'
import { matchKey } from '../../text/fold.ts'

/** What a target's traits are told by: the target, the text in lower case, its sentence, the day of the text. */
export interface Told {
  readonly frame: LinkedFrame
  readonly lower: string
  readonly sentence: Span
  readonly published: string | null
}

/** What is asked of a target, each with traits and points of its own: whether it is a goal, and whether each field is right. */
export const QUESTIONS = ['goal', 'indicator', 'place', 'deadline', 'document'] as const
export type Question = (typeof QUESTIONS)[number]

// A licence of fewer points than these is a weaker one.
const LICENCES = [10, 20, 30, 40, 50, 60, 80]
const WORD = /[\p{L}\d%/]+/gu
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g
const DOCUMENT =
  /nghị quyết|quyết định|chiến lược|quy hoạch|đề án|kế hoạch|chương trình|chỉ thị|nghị định|thông tư|kết luận|công văn|văn bản/

/**
 * What may speak for or against a target, by question and name. All is told by its evidence and by its own sentence: what no
 * field points into must not change how sure it is.
 */
export function traitsOf(told: Told): Record<Question, string[]> {
  const rules = rulesOf(told.frame)
  const time = timeOf(told)
  return {
    goal: [...licenceOf(told.frame), ...rules.status, ...rules.document, ...time],
    indicator: [...rules.indicator, ...rules.none, ...rules.status, ...wordsOf(told), ...gapOf(told), ...aroundOf(told)],
    place: [...rules.place, ...rules.none, ...rules.deadline],
    deadline: [...time, ...rules.status, ...rules.value, ...rules.deadline],
    document: [...rules.document, ...rules.none, ...rules.place, ...rules.deadline, ...documentOf(told)]
  }
}

type Ruled = 'status' | 'document' | 'indicator' | 'place' | 'deadline' | 'value' | 'none'

/** The rule behind each field and where its words stand, and the fields that are not known. */
function rulesOf({ fields, evidence }: LinkedFrame): Record<Ruled, string[]> {
  const of = (...names: string[]): string[] =>
    names.flatMap(name => {
      const entry = evidence[name]
      return entry === undefined ? [] : [`${name} ${entry.rule}`, `${name} ${entry.source}`]
    })
  const place = fields['place'] as string | null
  const placed =
    place === null ? [] : [`place of ${place === 'vn' ? 'the country' : place.startsWith('other:') ? 'another' : 'a province'}`]
  const id = (fields['indicator'] as { id?: string | null } | null)?.id
  return {
    status: of('status'),
    document: of('document'),
    indicator: [...of('indicator'), id == null ? 'indicator of words' : 'indicator in the catalogue'],
    place: [...of('place', 'place_units'), ...placed],
    deadline: of('deadline'),
    value: [...of('value'), `value ${String(fields['comparator'])}`, `value of ${String(fields['value_kind'])}`],
    none: ['deadline', 'place', 'document_number', 'indicator'].flatMap(name => (fields[name] === null ? [`no ${name}`] : []))
  }
}

const licenceOf = ({ licence = 0 }: LinkedFrame): string[] => LICENCES.flatMap(least => (licence < least ? [`licence < ${least}`] : []))

/** The words of the indicator: how many, the first and last, and what parts of a sentence stand in them. */
function wordsOf({ frame: { fields } }: Told): string[] {
  const said = (fields['indicator'] as { text: string } | null)?.text
  const text = said === undefined ? undefined : matchKey(said)
  const words = text?.match(WORD)
  if (text === undefined || words == null) return []
  const has = (name: string, pattern: RegExp): string[] => (pattern.test(text) ? [`words with ${name}`] : [])
  return [
    `words ${step(words.length, [1, 2, 3, 5, 8, 12])}`,
    `first ${words[0]}`,
    `first two ${words.slice(0, 2).join(' ')}`,
    `last ${words.at(-1)}`,
    ...has('a pause', /[,;:]/),
    ...has('and', / (?:và|hoặc|hay) /),
    ...has('a verb', / (?:đạt|được|có|là|sẽ|phải|bằng|phục vụ|sử dụng|tham gia|thực hiện) /),
    ...has('a preposition', / (?:của|trong|tại|cho|với|trên|ở|từ|đến) /),
    ...has('a digit', /\d/)
  ]
}

/** What stands between the indicator's words and the number, and on their other side. */
function gapOf({ frame: { anchor, evidence }, lower, sentence }: Told): string[] {
  const own = within(evidence['indicator'], sentence)
  if (own === undefined) return ['words elsewhere']
  if (own.end <= anchor.start) {
    const gap = lower.slice(own.end, anchor.start)
    const words = wordsIn(gap)
    const marks = [...(gap.includes(',') ? ['comma in gap'] : []), ...(/[;:(]/.test(gap) ? ['mark in gap'] : [])]
    const last = lastToken(lower.slice(sentence.start, own.start))
    return [
      `gap before ${step(words.length, [0, 1, 2, 4, 8, 15])}`,
      ...marks,
      ...(/\d/.test(gap) ? ['number in gap'] : []),
      `gap begins ${words[0] ?? '-'}`,
      `gap ends ${words.at(-1) ?? '-'}`,
      `words after ${last}`
    ]
  }
  const side = own.start >= anchor.end ? 'behind' : 'around'
  const gap =
    side === 'behind' ? [`gap behind ${step(wordsIn(lower.slice(anchor.end, own.start)).length, [0, 1, 2, 4])}`] : ['words around']
  const next = firstToken(lower.slice(Math.max(own.end, anchor.end), sentence.end))
  return [...gap, `${side} before ${next}`, `${side} after ${lastToken(lower.slice(sentence.start, anchor.start))}`]
}

/** The tokens beside the number, its unit and what is measured. */
function aroundOf({ frame: { anchor, fields }, lower, sentence }: Told): string[] {
  const id = (fields['indicator'] as { id?: string | null } | null)?.id
  return [
    `next ${firstToken(lower.slice(anchor.end, sentence.end))}`,
    `previous ${lastToken(lower.slice(sentence.start, anchor.start))}`,
    `unit ${String(fields['unit']).slice(0, 12)}`,
    `value of ${String(fields['value_kind'])}`,
    ...(id == null ? [] : [`id ${id}`]),
    ...(fields['qualifier'] === null ? [] : ['qualified'])
  ]
}

/** The form of the deadline, how far it is, and the years that compete with it. */
function timeOf({ frame: { anchor, fields, evidence }, lower, sentence, published }: Told): string[] {
  const years = new Set(lower.slice(sentence.start, sentence.end).match(YEAR))
  const traits = [`years ${step(years.size, [0, 1, 2, 3])}`]
  const deadline = fields['deadline'] as string | null
  if (deadline === null) return traits
  traits.push(`time ${deadline.replaceAll(/\d/g, '9')}`)
  const own = new Set(deadline.match(YEAR))
  if ([...years].some(year => !own.has(year))) traits.push('another year')
  const last = edtfEndYear(deadline)
  if (last !== null) {
    if (!years.has(String(last))) traits.push('year elsewhere')
    traits.push(last % 5 === 0 ? 'round year' : 'odd year')
    if (published !== null) traits.push(`year off ${step(last - Number(published.slice(0, 4)), [-1, 0, 1, 4, 9])}`)
  }
  const said = within(evidence['deadline'], sentence)
  if (said === undefined) return years.size > 0 ? [...traits, 'time elsewhere, years here'] : traits
  const isBefore = said.end <= anchor.start
  const between = isBefore ? lower.slice(said.end, anchor.start) : lower.slice(anchor.end, said.start)
  traits.push(`time ${isBefore ? 'before' : 'behind'} ${step(wordsIn(between).length, [2, 5, 10, 20, 40])}`)
  if (between.match(YEAR) !== null) traits.push('year between')
  if (between.includes(';')) traits.push('semicolon between')
  if (/\d/.test(between)) traits.push('number between')
  return [...traits, `time begins ${firstToken(lower.slice(said.start, said.end))}`]
}

/** Whether the sentence speaks of a document, and where the one that it has is named. */
function documentOf({ frame: { anchor, fields, evidence }, lower, sentence }: Told): string[] {
  const word = DOCUMENT.exec(lower.slice(sentence.start, sentence.end))?.[0]
  const number = fields['document_number'] as string | null
  if (number === null) return word === undefined ? [] : ['a document, no number', `no number of ${word}`]
  const said = within(evidence['document'], sentence)
  return [
    ...(word === undefined ? ['number without a document'] : []),
    `number of ${number.slice(number.lastIndexOf('/') + 1).slice(0, 8)}`,
    said === undefined ? 'number elsewhere' : said.start < anchor.start ? 'number before' : 'number behind'
  ]
}

function within(entry: Evidence | undefined, { start, end }: Span): Span | undefined {
  if (entry?.start == null || entry.end === null || entry.start < start || entry.end > end) return undefined
  return { start: entry.start, end: entry.end }
}

const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? []

/** The first word or mark of a text; `$` where there is none. */
function firstToken(text: string): string {
  const from = text.trimStart()
  return from === '' ? '$' : /^[\p{L}\d%/]/u.test(from) ? (wordsIn(from.slice(0, REACH))[0] ?? '$') : (from[0] as string)
}

/** The last word or mark of a text; `^` where there is none. */
function lastToken(text: string): string {
  const to = text.trimEnd()
  return to === '' ? '^' : /[\p{L}\d%/]$/u.test(to) ? (wordsIn(to.slice(-REACH)).at(-1) ?? '^') : (to.at(-1) as string)
}

// No word is longer.
const REACH = 24

/** In which step a number lies: the least of the bounds that it does not pass. */
function step(n: number, bounds: readonly number[]): string {
  const bound = bounds.find(b => n <= b)
  return bound === undefined ? `> ${bounds.at(-1)}` : `<= ${bound}`
}
