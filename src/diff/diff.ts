import type { ArticleRecord } from '../model/article.ts'
import { changedMetadata, differenceOf, type MethodDifference } from './cause.ts'
import { type Change, type Comparing, changesOf } from './change.ts'
import { join, type Method, type Side } from './side.ts'

/** An article with changes. */
export interface ArticleDiff {
  readonly before: ArticleRecord
  readonly after: ArticleRecord
  readonly texts: { readonly before: string | null; readonly after: string | null }
  readonly isTextChanged: boolean
  /** Fields of the article line that anchor dates and differ. */
  readonly metadata: readonly string[]
  readonly changes: readonly Change[]
}

/** What is said of one side. */
export interface SideInfo {
  readonly label: string
  readonly method: Method
  readonly articles: number
  readonly records: number
  /** Whether it is a run that was interrupted, or that broke off or still goes on; null where it came to its end. */
  readonly unfinished: 'interrupted' | 'running' | null
}

/** A comparison of two sides: BASE is what was, NEW what is. */
export interface Diff {
  readonly base: SideInfo
  readonly new: SideInfo
  readonly difference: MethodDifference
  /** Articles of both sides, and how many of them have another text. */
  readonly compared: number
  readonly textChanged: number
  /** Articles that one side alone has, with how many records: they are not compared. */
  readonly onlyBase: { readonly articles: number; readonly records: number }
  readonly onlyNew: { readonly articles: number; readonly records: number }
  /** Articles with changes, in the order of NEW. */
  readonly articles: readonly ArticleDiff[]
  /** Records that are the same on both sides, by kind. */
  readonly same: Readonly<Record<string, number>>
}

/** How two sides are compared beside their methods. */
export type DiffOptions = Omit<Comparing, 'difference'>

/** Compares two sides, article by article. */
export function diffSides(base: Side, now: Side, options: DiffOptions = {}): Diff {
  const difference = differenceOf(base.method, now.method)
  const { pairs, onlyBefore, onlyAfter } = join(base.articles, now.articles)
  const articles: ArticleDiff[] = []
  const same: Record<string, number> = {}
  const totals = { base: 0, new: 0 }
  for (const pair of pairs) {
    const before = pair.before.content()
    // One extraction that both runs share is read once.
    const isOne = pair.before.identity !== null && pair.before.identity === pair.after.identity
    const now = isOne ? before : pair.after.content()
    const after = now.text === null && !pair.isTextChanged ? { ...now, text: before.text } : now
    totals.base += before.records.length
    totals.new += after.records.length
    const metadata = options.withEvidence === false ? [] : changedMetadata(pair)
    const found = changesOf(pair, before, after, { ...options, difference })
    for (const kind of found.same) same[kind] = (same[kind] ?? 0) + 1
    if (found.changes.length + metadata.length === 0 && !pair.isTextChanged) continue
    articles.push({
      before: pair.before.record,
      after: pair.after.record,
      texts: { before: pair.isTextChanged ? before.text : (before.text ?? after.text), after: after.text },
      isTextChanged: pair.isTextChanged,
      metadata,
      changes: found.changes
    })
  }
  const count = (list: readonly { content(): { readonly records: readonly unknown[] } }[]) =>
    list.reduce((n, a) => n + a.content().records.length, 0)
  const [left, added] = [count(onlyBefore), count(onlyAfter)]
  return {
    base: infoOf(base, totals.base + left),
    new: infoOf(now, totals.new + added),
    difference,
    compared: pairs.length,
    textChanged: pairs.filter(p => p.isTextChanged).length,
    onlyBase: { articles: onlyBefore.length, records: left },
    onlyNew: { articles: onlyAfter.length, records: added },
    articles,
    same
  }
}

function infoOf({ label, method, articles, unfinished }: Side, records: number): SideInfo {
  return { label, method, articles: articles.length, records, unfinished: unfinished ?? null }
}

/** Whether nothing differs at all. */
export function isSame(diff: Diff): boolean {
  return diff.articles.length === 0 && diff.onlyBase.articles + diff.onlyNew.articles === 0
}

/** All changes, article by article. */
export function allChanges(diff: Diff): Change[] {
  return diff.articles.flatMap(a => a.changes)
}
