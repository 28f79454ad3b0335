import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { Mention } from '../../model/mention.ts'
import type { AnyRecord, MentionRecord, Rejection } from '../../model/record.ts'
import type { MentionType } from '../../model/rule.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import { shortHash } from '../../text/hash.ts'
import { toSource } from '../../text/offset-map.ts'
import { quoteOf } from './validate.ts'

/** Arranges what was found as output lines, each list in the order of the contract: start, end, kind, id. */
export function publish<R extends AnyRecord, M extends MentionRecord>(
  article: Article,
  normalized: NormalizedText,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  values: ReadonlyMap<Mention, unknown>,
  types: readonly MentionType[],
  valid: { readonly records: readonly R[]; readonly rejections: readonly Rejection[]; readonly diagnostics: readonly Diagnostic[] }
): Extraction<R, M> {
  const article_id = article.record.id
  const byType = new Map(types.map(t => [t.type, t]))
  const published: M[] = []
  for (const m of mentions) {
    const type = byType.get(m.type)
    if (!type?.isPublic) continue
    const { start, end, quote } = quoteOf(article.text, normalized, m)
    const id = shortHash(article_id, 'mention', m.type, start, end)
    const value = values.get(m) ?? type.publish?.(m.value) ?? m.value
    published.push({ kind: 'mention', id, article_id, type: m.type, start, end, quote, value, rule: m.rule } as M)
  }
  return {
    article: article.record,
    records: valid.records.toSorted(
      (a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || compare(a.kind, b.kind) || compare(a.id, b.id)
    ),
    mentions: published.sort((a, b) => a.start - b.start || a.end - b.end || compare(a.type, b.type)),
    sentences: sentences.map(s => {
      const { start, end } = toSource(normalized.map, s.start, s.end)
      return { kind: 'sentence', article_id, start, end }
    }),
    rejections: valid.rejections.toSorted((a, b) => a.start - b.start || a.end - b.end || compare(a.id, b.id)),
    diagnostics: valid.diagnostics
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
