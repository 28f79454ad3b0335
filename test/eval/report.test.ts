import { describe, expect, test } from 'vitest'
import { renderError } from '../../src/eval/listing.ts'
import { scoreArticle } from '../../src/eval/score.ts'
import { summarize } from '../../src/eval/summary.ts'
import { renderSets, renderSummary } from '../../src/eval/table.ts'
import { goldGoal, goldLine, reading, target } from './factories.ts'

const score = scoreArticle(goldLine({ quantities: [goldGoal({ note: 'by 2025' })] }), reading([target({ deadline: null })]))
const summary = summarize([score], { kind: null, field: null }, { intervals: true })

describe('the table', () => {
  const lines = renderSummary('made', summary).split('\n')

  test('has one line a measure with counts and interval', () => {
    expect(lines[0]).toBe('made (1 article)')
    expect(lines.find(l => l.startsWith('goal detected'))).toMatch(/1\.000 {2}1\.000 {2}1\.000 {2}1\.000–1\.000 {4}1 \/ 1 \/ 1$/)
    expect(lines.find(l => l.startsWith('deadline'))).toMatch(/0\.000 {2}0\.000–0\.000 {4}0 \/ 1$/)
  })

  test('leaves out what was not annotated and not read', () => {
    expect(lines.some(l => l.startsWith('date'))).toBe(false)
  })

  test('shows bands with their counts', () => {
    expect(lines.find(l => l.startsWith('  high'))).toMatch(/ 1 {2}1\.000 +1 +0 +0 {2}0\.000$/)
  })

  test('prints a dash where nothing is defined', () => {
    const missed = summarize(
      [scoreArticle(goldLine({ quantities: [goldGoal()] }), null)],
      { kind: null, field: null },
      { intervals: false }
    )
    expect(renderSummary('missed', missed)).toMatch(/goal detected +— +0\.000 {2}0\.000 .*0 \/ 0 \/ 1/)
  })

  test('sets stand side by side', () => {
    expect(
      renderSets([
        { name: 'one', summary },
        { name: 'other', summary }
      ])
    ).toMatch(/^goal detected +1\.000 +1\.000$/m)
  })
})

describe('the list of disagreements', () => {
  test('shows the sentence with the place marked, gold and reading', () => {
    const [error] = score.errors
    expect(renderError(error!)).toBe(
      `a1 64-67  target deadline  high
  Nghị quyết số 147-NQ/TU nêu rõ: đến năm 2025, kinh tế số chiếm ⟦25%⟧ GRDP.
  gold  2025   (by 2025)
  read  —   by deadline/before-value
`.replace('64-67', `${error!.start}-${error!.end}`)
    )
  })

  test('cuts a long sentence around the place, which it marks even where the words come twice', () => {
    const [error] = score.errors
    const quote = `25% ${'x'.repeat(400)} 25%${' y'.repeat(400)}`
    const text = renderError({ ...error!, start: 405, end: 408, quote: '25%', sentence: { start: 0, end: quote.length, quote } })
    expect(text).toMatch(/… x+ ⟦25%⟧( y)+ …/)
    expect(text.length).toBeLessThan(600)
  })

  test('shows the quote alone where the text is not there', () => {
    expect(renderError({ ...score.errors[0]!, sentence: null })).toContain('⟦25%⟧\n')
  })
})
