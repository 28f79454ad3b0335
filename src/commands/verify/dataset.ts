import { existsSync, readFileSync, statSync } from 'node:fs'
import { type Manifest, manifestSchema } from '../../export/manifest.ts'
import { parseSums } from '../../export/sums.ts'
import type { Line } from '../../export/table.ts'
import { UsageError } from '../../model/usage-error.ts'
import { jsonLines } from '../json-lines.ts'
import { memberOf } from './members.ts'

/** A dataset on the disk. */
export interface Dataset {
  readonly folder: string
  /** As the caller named it. */
  readonly shown: string
  readonly manifest: Manifest
  /** Hashes by path, from SHA256SUMS. */
  readonly sums: ReadonlyMap<string, string>
}

/** Opens an exported dataset; a folder that is none is wrong usage. */
export function openDataset(folder: string, shown: string): Dataset {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`The folder ${shown} does not exist.`)
  const content = (name: string): string => {
    try {
      return readFileSync(memberOf(folder, name) ?? '', 'utf8')
    } catch {
      throw new UsageError(`The folder ${shown} is no export: it has no ${name} that can be read.`)
    }
  }
  const sums = parseSums(content('SHA256SUMS'))
  if (sums === undefined) throw new UsageError(`${shown}/SHA256SUMS has a line that is no checksum.`)
  return { folder, shown, sums, manifest: manifestOf(content('manifest.json'), shown) }
}

function manifestOf(content: string, shown: string): Manifest {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    throw new UsageError(`${shown}/manifest.json is not JSON.`)
  }
  const parsed = manifestSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UsageError(`${shown}/manifest.json is not as this program writes it: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

/** The lines of a JSONL file in order; undefined where a line is no JSON object. Null where there is no such file. */
export function linesIn(folder: string, path: string): readonly (Line | undefined)[] | null {
  const file = memberOf(folder, path)
  return file === undefined ? null : [...jsonLines(file)].map(line => line.value)
}
