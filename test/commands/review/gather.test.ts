import { expect, test } from 'vitest'
import { gathered } from '../../../src/commands/review/gather.ts'
import type { Item } from '../../../src/review/item.ts'

/** `count` changes of one cause and shape. */
function changes(count: number, cause: string, field: string, rest: Partial<Item> = {}): Item[] {
  const group = `${cause} ${field} ${rest.kind ?? 'target'}`
  const shape = { shifts: [{ field, before: '…', after: '…' }], facts: [] }
  const item = { class: 'changed', kind: 'target', group, alike: group, gathering: 'cause', cause, shape, verdict: null, ...rest }
  return Array.from({ length: count }, () => item as unknown as Item)
}

const rare = (count: number, rest: Partial<Item> = {}): Item[] =>
  Array.from({ length: count }, (_, i) => changes(1, `rules: r${i}`, `field${i}`, rest)).flat()

const sizes = (items: readonly Item[]): string[] =>
  [...Map.groupBy(items, i => i.group).values()].map(m => `${m[0]?.gathering} ${m[0]?.kind} ${m.length}`).toSorted()

test('a few rare groups stay as they are', () => {
  const items = [...changes(40, 'code', 'unit'), ...rare(20)]
  expect(gathered(items)).toEqual(items)
})

test('many rare groups become one for each class and kind; common ones stay, and no change is lost', () => {
  const items = [...changes(40, 'code', 'unit'), ...rare(30), ...rare(12, { kind: 'document' })]
  const found = gathered(items)
  expect(sizes(found)).toEqual(['cause target 40', 'kind document 12', 'kind target 30'])
  expect(found.map(i => i.alike)).toEqual(items.map(i => i.alike))
})

test('rare changes of one shape stand together, whatever caused them', () => {
  const items = [...rare(25), ...Array.from({ length: 6 }, (_, i) => changes(2, `rules: s${i}`, 'deadline')).flat()]
  expect(sizes(gathered(items))).toEqual(['kind target 25', 'shape target 12'])
})

test('what broke something that gold says is never gathered', () => {
  const broken = changes(1, 'rules: worst', 'place', { verdict: 'broke' })
  const found = gathered([...rare(30), ...broken])
  expect(found.at(-1)).toEqual(broken[0])
})
