import type { Extraction } from '../../model/extraction.ts'
import type { AnyRecord, Rejection } from '../../model/record.ts'
import { column, tableOfRows } from '../columns.ts'
import type { RuleInfo } from '../rules/known.ts'
import { ruleNamed } from '../rules/known.ts'
import { recordInWords, valueInWords } from '../words.ts'
import { type Mark, withCarets } from './carets.ts'
import { atOffset, explainRecord, type FieldReason, sentenceOf } from './explanation.ts'
import type { MatchedPart } from './matched.ts'

/** An article as `explain` shows it. */
export interface Explained {
  readonly text: string
  readonly extraction: Extraction
}

/** A record with its sentences, carets under every field, and the reason of each. */
export function renderRecord({ text, extraction }: Explained, record: AnyRecord): string {
  const { fields, sentences, unused, slips } = explainRecord(extraction, record)
  const marks = marksOf(record, fields)
  const stretches = sentences.map(s =>
    withCarets(
      text,
      s.start,
      s.end,
      marks.filter(m => m.start < s.end && s.start < m.end)
    )
  )
  const narrow =
    Math.max(...fields.map(f => f.field.length)) +
    Math.max(6, ...fields.map(f => f.source.length)) +
    Math.max(...fields.map(f => f.rule.length))
  // What the other columns leave of 80, with two spaces before each.
  const width = Math.max(12, 80 - 8 - narrow)
  const rows = fields.map(f => [`  ${f.field}`, column(shown(f, record), width + 1).trimEnd(), f.source, f.rule])
  const vias = fields.flatMap(f => f.via.map(v => `  ${f.field} by way of the ${v.role.replace('_', ' ')} ${at(v)}\n`))
  const more = unused.map(m => `  ${column(`${m.type} ${at(m)} ${JSON.stringify(m.value)}`, 79).trimEnd()}\n`)
  return [
    `${record.kind} ${record.id}, confidence ${String(record['confidence'])}, at ${record.anchor.start}-${record.anchor.end}\n`,
    record.kind === 'document' ? '' : wrapped(recordInWords(record, undefined)),
    `\n${stretches.join('\n')}\n`,
    tableOfRows([['  field', 'value', 'source', 'rule'], ...rows]),
    vias.length === 0 ? '' : `\n${vias.join('')}`,
    slips.length === 0
      ? ''
      : `\nSlips that were put right, so that it is not sure:\n${slips.map(s => `  ${s.message} at ${s.start}-${s.end}\n`).join('')}`,
    more.length === 0 ? '' : `\nAlso in the sentence, but no part of this record:\n${more.join('')}`
  ].join('')
}

/** A refused candidate with its sentence and the reason. */
export function renderRejection({ text, extraction }: Explained, rejection: Rejection): string {
  const sentence = sentenceOf(extraction, rejection)
  const marks = [{ start: rejection.start, end: rejection.end, label: rejection.reason }]
  return [
    `refused ${rejection.record_kind} ${rejection.id}, at ${rejection.start}-${rejection.end}\n\n`,
    withCarets(text, sentence.start, sentence.end, marks),
    `\n${wrapped(`${rejection.reason}: ${rejection.message}`)}  rule ${rejection.rule}\n`
  ].join('')
}

/** Everything that was read at an offset: the sentence with its mentions, the records and the refused candidates there. */
export function renderOffset(explained: Explained, offset: number): string {
  const { text, extraction } = explained
  const { sentence, records, rejections, mentions } = atOffset(extraction, offset)
  const marks: Mark[] = [{ start: offset, end: offset + 1, label: `offset ${offset}` }]
  for (const m of mentions) marks.push({ start: m.start, end: m.end, label: `${m.type} (${m.rule})` })
  const parts = [withCarets(text, sentence.start, sentence.end, marks)]
  if (records.length + rejections.length === 0) parts.push('No record and no refused candidate was read here.\n')
  for (const record of records) parts.push(renderRecord(explained, record))
  for (const rejection of rejections) parts.push(renderRejection(explained, rejection))
  return parts.join('\n')
}

/** The line that says which article is meant. */
export function renderArticle({ extraction: { article } }: Explained): string {
  const title = article.title === null ? '' : wrapped(article.title)
  return `article ${article.id}\n${title}${wrapped(`${article.sources[0]?.source ?? article.key}, ${article.published ?? 'undated'}`)}\n`
}

/** A rule as it is written, with the examples that test it. */
export function renderRule(rule: RuleInfo): string {
  return [
    `rule ${rule.id} (${rule.kind})\n`,
    rule.pattern === null ? '' : `  pattern   ${rule.pattern}\n`,
    rule.phrases === null ? '' : `  phrases   ${rule.phrases}\n`,
    ...rule.examples.map(({ text, value }) => `  reads     ${text}\n            ${JSON.stringify(value)}\n`),
    ...rule.counterexamples.map(text => `  but not   ${text}\n`)
  ].join('')
}

/** The rules behind records and rejections, as far as they are data, with the words that the parts of their patterns matched. */
export function renderRulesOf(ids: readonly string[], matchedBy: (rule: string) => readonly MatchedPart[] = () => []): string {
  return [...new Set(ids)]
    .map(id => {
      const rule = ruleNamed(id)
      if (rule === undefined) return `rule ${id} (a decision of the linking code)\n`
      return (
        renderRule(rule) +
        matchedBy(id)
          .map(m => `  matched   ${m.part} ${at({ ...m, quote: m.text })}\n`)
          .join('')
      )
    })
    .join('\n')
}

function marksOf(record: AnyRecord, fields: readonly FieldReason[]): Mark[] {
  const marks = fields.flatMap((f): Mark[] => [
    ...(f.start === null || f.end === null ? [] : [{ start: f.start, end: f.end, label: f.field }]),
    ...f.via.map(v => ({ start: v.start, end: v.end, label: `(${f.field}: ${v.role.replace('_', ' ')})` }))
  ])
  const isShown = marks.some(m => m.start === record.anchor.start && m.end === record.anchor.end)
  const all = isShown ? marks : [{ start: record.anchor.start, end: record.anchor.end, label: 'anchor' }, ...marks]
  // Fields read from the same words share their carets.
  const bySpan = Map.groupBy(all, m => `${m.start} ${m.end}`)
  return [...bySpan.values()]
    .map(group => ({ ...(group[0] as Mark), label: [...new Set(group.map(m => m.label))].join(', ') }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function shown({ field, value }: FieldReason, record: AnyRecord): string {
  if (field === 'value' || field === 'rank') return valueInWords(record)
  if (value === null || value === undefined) return '—'
  if (typeof value !== 'object') return String(value)
  const { id, text } = value as { readonly id?: string | null; readonly text?: string }
  return text === undefined ? JSON.stringify(value) : `${text}${id == null ? '' : ` [${id}]`}`
}

function at({ start, end, quote }: { readonly start: number; readonly end: number; readonly quote: string }): string {
  return `"${column(quote, 26).trimEnd()}" at ${start}-${end}`
}

function wrapped(text: string): string {
  return withCarets(text, 0, text.length, [])
}
