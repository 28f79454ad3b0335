import type { Article } from '../../model/article.ts'
import type { Span } from '../../model/span.ts'
import { oneLine } from '../../text/visible.ts'
import type { Command } from '../command.ts'
import { JSON_OPTION } from '../operands.ts'
import { oneOf, wholeNumber } from '../option-values.ts'
import { exitCodeOf, noOutcomes } from '../outcomes.ts'
import { articlesOf, CORPUS_OPERAND, CORPUS_PUBLISHED, placeOf } from './corpus.ts'
import type { Contrast } from './phrases.ts'
import { GAP_KINDS, type GapKind, judge } from './unclaimed.ts'

interface Options {
  readonly json?: true
  readonly of?: GapKind
  readonly top: number
  readonly examples: number
  readonly published?: string
}

interface Sentence {
  readonly article: string
  readonly place: string
  readonly text: string
  readonly lower: string
}

/** The unclaimed sentences of a corpus, how many of each kind there are, and the sentences of each article on both sides. */
interface Gathered {
  readonly gaps: Sentence[]
  readonly counts: Record<GapKind, number>
  readonly contrasts: Contrast[]
}

/** `muctieu rules gaps`: what the sentences have in common that no rule claimed. */
export const rulesGaps: Command = {
  name: 'gaps',
  summary: 'show the phrases most typical of sentences with a percentage or a goal cue that no rule claimed',
  notes:
    'Kinds of gaps: status (a percentage of which no rule says whether it is a goal), indicator (a number for which nothing is named that it measures), goal (a goal cue beside a number that became no goal; a sentence may be right not to be one), numberless (a goal cue without a number; only when asked for). Phrases are weighed by TF-IDF against all other sentences; N is a number, N% a percentage.',
  operands: [CORPUS_OPERAND],
  options: [
    JSON_OPTION,
    { flags: '--of <kind>', says: `only one kind: ${GAP_KINDS.join(', ')}`, parse: oneOf('--of', GAP_KINDS) },
    { flags: '--top <n>', says: 'how many phrases', parse: wholeNumber('--top', 1), fallback: 30 },
    { flags: '--examples <n>', says: 'how many sentences with each', parse: wholeNumber('--examples', 0), fallback: 2 },
    CORPUS_PUBLISHED
  ],
  exits: [[3, 'some inputs failed, the rest is done']],
  examples: [
    ['rules gaps corpus/articles', 'thirty phrases with two sentences each'],
    ['rules gaps news.ndjson --of status --top 100 --examples 1', 'words that say what a percentage is, and are not known']
  ],
  async run(operands, given, io) {
    const options = given as unknown as Options
    const outcomes = noOutcomes()
    const { gaps, counts, contrasts } = await gather(articlesOf(operands, options.published, io, outcomes), options.of)
    const phrases = await typical(gaps, contrasts, options)
    if (options.json) {
      await io.data.write(`${JSON.stringify({ articles: outcomes.done, sentences: gaps.length, counts, phrases }, null, 1)}\n`)
      return exitCodeOf(outcomes)
    }
    const kinds = GAP_KINDS.map(kind => `${kind} ${counts[kind]}`).join(', ')
    await io.stdout.write(`${gaps.length} sentences of ${outcomes.done} articles were not claimed (${kinds})\n\n`)
    for (const { phrase, weight, count, examples } of phrases) {
      await io.stdout.write(`${weight.toFixed(1).padStart(8)}  ${String(count).padStart(4)}×  ${phrase}\n`)
      for (const e of examples) await io.stdout.write(`            ${oneLine(`${e.place}  ${e.text}`)}\n`)
    }
    return exitCodeOf(outcomes)
  }
}

async function gather(articles: AsyncIterable<Article>, of: GapKind | undefined): Promise<Gathered> {
  const counts = Object.fromEntries(GAP_KINDS.map(kind => [kind, 0])) as Record<GapKind, number>
  const gathered: Gathered = { gaps: [], counts, contrasts: [] }
  for await (const article of articles) {
    if (article.record.language !== 'vi') continue
    const [texts, others]: [string[], string[]] = [[], []]
    for (const { start, end, lower, gaps: kinds } of judge(article)) {
      for (const kind of kinds) counts[kind]++
      const isGap = of === undefined ? kinds.some(kind => kind !== 'numberless') : kinds.includes(of)
      const side = isGap ? texts : others
      side.push(lower)
      if (isGap)
        gathered.gaps.push({ article: article.record.id, place: placeOf(article, start), text: article.text.slice(start, end), lower })
    }
    gathered.contrasts.push({ texts, others })
  }
  return gathered
}

/** The most typical phrases with sentences of different articles. */
async function typical(gaps: readonly Sentence[], contrasts: readonly Contrast[], { top, examples }: Options) {
  // Reading natural takes a while: only where it is used.
  const { findPhrase, phrasesOf, typicalPhrases } = await import('./phrases.ts')
  const inside = gaps.map(g => new Set(phrasesOf(g.lower)))
  const of = (phrase: string): { readonly place: string; readonly text: string }[] => {
    const holding = gaps.filter((_, i) => inside[i]!.has(phrase))
    const different = [...new Map(holding.toReversed().map(g => [g.article, g])).values()].toReversed()
    return different.slice(0, examples).map(({ place, text }) => ({ place, text: marked(text, findPhrase(phrase, text)) }))
  }
  const phrases = await typicalPhrases(contrasts, { most: top, least: contrasts.length < 100 ? 2 : 3 })
  return phrases.map(p => ({ ...p, weight: Math.round(p.weight * 100) / 100, examples: of(p.phrase) }))
}

const ROOM = 100

/** The sentence in one line with the phrase in marks, cut where it is long. */
function marked(text: string, at: Span | null): string {
  const { start, end } = at ?? { start: 0, end: 0 }
  const before = start > ROOM ? `… ${text.slice(start - ROOM, start)}` : text.slice(0, start)
  const after = text.length - end > ROOM ? `${text.slice(end, end + ROOM)} …` : text.slice(end)
  return oneLine(`${before}${at === null ? '' : `⟦${text.slice(start, end)}⟧`}${after}`)
}
