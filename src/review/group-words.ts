import type { Item } from './item.ts'
import { labelOf } from './record-table.ts'
import { type Say, sayCode, sayIn } from './words/index.ts'

/** What a group is called: what happened to what, and how; of rare changes only what happened to what. */
export function groupInWords(
  { class: name, kind, shape, gathering }: Pick<Item, 'class' | 'kind' | 'shape' | 'gathering'>,
  say: Say
): string {
  const head = [...new Set([sayCode(say, 'class', name), sayCode(say, 'kind', kind)])].join(' · ')
  if (gathering === 'kind') return `${head}: ${say('rare_changes')}`
  const shifts = (shape?.shifts ?? []).map(s => {
    const value = (v: string) => valueInWords(s.field, v, say)
    return s.before === s.after ? labelOf(s.field, say) : `${labelOf(s.field, say)} ${value(s.before)} → ${value(s.after)}`
  })
  const facts = (shape?.facts ?? []).map(f => sayCode(say, 'v', f.value))
  return [head, [...shifts, ...facts].join(', ')].filter(Boolean).join(': ')
}

/** The cause of a group in words: `rules: place/province`; gathered groups have several. */
export function causeOfGroup({ gathering, cause }: Pick<Item, 'gathering' | 'cause'>, say: Say): string {
  return gathering === 'cause' ? causeInWords(cause, say) : say('several_causes')
}

/** The cause of a change in words: `rules: place/province`. */
export function causeInWords(cause: string | null, say: Say): string {
  const [kind = '', ...names] = (cause ?? 'unknown').split(':')
  return [sayCode(say, 'cause', kind), ...names].join(':')
}

function valueInWords(field: string, value: string, say: Say): string {
  if (value === '…') return say('any_value')
  if (value === '—') return say('nothing_said')
  if (field === 'kind' || field === 'confidence') return sayCode(say, field, value)
  return sayCode(say, 'v', value)
}

/** Why a candidate was refused, in words, with the code that stands in outputs; what has no words is said as it was. */
export function refusalInWords(says: string, say: Say): string {
  const code = says.split(':')[0] ?? ''
  const words = reasonIn(say, code)
  return words === null ? says : `${words} (${code})`
}

function reasonIn(say: Say, code: string): string | null {
  const known = code.startsWith('schema/') ? 'schema' : code
  const words = sayCode(say, 'why', known)
  return words === known ? null : words
}

/** Why candidates were refused with a code, in both languages; null where the code has no words. */
export function reasonInWords(code: string): { readonly vi: string; readonly en: string } | null {
  const [vi, en] = [reasonIn(sayIn('vi'), code), reasonIn(sayIn('en'), code)]
  return vi === null || en === null ? null : { vi, en }
}

/** The sides under review in words of the page. */
export function subjectInWords(says: string, say: Say): string {
  return says
    .replace(/\bcurrent state of (\S+)/g, (_, db: string) => say('state_of', { db }))
    .replace(/\brun (\d+) "([^"]*)" of (\S+)/g, (_, id: string, name: string, db: string) => say('run_named', { id, name, db }))
    .replace(/\brun (\d+) of (\S+)/g, (_, id: string, db: string) => say('run_of', { id, db }))
    .replace(/, (\d+) × seed (\S+)$/, (_, n: string, seed: string) => `, ${say('sample_of', { n, seed })}`)
}
