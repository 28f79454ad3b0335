import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RuleTally } from '../../src/commands/rules/tally.ts'
import { rulesCommand } from '../../src/commands/rules.ts'
import { UsageError } from '../../src/model/usage-error.ts'
import { captured } from './captured.ts'

const ARTICLES = [
  'Ngày 17/5/2021, Tỉnh ủy Hậu Giang ban hành Nghị quyết số 147-NQ/TU về chuyển đổi số.\nMục tiêu đến năm 2025, kinh tế số chiếm 22% GRDP của tỉnh.\n',
  'Đến năm 2030, kinh tế số chiếm 30% GRDP, tỷ lệ hộ nghèo còn dưới 1,5%.\nThị trường hôm qua đóng cửa ở mức 1.200 điểm.\n'
]
// Percentages that no rule says anything about: a made verb, in three articles.
const ODD = ['Chất lượng', 'Năng suất', 'Sản lượng'].map(word => `${word} của cơ sở này lẹt đẹt cỡ chừng 37% theo lời người trong nghề.\n`)

let root: string
const run = (...args: string[]) => captured(rulesCommand, args, root)
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'muctieu-rules-'))
  const lines = (texts: readonly string[]) =>
    texts.map((text, i) => `${JSON.stringify({ id: `n${i}`, published: '2021-07-01', text })}\n`).join('')
  await writeFile(join(root, 'news.ndjson'), lines(ARTICLES))
  await writeFile(join(root, 'odd.ndjson'), lines([...ODD, ...ARTICLES]))
})
afterAll(() => rm(root, { recursive: true }))

describe('rules hits', () => {
  test('counts mentions, readings, records and articles of every rule', async () => {
    const { articles, rules } = (await json('hits', 'news.ndjson')) as { articles: number; rules: RuleTally[] }
    expect(articles).toBe(2)
    const of = (rule: string) => rules.find(r => r.rule === rule)
    expect(of('quantity/percent')).toMatchObject({ kind: 'tagging', hits: 3, records: 3, articles: 2 })
    expect(of('document_number/party')).toMatchObject({ hits: 1, articles: 1 })
    expect(of('cue/lexicon')).toMatchObject({ kind: 'phrase' })
    expect(rules.some(r => r.kind === 'grammar' && (r.hits ?? 0) > 0 && r.records > 0)).toBe(true)
    expect(rules.some(r => r.kind === 'link' && r.hits === null && r.records > 0)).toBe(true)
    expect(new Set(rules.map(r => r.rule)).size).toBe(rules.length)
  })

  test('prints a table', async () => {
    const { out } = await run('hits', 'news.ndjson')
    expect(out).toMatch(/^rule +kind +hits +records +refused +articles\n/)
    expect(out).toMatch(/^quantity\/percent +tagging +3 +3 +\d+ +2$/m)
  })
})

describe('rules dead', () => {
  test('lists what found nothing and not what found something', async () => {
    const { dead } = (await json('dead', 'news.ndjson')) as { dead: RuleTally[] }
    const names = dead.map(r => r.rule)
    expect(names).toContain('date/quarter')
    expect(names).not.toContain('quantity/percent')
  })

  test('lists phrases of lexicons when asked', async () => {
    const { phrases } = (await json('dead', 'news.ndjson', '--phrases')) as { phrases: { rule: string; phrase: string }[] }
    const cues = phrases.filter(p => p.rule === 'cue/lexicon').map(p => p.phrase)
    expect(cues.length).toBeGreaterThan(20)
    expect(cues).not.toContain('mục tiêu')
    expect((await run('dead', 'news.ndjson')).out).not.toMatch(/phrases/)
  })
})

describe('rules worth', () => {
  test('a rule that is needed changes articles, one that is not changes none', async () => {
    const { articles, rules } = await json('worth', 'news.ndjson', '--rule', 'quantity/')
    expect(articles).toBe(2)
    const of = (rule: string) => rules.find((r: { rule: string }) => r.rule === rule)
    expect(of('quantity/percent')).toEqual({ rule: 'quantity/percent', changed: 2, gained: null, lost: null })
    expect(of('quantity/net-zero')).toMatchObject({ changed: 0 })
  })

  test('gold says what a rule gains', async () => {
    const sum = createHash('sha256').update(ARTICLES[1]!).digest('hex')
    const at = ARTICLES[1]!.indexOf('30%')
    const goal = { start: at, end: at + 3, quote: '30%', status: 'goal', low: 30, high: 30, comparator: '=', unit: '% GRDP' }
    const fields = { indicator: null, value_kind: 'level', baseline: null, deadline: '2030', place: null, document: null }
    await writeFile(
      join(root, 'news.gold.ndjson'),
      `${JSON.stringify({ article: 'n1', sha256: sum, quantities: [{ ...goal, ...fields }] })}\n`
    )
    const { out } = await run('worth', 'news.ndjson', '--rule', 'quantity/percent', '--gold', 'news.gold.ndjson')
    expect(out).toMatch(/^rule +articles changed +gold gained +gold lost\n/)
    const [, gained] = /^quantity\/percent +2 +(\d+) +(\d+)$/m.exec(out) ?? []
    expect(Number(gained)).toBeGreaterThan(0)
  })

  test('rules that are none are wrong usage', async () => {
    await expect(run('worth', 'news.ndjson', '--rule', 'nothing/')).rejects.toThrow(UsageError)
  })
})

