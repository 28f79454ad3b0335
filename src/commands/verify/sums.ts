import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../export/compare.ts'
import { logicalHash } from '../../export/manifest.ts'
import { UNSUMMED } from '../../export/sums.ts'
import { hashOfFile } from '../../stages/read/streams.ts'
import { type Dataset, filesIn } from './dataset.ts'

/** Whether every file is there and has the bytes that the checksums and the manifest say. */
export async function checkSums({ folder, sums, manifest }: Dataset): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [path, sum] of sums) {
    if (!existsSync(join(folder, path))) {
      findings.push({ kind: 'missing', path, message: `${path} is missing.` })
      continue
    }
    const { sha256 } = await hashOfFile(join(folder, path))
    if (sha256 !== sum)
      findings.push({ kind: 'sum', path, message: `${path} does not match its checksum: it was changed, or the checksum was.` })
    const table = /^data\/(.+)\.jsonl$/.exec(path)?.[1]
    if (table !== undefined && manifest.tables[table]?.sha256 !== sha256 && sha256 === sum)
      findings.push({ kind: 'manifest', path, message: `${path} is not the one that manifest.json names.` })
  }
  for (const path of filesIn(folder))
    if (!sums.has(path) && !UNSUMMED.includes(path))
      findings.push({ kind: 'unlisted', path, message: `${path} is not listed in SHA256SUMS.` })
  if (logicalHash(manifest.tables) !== manifest.logical_hash)
    findings.push({ kind: 'manifest', path: 'manifest.json', message: 'manifest.json: the logical hash is not that of its tables.' })
  return findings
}
