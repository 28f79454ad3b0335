import { describe, expect, test } from 'vitest'
import { article, folderWith, line, linesOf, muctieu } from './harness.ts'

const REFUSED = 'Hà Giang xử lý rác\n\nTỉnh Hà Giang phấn đấu hoàn thành trong 3 đợt, đến năm 2030.\n'

async function idOf(folder: string, kind: string): Promise<string> {
  const lines = linesOf((await muctieu(folder, ['extract', 'a.txt', '--rejections'])).stdout)
  return String(lines.find(l => l['kind'] === kind)?.['id'])
}

function expectNarrow(stdout: string): void {
  for (const text of stdout.split('\n')) expect([...text].length, text).toBeLessThanOrEqual(80)
}

describe('a record', () => {
  test('is shown with carets exactly under the words of each field', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    await muctieu(folder, ['run', 'a.txt'])
    const { stdout, code } = await muctieu(folder, ['explain', await idOf(folder, 'target')])
    expect(code).toBe(0)
    const rows = stdout.split('\n')
    const at = rows.findIndex(row => row.includes('đạt 60%'))
    const [sentence = '', ...carets] = rows.slice(at, at + 8)
    const value = carets.find(row => /\^ (?:.*, )?value/.test(row)) ?? ''
    expect(value.slice(sentence.indexOf('60%'), sentence.indexOf('60%') + 3)).toBe('^^^')
    expect(value.indexOf('^')).toBe(sentence.indexOf('60%'))
    expect(stdout).toMatch(/^ {2}value +60% +same_clause +quantity\/percent$/m)
    expect(stdout).toMatch(/^ {2}place +ha_giang/m)
    expectNarrow(stdout)
  })

  test('is the same from the input as from the database', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    await muctieu(folder, ['run', 'a.txt'])
    const id = await idOf(folder, 'target')
    expect((await muctieu(folder, ['explain', id, '--input', 'a.txt'])).stdout).toBe((await muctieu(folder, ['explain', id])).stdout)
  })

  test('is shown with the rules behind it, their patterns and examples', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    const { stdout } = await muctieu(folder, ['explain', await idOf(folder, 'target'), '--input', 'a.txt', '--rules'])
    expect(stdout).toMatch(/^rule quantity\/percent \(tagging\)\n {2}pattern /m)
    // Also where the rule gave a field that stands apart from the value.
    expect(stdout).toMatch(/^ {2}matched {3}indicator "tỷ lệ che phủ rừng.*\n {2}matched {3}value "60%"/m)
  })

  test('is JSON for programs', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    const id = await idOf(folder, 'target')
    const { stdout } = await muctieu(folder, ['explain', id, '--input', 'a.txt', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      article: { kind: 'article' },
      record: { id },
      fields: expect.arrayContaining([expect.objectContaining({ field: 'value' })])
    })
  })

  test('that is not there is wrong usage', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    await muctieu(folder, ['run', 'a.txt'])
    const done = await muctieu(folder, ['explain', '0123456789abcdef'])
    expect([done.code, done.stderr]).toEqual([2, 'muctieu: There is no record and no rejection 0123456789abcdef in out/muctieu.sqlite.\n'])
  })
})

test('a refused candidate is shown with its reason', async () => {
  const folder = folderWith({ 'a.txt': REFUSED })
  const id = await idOf(folder, 'rejection')
  expect(id).toMatch(/^[0-9a-f]{16}$/)
  const { stdout } = await muctieu(folder, ['explain', id, '--input', 'a.txt'])
  expect(stdout).toMatch(/^refused target/m)
  expect(stdout).toMatch(/\^\^\^\^\^ unit\/no-goal/)
  expectNarrow(stdout)
})

describe('an offset', () => {
  test('shows what was read there', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    const { stdout } = await muctieu(folder, ['explain', `a.txt:${article(60).indexOf('60%')}`])
    expect(stdout).toMatch(/\^ offset \d+/)
    expect(stdout).toMatch(/quantity \(quantity\/percent\) \^\^\^$|\^\^\^ quantity \(quantity\/percent\)$/m)
    expect(stdout).toMatch(/^target [0-9a-f]{16}/m)
  })

  test('where nothing was read says so', async () => {
    const { stdout } = await muctieu(folderWith({ 'a.txt': article(60) }), ['explain', 'a.txt:3'])
    expect(stdout).toContain('No record and no refused candidate was read here.')
  })

  test('in a file of many articles wants the name of one', async () => {
    const folder = folderWith({ 'a.ndjson': line({ id: 'x', text: article(1) }) + line({ id: 'y', text: article(60) }) })
    const vague = await muctieu(folder, ['explain', 'a.ndjson:3'])
    expect([vague.code, vague.stderr]).toEqual([2, expect.stringMatching(/a\.ndjson holds 2 articles; name one: \S*a\.ndjson#ID:3/)])
    const { stdout } = await muctieu(folder, ['explain', `a.ndjson#y:${article(60).indexOf('60%')}`])
    expect(stdout).toMatch(/^target/m)
  })

  test('beyond the text is wrong usage', async () => {
    const done = await muctieu(folderWith({ 'a.txt': article(60) }), ['explain', 'a.txt:99999'])
    expect([done.code, done.stderr]).toEqual([2, expect.stringMatching(/there is no offset 99999/)])
  })
})

test('a rule is shown with its pattern and examples', async () => {
  const { stdout } = await muctieu(folderWith(), ['explain', '--rule', 'date/period'])
  expect(stdout).toMatch(/^rule date\/period \(tagging\)\n {2}pattern .*\n {2}reads .*⟦.*⟧/)
})
