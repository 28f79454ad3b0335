import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportScript } from '../../src/commands/review/assets.ts'
import { SOURCES, VIA_ROLES } from '../../src/model/frame.ts'
import { DEADLINE_MODS, STATUSES, VALUE_KINDS } from '../../src/model/record.ts'
import { html, shownText } from '../../src/review/html.ts'
import { KEY_LIST } from '../../src/review/keys.ts'
import { bothSides, type Mark, marksOf, segments } from '../../src/review/marks.ts'
import { renderPane } from '../../src/review/pane.ts'
import { renderRecord } from '../../src/review/record-table.ts'
import { en } from '../../src/review/words/en.ts'
import { sayIn, sayNumber } from '../../src/review/words/index.ts'
import { vi } from '../../src/review/words/vi.ts'
import { TEXT, target } from '../diff/factories.ts'

const say = sayIn('vi')
const mark = (start: number, end: number, said: Partial<Mark> = {}): Mark => ({
  start,
  end,
  field: 'value',
  side: 'both',
  label: 'x',
  ...said
})
const noNames = () => null
const inOrder = (marks: readonly Mark[]) => marks.toSorted((a, b) => a.start - b.start || a.end - b.end)

describe('markup', () => {
  test('escapes whatever is put into it, and keeps markup that was made by it', () => {
    expect(html`<p title="${'"><script>'}">${html`<b>${"a&b'"}</b>`}${null}${false}${[html`1`, html`2`]}</p>`.html).toBe(
      '<p title="&#34;&#62;&#60;script&#62;"><b>a&#38;b&#39;</b>12</p>'
    )
  })

  test('shows control and direction marks as signs, one for one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const shown = shownText(text)
        expect(shown).toHaveLength(text.length)
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ud800-\udbff](?![\udc00-\udfff])/)
      })
    )
  })
})

describe('segments', () => {
  test('cut a text at every boundary: each is covered whole by its marks, and together they are the text', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]) => mark(start, start + length))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), marks => {
        const parts = segments({ start: 5, end: 45 }, marks)
        expect(parts[0]?.start).toBe(5)
        expect(parts.at(-1)?.end).toBe(45)
        for (const [i, p] of parts.entries()) {
          if (i > 0) expect(p.start).toBe(parts[i - 1]?.end)
          expect(inOrder(p.marks)).toEqual(inOrder(marks.filter(m => m.start <= p.start && p.end <= m.end)))
          expect(marks.some(m => (m.start > p.start && m.start < p.end) || (m.end > p.start && m.end < p.end))).toBe(false)
        }
      })
    )
  })

  test('of both sides mark once what both have', () => {
    const [old, now] = [
      target('25%'),
      target('25%', { evidence: { value: target('25%').evidence, deadline: { ...target('2025').anchor, rule: 'r' } } })
    ]
    const marks = bothSides(
      marksOf(old, 'old', f => f),
      marksOf(now, 'new', f => f)
    )
    expect(marks.map(m => [m.field, m.side])).toEqual(
      expect.arrayContaining([
        ['anchor', 'both'],
        ['date', 'new']
      ])
    )
  })
})

describe('the text pane', () => {
  const pane = (text: string, focus = { start: 0, end: 0 }) =>
    renderPane({ text, marks: [mark(focus.start, focus.end, { field: 'anchor' })], neighbours: [], focus, wholeHref: '/whole' }, say).html

  test('shows a long text around what matters, and says how much is left out', () => {
    const text = `${'a'.repeat(100_000)}25%${'b'.repeat(100_000)}`
    const shown = pane(text, { start: 100_000, end: 100_003 })
    expect(shown.length).toBeLessThan(20_000)
    expect(shown).toContain('94.000 ký tự')
    expect(shown).toContain('href="/whole"')
  })

  test('does not cut a pair of surrogates', () => {
    const text = `${'🎯'.repeat(20_000)}25%${'🎯'.repeat(20_000)}`
    expect(pane(text, { start: 40_000, end: 40_003 })).not.toContain('\ufffd')
  })

  test('tells old, new and common marks apart without color', () => {
    const shown = renderPane(
      {
        text: TEXT,
        marks: [mark(0, 5, { side: 'old' }), mark(6, 9, { side: 'new' }), mark(10, 12)],
        neighbours: [],
        focus: { start: 0, end: 1 },
        wholeHref: null
      },
      say
    ).html
    expect(shown).toMatch(/<del class="m-value s-old".*<ins class="m-value s-new".*<mark class="m-value s-both"/s)
    expect(shown).toContain('data-tag="−x"')
    expect(shown).toContain('data-tag="+x"')
  })
})

