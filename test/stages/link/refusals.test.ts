import { describe, expect, test } from 'vitest'
import { articleOf, extract } from '../../../src/index.ts'
import { REFUSALS } from '../../../src/stages/link/refusals.ts'

const PLAN = 'Mục tiêu của kế hoạch\n'

/** The id of the refusal of the number that `⟦…⟧` marks, or `target` where it was not refused. */
async function fate(marked: string): Promise<string> {
  // What is refused is refused in a plan too, where nothing else speaks against it.
  const text = `${PLAN}${marked.replaceAll('¶', '\n')}`
  const start = text.indexOf('⟦')
  const article = await articleOf({ text: text.replace(/[⟦⟧]/g, ''), published: '2024-05-06' })
  const { records, rejections } = extract(article)
  const isAt = (s: { start: number; end: number }): boolean => s.start < text.indexOf('⟧') - 1 && s.end > start
  const target = records.find(r => r.kind === 'target' && isAt(r.anchor))
  return target !== undefined ? 'target' : (rejections.find(r => isAt(r))?.rule ?? 'nothing')
}

test('each has an id of its own', () => expect(new Set(REFUSALS.map(r => r.id)).size).toBe(REFUSALS.length))

describe.each(REFUSALS)('$id', ({ id, reason, examples, counterexamples }) => {
  test('has an example and a counterexample', () => expect([examples.length > 0, counterexamples.length > 0]).toEqual([true, true]))
  test.each(examples)('%s', async text => expect(await fate(text)).toBe(id))
  test.each(counterexamples)('not: %s', async text => expect(await fate(text)).toBe('target'))
  test('says why in words', () => expect([id, reason].map(name => /^[a-z]+\/[a-z-]+$/.test(name))).toEqual([true, true]))
})
