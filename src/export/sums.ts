/** A file of the dataset. */
export interface DatasetFile {
  /** Within the dataset, `/`-separated. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** The last part of a path within the dataset. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Files that sums leave out: themselves, and what says where and when the dataset was made. */
export const UNSUMMED: readonly string[] = ['SHA256SUMS', 'build-info.json']

/** `SHA256SUMS` as `sha256sum --check` reads it. */
export function sumsOf(files: readonly DatasetFile[]): string {
  const lines = files.filter(f => !UNSUMMED.includes(f.path)).map(f => `${f.sha256}  ${f.path}\n`)
  return lines.toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('')
}

/** The hashes of a `SHA256SUMS` by path; undefined where a line is no such line. */
export function parseSums(content: string): ReadonlyMap<string, string> | undefined {
  const sums = new Map<string, string>()
  for (const line of content.split('\n')) {
    if (line === '') continue
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line)
    if (match === null) return undefined
    sums.set(match[2] as string, match[1] as string)
  }
  return sums
}
