import type { Extraction } from '../../model/extraction.ts'
import type { AnyRecord, Rejection } from '../../model/record.ts'
import type { ExplanationView, RuleView } from '../../review/explain.ts'
import { explainRecord } from '../explain/explanation.ts'
import type { Matcher } from '../explain/matched.ts'
import { ruleNamed } from '../rules/known.ts'

/** What explains a record: for each field the words, the rule with what its pattern matched, and the links. */
export function explainView(extraction: Extraction, record: AnyRecord, matcher: Matcher): ExplanationView {
  const { fields } = explainRecord(extraction, record)
  const reasons = fields.map(f => ({
    field: f.field,
    quote: f.quote,
    source: f.source,
    via: f.via.map(v => ({ quote: v.quote, role: v.role })),
    rule: ruleView(f.rule, f.start === null || f.end === null ? null : { start: f.start, end: f.end }, matcher)
  }))
  const shown = new Set(reasons.map(r => r.rule.id))
  // Rules that read the record itself, not one of its fields.
  const others = ((record['rules'] ?? []) as readonly string[]).filter(id => !shown.has(id))
  const whole = others.map(id => ({
    field: 'anchor',
    quote: null,
    source: 'same_clause',
    via: [],
    rule: ruleView(id, record.anchor, matcher)
  }))
  return { reasons: [...whole, ...reasons], refusal: null }
}

/** What explains a refused candidate. */
export function refusalView(rejection: Rejection, matcher: Matcher): ExplanationView {
  return {
    reasons: [],
    refusal: { reason: rejection.reason, message: rejection.message, rule: ruleView(rejection.rule, rejection, matcher) }
  }
}

function ruleView(id: string, at: { readonly start: number; readonly end: number } | null, matcher: Matcher): RuleView {
  const rule = ruleNamed(id)
  const matched = at === null ? [] : matcher(id, at)
  return { id, kind: rule?.kind ?? null, pattern: rule?.pattern ?? null, phrases: rule?.phrases ?? null, matched }
}
