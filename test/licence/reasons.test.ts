import { describe, expect, test } from 'vitest'
import { REASONS } from '../../src/decisions/licence/licence.ts'
import type { Reason } from '../../src/decisions/licence/reason.ts'
import { articleOf } from '../../src/index.ts'
import { licencesIn } from '../../src/pipeline.ts'

/** The ids of the reasons that hold for the number in marks; undefined where it is not read as a goal at all. */
async function reasonsFor(marked: string): Promise<readonly string[] | undefined> {
  const text = marked.replaceAll('¶', '\n')
  const [start, end] = [text.indexOf('⟦'), text.indexOf('⟧') - 1]
  const article = await articleOf({ text: text.replace(/[⟦⟧]/g, ''), published: '2024-05-06' })
  const found = licencesIn(article).find(({ span }) => span.start < end && span.end > start)
  return found?.licence.reasons.map(reason => reason.id)
}

test('reasons have ids of their own and points that say for or against, at first sight or in the end', () => {
  expect(new Set(REASONS.map(r => r.id)).size).toBe(REASONS.length)
  const isWhole = ({ points, sight = 0 }: Reason): boolean => Number.isInteger(points) && Number.isInteger(sight)
  expect(REASONS.filter(r => !r.id.startsWith('licence/') || !isWhole(r))).toEqual([])
  expect(REASONS.filter(r => r.points === 0 && (r.sight ?? 0) === 0)).toEqual([])
})

describe.each(REASONS.map(r => [r.id, r] as const))('%s', (id, { examples, counterexamples }) => {
  test('has an example and a counterexample', () => expect([examples.length > 0, counterexamples.length > 0]).toEqual([true, true]))
  test.each(examples)('%s', async text => expect(await reasonsFor(text)).toContain(id))
  test.each(counterexamples)('not: %s', async text => {
    const reasons = await reasonsFor(text)
    expect(reasons, 'read as a goal').toBeDefined()
    expect(reasons).not.toContain(id)
  })
})
