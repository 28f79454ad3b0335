import { describe, expect, test } from 'vitest'
import { causeOf, differenceOf } from '../../src/diff/cause.ts'
import { type Change, changesOf } from '../../src/diff/change.ts'
import { diffSides, isSame } from '../../src/diff/diff.ts'
import { EVERYTHING, narrow } from '../../src/diff/filter.ts'
import { diffJson } from '../../src/diff/json.ts'
import { renderMarkdown } from '../../src/diff/markdown.ts'
import { join, type Method, type Side } from '../../src/diff/side.ts'
import { summaryOf } from '../../src/diff/summary.ts'
import { renderText } from '../../src/diff/text.ts'
import { judge, verdictOf, type WrongPlace } from '../../src/diff/verdict.ts'
import type { AnyRecord } from '../../src/model/record.ts'
import { document, NO_DIFFERENCE, observation, PAIR, sideArticle, TEXT, target } from './factories.ts'

const METHOD: Method = {
  ruleset: 'r1',
  options: '{}',
  codeVersion: '1',
  inputSet: 'i',
  parts: [{ kind: 'rule', name: 'quantity/percent', hash: '1' }]
}
const content = (records: readonly AnyRecord[]) => ({ text: TEXT, records })
const changes = (before: readonly AnyRecord[], after: readonly AnyRecord[]) =>
  changesOf(PAIR, content(before), content(after), { difference: NO_DIFFERENCE })
const only = (before: readonly AnyRecord[], after: readonly AnyRecord[]): Change => changes(before, after).changes[0] as Change
const side = (label: string, articles: Side['articles'], method = METHOD): Side => ({ label, method, articles })

describe('a change', () => {
  test('says which fields differ', () => {
    expect(only([target('25%')], [target('25%', { deadline: '2030', confidence: 'low' })])).toMatchObject({
      class: 'changed',
      kind: 'target',
      fields: ['deadline', 'confidence']
    })
  })

  test('of a record that only one side has is lost or gained', () => {
    expect(only([target('25%')], [])).toMatchObject({ class: 'lost', after: null })
    expect(only([], [target('25%')])).toMatchObject({ class: 'gained', before: null })
  })

  test('to another kind is reclassified, with the fields that differ', () => {
    expect(only([target('25%')], [observation('25%')])).toMatchObject({ class: 'reclassified', kind: 'observation' })
    expect(only([target('25%')], [observation('25%')]).fields.slice(0, 2)).toEqual(['kind', 'status'])
  })

  test('of the words alone that something was read from is told apart', () => {
    const now = target('25%', { rules: ['quantity/percent', 'other/rule'] })
    expect(only([target('25%')], [now])).toMatchObject({ class: 'evidence', fields: ['rules'] })
    expect(changes([now], [now])).toEqual({ changes: [], same: ['target'] })
  })

  test('of a document anchor does not change what points at the document', () => {
    const [d, e] = [document('Nghị quyết 147-NQ/TU'), document('147-NQ/TU')]
    const both = changes([d, target('25%', { document_id: d.id })], [e, target('25%', { document_id: e.id })])
    expect(both.changes.map(c => c.kind)).toEqual(['document'])
    expect(only([target('25%', { document_id: d.id })], [target('25%', { document_id: 'other' })]).fields).toEqual(['document_id'])
  })

  test('names the rules that stand behind one side only', () => {
    expect(only([target('25%')], [target('25%', { low: 3, high: 3, rules: ['quantity/other'], evidence: {} })]).rules).toEqual({
      lost: ['quantity/percent'],
      gained: ['quantity/other']
    })
  })

  test('that is alike is of one group, whatever the values of free fields are', () => {
    const one = only([target('25%')], [target('25%', { deadline: '2030' })])
    const two = only([target('3%')], [target('3%', { deadline: '2045' })])
    const three = only([target('3%')], [target('3%', { deadline: null })])
    expect(one.group).toBe(two.group)
    expect(one.group).not.toBe(three.group)
  })
})

