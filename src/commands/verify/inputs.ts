import { resolve } from 'node:path'
import type { Manifest } from '../../export/manifest.ts'
import { UsageError } from '../../model/usage-error.ts'
import { isLeft, type Path } from '../../stages/read/found.ts'
import { findFiles } from '../../stages/read/operands.ts'
import type { ReadResult } from '../../stages/read/read.ts'
import { hashOfFile } from '../../stages/read/streams.ts'
import type { Store } from '../../store/open.ts'
import { storedReadings } from '../../store/reread.ts'
import type { Io } from '../command.ts'
import { readNamedInNet } from '../net/reading.ts'

/** What a dataset is rebuilt from: articles as they were read, in groups by the options they were read with. */
export interface Rereading {
  /** Inputs of the manifest that are not there, in words. */
  readonly missing: readonly string[]
  readonly groups: ReadonlyMap<string, () => AsyncIterable<ReadResult>>
}

/** Finds the inputs of a dataset by their bytes, under whatever names they have now, and reads them under the names they had. */
export async function fromFiles({ inputs }: Manifest, paths: readonly string[], io: Io): Promise<Rereading> {
  const byHash = new Map<string, Path>()
  for (const found of await findFiles(paths)) {
    if (isLeft(found)) continue
    if (found.kind === 'none') throw new UsageError(found.refusal.message)
    if (found.kind === 'file' && found.stats.isFile())
      byHash.set((await hashOfFile(found.path)).sha256, typeof found.path === 'string' ? resolve(found.path) : found.path)
  }
  const missing = inputs.files.filter(file => !byHash.has(file.sha256)).map(file => `${file.source} (sha256 ${file.sha256})`)
  if (inputs.streamed > 0) missing.push(`${inputs.streamed} articles that came from a stream and not from a file`)
  const groups = new Map<string, () => AsyncIterable<ReadResult>>()
  if (missing.length > 0) return { missing, groups }
  const different = new Map(inputs.files.map(file => [JSON.stringify(file), file])).values()
  for (const [published, files] of Map.groupBy(different, file => file.published)) {
    const named = files.map(({ sha256, source }) => ({ path: byHash.get(sha256) as Path, source }))
    groups.set(readingOptions(published), () => readNamedInNet(named, { published }, io))
  }
  return { missing, groups }
}

/** Takes the articles of a dataset as a database holds their texts. */
export function fromDatabase({ inputs }: Manifest, store: Store, articleIds: readonly string[]): Rereading {
  const keyOf = (file: { readonly source: string; readonly sha256: string }, published: string | null): string =>
    JSON.stringify([file.source, file.sha256, published])
  const wanted = new Map(inputs.files.map(file => [keyOf(file, file.published), file]))
  const byOptions = new Map<string, ReadResult[]>()
  const seen = new Set<string>()
  const articles = new Set<string>()
  for (const { article, diagnostics, input } of storedReadings(store, articleIds)) {
    const published = input === null ? null : ((JSON.parse(input.options) as { readonly published?: string }).published ?? null)
    const key = input === null ? null : keyOf(input, published)
    if (key !== null && !wanted.has(key)) continue
    if (key !== null) seen.add(key)
    articles.add(article.record.id)
    const options = readingOptions(published)
    const list = byOptions.get(options) ?? []
    list.push({ kind: 'article', article, diagnostics, input: input ?? { source: '-', sha256: null, bytes: 0 } })
    byOptions.set(options, list)
  }
  const missing = [
    ...articleIds.filter(id => !articles.has(id)).map(id => `article ${id}`),
    ...[...wanted].filter(([key]) => !seen.has(key)).map(([, file]) => `${file.source} (sha256 ${file.sha256})`)
  ]
  const groups = new Map(
    [...byOptions].map(([options, list]) => [
      options,
      async function* () {
        yield* list
      }
    ])
  )
  return { missing, groups }
}

function readingOptions(published: string | null): string {
  return JSON.stringify(published === null ? {} : { published })
}

/** Inputs that a manifest lists though no article of the dataset has their name: a list that was made up may be endless. */
export function strangeInputs({ inputs }: Manifest, articles: Iterable<Readonly<Record<string, unknown>> | undefined>): readonly string[] {
  const names = new Set<string>()
  for (const article of articles) {
    const sources = article?.['sources']
    for (const source of Array.isArray(sources) ? (sources as readonly unknown[]) : []) {
      const name = (source as { readonly source?: unknown } | null)?.source
      if (typeof name !== 'string') continue
      // What stands inside a container is named behind it.
      for (let end = name.length; end >= 0; end = end === 0 ? -1 : name.lastIndexOf('#', end - 1)) names.add(name.slice(0, end))
    }
  }
  return [...new Set(inputs.files.map(file => file.source))].filter(name => !names.has(name))
}
