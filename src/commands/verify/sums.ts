import type { Finding } from '../../export/compare.ts'
import { logicalHash, type Manifest, setHash } from '../../export/manifest.ts'
import { UNSUMMED } from '../../export/sums.ts'
import { hashOfFile } from '../../stages/read/streams.ts'
import type { Dataset } from './dataset.ts'
import { entriesIn, isInside, memberOf } from './members.ts'

// A list that was made up may be endless.
const MOST = 100

/** Whether every file is there and has the bytes that the checksums and the manifest say. */
export async function checkSums({ folder, sums, manifest }: Dataset): Promise<Finding[]> {
  const findings: Finding[] = []
  const entries = new Map(entriesIn(folder).map(entry => [entry.name, entry]))
  for (const [path, sum] of sums) {
    if (findings.length >= MOST) break
    const file = memberOf(folder, path)
    if (file === undefined) {
      // What is there and no file is told below.
      if (entries.get(path)?.isFile !== false) findings.push({ kind: 'missing', path, message: missing(path) })
      continue
    }
    const { sha256 } = await hashOfFile(file)
    if (sha256 !== sum)
      findings.push({ kind: 'sum', path, message: `${path} does not match its checksum: it was changed, or the checksum was.` })
    const table = /^data\/(.+)\.jsonl$/.exec(path)?.[1]
    if (table !== undefined && manifest.tables[table]?.sha256 !== sha256 && sha256 === sum)
      findings.push({ kind: 'manifest', path, message: `${path} is not the one that manifest.json names.` })
  }
  findings.push(...strays(sums, [...entries.values()]).slice(0, MOST))
  return [...findings, ...checkManifest(manifest)]
}

function missing(path: string): string {
  return isInside(path) ? `${path} is missing.` : `SHA256SUMS names ${path}, which leads out of the dataset; it is not read.`
}

function strays(sums: Dataset['sums'], entries: readonly { readonly name: string; readonly isFile: boolean }[]): Finding[] {
  return entries.flatMap(({ name: path, isFile }): Finding[] => {
    if (!isFile) return [{ kind: 'missing', path, message: `${path} is a link or no plain file; it is not read.` }]
    if (sums.has(path) || UNSUMMED.includes(path)) return []
    return [{ kind: 'unlisted', path, message: `${path} is not listed in SHA256SUMS.` }]
  })
}

function checkManifest({ tables, logical_hash, inputs }: Manifest): Finding[] {
  const find = (message: string): Finding => ({ kind: 'manifest', path: 'manifest.json', message: `manifest.json: ${message}` })
  const { files, count, bytes, set_hash } = inputs
  const isWhole =
    files.length === count &&
    files.reduce((sum, file) => sum + file.bytes, 0) === bytes &&
    setHash(files.map(file => JSON.stringify(file))) === set_hash
  return [
    ...(logicalHash(tables) === logical_hash ? [] : [find('the logical hash is not that of its tables.')]),
    ...(isWhole ? [] : [find('the count, the bytes or the hash of its inputs are not those of the inputs that it lists.')])
  ]
}
