import { INDICATORS, RANK_SUBJECTS } from '../../mentions/indicator/catalogue.ts'
import type { Article } from '../../model/article.ts'
import { extract } from '../../pipeline.ts'
import { comparable } from '../../text/similarity.ts'
import { oneLine } from '../../text/visible.ts'
import type { Command } from '../command.ts'
import { JSON_OPTION } from '../operands.ts'
import { wholeNumber } from '../option-values.ts'
import { exitCodeOf, noOutcomes } from '../outcomes.ts'
import { articlesOf, CORPUS_OPERAND, CORPUS_PUBLISHED, placeOf } from './corpus.ts'
import type { Known, NearEqual } from './near-equal.ts'

interface Options {
  readonly json?: true
  readonly top: number
  readonly variants: number
  readonly published?: string
}

/** An indicator that was read and has no id: how often, and where first. */
interface Unknown {
  readonly text: string
  readonly count: number
  readonly place: string
}

/** `muctieu rules indicators`: what is measured and the catalogue does not have. */
export const rulesIndicators: Command = {
  name: 'indicators',
  summary: 'show the indicators that were read and are not in the catalogue, nearly equal ones together',
  notes:
    'Indicators of targets and observations and subjects of ranks. They are nearly equal by their words and pairs of words, weighed by TF-IDF. Behind ≈ stands what of the catalogue is most like them, with how much (1 is the same): a phrase that it may lack, or a neighbor that must be kept apart.',
  operands: [CORPUS_OPERAND],
  options: [
    JSON_OPTION,
    { flags: '--top <n>', says: 'how many groups', parse: wholeNumber('--top', 1), fallback: 30 },
    { flags: '--variants <n>', says: 'how many other wordings of each', parse: wholeNumber('--variants', 0), fallback: 3 },
    CORPUS_PUBLISHED
  ],
  examples: [
    ['rules indicators corpus/articles', 'what the catalogue lacks, the most frequent first'],
    ['rules indicators news.ndjson --top 200 --variants 0 --json', 'the same for programs']
  ],
  async run(operands, given, io) {
    const options = given as unknown as Options
    const outcomes = noOutcomes()
    const unknown = await gather(articlesOf(operands, options.published, io, outcomes))
    // Reading natural takes a while: only where it is used.
    const { nearEqual } = await import('./near-equal.ts')
    const groups = nearEqual([...unknown.values()], KNOWN).slice(0, options.top)
    const shown = groups.map(group => withPlace(group, unknown, options.variants))
    if (options.json)
      await io.data.write(`${JSON.stringify({ articles: outcomes.done, indicators: unknown.size, groups: shown }, null, 1)}\n`)
    else {
      await io.stdout.write(`${unknown.size} indicators of ${outcomes.done} articles are not in the catalogue\n\n`)
      for (const group of shown) await io.stdout.write(inWords(group))
    }
    return exitCodeOf(outcomes)
  }
}

const KNOWN: readonly Known[] = [...INDICATORS, ...RANK_SUBJECTS].flatMap(({ id, name, phrases }) =>
  [...new Set([name, ...phrases.map(p => p.replace(/^= /, '').replaceAll(' … ', ' '))])].map(text => ({ id, text }))
)

async function gather(articles: AsyncIterable<Article>): Promise<ReadonlyMap<string, Unknown>> {
  const found = new Map<string, Unknown>()
  for await (const article of articles) {
    for (const record of extract(article).records) {
      const named = record.kind === 'document' ? null : 'indicator' in record ? record.indicator : record.subject
      if (named === null || named.id !== null) continue
      const key = comparable(named.text)
      const known = found.get(key)
      if (known === undefined) found.set(key, { text: key, count: 1, place: placeOf(article, record.anchor.start) })
      else found.set(key, { ...known, count: known.count + 1 })
    }
  }
  return found
}

function withPlace({ phrases, count, nearest }: NearEqual, unknown: ReadonlyMap<string, Unknown>, variants: number) {
  const [{ text }, ...others] = phrases
  return {
    text,
    count,
    place: unknown.get(text)?.place ?? '',
    nearest: nearest && { ...nearest, likeness: Math.round(nearest.likeness * 100) / 100 },
    variants: others.slice(0, variants).map(v => ({ text: v.text, count: v.count }))
  }
}

function inWords({ text, count, place, nearest, variants }: ReturnType<typeof withPlace>): string {
  const near = nearest === null ? '' : `  ≈ ${nearest.id} ${nearest.likeness.toFixed(2)} (${nearest.text})`
  const head = `${String(count).padStart(5)}×  ${oneLine(text)}${near}\n`
  return [head, `         ${oneLine(place)}\n`, ...variants.map(v => `${String(v.count).padStart(10)}×  ${oneLine(v.text)}\n`)].join('')
}
