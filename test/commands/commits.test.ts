import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openCommits } from '../../src/commands/run/commits.ts'

/** A store that writes down what was committed together. */
function log() {
  const committed: number[][] = []
  let open: number[] = []
  const commits = openCommits(work => {
    open = []
    work()
    committed.push(open)
  })
  const done: number[] = []
  const add = (n: number, weight = 1) =>
    commits.add(
      () => void open.push(n),
      () => void done.push(n),
      weight
    )
  return { committed, done, add, commits }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what is to be written is committed', () => {
  test('many together, in their order, and each is told when it is', () => {
    const { committed, done, add, commits } = log()
    for (let n = 0; n < 300; n++) add(n)
    commits.flush()
    expect(committed.flat()).toEqual(Array.from({ length: 300 }, (_, n) => n))
    expect(committed.length).toBeLessThan(5)
    expect(done).toEqual(committed.flat())
  })

  test('before it takes much memory', () => {
    const { committed, add } = log()
    add(1, 5_000_000)
    expect(committed).toEqual([[1]])
  })

  test('after a moment, also where nothing follows; then no timer is left', () => {
    const { committed, done, add } = log()
    add(1)
    expect([committed, done]).toEqual([[], []])
    vi.advanceTimersByTime(1000)
    expect([committed, done]).toEqual([[[1]], [1]])
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('what a late commit threw is thrown where somebody hears it, and nothing is told of it', () => {
  const commits = openCommits(() => {
    throw new Error('disk full')
  })
  const done = vi.fn()
  commits.add(() => {}, done, 1)
  vi.advanceTimersByTime(1000)
  expect(() => commits.add(() => {}, done, 1)).toThrow('disk full')
  expect(() => commits.flush()).toThrow('disk full')
  expect(done).not.toHaveBeenCalled()
})