describe('the cause of a change', () => {
  const record = target('25%')
  const cause = (base: Partial<Method>, now: Partial<Method>, pair = PAIR) =>
    causeOf(pair, differenceOf({ ...METHOD, ...base }, { ...METHOD, ...now }), record, null)

  test('is the text or the metadata of the article before anything else', () => {
    expect(cause({}, { ruleset: 'r2' }, { ...PAIR, isTextChanged: true })).toEqual({ kind: 'text', names: [] })
    expect(cause({}, {}, { ...PAIR, after: sideArticle([], { published: '2024-01-01' }) })).toEqual({
      kind: 'metadata',
      names: ['published']
    })
  })

  test('is a rule that was left out on one side', () => {
    expect(cause({ options: '{"without":["date/period"]}' }, {})).toEqual({ kind: 'options', names: ['date/period'] })
  })

  test('is a rule of its own that is another one now', () => {
    const parts = [
      { kind: 'rule', name: 'quantity/percent', hash: '2' },
      { kind: 'code', name: 'stages/link.ts', hash: '9' }
    ]
    expect(cause({}, { ruleset: 'r2', parts })).toEqual({ kind: 'rules', names: ['quantity/percent'] })
  })

  test('is the code where none of its rules differs', () => {
    const parts = [...METHOD.parts, { kind: 'code', name: 'stages/link.ts', hash: '9' }]
    expect(cause({}, { ruleset: 'r2', parts })).toEqual({ kind: 'code', names: [] })
  })

  test('is unknown where nothing is known of how a side was made', () => {
    expect(cause({ parts: [], ruleset: null, options: null }, {})).toEqual({ kind: 'unknown', names: [] })
  })
})

describe('articles', () => {
  test('are joined by id, then by key, and a key that two texts bear joins none', () => {
    const a = sideArticle([], { id: '1'.repeat(16), key: 'k:a' })
    const [b, c, d] = ['2', '3', '4'].map(n => sideArticle([], { id: n.repeat(16), key: n === '2' ? 'k:b' : 'k:twice' })) as [
      typeof a,
      typeof a,
      typeof a
    ]
    const newB = sideArticle([], { id: '9'.repeat(16), key: 'k:b' })
    const newC = sideArticle([], { id: '8'.repeat(16), key: 'k:twice' })
    const joined = join([a, b, c, d], [newC, newB, a])
    expect(joined.pairs.map(p => [p.before, p.after, p.isTextChanged])).toEqual([
      [b, newB, true],
      [a, a, false]
    ])
    expect(joined.onlyBefore).toEqual([c, d])
    expect(joined.onlyAfter).toEqual([newC])
  })

  test('with another text are compared where the old words stand in the new one', () => {
    const after = `Mới.\n${TEXT}`
    const moved = {
      ...target('25%'),
      article_id: 'b'.repeat(16),
      anchor: { ...target('25%').anchor, start: target('25%').anchor.start + 5, end: target('25%').anchor.end + 5 }
    }
    const now = sideArticle([moved], { id: 'b'.repeat(16) }, after)
    const diff = diffSides(side('one', [sideArticle([target('25%'), target('3%')])]), side('two', [now]))
    expect(diff.textChanged).toBe(1)
    expect(diff.articles[0]?.changes.map(c => [c.class, c.cause.kind])).toEqual([['lost', 'text']])
  })

  test('with another text are compared by subject where the old words are gone, or no text is at hand', () => {
    const now = { ...target('25%', { low: 30, high: 30 }), article_id: 'b'.repeat(16) }
    const changed = sideArticle([now], { id: 'b'.repeat(16) }, TEXT.replace('25%', '30%'))
    for (const before of [
      sideArticle([target('25%')]),
      { ...sideArticle([target('25%')]), content: () => ({ text: null, records: [target('25%')] }) }
    ]) {
      const diff = diffSides(side('one', [before]), side('two', [changed]))
      expect(diff.articles[0]?.changes.map(c => [c.class, c.fields])).toEqual([['changed', ['low', 'high']]])
    }
  })

  test('that one side alone has are told and not counted as losses', () => {
    const diff = diffSides(side('one', [sideArticle([target('25%')], { id: '1'.repeat(16), key: 'k' })]), side('two', []))
    expect(diff).toMatchObject({ onlyBase: { articles: 1, records: 1 }, articles: [] })
    expect(isSame(diff)).toBe(false)
  })
})

