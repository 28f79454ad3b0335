import type { AnyRecord } from '../../model/record.ts'
import { asObservation, subjectText } from '../../review/decisions/claim.ts'
import {
  type Action,
  type Decision,
  isDecisive,
  nextRedo,
  nextUndo,
  OTHER_STATUSES,
  REASONS,
  standing
} from '../../review/decisions/decision.ts'
import type { Viewer } from '../../review/decisions/state.ts'
import { type Item, isDone, recordOf } from '../../review/item.ts'
import { TokenUsed } from '../../store/decisions.ts'
import { isProblem, type Problem } from './problem.ts'
import type { Session } from './session.ts'
import { takeable, withOld } from './take-old.ts'
import { recordOfForm, type SentRecord } from './truth.ts'
import { draftRecord } from './values.ts'

/** A decision as it comes from a page or a terminal. */
export interface Wish {
  readonly action: Action
  readonly reason: string | null
  readonly note: string | null
  /** The last decision about the item that whoever wishes had seen. */
  readonly seen: number
  readonly token: string
  /** Of an edit or an added record. */
  readonly form: SentRecord | null
  /** Whether what a colleague decided is to be replaced. */
  readonly isOverriding: boolean
}

/** What became of a wish. */
export type Outcome =
  | { readonly kind: 'saved'; readonly decisions: readonly Decision[] }
  /** Somebody decided meanwhile. */
  | { readonly kind: 'conflict'; readonly decision: Decision }
  /** A colleague decided, and nobody said that it is to be replaced. */
  | { readonly kind: 'theirs'; readonly decision: Decision }
  /** Its token came with another wish before. */
  | { readonly kind: 'used' }
  /** What was sent is no record. */
  | { readonly kind: 'invalid'; readonly problem: Problem; readonly draft: AnyRecord }

class Conflict extends Error {
  readonly decision: Decision
  constructor(decision: Decision) {
    super('conflict')
    this.decision = decision
  }
}

/** Records a decision about an item, unless somebody decided it meanwhile. */
export function decide(session: Session, item: Item, wish: Wish, viewer: Viewer): Outcome {
  const truth = truthOf(session, item, wish)
  if (typeof truth === 'object' && truth !== null && 'problem' in truth)
    return { kind: 'invalid', ...(truth as { problem: Problem; draft: AnyRecord }) }
  const standing = session.standing(item, viewer)
  const theirs = isDone({ item, standing }) && isDecisive(wish) && wish.action !== 'add' ? standing.decision : null
  if (theirs !== null && theirs.reviewer !== viewer.reviewer && theirs.id <= wish.seen && !wish.isOverriding)
    return { kind: 'theirs', decision: theirs }
  const row = {
    ...rowOf(session, item, viewer),
    action: wish.action,
    truth: truth as AnyRecord | null,
    reason: reasonOf(wish),
    note: wish.note === '' ? null : wish.note,
    token: wish.token
  }
  return guarded(() =>
    session.add([wish.action === 'add' && item.at?.kind !== 'sentence' && item.at?.kind !== 'rejection' ? placedAt(row) : row], () => {
      if (wish.action === 'note') return
      const { history } = session.standing(item, viewer)
      const last = history.at(-1)
      // An added record is no answer to what was decided about the item.
      if (last !== undefined && last.id > wish.seen && wish.action !== 'add') throw new Conflict(last)
    })
  )
}

/** Decides all undecided items alike at once; `count` is how many were announced. */
export function decideGroup(
  session: Session,
  items: readonly Item[],
  wish: Omit<Wish, 'seen' | 'form' | 'isOverriding'>,
  count: number,
  viewer: Viewer
): Outcome | { readonly kind: 'recount'; readonly count: number } {
  const open = items.filter(item => !isDone({ item, standing: session.standing(item, viewer) }))
  if (open.length !== count) return { kind: 'recount', count: open.length }
  const rows = open.map((item, i) => ({
    ...rowOf(session, item, viewer),
    action: wish.action,
    truth: wish.action === 'accept' ? item.after : item.before,
    reason: reasonOf(wish),
    note: wish.note,
    token: `${wish.token}-${i}`,
    batch: wish.token
  }))
  return guarded(() => session.add(rows, () => undefined))
}

