/**
 * What is said again and again is said once: a term is a field with the source and rule of its evidence, the type and rule
 * of a mention with the keys of its value, the kind of a record with the keys of its line. Rows name terms by number.
 */
export interface Term {
  /** A field, a type of mention, a kind of record. */
  readonly name: string
  /** How evidence reached its record, or the role of a further span. */
  readonly source: string
  readonly rule: string
  /** The keys of a value or a line in their order; null where it has none. */
  readonly keys: readonly string[] | null
}

const BETWEEN = '\t'

/** A term as one string, with its keys as a JSON list: equal strings, equal terms. */
export function termKey(name: string, source = '', rule = '', keys = ''): string {
  return name + BETWEEN + source + BETWEEN + rule + BETWEEN + keys
}

/** The term of such a string. */
export function termOf(key: string): Term {
  const [name = '', source = '', rule = '', keys = ''] = termCells(key)
  return { name, source, rule, keys: keys === '' ? null : (JSON.parse(keys) as string[]) }
}

/** The cells of such a string: name, source, rule, keys. */
export function termCells(key: string): string[] {
  return key.split(BETWEEN)
}

/** The terms of one extraction, numbered from 0 in the order in which they are needed. */
export class TermList {
  readonly keys: string[] = []
  readonly #numbers = new Map<string, number>()

  /** The number of a term. */
  numberOf(key: string): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.keys.length)
    return this.keys.push(key) - 1
  }
}
