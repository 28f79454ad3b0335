import { articleOf, extract } from '../../../src/index.ts'

/** What is read of a text that was published on 2024-05-06: each share, amount or count that became a record, by its words. */
export const read = (...paragraphs: readonly string[]): Promise<Record<string, unknown>> => readOn('2024-05-06', ...paragraphs)

/** What is read of a text of another day. */
export async function readOn(published: string, ...paragraphs: readonly string[]): Promise<Record<string, unknown>> {
  const { records } = extract(await articleOf({ text: paragraphs.join('\n'), published }))
  return Object.fromEntries(
    records.flatMap(r => (r.kind === 'target' || r.kind === 'observation' ? [[r.anchor?.quote ?? '', r] as const] : []))
  )
}

/** A record of a goal with these fields. */
export const goal = (fields: object = {}): object => ({ kind: 'target', status: 'goal', ...fields })
/** A record of what is only told. */
export const told = (status: string): object => ({ kind: 'observation', status })
