import { beforeAll, expect, test } from 'vitest'
import type { Article } from '../src/model/article.ts'
import { extract } from '../src/pipeline.ts'
import { read } from '../src/stages/read/read.ts'
import { violationsOf } from './metamorphic/compare.ts'
import { changesOf } from './metamorphic/operations.ts'
import { differencesAlone } from './metamorphic/silent.ts'
import { someOf } from './thorough.ts'

let articles: readonly Article[] = []
beforeAll(async () => {
  const found: Article[] = []
  for await (const result of read(['corpus/articles'], { published: null })) if (result.kind === 'article') found.push(result.article)
  articles = found
})

test('a changed paragraph changes other paragraphs’ records only in fields that point into it', { timeout: 600_000 }, () => {
  const found: string[] = []
  for (const [i, article] of articles.entries()) {
    const before = extract(article)
    // A prime, so that every operation is done in `npm test` too, and another one in each article.
    for (const change of someOf([...changesOf(article.text)], 13, i)) {
      for (const v of violationsOf(before, extract({ ...article, text: change.text }), change))
        found.push(`${nameOf(article)}, ${v.operation} ${v.paragraph}: ${v.quote}: ${v.field} ${v.from} → ${v.to} (${v.rules})`)
    }
  }
  expect(articles.length).toBeGreaterThan(0)
  expect(found).toEqual([])
})

test('a field that says it was read in its own clause is read the same where its sentence stands alone', () => {
  const all = articles.map(article => differencesAlone(article))
  // Without fields to look at there would be nothing to find.
  expect(all.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(2000)
  expect(all.flatMap(({ found }, i) => found.map(says => `${nameOf(articles[i] as Article)}: ${says}`))).toEqual([])
})

const nameOf = (article: Article): string => article.record.title ?? article.record.id
