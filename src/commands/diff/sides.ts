import { existsSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { asExtracted } from '../../diff/exported.ts'
import type { Method, Side, SideArticle } from '../../diff/side.ts'
import type { ArticleRecord } from '../../model/article.ts'
import type { AnyRecord } from '../../model/record.ts'
import { UsageError } from '../../model/usage-error.ts'
import { currentMethod, identityOf, partsOf, recordsOf, stateStatus } from '../../store/contents.ts'
import { openDatabaseToRead } from '../../store/database.ts'
import { guarded, type Store } from '../../store/open.ts'
import { hidePassword, isPostgresAddress } from '../../store/postgres/address.ts'
import { articlesOf, runNamed, type Scope } from '../../store/read.ts'
import type { RunRow } from '../../store/runs.ts'
import { hasOnlyWhatIfs } from '../../store/standing.ts'
import type { Io } from '../command.ts'
import { isDatabase } from '../database-problem.ts'
import { jsonLines } from '../json-lines.ts'
import { pathOf } from '../operands.ts'
import { noState } from '../standing.ts'
import { memberOf } from '../verify/members.ts'

const NOTHING: Method = { ruleset: null, options: null, codeVersion: null, inputSet: null, parts: [] }

/** A side with what has to be closed when it is no longer read. */
export interface OpenSide {
  readonly side: Side
  /** The database it is read from, and which articles of it; null where it is none. */
  readonly stored: { readonly store: Store; readonly scope: Scope; readonly path: string } | null
  close(): void
}

/**
 * The side that an operand names: a run of `db` by number or name; a file or folder where it holds a slash, a dot or a `#`:
 * a database (its current state), `DATABASE#RUN`, NDJSON as `extract` prints it, or an export.
 */
export async function openSide(operand: string, db: string, io: Io): Promise<OpenSide> {
  // A folder of that name is meant where there is no such run.
  if (!/[/\\.#]/.test(operand) && !(existsSync(pathOf(operand, io)) && !(await isRun(db, operand, io))))
    return await stored(db, operand, io)
  const [, file = operand, run] = /^(.*)#([^#]+)$/s.exec(operand) ?? []
  if (isPostgresAddress(operand)) return await stored(hidePassword(file), run, io)
  const path = pathOf(existsSync(pathOf(operand, io)) ? operand : file, io)
  if (!existsSync(path)) throw new UsageError(`${operand} is neither a file nor a folder; a run is named without slash, dot and #.`)
  const stats = statSync(path)
  if (stats.isDirectory()) return lines(operand, await exportedLines(path, operand))
  // A pipe has no beginning to look at, but may hold lines.
  if (stats.isFile() && isDatabase(path)) return await stored(file, run, io)
  return lines(operand, [path])
}

async function isRun(db: string, name: string, io: Io): Promise<boolean> {
  try {
    ;(await stored(db, name, io)).close()
    return true
  } catch (error) {
    if (error instanceof UsageError) return false
    throw error
  }
}

async function stored(db: string, name: string | undefined, io: Io): Promise<OpenSide> {
  const path = pathOf(db, io)
  const store = await openDatabaseToRead(path, db)
  try {
    const run = name === undefined ? null : runNamed(store, db, name)
    const scope: Scope = run === null ? 'current' : { run }
    const now = currentMethod(store)
    const method =
      run === null
        ? { ruleset: now?.ruleset ?? null, options: now?.options ?? null, code: now?.codeVersion ?? null }
        : { ...run, code: run.code_version }
    const articles = [...articlesOf(store, scope)].map(
      (a): SideArticle => ({
        record: a.record,
        identity: identityOf(store, a.extraction),
        content: () => guarded(db, () => ({ text: a.text, records: recordsOf(store, a.extraction) }))
      })
    )
    if (run === null && articles.length === 0 && hasOnlyWhatIfs(store)) throw new UsageError(noState(store, db))
    const label = run === null ? `current state of ${db}` : `run ${run.id}${run.name === null ? '' : ` "${run.name}"`} of ${db}`
    const parts = method.ruleset === null ? [] : partsOf(store, method.ruleset)
    const inputSet = run?.input_set ?? null
    const side = {
      label,
      method: { ruleset: method.ruleset, options: method.options, codeVersion: method.code, inputSet, parts },
      ...unfinishedOf(run?.status ?? stateStatus(store)),
      articles
    }
    return { side, stored: { store, scope, path }, close: () => void store.db.close() }
  } catch (error) {
    store.db.close()
    throw error
  }
}

function unfinishedOf(status: RunRow['status']): Pick<Side, 'unfinished'> {
  return status === 'done' ? {} : { unfinished: status }
}

/** Articles and records of NDJSON files, as they are printed by `extract` and written by `export`. */
function lines(label: string, paths: readonly string[]): OpenSide {
  const heads = new Map<string, ArticleRecord>()
  const records = new Map<string, AnyRecord[]>()
  for (const path of paths) {
    for (const { number, value, isBlank } of jsonLines(path)) {
      if (isBlank) continue
      const kind = value?.['kind']
      const line = value === undefined ? undefined : asExtracted(value)
      if (typeof kind !== 'string' || !(SHAPES[kind] ?? z.unknown()).safeParse(line).success)
        throw new UsageError(`${label} cannot be compared: line ${number} of ${basename(path)} is no line of extract or export.`)
      if (kind === 'article') heads.set((line as ArticleRecord).id, line as ArticleRecord)
      else if (kind in SHAPES) {
        const record = line as AnyRecord
        const own = records.get(record.article_id) ?? []
        own.push(record)
        records.set(record.article_id, own)
      }
    }
  }
  if (heads.size === 0) throw new UsageError(`${label} holds no article.`)
  const articles = [...heads.values()].map(
    (record): SideArticle => ({ record, identity: null, content: () => ({ text: null, records: records.get(record.id) ?? [] }) })
  )
  return { side: { label, method: NOTHING, articles }, stored: null, close: () => undefined }
}

// What a comparison takes for granted; other versions of the program may have more fields.
const named = z.looseObject({ id: z.string().nullable(), text: z.string() }).nullish()
const word = z.string().nullish()
const number = z.number().nullish()
const recordShape = z.looseObject({
  id: z.string(),
  article_id: z.string(),
  anchor: z.looseObject({ start: z.int(), end: z.int(), quote: z.string() }),
  indicator: named,
  subject: named,
  place: word,
  unit: word,
  deadline: word,
  title: word,
  low: number,
  high: number,
  evidence: z
    .record(z.string(), z.looseObject({ start: z.int().nullable(), quote: z.string().nullable(), source: z.string(), rule: z.string() }))
    .optional(),
  rules: z.array(z.string()).optional()
})
const articleShape = z.looseObject({
  id: z.string(),
  key: z.string(),
  external_id: word,
  title: word,
  published: word,
  sources: z.array(z.looseObject({ source: z.string() }))
})
const SHAPES: Readonly<Record<string, z.ZodType>> = Object.assign(Object.create(null) as Record<string, z.ZodType>, {
  article: articleShape,
  document: recordShape,
  target: recordShape,
  rank_goal: recordShape,
  observation: recordShape
})
// What may hold records in an export.
const EXPORTED = /^(?:articles|documents|targets|rank_goals|observations|records)\.(?:jsonl|ndjson)$/

async function exportedLines(folder: string, shown: string): Promise<string[]> {
  for (const place of [folder, join(folder, 'data')]) {
    const names = (await readdir(place).catch(() => [])).filter(name => EXPORTED.test(name)).toSorted()
    if (names.length === 0) continue
    const files = names.map(name => memberOf(place, name))
    const odd = names[files.indexOf(undefined)]
    if (odd !== undefined) throw new UsageError(`${odd} in ${shown} is a link or no plain file; it is not read.`)
    return files as string[]
  }
  throw new UsageError(`The folder ${shown} is no export: it has no articles.jsonl.`)
}
