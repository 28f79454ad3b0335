import { beforeAll, expect, test } from 'vitest'
import type { Article } from '../src/model/article.ts'
import type { AnyRecord } from '../src/model/record.ts'
import { extract } from '../src/pipeline.ts'
import { read } from '../src/stages/read/read.ts'
import { isCarriedSilently, type Violation, violationsOf } from './metamorphic/compare.ts'
import { changesOf } from './metamorphic/operations.ts'

const TIMEOUT = 240_000

let articles: readonly Article[] = []
beforeAll(async () => {
  const found: Article[] = []
  for await (const result of read(['corpus/articles'], { published: null })) if (result.kind === 'article') found.push(result.article)
  articles = found
})

test('a changed paragraph changes other paragraphs’ records only in fields that point into it', { timeout: TIMEOUT }, () => {
  const found: string[] = []
  for (const article of articles) {
    const before = extract(article)
    for (const change of changesOf(article.text)) {
      for (const violation of violationsOf(before, extract({ ...article, text: change.text }), change)) {
        found.push(`${article.record.title ?? article.record.id}, ${lineOf(violation)}`)
      }
    }
  }
  expect(articles.length).toBeGreaterThan(0)
  expect(found).toEqual([])
})

test('a field that was computed from words outside its clause says so', () => {
  const silent = articles.flatMap(article => extract(article).records.flatMap(record => silentFields(article, record)))
  expect(silent).toEqual([])
})

function silentFields(article: Article, record: AnyRecord): string[] {
  return isCarriedSilently(record, article.text).map(field => `${article.record.title ?? ''}: ${record.anchor.quote}: ${field}`)
}

const lineOf = (v: Violation): string => `${v.operation} ${v.paragraph}: ${v.quote}: ${v.field} ${v.from} → ${v.to} (${v.rules})`
