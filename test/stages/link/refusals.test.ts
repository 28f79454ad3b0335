import { describe, expect, test } from 'vitest'
import { articleOf, extract } from '../../../src/index.ts'
import { REFUSALS } from '../../../src/stages/link/refusal.ts'

const PLAN = 'Mục tiêu của kế hoạch\n'

/** Why the number that `⟦…⟧` marks was refused, in words, or `target` where it was not. */
async function fate(marked: string): Promise<string> {
  // What is refused is refused in a plan too, where nothing else speaks against it.
  const text = `${PLAN}${marked.replaceAll('¶', '\n')}`
  const start = text.indexOf('⟦')
  const article = await articleOf({ text: text.replace(/[⟦⟧]/g, ''), published: '2024-05-06' })
  const { records, rejections } = extract(article)
  const isAt = (s: { start: number; end: number }): boolean => s.start < text.indexOf('⟧') - 1 && s.end > start
  const target = records.find(r => r.kind === 'target' && isAt(r.anchor))
  const refusal = rejections.find(r => isAt(r))
  return target !== undefined ? 'target' : refusal === undefined ? 'nothing' : `${refusal.reason}: ${refusal.message}`
}

describe.each(
  REFUSALS.map(({ reason, message, examples, counterexamples }) => ({
    name: `${reason}: ${typeof message === 'string' ? message : message.toString().replace(/^.*?`|`.*$/g, '')}`,
    // Which of the rules with one reason it was, its words tell; those with the unit in them are told apart by the reason.
    refused: expect.stringMatching(typeof message === 'string' ? `^${reason}: ${message}$` : `^${reason}: `),
    reason,
    examples,
    counterexamples
  }))
)('$name', ({ refused, reason, examples, counterexamples }) => {
  test('has an example and a counterexample', () => expect([examples.length > 0, counterexamples.length > 0]).toEqual([true, true]))
  test.each(examples)('%s', async text => expect(await fate(text)).toEqual(refused))
  test.each(counterexamples)('not: %s', async text => expect(await fate(text)).toBe('target'))
  test('says why in words', () => expect(reason).toMatch(/^[a-z]+\/[a-z-]+$/))
})