describe('gold', () => {
  const change = only([target('25%')], [target('25%', { deadline: '2030' })])
  const wrong: WrongPlace = { ...target('25%').anchor, kind: 'target', field: 'deadline' }
  const say = (before: WrongPlace[], after: WrongPlace[], kinds = ['target']) => verdictOf(change, { before, after, kinds: new Set(kinds) })

  test('calls a change fixed, broke, still wrong, still right, or does not judge it', () => {
    expect(say([wrong], [])).toBe('fixed')
    expect(say([], [wrong])).toBe('broke')
    expect(say([wrong], [wrong])).toBe('still wrong')
    expect(say([], [])).toBe('still right')
    expect(say([], [], ['document'])).toBe('unjudged')
  })

  test('looks at the fields that changed, not at what was wrong before and is', () => {
    const place: WrongPlace = { ...wrong, field: 'place' }
    expect(say([place], [place, wrong])).toBe('broke')
    expect(say([place], [place])).toBe('still right')
  })

  test('puts what broke first', () => {
    const [good, bad] = [
      sideArticle([target('3%')], { id: '1'.repeat(16), key: '1' }),
      sideArticle([target('25%')], { id: '2'.repeat(16), key: '2' })
    ]
    const newer = (a: typeof good) => ({
      ...a,
      content: () => ({ text: TEXT, records: a.content().records.map(r => ({ ...r, deadline: '2030' })) })
    })
    const diff = judge(diffSides(side('a', [good, bad]), side('b', [newer(good), newer(bad)])), a => ({
      before: [],
      after: a.after.id.startsWith('2') ? [wrong] : [],
      kinds: new Set(['target'])
    }))
    expect(diff.articles.map(a => a.changes[0]?.verdict)).toEqual(['broke', 'still right'])
  })

  test('puts what broke first also where an article before it holds more', () => {
    const sides = (deadline: string) =>
      ['1', '2'].map(n => {
        const records = [target('3%', { deadline }), target('25%', { deadline })]
        return sideArticle(records, { id: n.repeat(16), key: n })
      })
    const diff = judge(diffSides(side('a', sides('2025')), side('b', sides('2030'))), () => ({
      before: [],
      after: [wrong],
      kinds: new Set(['target'])
    }))
    const text = renderText(diff, summaryOf(diff), { withChanges: true, withEvidence: false, limit: 50 })
    expect([...text.matchAll(/^~ \[([a-z ]+)\]/gm)].map(m => m[1])).toEqual(['broke', 'broke', 'still right', 'still right'])
  })
})

describe('a report', () => {
  const before = [target('25%'), target('3%'), document('Nghị quyết 147-NQ/TU', { title: 'về | số\nhai' })]
  const after = [target('25%', { deadline: '2030' }), document('Nghị quyết 147-NQ/TU', { title: 'về `số`' })]
  const diff = diffSides(
    side('run 1', [sideArticle(before)]),
    side('run 2', [sideArticle(after)], { ...METHOD, options: '{"without":["date/period"]}' })
  )
  const summary = summaryOf(diff)
  const shown = { withChanges: true, withEvidence: false, limit: 50 }

  test('says in its head which side is which, and what differs in how they were made', () => {
    const [base, now, why] = renderText(diff, summary, shown).split('\n')
    expect(base).toBe('BASE (-, what was)  run 1: 1 articles, 3 records')
    expect(now).toBe('NEW  (+, what is)   run 2: 1 articles, 2 records')
    expect(why).toBe('≠ options: BASE {}, NEW {"without":["date/period"]}')
  })

  test('has a line for each change with its place, what was and what is', () => {
    const text = renderText(diff, summary, shown)
    expect(text).toContain('~ a.txt:1:53  target  ⟦25%⟧  deadline ⟦2025⟧ → ⟦2030⟧')
    expect(text).toMatch(/^- a\.txt:2:25 {2}target {2}lost {2}⟦3%⟧/m)
    expect(text).toContain('1 lost · 2 changed · 0 same')
    expect(renderText(diff, summary, { ...shown, limit: 1 })).toContain('1 of 3 changes shown')
    expect(renderText(diff, summary, { ...shown, withChanges: false })).not.toContain('⟦')
  })

  test('in Markdown keeps what texts hold inside of its cells', () => {
    const rows = renderMarkdown(diff, summary, shown)
      .split('\n')
      .filter(l => l.startsWith('|') && l.includes('document'))
    expect(rows.at(-1)).toContain('về \\| số ⏎ hai')
    expect(rows.at(-1)).toContain('về \\`số\\`')
    expect(rows.at(-1)?.split(/(?<!\\)\|/).length).toBe(9)
  })

  test('in JSON has the direction, the counts and both records of each change', () => {
    const json = diffJson(diff, summary, { withChanges: true }) as {
      direction: string
      changes: { class: string; before: unknown; where: string }[]
      summary: { classes: Record<string, number> }
    }
    expect(json.direction).toBe('base → new')
    expect(json.summary.classes).toMatchObject({ lost: 1, changed: 2, gained: 0 })
    expect(json.changes.map(c => c.where)).toContain('a.txt:2:25')
  })

  test('can be narrowed by kind, field, rule, place, article and confidence', () => {
    const count = (filter: Partial<typeof EVERYTHING>) => narrow(diff, { ...EVERYTHING, ...filter }).articles.flatMap(a => a.changes).length
    expect(count({})).toBe(3)
    expect(count({ kinds: ['document'] })).toBe(1)
    expect(count({ fields: ['deadline'] })).toBe(1)
    expect(count({ rules: ['quantity/percent'] })).toBe(2)
    expect(count({ places: ['hau_giang'] })).toBe(2)
    expect(count({ articles: ['a.txt'] })).toBe(3)
    expect(count({ articles: ['b.txt'] })).toBe(0)
    expect(count({ confidences: ['low'] })).toBe(0)
  })
})