/** Takes back what a reviewer decided last, or takes up again what was taken back last; `target` is the decision they meant. */
export function stepBack(
  session: Session,
  action: 'undo' | 'redo',
  target: number,
  token: string,
  viewer: Viewer,
  any = false
): Outcome | { readonly kind: 'nothing' } {
  const log = session.log()
  const own = standing(log).find(d => d.id === target && d.reviewer === viewer.reviewer)
  const next = any ? togetherWith(own, log) : (action === 'undo' ? nextUndo : nextRedo)(log, viewer.reviewer)
  const named = next.find(d => d.id === target)
  if (next.length === 0) return { kind: 'nothing' }
  if (named === undefined) return { kind: 'conflict', decision: next.at(-1) as Decision }
  const rows = next.map(
    (d, i): Omit<Decision, 'id'> => ({
      ...rowOf(session, d, viewer),
      origin: d.origin,
      action,
      token: `${token}-${i}`,
      batch: next.length > 1 ? token : null,
      target: d.id,
      truth: null,
      before: null,
      after: null
    })
  )
  return guarded(() => session.add(rows, () => undefined))
}

// What was decided at once is taken back at once.
function togetherWith(decision: Decision | undefined, log: readonly Decision[]): Decision[] {
  if (decision === undefined) return []
  const { batch, reviewer } = decision
  return batch === null ? [decision] : standing(log).filter(d => d.batch === batch && d.reviewer === reviewer)
}

function guarded(work: () => Decision[]): Outcome {
  try {
    return { kind: 'saved', decisions: work() }
  } catch (error) {
    if (error instanceof Conflict) return { kind: 'conflict', decision: error.decision }
    if (error instanceof TokenUsed) return { kind: 'used' }
    throw error
  }
}

type Row = Omit<Decision, 'id'>

function rowOf(session: Session, about: Item | Decision, { reviewer }: Viewer): Row {
  const { subject } = session
  const common = {
    token: '',
    at: subject.now().toISOString(),
    reviewer,
    action: 'note' as Action,
    truth: null,
    reason: null,
    note: null,
    target: null,
    batch: null,
    base_run: subject.baseRun,
    new_run: subject.newRun,
    program: subject.program,
    ruleset: subject.ruleset
  }
  if ('reviewer' in about) {
    const { article_id, sha256, kind, start, end, quote, subject: named, before, after, origin } = about
    return { ...common, origin, article_id, sha256, kind, start, end, quote, subject: named, before, after }
  }
  const record = recordOf(about)
  const place = record?.anchor ?? about.at
  return {
    ...common,
    origin: about.queue,
    article_id: about.articleId,
    sha256: about.sha256,
    kind: record?.kind ?? about.at?.kind ?? null,
    start: place?.start ?? null,
    end: place?.end ?? null,
    quote: record?.anchor.quote ?? about.quote.slice(0, 300),
    subject: subjectText(record),
    before: about.before,
    after: about.after
  }
}

// A record that is added beside the item in question stands for itself.
function placedAt(row: Row): Row {
  const truth = row.truth as AnyRecord
  const { start, end, quote } = truth.anchor
  return { ...row, kind: truth.kind, start, end, quote, subject: subjectText(truth), before: null, after: null }
}

function truthOf(
  session: Session,
  item: Item,
  { action, reason, form }: Wish
): AnyRecord | null | { readonly problem: Problem; readonly draft: AnyRecord } {
  const record = recordOf(item)
  if (action === 'accept') return item.after
  if (action === 'reject') return item.before
  if (action === 'none')
    return record !== null && record.kind !== 'document' && OTHER_STATUSES.some(s => s === reason)
      ? asObservation(record, reason as string)
      : null
  if ((action !== 'edit' && action !== 'add') || form === null) return null
  const taken = action === 'edit' ? form.all('take') : []
  if (taken.length > 0 && item.before !== null && item.after !== null) {
    const fields = takeable(item.before, item.after, item.fields).filter(f => taken.includes(f))
    const mixed = withOld(item.before, item.after, fields)
    return isProblem(mixed) ? { problem: mixed, draft: item.after } : mixed
  }
  const { article, extraction } = session.subject.library.open(item.articleId)
  const [start = 0, end = 0] = (form.all('s.anchor').at(-1) ?? '').split(',').map(Number)
  const draft = action === 'edit' ? record : draftRecord(form.get('kind') ?? 'target', { start, end }, article.text, extraction)
  if (draft === null) return null
  const documents = extraction.records.filter(r => r.kind === 'document')
  const made = recordOfForm(form, { draft, text: article.text, published: article.record.published, documents })
  return isProblem(made) ? { problem: made, draft } : made
}

function reasonOf({ action, reason }: Pick<Wish, 'action' | 'reason'>): string | null {
  return action === 'none' || action === 'reject' ? (REASONS.find(r => r === reason) ?? null) : null
}
