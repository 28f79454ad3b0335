import { TfIdf } from 'natural/lib/natural/tfidf/index.js'
import { expect, test } from 'vitest'
import { type Contrast, phrasesOf, typicalPhrases } from '../../src/commands/rules/phrases.ts'

const WORDS = ['phấn', 'đấu', 'đến', 'năm', 'đạt', 'tỷ', 'lệ', 'rừng', '25%', '2.000', 'ha', 'xã']

/** Articles of words drawn by a fixed rule, so that phrases of all lengths come several times. */
function articles(count: number): Contrast[] {
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor(seed / 65536) % below
  }
  const text = (): string => Array.from({ length: 12 }, () => WORDS[next(WORDS.length)] as string).join(' ')
  return Array.from({ length: count }, () => ({ texts: [text(), text(), text()], others: [text(), text()] }))
}

test('phrases that begin otherwise than asked for are left out, all others are there', () => {
  const text = 'phấn đấu đạt 25% rừng, đấu đạt ha'
  const all = phrasesOf(text)
  expect(all).toContain('đạt N%')
  expect(phrasesOf(text, new Set(['đấu đạt']))).toEqual(all.filter(p => p.startsWith('đấu đạt')))
})

test('the heaviest phrases are those that weighing every phrase gives', async () => {
  const contrasts = articles(300)
  const counts = new Map<string, number>()
  for (const { texts } of contrasts)
    for (const phrase of new Set(texts.flatMap(t => phrasesOf(t)))) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  expect([...counts.values()].filter(n => n >= 2).length).toBeGreaterThan(1000)
  const model = new TfIdf()
  for (const { others } of contrasts) model.addDocument([...new Set(others.flatMap(t => phrasesOf(t)))])
  const found = await typicalPhrases(contrasts, { most: 10, least: 2 })
  expect(found).toHaveLength(10)
  const weigh = (phrase: string, count: number) => count * (model.idf(phrase) - 1) * Math.log2(phrase.split(' ').length + 1)
  for (const { phrase, count, weight } of found) {
    expect(count).toBe(counts.get(phrase))
    expect(weight).toBeCloseTo(weigh(phrase, count), 8)
  }
  // Whatever is heavier and was left out says nothing of its own.
  const lightest = Math.min(...found.map(f => f.weight))
  const isInside = (inner: string, outer: string) => ` ${outer} `.includes(` ${inner} `)
  const leftOut = [...counts].filter(
    ([phrase, count]) =>
      weigh(phrase, count) > lightest + 1e-9 &&
      !found.some(f => isInside(f.phrase, phrase) || isInside(phrase, f.phrase)) &&
      ![...counts].some(([longer, n]) => longer !== phrase && isInside(phrase, longer) && n >= 0.6 * count)
  )
  expect(leftOut).toEqual([])
})
