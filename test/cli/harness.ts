import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { main } from '../../src/cli.ts'
import type { ExitCode, ProcessIo } from '../../src/commands/command.ts'
import { NET_LIMITS, type Net } from '../../src/commands/net/limits.ts'
import { openStoreToRead } from '../../src/store/open.ts'
import { articlesOf, extractionOf, runNamed } from '../../src/store/read.ts'

/** What a command line did. */
export interface Done {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** The net of the program. */
export const NET: Net = { worker: new URL('../../src/worker.ts', import.meta.url), ...NET_LIMITS }

const folders: string[] = []
// Not behind each file: files share a process and its modules, and a hook of this one would be of the first of them.
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own with some files in it; it goes when the process ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'muctieu-test-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Runs a command line in a folder, without a process. */
export async function muctieu(
  cwd: string,
  argv: readonly string[],
  given: Partial<ProcessIo> & { readonly input?: string } = {}
): Promise<Done> {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const io: ProcessIo = {
    stdout: { write: text => void stdout.push(text) },
    stderr: { write: text => void stderr.push(text) },
    stdin: chunks(given.input ?? ''),
    cwd,
    now: () => new Date('2026-01-02T03:04:05Z'),
    terminal: null,
    env: {},
    signal: new AbortController().signal,
    cores: 2,
    // Threads load all rules anew: only what is said of threads has them.
    net: argv.includes('--workers') ? NET : null,
    ...given
  }
  const code = await main(argv, io)
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

/** A short article with one target, which no other number makes. */
export function article(n: number): string {
  return `Hà Giang phấn đấu phát triển rừng\n\nPhấn đấu đến năm 2030, tỷ lệ che phủ rừng của tỉnh Hà Giang đạt ${n % 100}%. Bản tin số thứ tự ${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10) % 10]}${'uvwxyzabcd'[Math.floor(n / 100) % 10]}.\n`
}

/** A line of NDJSON input. */
export function line(fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(fields)}\n`
}

/** The lines of NDJSON output. */
export function linesOf(stdout: string): Record<string, unknown>[] {
  return stdout.split('\n').flatMap(text => (text === '' ? [] : [JSON.parse(text) as Record<string, unknown>]))
}

/** Everything a run (or the current state) holds, in one order: equal strings, equal results. */
export function contentsOf(db: string, run?: string): string {
  const store = openStoreToRead(db, db)
  try {
    const scope = run === undefined ? ('current' as const) : { run: runNamed(store, db, run) }
    return [...articlesOf(store, scope)].map(a => JSON.stringify(extractionOf(store, a))).join('\n')
  } finally {
    store.db.close()
  }
}

/** What `run --json` prints. */
export interface RunJson {
  readonly counts: Readonly<Record<string, number>>
  readonly drift: readonly { readonly name: string; readonly count: number; readonly isOutside: boolean }[]
  readonly threads: number
}

/** Runs `run` without a word on stderr, and gives what it prints. */
export async function run(folder: string, argv: readonly string[]): Promise<RunJson> {
  const done = await muctieu(folder, ['run', ...argv, '--json'])
  if (done.stderr !== '') throw new Error(done.stderr)
  return JSON.parse(done.stdout) as RunJson
}

/** So many different articles, as lines of NDJSON input. */
export function many(count: number, from = 0): string {
  return Array.from({ length: count }, (_, i) => line({ id: `n${from + i}`, text: article(from + i) })).join('')
}

/** What a database in a folder answers. */
export function ask<Row>(folder: string, sql: string, db = 'out/muctieu.sqlite'): Row[] {
  const open = new Database(join(folder, db), { readonly: true })
  try {
    return open.prepare(sql).all() as Row[]
  } finally {
    open.close()
  }
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