describe('the table of a record', () => {
  test('puts what changed first, old beside new', () => {
    const table = renderRecord(
      { before: target('25%'), after: target('25%', { deadline: '2030' }), fields: ['deadline'], takeable: [] },
      say,
      noNames
    ).html
    expect(table).toMatch(
      /<tbody><tr class="changed"><th scope="row">thời hạn<\/th><td class="old"><del>2025<\/del> <\/td><td class="new"><ins>2030<\/ins>/
    )
  })

  test('writes numbers as the language does', () => {
    expect(sayNumber(say, 1234567.5)).toBe('1.234.567,5')
    expect(sayNumber(sayIn('en'), 1234567.5)).toBe('1,234,567.5')
    expect(sayNumber(say, 0.9, 3)).toBe('0,900')
  })
})

describe('the words of the pages', () => {
  test('are the same in both languages, with the same gaps', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi))
    const gaps = (text: string) => [...text.matchAll(/\{[a-z]+\}/g)].map(m => m[0]).toSorted()
    for (const [key, text] of Object.entries(vi)) expect(gaps(en[key as keyof typeof vi]), key).toEqual(gaps(text))
  })

  test('have one for each code that pages show, and no text of them is English', () => {
    const codes: [prefix: string, values: readonly string[]][] = [
      ['v', [...VALUE_KINDS, ...STATUSES, ...DEADLINE_MODS, 'up', 'down', 'top_n', 'exact', 'at_least', 'band', 'leader', 'improve']],
      ['src', SOURCES],
      ['role', VIA_ROLES],
      ['kind', ['target', 'rank_goal', 'observation', 'document']],
      ['confidence', ['high', 'medium', 'low']]
    ]
    for (const [prefix, values] of codes) for (const value of values) expect(Object.keys(vi), value).toContain(`${prefix}_${value}`)
    // Words that both languages have: names of keys and of ways of typing, measures, what a file is called.
    const shared = /“muctieu [^”]*”|\b(?:F1|kappa|Telex|VNI|Backspace|Delete|other:)/g
    for (const [key, text] of Object.entries(vi)) {
      const words = text.replace(/\{[a-z]+\}/g, '').replace(shared, '')
      expect(words, key).not.toMatch(/\b(?:the|of|and|record|change|group|rule|sentence|article|run|state|review|page|is|top)\b/i)
    }
  })

  test('are one for one thing: an indicator is not called as a target is', () => {
    expect(vi.f_indicator).not.toBe(vi.kind_target)
    expect(Object.values(vi).filter(text => /luật/i.test(text))).toEqual([])
  })

  test('are all used', () => {
    const names = [
      'pages/actions',
      'pages/filters-form',
      'pages/groups',
      'pages/history',
      'pages/list',
      'pages/log',
      'pages/not-done',
      'pages/progress',
      'pages/rule',
      'pages/searching',
      'pages/shell',
      'pages/table',
      'pages/work',
      'pages/work-view',
      'pages/worth',
      'explain',
      'edit-form',
      'group-words',
      'sentence',
      'pane',
      'record-table',
      'report',
      'report-data',
      'keys'
    ]
    const sources = [
      ...names.map(n => `src/review/${n}.ts`),
      ...['answers', 'wish', 'app', 'pages', 'problem', 'rule-page', 'guard', 'form', 'serve', 'store-refusal'].map(
        n => `src/commands/review/${n}.ts`
      ),
      'src/commands/diff/head.ts'
    ]
      .map(f => readFileSync(f, 'utf8'))
      .join('\n')
    const coded =
      /^(?:log|problem|why|f|v|class|kind|src|role|state|verdict|action|gold|reason|cause|confidence|theme|tab|filter|span|split|column|scored|worth|unfinished|diff)_/
    expect(Object.keys(vi).filter(key => !coded.test(key) && !sources.includes(`'${key}'`))).toEqual([])
  })
})

describe('keys', () => {
  test('are each for one thing, and none is on Backspace, Delete, Enter or a digit', () => {
    const codes = KEY_LIST.map(k => k.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter(c => /Backspace|Delete|Enter|Digit|Space|Tab/.test(c))).toEqual([])
  })
})

describe('the scripts of the pages', () => {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
  test.each(['src/review/client', 'test/e2e'])('%s compiles', project => {
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' })
    expect(stdout.split('\n').filter(line => line.startsWith(project))).toEqual([])
  })

  test('stand alone in the static report', async () => {
    expect(await reportScript()).not.toMatch(/^\s*(?:import|export)\b/m)
  })
})
