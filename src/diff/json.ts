import type { Diff, SideInfo } from './diff.ts'
import type { Summary } from './summary.ts'
import { placeOf } from './words.ts'

/** The report as one JSON value: the two sides, what differs in how they were made, the counts, the changes with both records. */
export function diffJson(diff: Diff, summary: Summary, { withChanges }: { readonly withChanges: boolean }): object {
  const side = ({ label, articles, records, method, unfinished }: SideInfo) => ({
    label,
    articles,
    records,
    unfinished,
    ruleset: method.ruleset,
    options: method.options,
    program: method.codeVersion,
    input_set: method.inputSet
  })
  return {
    direction: 'base → new',
    base: side(diff.base),
    new: side(diff.new),
    differs: {
      options: diff.difference.options,
      rules: diff.difference.rules.map(p => p.name),
      code: diff.difference.code.map(p => p.name)
    },
    compared: diff.compared,
    text_changed: diff.textChanged,
    only_base: diff.onlyBase,
    only_new: diff.onlyNew,
    alignment: { version: 1, steps: ['anchor', 'subject, scope, deadline', 'overlap', 'moved'], matching: 'maximum weight, one to one' },
    summary: {
      classes: summary.classes,
      verdicts: summary.verdicts,
      by_kind: summary.kinds,
      by_cause: summary.causes,
      by_rule: summary.rules,
      by_place: summary.places,
      groups: summary.groups.map(({ first, ...group }) => ({ ...group, first: first.id }))
    },
    changes: withChanges
      ? diff.articles.flatMap(article =>
          article.changes.map(change => ({
            article: article.after.id,
            base_article: article.before.id,
            where: placeOf(article, change),
            ...change
          }))
        )
      : []
  }
}
