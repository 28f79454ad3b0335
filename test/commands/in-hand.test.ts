import { expect, test } from 'vitest'
import { handOf } from '../../src/commands/work/in-hand.ts'

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** Three slots that take what there is; `alone` of it is worked at alone. What is seen: `+` taken, `-` done. */
async function seen(things: readonly string[], alone: string): Promise<string[]> {
  const said: string[] = []
  const left = [...things]
  const hand = handOf<string>({
    take: async () => {
      await turn()
      const thing = left.shift()
      if (thing !== undefined) said.push(`+${thing}`)
      return thing
    },
    isAlone: thing => thing === alone,
    work: async thing => {
      for (let i = 0; i < 5; i++) await turn()
      said.push(`-${thing}`)
    }
  })
  const slot = async (): Promise<void> => {
    while (await hand.next());
  }
  await Promise.all([slot(), slot(), slot()])
  return said
}

test('several are in hand at a time', async () => {
  expect((await seen(['a', 'b', 'c'], '')).slice(0, 2)).toEqual(['+a', '+b'])
})

test('one that is worked at alone waits for the others, and nothing is taken until it is done', async () => {
  const said = await seen(['a', 'b', 'c', 'd'], 'b')
  expect(said.indexOf('-a')).toBeLessThan(said.indexOf('-b'))
  expect(said.indexOf('+c')).toBeGreaterThan(said.indexOf('-b'))
  expect(said.toSorted()).toEqual(['+a', '+b', '+c', '+d', '-a', '-b', '-c', '-d'])
})

test('what goes wrong with one is heard by who took it, and keeps nobody else', async () => {
  const left = ['a', 'b']
  const hand = handOf<string>({
    take: async () => left.shift(),
    isAlone: () => true,
    work: async thing => {
      if (thing === 'a') throw new Error('a is wrong')
    }
  })
  await expect(hand.next()).rejects.toThrow('a is wrong')
  expect(await hand.next()).toBe(true)
  expect(await hand.next()).toBe(false)
})
