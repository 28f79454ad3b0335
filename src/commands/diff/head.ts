import { CLASSES } from '../../diff/change.ts'
import { type Diff, isSame, type SideInfo } from '../../diff/diff.ts'
import type { Group, Summary } from '../../diff/summary.ts'
import { firstNames, type MethodShift, methodShifts } from '../../diff/words.ts'
import { groupInWords, subjectInWords } from '../../review/group-words.ts'
import { labelOf } from '../../review/record-table.ts'
import type { ReportHead } from '../../review/report.ts'
import { type Say, sayCode, sayNumber } from '../../review/words/index.ts'
import { shapeOf } from '../review/alike.ts'
import type { ScoreShift } from './gold-judge.ts'

const MOST_GROUPS = 30
const MOST_CAUSES = 12
const MOST_RULES = 6
const SIGNS = { lost: '−', gained: '+', reclassified: '~', changed: '~', moved: '~', evidence: '·' } as const

/** What stands at the head of the HTML report, in the language of the page. */
export function reportHead(diff: Diff, summary: Summary, scores: readonly ScoreShift[], withEvidence: boolean, say: Say): ReportHead {
  const groups = summary.groups.filter(g => g.count > 1 && (withEvidence || g.class !== 'evidence'))
  return {
    lines: linesOf(diff, say),
    counts: countsOf(summary, say),
    isSame: isSame(diff),
    notes: [...verdictsOf(summary, say), ...scores.map(s => scoreInWords(s, say)), ...asideOf(diff, say)],
    kinds: kindRows(summary, say),
    groups: groups.slice(0, MOST_GROUPS).map(g => groupOf(g, say)),
    causes: summary.causes.slice(0, MOST_CAUSES)
  }
}

function linesOf(diff: Diff, say: Say): ReportHead['lines'] {
  const side = (key: 'diff_base' | 'diff_new', { label, articles, records }: SideInfo) =>
    say(key, { what: subjectInWords(label, say), a: sayNumber(say, articles), r: sayNumber(say, records) })
  const names = (list: readonly { readonly name: string }[]) => {
    const { names: first, more } = firstNames(list)
    return more > 0 ? say('diff_more', { names: first, n: sayNumber(say, more) }) : first
  }
  const { isKnown, rules, code } = diff.difference
  const why = [
    ...(diff.base.unfinished === null ? [] : [say('unfinished_base')]),
    ...(diff.new.unfinished === null ? [] : [say('unfinished_new')]),
    ...methodShifts(diff).map(shift => shiftInWords(shift, say)),
    ...(isKnown && rules.length > 0 ? [say('diff_rules', { names: names(rules) })] : []),
    ...(isKnown && code.length > 0 ? [say('diff_code', { names: names(code) })] : [])
  ]
  return [
    { role: 'old', says: side('diff_base', diff.base) },
    { role: 'new', says: side('diff_new', diff.new) },
    ...why.map(says => ({ role: 'why' as const, says }))
  ]
}

function shiftInWords({ what, base, new: now }: MethodShift, say: Say): string {
  const value = (options: string) => (what === 'options' ? optionsInWords(options, say) : options)
  return say('diff_shift', { what: sayCode(say, 'diff', what), a: value(base), b: value(now) })
}

/** The options of a run in words; what is no list of rules left out is told as it is stored. */
function optionsInWords(options: string, say: Say): string {
  const { without = [], ...others } = JSON.parse(options) as { readonly without?: readonly string[] }
  const said = [
    ...(without.length === 0 ? [] : [say('diff_without', { names: without.join(', ') })]),
    ...(Object.keys(others).length === 0 ? [] : [JSON.stringify(others)])
  ]
  return said.length === 0 ? say('diff_no_options') : said.join('; ')
}

function countsOf({ kinds, classes }: Summary, say: Say): string {
  const same = kinds.reduce((n, k) => n + k.same, 0)
  const changed = CLASSES.flatMap(name => (classes[name] === 0 ? [] : [`${sayNumber(say, classes[name])} ${sayCode(say, 'class', name)}`]))
  return [...changed, `${sayNumber(say, same)} ${say('diff_same')}`].join(' · ')
}

function verdictsOf({ verdicts }: Summary, say: Say): string[] {
  if (verdicts === null) return []
  const counts = Object.entries(verdicts).map(([name, n]) => `${sayNumber(say, n)} ${sayCode(say, 'gold', name)}`)
  return [say('diff_gold', { counts: counts.join(' · ') })]
}

function scoreInWords({ label, base, new: now, delta, interval }: ScoreShift, say: Say): string {
  const f1 = (n: number | null) => (n === null ? say('no_value') : sayNumber(say, n, 3))
  const signed = (n: number) => `${n < 0 ? '−' : '+'}${sayNumber(say, Math.abs(n), 3)}`
  const says = say('diff_score', {
    label: sayCode(say, 'gold', label),
    a: f1(base),
    b: f1(now),
    d: delta === null ? say('no_value') : signed(delta)
  })
  if (interval === null) return says
  const [low, high] = interval
  return says + say(low <= 0 && high >= 0 ? 'diff_noise' : 'diff_interval', { a: signed(low), b: signed(high) })
}

function asideOf(diff: Diff, say: Say): string[] {
  const only = (key: 'diff_only_base' | 'diff_only_new', { articles, records }: Diff['onlyBase']) =>
    articles === 0 ? [] : [say(key, { a: sayNumber(say, articles), r: sayNumber(say, records) })]
  const metadata = diff.articles.filter(a => a.metadata.length > 0).length
  return [
    ...only('diff_only_base', diff.onlyBase),
    ...only('diff_only_new', diff.onlyNew),
    ...(diff.textChanged === 0 ? [] : [say('diff_text_changed', { n: sayNumber(say, diff.textChanged) })]),
    ...(metadata === 0 ? [] : [say('diff_metadata', { n: sayNumber(say, metadata) })])
  ]
}

function kindRows({ kinds }: Summary, say: Say): string[][] {
  const classes = CLASSES.map(name => `${SIGNS[name]} ${sayCode(say, 'class', name)}`)
  const head = [say('filter_kind'), say('diff_same'), ...classes, say('diff_fields')]
  const rows = kinds.map(({ kind, same, counts, fields }) => [
    sayCode(say, 'kind', kind),
    sayNumber(say, same),
    ...CLASSES.map(name => sayNumber(say, counts[name])),
    Object.entries(fields)
      .map(([field, n]) => `${labelOf(field, say)} ×${sayNumber(say, n)}`)
      .join(', ')
  ])
  return [head, ...rows]
}

function groupOf({ id, count, articles, rules, first }: Group, say: Say): ReportHead['groups'][number] {
  const signed = [...rules.lost.map(r => `−${r}`), ...rules.gained.map(r => `+${r}`)]
  const says = groupInWords({ class: first.class, kind: first.kind, shape: shapeOf(first), gathering: 'cause' }, say)
  return {
    id,
    count,
    says,
    articles: say('diff_in_articles', { n: sayNumber(say, articles) }),
    rules: signed.slice(0, MOST_RULES).join(' ')
  }
}
