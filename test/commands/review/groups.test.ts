import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../cli/harness.ts'
import { type Answered, type Serving, serving } from './serving.ts'
import { folderOfTwoRuns, said } from './two-runs.ts'

describe('a review of changes', () => {
  let folder = ''
  let review: Serving
  beforeAll(async () => {
    folder = await folderOfTwoRuns()
    review = await serving(folder, ['--base', 'base', '--new', 'new', '--lang', 'en'])
  })
  afterAll(() => review.stop())

  const rows = (): Record<string, unknown>[] => ask(folder, 'SELECT * FROM decisions ORDER BY id', 'm.sqlite')
  const page = async (path: string): Promise<string> => (await review.send(path)).text
  const form = (markup: string, nth = 0): Record<string, string> => {
    const forms = [...markup.matchAll(/<form class="buttons decide-part"[\s\S]*?<\/form>/g)].map(m => m[0])
    return Object.fromEntries(
      [...(forms[nth] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(m => [m[1], m[2]])
    )
  }
  const post = (path: string, fields: Record<string, string>): Promise<Answered> =>
    review.send(path, { method: 'POST', body: new URLSearchParams(fields) })
  const told = (answered: Answered) => JSON.parse(answered.text) as { say?: string; alert?: string; url?: string }

  test('opens on its groups', async () => {
    const { status, headers } = await review.send('')
    expect([status, headers.location]).toEqual([303, `${new URL(review.url).pathname}groups`])
  })

  test('has a row for each cause and shape with its count and the share that is decided', async () => {
    const markup = await page('groups')
    const words = said(/<nav class="spine"[\s\S]*?<\/nav>/.exec(markup)?.[0] ?? '')
    expect(words).toMatch(/2 groups, 16 of 16 changes undecided/)
    expect(words).toMatch(/8 changed · target: document options: document_number\/state 0 % decided/)
    expect(words).toMatch(/8 changed · document: anchor, .*issued nothing → any options: document_number\/state/)
  })

  test('shows five examples with the sentence old beside new and the words that changed', async () => {
    const markup = await page('groups')
    const examples = /<table class="examples">[\s\S]*?<\/table>/.exec(markup)?.[0] ?? ''
    expect(examples.match(/class="under"/g)).toHaveLength(5)
    expect(examples).toContain('BASE')
    expect(examples).toMatch(/<ins>700\/QĐ-TTg<\/ins>|<ins>số 700\/QĐ-TTg<\/ins>|<ins>Quyết định số 700\/QĐ-TTg<\/ins>/)
    expect(said(examples)).toMatch(/Bài về .* \d\d\/\d\d\/2021/)
  })

  test('is split by values, by rule and by place, each part to be decided alone', async () => {
    const target = /href="groups\?group=([^"]+)" data-swap[^>]*>(?:(?!<\/a>)[\s\S])*target: document/.exec(await page('groups'))?.[1] ?? ''
    const markup = await page(`groups?group=${target}&by=place`)
    expect(said(markup)).toMatch(/Split the group by values 8 by rule \d+ by place 8/)
    expect(said(markup)).toContain('Hậu Giang 1 changes alike in 1 articles, 1 undecided')
    const part = form(markup, 1)
    expect(part).toMatchObject({ 'set.group': target, 'set.place': expect.any(String), count: '1' })
    const answered = await post('decide-group', { ...part, action: 'accept' })
    expect(told(answered).url).toBe(`groups?group=${target}`)
    expect(rows()).toHaveLength(1)
    await post('undo', { target: String(rows()[0]?.['id']), token: randomUUID() })
  })

  test('says before it decides: accept or reject, what, and how many', async () => {
    const markup = await page('groups')
    const sure = [...markup.matchAll(/data-sure="([^"]+)"/g)].map(m => said(m[1] as string))
    expect(sure[0]).toMatch(/^Accept 8 changes in 8 articles: .+ · .+\?$/)
    expect(sure[1]).toMatch(/^Reject 8 changes in 8 articles: .+ · .+\?$/)
  })

  test('decides a group at once, goes on to the next, and takes it back by its name as one entry of the log', async () => {
    const before = rows().length
    const first = form(await page('groups'))
    const group = first['set.group'] as string
    const answered = told(await post('decide-group', { ...first, action: 'reject' }))
    expect(answered.say).toMatch(/^Saved: rejected group of 8 changes \(.+ · .+\), 8 left$/)
    expect(answered.url).not.toContain(group)
    expect(rows()).toHaveLength(before + 8)
    const log = await page('log')
    expect(said(log)).toMatch(/Lan rejected group of 8 changes \(/)
    expect(log.match(/group of 8 changes/g)).toHaveLength(1)
    const undo = /<form method="post" action="undo">[\s\S]*?<\/form>/.exec(await page('groups'))?.[0] ?? ''
    expect(said(undo)).toMatch(/Undo: rejected group of 8 changes \(/)
    const done = await page(`groups?group=${group}`)
    expect(said(done)).toMatch(/This group is done\. To the next group \(1 left\)/)
    const target = /name="target" value="(\d+)"/.exec(undo)?.[1] ?? ''
    const back = told(await post('undo', { target, token: randomUUID() }))
    expect(back.say).toMatch(/^Undo: rejected group of 8 changes \(/)
    expect(back.url).toBe(`groups?group=${group}`)
    expect(said(await page('log'))).toMatch(/undone: rejected group of 8 changes/)
    expect(said(await page('groups'))).toContain('2 groups, 16 of 16 changes undecided')
  })

  test('keeps an exception that was decided one by one', async () => {
    const groupPage = await page('groups')
    const whole = form(groupPage)
    const list = /href="(changes\?group=[^"]+)" data-swap data-key="KeyO"/.exec(groupPage)?.[1] ?? ''
    const item = await page(list)
    const fields = Object.fromEntries(
      [
        ...(/<form class="actions"[\s\S]*?<\/form>/.exec(item)?.[0] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)
      ].map(m => [m[1], m[2]])
    ) as Record<string, string>
    await post('decide', { ...fields, action: 'reject' })
    // What was announced is no longer so.
    const late = await post('decide-group', { ...whole, action: 'accept' })
    expect(late.status).toBe(409)
    expect(told(late).alert).toBe('Not saved: the group changed meanwhile. 8 changes were announced, 7 are undecided now.')
    const now = form(await page('groups'))
    expect(told(await post('decide-group', { ...now, action: 'accept' })).say).toMatch(/accepted group of 7 changes/)
    expect(said(await page(`groups?group=${whole['set.group']}`))).toContain('8 changes in 8 articles: 7 accepted, 1 rejected, 0 undecided')
    for (const _ of [1, 2]) {
      const undo = /<form method="post" action="undo">[\s\S]*?<\/form>/.exec(await page('groups'))?.[0] ?? ''
      await post('undo', { target: /name="target" value="(\d+)"/.exec(undo)?.[1] ?? '', token: randomUUID() })
    }
    expect(said(await page('groups'))).toContain('16 of 16 changes undecided')
  })

  test('offers on an item those of the same values and those of the same shape, named as such', async () => {
    const markup = await page('changes?field=document_number')
    expect(said(markup)).toMatch(/same shape : 8 changes alike in 8 articles, 8 undecided/)
    expect(markup).toMatch(/data-sure="Accept 8 changes in 8 articles: [^"]*, same shape\?"/)
  })

  test('says so where an address names a group or an item that there is not', async () => {
    const group = await review.send('groups?group=nothing')
    expect(group.status).toBe(404)
    expect(said(group.text)).toContain('This address names a group that is not in this review.')
    const item = await review.send('changes?item=nothing')
    expect(item.status).toBe(404)
    expect(said(item.text)).toContain('This address names an item that is not in this review')
    expect(item.text).not.toContain('class="actions"')
  })

  describe('as a list', () => {
    const sentences = async (path: string): Promise<string[]> =>
      [...(await page(path)).matchAll(/<tr class="c-[\s\S]*?<\/tr>/g)].map(m => said(m[0]))

    test('has sentence with the changed words, indicator, place, article, day', async () => {
      const [row = ''] = await sentences('list?queue=changes&field=document_number')
      expect(row).toMatch(
        /Theo Quyết định số 70\d\/QĐ-TTg .* document 70\d\/QĐ-TT → 70\d\/QĐ-TTg kinh tế số .*Bài về .* \d\d\/\d\d\/2021 changed, undecided undecided/
      )
    })

    test('is sorted by a column, and back', async () => {
      const days = async (sort: string) =>
        (await sentences(`list?queue=changes&field=document_number&sort=${sort}`)).map(r => /\d\d\/2021/.exec(r)?.[0])
      const up = await days('day')
      expect(up).toEqual([...up].toSorted())
      expect(up).toHaveLength(8)
      expect(await days('-day')).toEqual(up.toReversed())
    })

    test('is searched without tones, in sentence, title, old and new values', async () => {
      expect(await sentences('list?queue=changes&q=HAU+giang+kinh+te')).toHaveLength(2)
      expect(await sentences('list?queue=changes&q=bai+ve+ca+mau')).toHaveLength(2)
      expect(await sentences('list?queue=changes&q=703%2Fqd')).toHaveLength(2)
      expect(await sentences('list?queue=changes&q=khong+co+gi')).toHaveLength(0)
    })

    test('counts what each filter would leave', async () => {
      const markup = await page('list?queue=changes&kind=target')
      expect(markup).toContain('>document (8)<')
      expect(markup).toContain('>not done (8)<')
      expect(markup).toMatch(/<option value="target" selected>target \(8\)/)
    })
  })
})
