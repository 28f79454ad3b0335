import type { Extracted, Form } from './extracting.ts'

/** What was made of an article on its way: terms that the other side has met are numbers, the others come beside it, in order. */
export interface Shortened<F extends Form> {
  readonly extracted: Extracted<F>
  readonly terms: readonly number[]
  readonly fresh: readonly string[]
}

/** Makes what a worker says shorter: most terms are those of the articles before. */
export function shortener<F extends Form>(): (extracted: Extracted<F>) => Shortened<F> {
  const numbers = new Map<string, number>()
  return extracted => {
    const stored = storedIn(extracted)
    if (stored === undefined) return { extracted, terms: [], fresh: [] }
    const fresh: string[] = []
    const terms = stored.rows.packed.terms.map(term => {
      const known = numbers.get(term)
      if (known !== undefined) return known
      fresh.push(term)
      numbers.set(term, numbers.size)
      return numbers.size - 1
    })
    return { extracted: withTerms(extracted, []), terms, fresh }
  }
}

/** Makes it what it was; one for each worker, which hears all that it says. */
export function lengthener<F extends Form>(): (shortened: Shortened<F>) => Extracted<F> {
  const known: string[] = []
  return ({ extracted, terms, fresh }) => {
    known.push(...fresh)
    return terms.length === 0
      ? extracted
      : withTerms(
          extracted,
          terms.map(number => known[number] as string)
        )
  }
}

function storedIn(extracted: Extracted<Form>) {
  return 'made' in extracted && 'rows' in extracted.made ? extracted.made : undefined
}

function withTerms<F extends Form>(extracted: Extracted<F>, terms: readonly string[]): Extracted<F> {
  const stored = storedIn(extracted)
  if (stored === undefined) return extracted
  const { rows } = stored
  return { made: { ...stored, rows: { ...rows, packed: { ...rows.packed, terms } } } } as unknown as Extracted<F>
}
