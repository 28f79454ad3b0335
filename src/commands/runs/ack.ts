import { basename } from 'node:path'
import { UsageError } from '../../model/usage-error.ts'
import { reason, statOf } from '../../stages/read/found.ts'
import { hashOfFile } from '../../stages/read/streams.ts'
import { type Acknowledgement, acknowledge, acknowledgements, unacknowledge } from '../../store/acknowledgements.ts'
import { openDatabaseToRead, openExistingDatabase } from '../../store/database.ts'
import { asUsageError, closeStore, type Store } from '../../store/open.ts'
import { tableOfRows } from '../columns.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from '../operands.ts'

interface Options {
  readonly db: string
  readonly reason?: string
  readonly undo?: true
  readonly json?: true
}

/** `muctieu runs ack`: what is known to give no article. */
export const runsAck: Command = {
  name: 'ack',
  summary: 'acknowledge files that give no article, so that they are no failures any more; without a file, list them',
  notes:
    'A file is known by its bytes: one that changes is told again, one that moves is not. (An empty file is known by its name too.) It is still tried on every run, and what it gives is taken. Of an archive, or of another file of many articles, all failures are acknowledged.',
  operands: [{ name: '[file...]', says: 'the files; with --undo also the hashes or names of files that are gone' }],
  options: [
    DB_OPTION,
    { flags: '--reason <text>', says: 'why, told on every run' },
    { flags: '--undo', says: 'take the acknowledgement back' },
    JSON_OPTION
  ],
  examples: [
    ['runs ack inbox/scan.pdf --reason "a scan; typed up as scan.txt"', 'the next run ends with 0 if nothing else fails'],
    ['runs ack', 'what is acknowledged, since when and why'],
    ['runs ack inbox/scan.pdf --undo', 'it is a failure again']
  ],
  async run(files, given, io) {
    const options = given as unknown as Options
    if (files.length === 0) return await list(options, io)
    if (options.undo === undefined && (options.reason ?? '').trim() === '')
      throw new UsageError('Say why with --reason, for who reads it later; or take it back with --undo.')
    const store = await openExistingDatabase(pathOf(options.db, io), options.db, io.now)
    try {
      const changed = options.undo ? await takeBack(store, files, io) : await take(store, files, (options.reason as string).trim(), io)
      const verb = options.undo ? 'Taken back' : 'Acknowledged'
      const words = changed.map(({ name, sha256 }) => `${verb}: ${name} (sha256 ${sha256.slice(0, 12)})\n`).join('')
      await (options.json ? io.data : io.stdout).write(options.json ? `${JSON.stringify(changed, null, 1)}\n` : words)
      return 0
    } catch (error) {
      throw asUsageError(options.db, error) ?? error
    } finally {
      closeStore(store)
    }
  }
}

async function list(options: Options, io: Io): Promise<ExitCode> {
  if (options.undo || options.reason !== undefined) throw new UsageError('Name the files that are meant.')
  const store = await openDatabaseToRead(pathOf(options.db, io), options.db)
  let all: Acknowledgement[]
  try {
    all = acknowledgements(store)
  } finally {
    store.db.close()
  }
  const rows = all.map(a => [a.name, String(a.bytes), a.sha256.slice(0, 12), a.acknowledged.slice(0, 10), a.reason])
  const words =
    all.length === 0 ? 'Nothing is acknowledged.\n' : tableOfRows([['file', 'bytes', 'sha256', 'since', 'reason'], ...rows], new Set([1]))
  await (options.json ? io.data : io.stdout).write(options.json ? `${JSON.stringify(all, null, 1)}\n` : words)
  return 0
}

/** All or none: who mistypes one name changes nothing. */
async function take(store: Store, files: readonly string[], why: string, io: Io): Promise<readonly Acknowledgement[]> {
  const acknowledged = io.now().toISOString()
  const all = await Promise.all(files.map(async file => ({ ...(await fileNamed(file, io)), reason: why, acknowledged })))
  for (const one of all) acknowledge(store, one)
  return all
}

async function takeBack(store: Store, files: readonly string[], io: Io): Promise<readonly Acknowledgement[]> {
  const known = acknowledgements(store)
  const found = await Promise.all(files.map(file => acknowledgedAs(file, known, io)))
  const all = [...new Set(found)]
  for (const one of all) unacknowledge(store, one)
  return all
}

/** The acknowledgement of a file that is there, or else of what had this hash or name. */
async function acknowledgedAs(file: string, known: readonly Acknowledgement[], io: Io): Promise<Acknowledgement> {
  const stats = await statOf(pathOf(file, io))
  const isThere = !(stats instanceof Error) && stats.isFile()
  const own = isThere ? await fileNamed(file, io) : undefined
  const found = known.filter(a =>
    own === undefined
      ? a.name === basename(file) || (file.length >= 8 && a.sha256.startsWith(file.toLowerCase()))
      : a.sha256 === own.sha256 && (a.bytes > 0 || a.name === own.name)
  )
  const [one] = found
  if (one === undefined)
    throw new UsageError(
      `${file} is not acknowledged${own === undefined ? '' : ' as it is now'}; "muctieu runs ack" lists what is, by hashes and names.`
    )
  if (found.length > 1) throw new UsageError(`Several files are acknowledged under ${file}; name one by its hash.`)
  return one
}

async function fileNamed(file: string, io: Io): Promise<Pick<Acknowledgement, 'sha256' | 'bytes' | 'name'>> {
  const path = pathOf(file, io)
  const stats = await statOf(path)
  if (stats instanceof Error) throw new UsageError(`${file} cannot be read: ${reason(stats)}.`)
  if (!stats.isFile()) throw new UsageError(`${file} is no file; name the files that are meant one by one.`)
  const hashed = await hashOfFile(path).catch((error: Error) => error)
  if (hashed instanceof Error) throw new UsageError(`${file} cannot be read: ${reason(hashed)}.`)
  return { ...hashed, name: basename(path).toWellFormed() }
}
