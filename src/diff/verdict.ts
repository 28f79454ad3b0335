import type { Span } from '../model/span.ts'
import { type Change, VERDICTS, type Verdict } from './change.ts'
import type { ArticleDiff, Diff } from './diff.ts'

/** Something that gold says is wrong with one side. */
export interface WrongPlace extends Span {
  /** The annotated kind of gold: target, percent, observation, rank_goal, rank_observation, document … */
  readonly kind: string
  /** The field that is wrong; null where all of it is missing or too much. */
  readonly field: string | null
}

/** What gold says of one article: what is wrong on each side, and which kinds were annotated at all. */
export interface Judgement {
  readonly before: readonly WrongPlace[]
  readonly after: readonly WrongPlace[]
  readonly kinds: ReadonlySet<string>
}

/** Which annotated kinds of gold speak of a kind of record. */
const SPEAK_OF: Readonly<Record<string, readonly string[]>> = {
  target: ['target', 'percent', 'observation'],
  observation: ['percent', 'observation', 'target', 'rank_observation', 'rank_goal'],
  rank_goal: ['rank_goal', 'rank_observation'],
  document: ['document']
}

/** Gold's names of fields that are called otherwise there. */
const FIELD_NAMES: Readonly<Record<string, readonly string[]>> = {
  low: ['value'],
  high: ['value'],
  value_kind: ['kind'],
  rank_kind: ['kind'],
  n_low: ['n'],
  n_high: ['n'],
  document_id: ['document_anchor', 'document_where_any'],
  document_number: ['document', 'document_where_any'],
  status: ['status', 'goal', 'covered'],
  kind: ['status', 'goal', 'covered']
}

/** The diff with gold's verdict on each change; articles and changes in the order of what matters, broken first. */
export function judge(diff: Diff, judgementOf: (article: ArticleDiff) => Judgement | null): Diff {
  const articles = diff.articles.map((article): ArticleDiff => {
    const judgement = judgementOf(article)
    const changes = article.changes.map((c): Change => ({ ...c, verdict: judgement === null ? 'unjudged' : verdictOf(c, judgement) }))
    return { ...article, changes: changes.toSorted((a, b) => order(a) - order(b)) }
  })
  const worst = (a: ArticleDiff) => Math.min(VERDICTS.length, ...a.changes.map(order))
  return { ...diff, articles: articles.toSorted((a, b) => worst(a) - worst(b)) }
}

/** Whether a change made something right or wrong, looked at where it happened and in the fields that changed. */
export function verdictOf(change: Change, { before, after, kinds }: Judgement): Verdict {
  const sides = [change.before, change.after].filter(r => r !== null)
  const speaking = new Set(sides.flatMap(r => SPEAK_OF[r.kind] ?? []))
  if (![...speaking].some(kind => kinds.has(kind)) || change.class === 'evidence') return 'unjudged'
  const fields = new Set(change.fields.flatMap(f => FIELD_NAMES[f] ?? [f]))
  const isWhole = change.class !== 'changed' || change.fields.includes('anchor')
  const touches = (wrong: WrongPlace): boolean =>
    speaking.has(wrong.kind) &&
    (wrong.field === null || isWhole || fields.has(wrong.field)) &&
    sides.some(r => r.anchor.start < wrong.end && wrong.start < r.anchor.end)
  const [bad, isBad] = [before.filter(touches).length, after.filter(touches).length]
  if (bad === 0 && isBad === 0) return isAnnotated(change, kinds) ? 'still right' : 'unjudged'
  if (isBad === 0) return 'fixed'
  return bad === 0 ? 'broke' : 'still wrong'
}

// Gold is complete on goals, ranks and percentages; of other numbers it says nothing.
function isAnnotated(change: Change, kinds: ReadonlySet<string>): boolean {
  const record = (change.after ?? change.before)!
  if (change.before?.kind === 'target' || change.after?.kind === 'target') return kinds.has('target')
  return record.kind !== 'observation' || record['measure'] === 'rank' || /%|phần trăm/.test(record.anchor.quote)
}

function order({ verdict }: Change): number {
  return verdict === null ? VERDICTS.length : VERDICTS.indexOf(verdict)
}