describe('rules try', () => {
  test('a grammar pattern runs over chunks and shows its groups', async () => {
    const { out } = await run('try', '[<indicator>#Indicator] CHIẾM [<value>#Percent]', 'news.ndjson')
    expect(out).toMatch(/news\.ndjson#n0:2:\d+ .*⟦kinh tế số chiếm 22%⟧/)
    expect(out).toMatch(/ {4}indicator: kinh tế số\n {4}value: 22%\n/)
    expect(out).toMatch(/^2 matches in 2 of 2 articles$/m)
  })

  test('a regular expression in slashes runs over the text, with spans of the text layer', async () => {
    const { matches, total } = await json('try', '/còn dưới (?<n>[\\d,]+)/', 'news.ndjson')
    expect(total).toBe(1)
    const [found] = matches
    expect(ARTICLES[1]!.slice(found.start, found.end)).toBe('còn dưới 1,5')
    expect(found.slots.n).toMatchObject({ quote: '1,5' })
  })

  test('a limit cuts what is shown, not what is counted', async () => {
    expect((await run('try', '#Percent', 'news.ndjson', '--limit', '1')).out).toMatch(/^3 matches in 2 of 2 articles, 1 shown$/m)
  })

  test('a tag that nothing has is told', async () => {
    const { out, err } = await run('try', '#Percnt', 'news.ndjson')
    expect([out, err]).toEqual(['0 matches in 0 of 2 articles\n', 'muctieu: No chunk of these articles has the tag #Percnt.\n'])
  })

  test.each(['/(/', '', '(đạt|chiếm', '. {0,3} đạt', '.{0,3} đạt'])('%j is no pattern', async pattern => {
    await expect(run('try', pattern, 'news.ndjson')).rejects.toThrow(UsageError)
  })
})

describe('rules gaps', () => {
  test('shows the phrase that the unclaimed sentences share, with marked sentences', async () => {
    const { phrases, counts } = await json('gaps', 'odd.ndjson')
    expect(counts.status).toBeGreaterThanOrEqual(3)
    const shared = phrases.find((p: { phrase: string }) => /lẹt đẹt|cỡ chừng|N%/.test(p.phrase))
    expect(shared.count).toBe(3)
    expect(shared.examples).toHaveLength(2)
    expect(shared.examples[0].text).toMatch(/⟦.+⟧/)
  })

  test('prints weight, count, phrase and sentences', async () => {
    expect((await run('gaps', 'odd.ndjson', '--of', 'status', '--top', '1', '--examples', '1')).out).toMatch(
      /\n +[\d.]+ +3× {2}\S.*\n +odd\.ndjson#n\d:1:1 {2}.*⟦.*⟧/
    )
  })

  test('finds nothing where everything is claimed', async () => {
    expect((await json('gaps', 'news.ndjson', '--of', 'indicator')).phrases).toEqual([])
  })
})

describe('rules indicators', () => {
  const named = (words: string) => `Đến năm 2030, ${words} đạt 60%.\n`
  beforeAll(() =>
    writeFile(
      join(root, 'unknown.ndjson'),
      ['tỷ lệ bể sục khí', 'tỷ lệ bể sục khí', 'tỷ lệ các bể sục khí', 'tỷ lệ lò nung gạch', 'tỷ lệ che phủ rừng']
        .map((words, i) => `${JSON.stringify({ id: `u${i}`, published: '2021-07-01', text: `${i}\n${named(words)}` })}\n`)
        .join('')
    )
  )

  test('puts nearly equal ones together, and none that the catalogue has', async () => {
    const { articles, indicators, groups } = await json('indicators', 'unknown.ndjson')
    expect([articles, indicators]).toEqual([5, 3])
    const shown = groups.map(({ text, count, variants }: Record<string, unknown>) => ({ text, count, variants }))
    expect(shown).toEqual([
      { text: 'tỷ lệ bể sục khí', count: 3, variants: [{ text: 'tỷ lệ các bể sục khí', count: 1 }] },
      { text: 'tỷ lệ lò nung gạch', count: 1, variants: [] }
    ])
  })

  test('prints how often, the words, and where first', async () => {
    const { out } = await run('indicators', 'unknown.ndjson', '--top', '1')
    expect(out).toMatch(
      /^3 indicators of 5 articles are not in the catalogue\n\n +3× {2}tỷ lệ bể sục khí.*\n +unknown\.ndjson#u0:2:\d+\n +1× {2}tỷ lệ các bể sục khí\n$/
    )
  })
})

test('an article that cannot be read is told, the others are used', async () => {
  const { code, err } = await run('hits', 'news.ndjson', 'missing.txt')
  expect(code).toBe(3)
  expect(err).toMatch(/missing\.txt/)
})
