import type { viDiff } from './vi-diff.ts'

/** What is said at the head of a comparison in English. */
export const enDiff: Readonly<Record<keyof typeof viDiff, string>> = {
  diff_base: 'BASE (−, before): {what}: {a} articles, {r} records',
  diff_new: 'NEW (+, after): {what}: {a} articles, {r} records',
  diff_shift: 'Other {what}: BASE {a}, NEW {b}',
  diff_program: 'program',
  diff_ruleset: 'ruleset',
  'diff_input set': 'input set',
  diff_options: 'options',
  diff_without: 'without {names}',
  diff_no_options: 'none',
  diff_rules: 'Rules and word lists that differ: {names}',
  diff_code: 'Code that differs: {names}',
  diff_more: '{names} and {n} more',
  diff_same: 'same',
  diff_gold: 'Against gold: {counts}',
  diff_score: 'F1 {label}: BASE {a} → NEW {b}, {d}',
  diff_interval: ' (95 %: {a} to {b})',
  diff_noise: ' (95 %: {a} to {b}, within noise)',
  diff_only_base: 'Only BASE has {a} articles with {r} records; they are not compared.',
  diff_only_new: 'Only NEW has {a} articles with {r} records; they are not compared.',
  diff_text_changed: '{n} articles have another text.',
  diff_metadata: '{n} articles have another date, title or language.',
  diff_fields: 'fields changed',
  diff_in_articles: 'in {n} articles'
}
