import { rulesOf } from '../../diff/facts.ts'
import type { Filter } from '../../diff/filter.ts'
import type { Side } from '../../diff/side.ts'
import { PROVINCES } from '../../mentions/place/units.ts'
import type { AnyRecord } from '../../model/record.ts'
import { UsageError } from '../../model/usage-error.ts'
import { RECORDS } from '../../records/index.ts'
import { rules } from '../rules/known.ts'
import { suggestion } from '../suggestion.ts'

const MOST_LISTED = 10
const CONFIDENCES = ['high', 'medium', 'low']
const FIELDS = [...new Set(RECORDS.flatMap(r => r.order))].filter(name => !['id', 'article_id', 'evidence'].includes(name))
const EVIDENCE = ['value', 'rank', ...FIELDS].map(name => `evidence.${name}`)

/**
 * Fails with a usage error where a filter names what neither the program nor one of the sides knows: a report narrowed to
 * nothing would say that nothing differs.
 */
export function checkFilter(filter: Filter, sides: readonly Side[]): void {
  check(
    'kind',
    '--kind',
    filter.kinds,
    RECORDS.map(r => r.kind)
  )
  check('confidence', '--confidence', filter.confidences, CONFIDENCES)
  check('field', '--field', filter.fields, [...FIELDS, 'mentions', ...EVIDENCE], () => recordsOf(sides).flatMap(r => Object.keys(r)))
  check('rule', '--rule', filter.rules, namedRules(sides), () => recordsOf(sides).flatMap(rulesOf))
  const places = [...PROVINCES.map(p => p.id), 'vn']
  const printed = () => recordsOf(sides).flatMap(r => (typeof r['place'] === 'string' ? [r['place']] : []))
  check('place', '--place', filter.places, places, printed)
  check('article', '--article', filter.articles, articleNames(sides))
}

/** `inRecords` is asked only for what is not known otherwise: it reads everything once more. */
function check(what: string, option: string, wanted: readonly string[], known: readonly string[], inRecords = (): string[] => []): void {
  const names = new Set(known)
  let isWhole = false
  for (const word of wanted) {
    if (!names.has(word) && !isWhole) {
      for (const name of inRecords()) names.add(name)
      isWhole = true
    }
    if (names.has(word)) continue
    const near = suggestion(word, names)
    const list = near === '' && names.size <= MOST_LISTED ? `; there are ${[...names].join(', ')}.` : near || '.'
    throw new UsageError(`${option}: there is no ${what} ${JSON.stringify(word)}${list}`)
  }
}

function namedRules(sides: readonly Side[]): string[] {
  return [...rules().map(rule => rule.id), ...sides.flatMap(s => s.method.parts.flatMap(p => (p.kind === 'rule' ? [p.name] : [])))]
}

function articleNames(sides: readonly Side[]): string[] {
  return sides.flatMap(side =>
    side.articles.flatMap(({ record }) => [record.id, record.key, record.external_id ?? '', ...record.sources.map(s => s.source)])
  )
}

function recordsOf(sides: readonly Side[]): readonly AnyRecord[] {
  return sides.flatMap(side => side.articles.flatMap(article => article.content().records))
}
