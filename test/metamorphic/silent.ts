import type { Article } from '../../src/model/article.ts'
import type { AnyRecord } from '../../src/model/record.ts'
import { extract } from '../../src/pipeline.ts'

/** How many fields were compared, and those that were read otherwise, in words. */
export interface Alone {
  readonly compared: number
  readonly found: readonly string[]
}

interface Entry {
  readonly source: string
  readonly rule: string
  readonly via?: readonly { readonly role: string }[]
}

// What these look at elsewhere they do not say yet: that a name is a company's, that a share is a part of one named before.
const SILENT_RULES = new Set(['place/company', 'indicator/part-of'])

/**
 * Extracts each sentence of an article as an article of its own, and compares the fields whose evidence says that they were
 * read in their own clause. Documents are left out, whose record stands where they are named first, and what is counted from
 * a date elsewhere, which `via` says.
 */
export function differencesAlone(article: Article): Alone {
  const { records, sentences } = extract(article)
  const found: string[] = []
  let compared = 0
  for (const { start, end } of sentences) {
    const own = records.filter(r => r.kind !== 'document' && start <= r.anchor.start && r.anchor.end <= end)
    if (own.length === 0) continue
    const alone = extract({ ...article, titleIsText: false, text: article.text.slice(start, end) }).records
    for (const record of own) {
      const at = record.anchor.start - start
      const same = alone.filter(r => r.kind === record.kind && r.anchor.start === at && r.anchor.quote === record.anchor.quote)
      // Whether it is a goal at all may be said elsewhere; and several records may stand on one number.
      const [other] = same
      if (other === undefined || same.length > 1) continue
      for (const [field, entry] of fieldsOfClause(record)) {
        compared++
        const [here, there] = [record, other].map((r: AnyRecord) => JSON.stringify(r[field]))
        if (here !== there) found.push(`${record.anchor.quote}: ${field} ${here}, alone ${there} (${entry.rule})`)
      }
    }
  }
  return { compared, found }
}

function fieldsOfClause(record: AnyRecord): [string, Entry][] {
  return Object.entries(record['evidence'] as Readonly<Record<string, Entry>>).filter(
    ([, { source, rule, via = [] }]) => source === 'same_clause' && !SILENT_RULES.has(rule) && !via.some(v => v.role === 'date_anchor')
  )
}
