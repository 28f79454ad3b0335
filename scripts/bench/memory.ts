import { readdirSync, readFileSync } from 'node:fs'

const EVERY_MILLISECONDS = 250

/** Looks four times a second at the memory that a process and all that come of it hold together; gives the most, in megabytes. */
export function watchMemory(pid: number | undefined): () => number {
  let peak = Number.NaN
  const timer = setInterval(() => {
    const kilobytes = pid === undefined ? Number.NaN : heldBy(pid)
    if (!(kilobytes / 1e3 <= peak)) peak = kilobytes / 1e3
  }, EVERY_MILLISECONDS)
  return () => {
    clearInterval(timer)
    return peak
  }
}

/**
 * Kilobytes that a process and its descendants hold: a page that several share, as the program of Node, counts once in all.
 * Not a number where the system does not tell them as Linux does.
 */
function heldBy(root: number): number {
  const parents = new Map<number, number>()
  try {
    for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(name))
  } catch {
    return Number.NaN
  }
  const isOf = (pid: number): boolean => pid === root || (parents.has(pid) && isOf(parents.get(pid) ?? 0))
  let sum = 0
  for (const pid of parents.keys()) if (isOf(pid)) sum += share(pid)
  return sum
}

/** The process that started one; 0 when it ended meanwhile. */
function parentOf(pid: string): number {
  try {
    // Behind the name, which may hold anything: its state, and its parent.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

/** A process's proportional share of the pages in memory, in kilobytes; 0 when it ended meanwhile. */
function share(pid: number): number {
  try {
    return Number(/^Pss: +(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
