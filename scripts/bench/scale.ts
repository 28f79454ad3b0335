import { readFileSync } from 'node:fs'
import { articleOf, extract } from '../../src/index.ts'
import { MENTIONS } from '../../src/mentions/index.ts'
import { RECORDS } from '../../src/records/index.ts'

const DOUBLINGS = 4
const FIRST_CHARACTERS = 20_000

/** The power with which time grows: the slope of log time over log size by least squares. */
function exponentOf(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const)
  const mean = (i: 0 | 1): number => logs.reduce((sum, p) => sum + p[i], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  return logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
}

function best(work: () => void): number {
  let ms = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const start = performance.now()
    work()
    ms = Math.min(ms, performance.now() - start)
  }
  return ms
}

/** How time grows when one article's length, the number of articles or the number of rules doubles; 1 is in proportion. */
export async function scale(file: string): Promise<object> {
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => (JSON.parse(line) as { text: string }).text)
  const long = texts.join('\n')
  const sizes = Array.from({ length: DOUBLINGS }, (_, i) => 2 ** i)
  const articles = await Promise.all(texts.map(text => articleOf({ text })))
  for (const article of articles) extract(article)
  const length: [number, number][] = []
  for (const size of sizes) {
    const text = long.repeat(Math.ceil((FIRST_CHARACTERS * size) / long.length)).slice(0, FIRST_CHARACTERS * size)
    const article = await articleOf({ text })
    length.push([size, best(() => extract(article))])
  }
  const number = sizes.map((size): [number, number] => [
    size,
    best(() => {
      for (const article of articles.slice(0, Math.ceil((articles.length * size) / (sizes.at(-1) as number)))) extract(article)
    })
  ])
  return {
    texts: 'exponents',
    results: {
      'length of an article': { exponent: exponentOf(length) },
      'number of articles': { exponent: exponentOf(number) },
      'number of rules': { exponent: exponentOf(rules(articles)) }
    }
  }
}

/** Time of a round with a share of all rules left out, by the share that is kept. */
function rules(articles: readonly Parameters<typeof extract>[0][]): [number, number][] {
  const ids = [
    ...MENTIONS.flatMap(type => type.rules.map(rule => rule.id)),
    ...RECORDS.flatMap(record => (record.grammar?.rules ?? []).map(rule => rule.id))
  ]
  return [1 / 4, 1 / 2, 1].map(share => {
    const without = new Set(ids.filter((_, i) => (i * 7919) % ids.length >= ids.length * share))
    for (const article of articles.slice(0, 5)) extract(article, { without })
    return [
      share,
      best(() => {
        for (const article of articles) extract(article, { without })
      })
    ]
  })
}
