import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../cli/harness.ts'
import { type Answered, hiddenOf, type Serving, serving } from './serving.ts'
import { folderOfTwoRuns, said } from './two-runs.ts'

describe('beside the text of a change', () => {
  let folder = ''
  let review: Serving
  beforeAll(async () => {
    folder = await folderOfTwoRuns()
    // The other way round: what was read goes away.
    review = await serving(folder, ['--base', 'new', '--new', 'base', '--lang', 'en'])
  })
  afterAll(() => review.stop())

  const OPEN = 'changes?kind=document&state=undecided'
  const page = async (path: string): Promise<string> => (await review.send(path)).text
  const post = (fields: Record<string, string> | URLSearchParams): Promise<Answered> =>
    review.send('decide', { method: 'POST', body: new URLSearchParams(fields) })
  const truth = (): Record<string, unknown> => {
    const [row] = ask<{ truth: string }>(folder, 'SELECT truth FROM decisions ORDER BY id DESC LIMIT 1', 'm.sqlite')
    return JSON.parse(row?.truth ?? 'null') as Record<string, unknown>
  }

  test('stand the title, the source and the day of the article', async () => {
    const where = /<p class="where">[\s\S]*?<\/p>/.exec(await page(OPEN))?.[0] ?? ''
    expect(where).toMatch(/<a href="https:\/\/example\.org\/\d" target="_blank" rel="noopener noreferrer">source<\/a>/)
    expect(said(where)).toMatch(/Bài về .+ · 03\/0\d\/2021 · source/)
  })

  test('stands what a value that went away was read from, and by which rule', async () => {
    const row = /<tr class="changed"><th scope="row">issued<\/th>[\s\S]*?<\/tr>/.exec(await page(OPEN))?.[0] ?? ''
    expect(row).toContain('<del>2020-06-03</del>')
    // Under the value itself, on its own side.
    expect(said(/<td class="old">[\s\S]*?<\/td>/.exec(row)?.[0] ?? '')).toMatch(/same clause \S*\/\S+ ngày 3\/6\/2020/)
  })

  test('old values are taken field by field, with what they were read from', async () => {
    const markup = await page(OPEN)
    expect(markup).toMatch(/<input type="checkbox" name="take" value="issued" form="take-old">/)
    const fields = new URLSearchParams({ ...hiddenOf(markup), action: 'edit' })
    fields.append('take', 'issued')
    expect((await post(fields)).status).toBe(200)
    const held = truth() as { issued: string; number: string; evidence: Record<string, { quote: string }> }
    expect(held.issued).toBe('2020-06-03')
    expect(held.number).toMatch(/QĐ-TT$/)
    expect(held.evidence['issued']?.quote).toBe('ngày 3/6/2020')
  })

  test('places and indicators are suggested, and taken by their names', async () => {
    const open = 'changes?kind=target&state=undecided'
    const markup = await page(open)
    expect(markup).toMatch(/name="f\.place" type="text" value="[^"]+" list="names-place"/)
    expect(/<datalist id="names-place">[\s\S]*?<\/datalist>/.exec(markup)?.[0]).toContain('<option value="Hậu Giang">')
    expect(/<datalist id="names-indicator">[\s\S]*?<\/datalist>/.exec(markup)?.[0].match(/<option/g)?.length).toBeGreaterThan(50)
    const edit = editOf(markup)
    const name = 'Tỷ trọng kinh tế số trong GDP'
    expect((await post({ ...edit, 'f.place': 'nghệ an', 'f.indicator': name, 'i.indicator': '' })).status).toBe(200)
    expect(truth()).toMatchObject({ place: 'nghe_an', indicator: { id: 'digital_economy_share_gdp', text: name } })
  })

  test.each<[what: string, typed: Record<string, string>, says: RegExp]>([
    [
      'a place that there is not',
      { 'f.place': 'Hậu Gang' },
      /^place: no place of the gazetteer is called “Hậu Gang”\..* Is it Hậu Giang\?$/
    ],
    ['an indicator that there is not', { 'i.indicator': 'xyz' }, /^indicator: the catalogue has no id “xyz”\./],
    ['a number that is none', { 'f.low': 'hai' }, /^low: “hai” is no number\. Write it as 25 or 25\.5\.$/],
    ['a day that is none', { 'f.deadline': 'cuối năm' }, /^deadline: “cuối năm” is no date\./],
    ['two numbers the wrong way round', { 'f.low': '90' }, /“low” is above “high”\.$/],
    ['a number that is missing', { 'f.low': '' }, /^low: nothing is there yet\.$/]
  ])('%s is said in words, and what was typed stays', async (_what, typed, says) => {
    const answered = await post({ ...editOf(await page('changes?kind=target&state=undecided')), ...typed })
    expect(answered.status).toBe(422)
    const { form } = JSON.parse(answered.text) as { form: string }
    expect(said(/<p class="problem" role="alert">[\s\S]*?<\/p>/.exec(form)?.[0] ?? '').trim()).toMatch(says)
    const [[name = '', value = ''] = []] = Object.entries(typed)
    expect(form).toContain(`name="${name}"`)
    expect(said(form.replaceAll('"', ' '))).not.toContain('regex')
    if (value !== '') expect(form).toContain(`value="${value}"`)
  })

  /** What the form for editing would send as it stands. */
  function editOf(markup: string): Record<string, string> {
    const form = /<form class="edit"[\s\S]*?<\/form>/.exec(markup)?.[0] ?? ''
    const inputs = [...form.matchAll(/<input[^>]*? name="([^"]+)"[^>]*? value="([^"]*)"/g)].map(m => [m[1], m[2]])
    const selects = [...form.matchAll(/<select[^>]*? name="([^"]+)">[\s\S]*?<option value="([^"]*)" selected/g)].map(m => [m[1], m[2]])
    return { ...Object.fromEntries([...inputs, ...selects]), token: randomUUID() } as Record<string, string>
  }
})
