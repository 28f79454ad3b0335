import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { jsonOf } from '../../eval/benchmark/format.ts'
import { type Adapter, adapterFor } from '../../eval/benchmark/systems/index.ts'
import { CLAIMS, type Claim, claimsOf, outputOfLine, systemLineSchema } from '../../eval/benchmark/systems/system.ts'
import { type Output, outputOf } from '../../eval/output.ts'
import type { Extraction } from '../../model/extraction.ts'
import { UsageError } from '../../model/usage-error.ts'
import type { Io } from '../command.ts'
import { jsonLines } from '../json-lines.ts'
import { pathOf } from '../operands.ts'

/** What a system read of the texts that it was given, by their hash. */
export interface SystemOutput {
  readonly name: string
  readonly claims: ReadonlySet<Claim>
  readonly outputs: ReadonlyMap<string, Output>
  /** What of its output could not be used, as sentences. */
  readonly problems: readonly string[]
}

/**
 * Reads a system's output: a folder with a file for each text, named by its hash (`SHA256.json`, `SHA256.xml`), or NDJSON with
 * the hash on every line, beside the values themselves or beside `output`, what the system printed. Of a version of this
 * program (`muctieu@COMMIT`) it is what `extract --mentions` printed.
 */
export async function loadSystem(name: string, given: string, io: Io, texts: ReadonlyMap<string, string>): Promise<SystemOutput> {
  const path = pathOf(given, io)
  const stats = await stat(path).catch(() => undefined)
  if (stats === undefined) throw new UsageError(`The output of ${name}, ${given}, does not exist.`)
  if (/^muctieu\b/.test(name)) return { name, claims: new Set(CLAIMS), outputs: ownOutputs(path), problems: [] }
  const printed = stats.isDirectory() ? await printedInFolder(path) : printedInLines(path)
  return adapted(name, printed, texts)
}

/** What a system printed, by the hash of the text or the beginning of it. */
type Printed = readonly (readonly [hash: string, content: unknown])[]

async function printedInFolder(folder: string): Promise<Printed> {
  const names = (await readdir(folder)).filter(name => /^[0-9a-f]{8,64}(?:\.|$)/.test(name)).toSorted()
  return await Promise.all(
    names.map(async name => {
      const content = await readFile(join(folder, name), 'utf8')
      return [name.split('.')[0]!, extname(name) === '.json' ? jsonOf(content) : content] as const
    })
  )
}

function printedInLines(file: string): Printed {
  return [...jsonLines(file)].flatMap(({ number, value, isBlank }) => {
    if (isBlank) return []
    const hash = value?.['sha256']
    if (typeof hash !== 'string') throw new UsageError(`Line ${number} of ${file} does not say which text it is of (sha256).`)
    return [[hash, 'output' in value! ? value['output'] : value] as const]
  })
}

function adapted(name: string, printed: Printed, texts: ReadonlyMap<string, string>): SystemOutput {
  const adapter: Adapter = adapterFor(name)
  const claims = new Set<Claim>()
  const outputs = new Map<string, Output>()
  const problems: string[] = []
  for (const [prefix, content] of printed) {
    const hash = texts.has(prefix) ? prefix : [...texts.keys()].find(key => key.startsWith(prefix))
    const text = hash === undefined ? undefined : texts.get(hash)
    // It may have read more than the benchmark has.
    if (hash === undefined || text === undefined) continue
    const line = adapter(content, text)
    if (typeof line === 'string') {
      problems.push(`${name} on ${prefix.slice(0, 16)}: ${line}`)
      continue
    }
    for (const claim of claimsOf(line)) claims.add(claim)
    outputs.set(hash, outputOfLine(systemLineSchema.parse(line), text))
  }
  return { name, claims, outputs, problems }
}

/** What `extract --mentions` printed, by the hash of each article. */
function ownOutputs(file: string): ReadonlyMap<string, Output> {
  const hashes = new Map<string, string>()
  const lines = new Map<string, { readonly records: object[]; readonly mentions: object[] }>()
  for (const { value } of jsonLines(file)) {
    if (value === undefined) continue
    if (value['kind'] === 'article') hashes.set(String(value['id']), String(value['sha256']))
    const id = String(value['article_id'] ?? value['id'])
    const own = lines.get(id) ?? { records: [], mentions: [] }
    lines.set(id, own)
    if (value['kind'] === 'mention') own.mentions.push(value)
    else if (value['kind'] !== 'article') own.records.push(value)
  }
  if (hashes.size === 0) throw new UsageError(`${file} is not what "muctieu extract --mentions" prints: it has no article in it.`)
  const extraction = (own: object) => ({ sentences: [], rejections: [], diagnostics: [], ...own }) as unknown as Extraction
  return new Map([...lines].flatMap(([id, own]) => (hashes.has(id) ? [[hashes.get(id)!, outputOf(extraction(own))] as const] : [])))
}
