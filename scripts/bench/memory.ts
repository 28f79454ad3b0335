import { readdirSync, readFileSync } from 'node:fs'

const EVERY_MILLISECONDS = 100
const PAGE_KB = 4

/** Looks ten times a second at the memory that a process and all that come of it hold together; gives the most, in megabytes. */
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

/** Resident kilobytes of a process and its descendants; not a number where the system does not list them as Linux does. */
function heldBy(root: number): number {
  const processes = new Map<number, { readonly parent: number; readonly kilobytes: number }>()
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      try {
        // Behind the name, which may hold anything: state, parent, and 20 fields on the resident pages.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        processes.set(Number(name), { parent: Number(fields[1]), kilobytes: Number(fields[21]) * PAGE_KB })
      } catch {
        // It ended meanwhile.
      }
    }
  } catch {
    return Number.NaN
  }
  const isOf = (pid: number): boolean => pid === root || (processes.has(pid) && isOf(processes.get(pid)?.parent ?? 0))
  let sum = 0
  for (const [pid, { kilobytes }] of processes) if (isOf(pid)) sum += kilobytes
  return sum
}
