import { ADVERB, DO, GOAL, HAVE, INDICATOR, NOUN, OF, PREPOSITION, QUANTITY, RANK, SEMICOLON } from '../../mentions/words/tags.ts'
import type { Sentence } from '../../model/text.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import type { Found } from './indicator-elsewhere.ts'
import { nearest } from './nearest.ts'
import { trim } from './phrase.ts'
import { phraseEnd } from './phrase-left.ts'

const RECEIVES = words(/(?:^| )cho$/)
const IN_DEED = NOUN.or(DO, OF, INDICATOR, RECEIVES)
const ENDS_DEED = GOAL.or(SEMICOLON, QUANTITY)
// So many units the words for what is done may take up.
const LONGEST_DEED = 12

/** `đào tạo nghề cho 12.000 người`: of people that nothing else is said of, what is done for them is counted. */
export function deedFor(context: Context, units: Units, at: number): Found | undefined {
  let to = at
  while (to > 0 && units.is(to - 1, ADVERB)) to--
  if (!units.is(to - 1, RECEIVES)) return undefined
  let from = to
  while (from > Math.max(0, to - LONGEST_DEED) && units.is(from - 1, IN_DEED) && !units.is(from - 1, ENDS_DEED)) from--
  const phrase = from === to ? undefined : trim(context, units.start(from), units.end(to - 1))
  return phrase?.text.includes(' ') === true ? { phrase, rule: 'indicator/deed-for' } : undefined
}

// People are named anew by what they do each time.
const PEOPLE = /^(?:người|lượt|hộ|dân|lao động|học sinh|sinh viên|khách)/
// What begins what is said of a thing, behind its name.
const SAID_OF = HAVE.or(PREPOSITION, words('trên|tại|ở|trong|bằng|phải|với|sẽ|được|theo|đang|khai thác'))
const POINTS = words('này|đó|ấy|trên|khác|nói')

/** `phát triển các khu công nghệ cao, hướng tới 20 khu`: things that only their kind is said of are those of that kind named before, in this sentence or the last one. */
export function namedMoreFully(context: Context, units: Units, at: number, unit: string | null): Found | undefined {
  const kind = (unit ?? '').split('/')[0] as string
  if (kind === '' || PEOPLE.test(kind)) return undefined
  return (
    fullerIn(context, units, at, kind) ??
    (units.sentence > 0 ? fullerIn(context, context.unitsOf(units.sentence - 1), Infinity, kind) : undefined)
  )
}

// So many letters back in a sentence things may be named.
const NAMED_WITHIN = 600

/** The last name of more words that begins with a kind, before unit `to`. */
function fullerIn(context: Context, units: Units, to: number, kind: string): Found | undefined {
  const sentence = context.sentences[units.sentence] as Sentence
  const end = to < units.length ? units.start(to) : sentence.end
  const start = Math.max(sentence.start, end - NAMED_WITHIN)
  const said = context.normalized.lower.slice(start, end)
  for (let i = said.lastIndexOf(`${kind} `); i >= 0; i = i > 0 ? said.lastIndexOf(`${kind} `, i - 1) : -1) {
    const from = units.placeAt(start + i)
    const behind = from < 0 ? -1 : units.at(start + i + kind.length + 1)
    if (behind < 0 || !units.is(behind, NOUN) || units.is(behind, POINTS)) continue
    const phrase = trim(context, start + i, units.end(nameEnd(units, from, behind, to) - 1))
    if (phrase !== undefined && phrase.text.length > kind.length) return { phrase, rule: 'indicator/named-before' }
  }
  return undefined
}

/** Where the name that begins at unit `from` ends: before what is said of it, and before unit `to`. */
function nameEnd(units: Units, from: number, behind: number, to: number): number {
  const said = units.first(SAID_OF, behind + 1)
  return Math.min(phraseEnd(units, from), to, said < 0 ? Infinity : said)
}

const NO_MEASURE = QUANTITY.or(RANK)

/** `lạm phát khó giảm về mục tiêu 2%`: a measure by name that is said before, with no number since, in the sentence or the paragraph. */
export function lastMeasure(context: Context, units: Units, at: number): Found | undefined {
  const own = measureBefore(context, units, at)
  if (own !== undefined || units.any(NO_MEASURE, 0, at)) return own
  const first = context.lineOf(units.sentence).sentences[0]?.index ?? units.sentence
  const before = measured(context, units.sentence - 1, undefined)
  return before !== undefined && before.sentence >= first ? before.found : undefined
}

function measureBefore(context: Context, units: Units, to: number): Found | undefined {
  const at = units.last(INDICATOR, to)
  if (at < 0) return undefined
  const phrase = trim(context, units.start(at), units.end(at))
  return phrase && { phrase, rule: 'indicator/last-measure' }
}

const measured = nearest((context, sentence) => measureBefore(context, context.unitsOf(sentence), Infinity))
