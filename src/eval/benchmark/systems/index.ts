import * as z from 'zod'
import { readChronoNode } from './chrono-node.ts'
import { readDuckling } from './duckling.ts'
import { readGrobidQuantities } from './grobid-quantities.ts'
import { readHeidelTime } from './heideltime.ts'
import { type SystemLine, systemLineSchema } from './system.ts'

/** What a system printed of one text, as a line of the benchmark's format; a sentence where it is nothing of the kind. */
export type Adapter = (content: unknown, text: string) => SystemLine | string

/** The systems whose own output is read, by how the name of what is scored begins. */
export const ADAPTERS: Readonly<Record<string, Adapter>> = {
  'chrono-node': readChronoNode,
  duckling: readDuckling,
  heideltime: readHeidelTime,
  'grobid-quantities': readGrobidQuantities
}

/** The adapter for a system's name (`duckling`, `HeidelTime 2.2.1`); for any other name the benchmark's own format is read. */
export function adapterFor(name: string): Adapter {
  const found = Object.entries(ADAPTERS).find(([key]) => name.toLowerCase().startsWith(key))
  return found?.[1] ?? readLine
}

function readLine(content: unknown): SystemLine | string {
  const parsed = systemLineSchema.safeParse(content)
  return parsed.success ? parsed.data : z.prettifyError(parsed.error).replaceAll('\n', ' ')
}
