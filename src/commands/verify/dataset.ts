import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, manifestSchema } from '../../export/manifest.ts'
import { parseSums } from '../../export/sums.ts'
import type { Line } from '../../export/table.ts'
import { UsageError } from '../../model/usage-error.ts'

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
      return readFileSync(join(folder, name), 'utf8')
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

/** The paths of all files in a dataset, `/`-separated. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/')
    )
    .toSorted()
}

/** The lines of a JSONL file with their numbers from 1; undefined where a line is no JSON object. Null where there is no file. */
export function linesIn(folder: string, path: string): readonly (Line | undefined)[] | null {
  if (!existsSync(join(folder, path))) return null
  const lines = readFileSync(join(folder, path), 'utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map(line => {
    try {
      const value = JSON.parse(line) as unknown
      return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Line) : undefined
    } catch {
      return undefined
    }
  })
}
