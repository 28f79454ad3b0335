import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, describe, expect, inject } from 'vitest'
import { folderWith, muctieu } from '../cli/harness.ts'

const server = inject('postgres')

/** A group of tests that need a server. */
export const withPostgres: (name: string, tests: () => void) => void = describe.skipIf(server === null)

const made: string[] = []

afterAll(async () => {
  for (const name of made.splice(0)) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})

/** The address of a new, empty database. */
export async function database(options = ''): Promise<string> {
  const name = `muctieu_${process.pid}_${Date.now().toString(36)}_${made.length}`
  made.push(name)
  await onServer(`CREATE DATABASE ${name} ${options}`)
  const url = new URL(server as string)
  url.pathname = `/${name}`
  return url.toString()
}

/** What the server says of itself. */
export async function onServer(sql: string): Promise<readonly Record<string, unknown>[]> {
  return await ask(server as string, sql)
}

/** What a store answers: JSON to the letter, numbers as numbers. */
export async function ask(address: string, sql: string, values: unknown[] = []): Promise<readonly Record<string, unknown>[]> {
  const types = {
    getTypeParser: (type: number, format: 'text') =>
      type === 114 ? (text: string) => text : type === 20 ? Number : pg.types.getTypeParser(type, format)
  }
  const client = new pg.Client({ connectionString: address, types: types as typeof pg.types })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** A command line that must end well; gives what it prints. */
export async function done(folder: string, argv: readonly string[], code = 0): Promise<string> {
  const { code: ended, stdout, stderr } = await muctieu(folder, argv)
  expect(ended, `${argv.join(' ')}: ${stderr}`).toBe(code)
  return stdout
}

/** The same command line on both stores, `DB` being the database. */
export async function onBoth(folder: string, address: string, argv: readonly string[], code = 0): Promise<readonly [string, string]> {
  const of = (db: string): string[] => argv.map(part => (part === 'DB' ? db : part))
  return [await done(folder, of('local.sqlite'), code), await done(folder, of(address), code)]
}

/** The sums of an export, which speak for all its bytes but when and whence it was made. */
export async function sumsOf(folder: string, db: string, ...options: readonly string[]): Promise<string> {
  const target = join(folderWith(), 'export')
  await done(folder, ['export', '--db', db, '--to', target, ...options])
  return readFileSync(join(target, 'SHA256SUMS'), 'utf8')
}

// Numbers that each store gives by itself.
const OWN = ['extraction', 'reading']

/** Checks that every view of the local database has the same columns and rows in the store. */
export async function expectSameViews(folder: string, address: string): Promise<void> {
  const db = new Database(join(folder, 'local.sqlite'), { readonly: true })
  try {
    const views = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name").pluck().all() as string[]
    expect(views.length).toBeGreaterThan(10)
    for (const view of views) {
      const here = db.prepare(`SELECT * FROM ${view}`)
      const columns = here.columns().map(column => column.name)
      const there = await ask(address, `SELECT * FROM muctieu.${view}`)
      if (there[0] !== undefined) expect(Object.keys(there[0]), view).toEqual(columns)
      expect(sorted(there), view).toEqual(sorted(here.all() as Record<string, unknown>[]))
    }
  } finally {
    db.close()
  }
}

function sorted(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map(row => JSON.stringify(Object.entries(row).filter(([name]) => !OWN.includes(name)))).toSorted()
}
