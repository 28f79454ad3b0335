import type { ArticleRecord } from '../model/article.ts'
import type { AnyRecord } from '../model/record.ts'

/** How one side was made, as far as it is known. */
export interface Method {
  readonly ruleset: string | null
  /** Options that change results, as one string. */
  readonly options: string | null
  readonly codeVersion: string | null
  readonly inputSet: string | null
  /** The parts of the ruleset; empty where they are not known. */
  readonly parts: readonly Part[]
}

/** One thing that decides results: a rule, a word list, a file of code, a package. */
export interface Part {
  readonly kind: string
  readonly name: string
  readonly hash: string
}

/** The text and the records of one article; the text is null where the operand does not hold it. */
export interface Content {
  readonly text: string | null
  readonly records: readonly AnyRecord[]
}

/** An article of one side; its content is read when it is asked for. */
export interface SideArticle {
  readonly record: ArticleRecord
  /** Equal strings, equal content; null where nothing is known. */
  readonly identity: string | null
  content(): Content
}

/** One side of a diff: what it is called, how it was made, and its articles. */
export interface Side {
  /** As people name it: `run 2 "full" of out/muctieu.sqlite`. */
  readonly label: string
  readonly method: Method
  /** Where it is a run that did not come to its end: whether that was interrupted, or broke off or still goes on. */
  readonly unfinished?: 'interrupted' | 'running'
  readonly articles: readonly SideArticle[]
}

/** An article of both sides. */
export interface Pair {
  readonly before: SideArticle
  readonly after: SideArticle
  readonly isTextChanged: boolean
}

/** The articles of two sides, joined. */
export interface Joined {
  readonly pairs: readonly Pair[]
  readonly onlyBefore: readonly SideArticle[]
  readonly onlyAfter: readonly SideArticle[]
}

/** Joins the articles of two sides by id, then what is left by key: the same article with another text. In the order of NEW. */
export function join(before: readonly SideArticle[], after: readonly SideArticle[]): Joined {
  const byId = new Map(before.map(a => [a.record.id, a]))
  const same = new Set(after.filter(a => byId.has(a.record.id)).map(a => a.record.id))
  const byKey = unique(before.filter(a => !same.has(a.record.id)))
  const newKeys = unique(after.filter(a => !same.has(a.record.id)))
  const taken = new Set<SideArticle>()
  const pairs: Pair[] = []
  const onlyAfter: SideArticle[] = []
  for (const article of after) {
    const { id, key } = article.record
    const isNewText = !byId.has(id)
    const partner = isNewText ? (newKeys.get(key) === article ? byKey.get(key) : undefined) : byId.get(id)
    if (partner === undefined) onlyAfter.push(article)
    else {
      taken.add(partner)
      pairs.push({ before: partner, after: article, isTextChanged: isNewText })
    }
  }
  return { pairs, onlyBefore: before.filter(a => !taken.has(a)), onlyAfter }
}

// A key that several texts of one side bear names none of them.
function unique(articles: readonly SideArticle[]): Map<string, SideArticle> {
  const byKey = Map.groupBy(articles, a => a.record.key)
  return new Map([...byKey].flatMap(([key, group]) => (group.length === 1 ? [[key, group[0] as SideArticle]] : [])))
}
