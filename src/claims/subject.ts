import { matchKey } from '../text/fold.ts'

/** The names by which a catalogue knows an indicator: its own and its phrases; none of an id that it does not have. */
export type NamesOf = (id: string) => readonly string[]

// Said of any measure and any country's: two texts that differ in these alone speak of one thing.
const GENERAL = [
  ...['tỷ lệ', 'tỉ lệ', 'tỷ trọng', 'tỉ trọng', 'tốc độ', 'tăng trưởng', 'mức', 'chỉ tiêu', 'mục tiêu', 'chỉ số', 'quy mô', 'số lượng'],
  ...['tổng số', 'tổng', 'cả nước', 'toàn quốc', 'việt nam', 'trên địa bàn', 'toàn tỉnh', 'toàn thành phố', 'của tỉnh', 'của thành phố'],
  ...['người dân', 'dân số', 'bình quân', 'trung bình', 'hàng năm', 'hằng năm', 'tham gia', 'được', 'có', 'của', 'về', 'trong', 'là'],
  ...[
    'đạt',
    'số',
    'các',
    'những',
    'vào',
    'theo',
    'với',
    'và',
    'ở',
    'tại',
    'cho',
    'từ',
    'tăng',
    'giảm',
    'phấn đấu',
    'kiểm soát',
    'nhà nước',
    'gdp',
    'grdp'
  ]
]
const SYLLABLE = /[\p{L}\p{N}]+/gu
const phrases = GENERAL.map(syllablesOf)
// By their first syllable, the longest first.
const byFirst = Map.groupBy(
  phrases.toSorted((a, b) => b.length - a.length),
  phrase => phrase[0] as string
)

/**
 * What tells a measure from others that share its id, as syllables in the order of their letters: `năng suất lao động nông
 * nghiệp` says `nông nghiệp` beyond what the catalogue calls the growth of productivity. Of what the catalogue does not have
 * it is all that is not said of any measure.
 */
export function subjectWords(id: string | null, text: string, namesOf: NamesOf): readonly string[] {
  const own = new Set(id === null ? [] : namesOf(id).flatMap(syllablesOf))
  const left = withoutGeneral(syllablesOf(text)).filter(syllable => !own.has(syllable))
  return [...new Set(left)].toSorted()
}

/** What a share is printed to be of; null where that is not among the words of what is measured. */
export function wholeOf(text: string): string | null {
  return syllablesOf(text).find(syllable => syllable === 'gdp' || syllable === 'grdp') ?? null
}

/** The syllables of a text, in the form in which they are compared. */
export function syllablesOf(text: string): string[] {
  return matchKey(text).match(SYLLABLE) ?? []
}

function withoutGeneral(syllables: readonly string[]): string[] {
  const left: string[] = []
  for (let at = 0; at < syllables.length; ) {
    const first = syllables[at] as string
    const phrase = byFirst.get(first)?.find(candidate => candidate.every((syllable, i) => syllables[at + i] === syllable))
    if (phrase === undefined) left.push(first)
    at += phrase?.length ?? 1
  }
  return left
}
