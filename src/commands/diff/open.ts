import { readdirSync, statSync } from 'node:fs'
import type { DiffOptions } from '../../diff/diff.ts'
import { sameHidden } from '../../diff/exported.ts'
import type { Side } from '../../diff/side.ts'
import { UsageError } from '../../model/usage-error.ts'
import type { Io } from '../command.ts'
import { loadGold } from '../eval/gold-sets.ts'
import { pathOf } from '../operands.ts'
import { goldSide, narrowToGold, sameAsGold } from './gold-side.ts'
import { type OpenSide, openSide } from './sides.ts'

/** Two sides, and how they are to be compared. */
export interface OpenSides {
  readonly base: Side
  readonly new: Side
  readonly comparing: DiffOptions
  close(): void
}

/** Opens the two operands of a diff; where one is gold the other is narrowed to what gold speaks of. */
export async function openSides(base: string, now: string, db: string, io: Io): Promise<OpenSides> {
  const operands = [base, now]
  const golds = operands.map(operand => isGold(operand, io))
  if (golds.every(Boolean)) throw new UsageError('Two golds are not compared; one side has to be what the program read.')
  const index = golds.indexOf(true)
  if (index >= 0) {
    const name = operands[index] as string
    const gold = (await loadGold([pathOf(name, io)], ['-'])).flatMap(s => s.articles)
    const other = await openSide(operands[1 - index] as string, db, io)
    const pair = [goldSide(`gold ${name}`, gold), narrowToGold(other.side, gold)]
    if (index === 1) pair.reverse()
    return { base: pair[0] as Side, new: pair[1] as Side, comparing: { same: sameAsGold, withEvidence: false }, close: () => other.close() }
  }
  const opened: OpenSide[] = []
  try {
    for (const operand of operands) opened.push(await openSide(operand, db, io))
    const [b, n] = opened as [OpenSide, OpenSide]
    return { base: b.side, new: n.side, comparing: { same: sameHidden }, close: () => opened.map(o => o.close()) }
  } catch (error) {
    for (const o of opened) o.close()
    throw error
  }
}

function isGold(operand: string, io: Io): boolean {
  if (operand.endsWith('.gold.ndjson')) return true
  const path = pathOf(operand, io)
  const stats = /[/\\.]/.test(operand) ? statSync(path, { throwIfNoEntry: false }) : undefined
  return stats?.isDirectory() === true && readdirSync(path).some(name => name.endsWith('.gold.ndjson'))
}
