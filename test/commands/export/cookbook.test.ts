import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderWith } from '../../cli/harness.ts'
import { exported, ndjson } from './dataset.ts'

const recipes = readFileSync('docs/cookbook.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map(part => ({
    name: part.slice(0, part.indexOf('\n')),
    languages: [...part.matchAll(/^```([a-z]+)$/gm)].map(m => m[1]),
    sql: /```sql\n([\s\S]*?)```/.exec(part)?.[1] ?? ''
  }))

let database: string
beforeAll(async () => {
  const folder = folderWith({ 'in/a.ndjson': ndjson() })
  const corpus = join(process.cwd(), 'corpus/articles')
  database = join(await exported(folder, [], 'dataset', existsSync(corpus) ? ['in', corpus] : ['in']), 'data/muctieu.sqlite')
})

describe('the cookbook', () => {
  test('answers ten questions in SQL, R and pandas', () => {
    expect(recipes.map(r => r.languages)).toEqual(Array(10).fill(['sql', 'r', 'python']))
  })

  test.each(recipes)('$name', ({ sql }) => {
    const db = new Database(database, { readonly: true })
    try {
      const rows = db.prepare(sql).all()
      if (existsSync('corpus/articles')) expect(rows.length).toBeGreaterThan(0)
    } finally {
      db.close()
    }
  })
})
