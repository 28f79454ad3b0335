import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Growth } from './measure.ts'

/** A text in two lengths. */
export interface Case {
  readonly name: string
  readonly texts: readonly [small: string, large: string]
  /** What a character may take, where that is not `MOST_WORK`. */
  readonly most?: number
}

const MEASURE = fileURLToPath(new URL('./measure.ts', import.meta.url))
// One for each core.
const PROCESSES = 2

/** How the work on each text grows with its length, in the order of the cases. */
export async function growthOf(cases: readonly Case[]): Promise<Growth[]> {
  const parts = await Promise.all(Array.from({ length: PROCESSES }, (_, part) => measured(cases.filter((__, i) => i % PROCESSES === part))))
  return cases.map((_, i) => parts[i % PROCESSES]?.[Math.floor(i / PROCESSES)] as Growth)
}

async function measured(cases: readonly Case[]): Promise<Growth[]> {
  // Code that is thrown away when it was not used for long is counted no more.
  const child = spawn(process.execPath, ['--no-flush-bytecode', MEASURE], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(cases.map(given => `${JSON.stringify(given)}\n`).join(''))
  const growths: Growth[] = []
  for await (const line of createInterface({ input: child.stdout })) growths.push(JSON.parse(line) as Growth)
  if (growths.length < cases.length) throw new Error(`No figures for ${cases[growths.length]?.name}`)
  return growths
}

// Work that grows by a higher power of the length than this is not linear; sorting and searching grow by little more than one.
const MOST_POWER = 1.3
// A part of less than this share of the work is not judged: it may still be filling a table of fixed size.
const LEAST_SHARE = 0.02
/**
 * No text takes more work a character: some two seconds for 100 KB. Ordinary prose takes a twelfth. A unit of work is a
 * character of code run once, or a character or item gone over by a built-in function.
 */
const MOST_WORK = 120_000

/** What is wrong with the work on a text and its growth; empty where that is linear and little. */
export function excess({ perCharacter, parts }: Growth, most = MOST_WORK): string[] {
  const growing = parts.filter(part => part.share > LEAST_SHARE && part.power > MOST_POWER)
  return [
    ...(perCharacter > most ? [`${perCharacter} units of work a character`] : []),
    ...growing.map(({ where, share, power }) => `${where} grows by the power of ${power.toFixed(2)} (${Math.round(share * 100)} %)`)
  ]
}
