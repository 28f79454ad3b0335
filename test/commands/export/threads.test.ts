import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { tableWriter } from '../../../src/commands/export/tables.ts'
import type { Line } from '../../../src/export/table.ts'
import { TABLES } from '../../../src/export/tables/index.ts'

const lines = (count: number, from = 0): Line[] =>
  Array.from({ length: count }, (_, i) => {
    const name = i % 7 === 0 ? '=a, "\ud800"' : 'Hà Giang'
    return { id: `place-${from + i}`, units: 63, code: null, name_vi: name, name_en: 'Ha Giang', region: i % 3 === 0 ? null : 'Đông Bắc' }
  })

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'muctieu-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function written(threads: number) {
  const writer = tableWriter(folder(), [TABLES.places, TABLES.indicators], { isForExcel: false, threads })
  try {
    // More than is sent at once, and more than may lie unread.
    for (let from = 0; from < 12_000; from += 1500) await writer.push('places', lines(1500, from))
    const { files, tables } = await writer.finish()
    return { files, tables }
  } finally {
    await writer.close()
  }
}

describe('the tables of a dataset', () => {
  test('are the same bytes whether threads write them or not', async () => {
    const threads = await written(2)
    for (const count of [0, 1, 5]) expect(await written(count)).toEqual(threads)
    expect(threads.tables['places']?.rows).toBe(12_000)
    const named = ['indicators', 'places'].flatMap(name => ['csv', 'jsonl', 'parquet'].map(type => `data/${name}.${type}`))
    expect(threads.files.map(file => file.path).toSorted()).toEqual([...named, 'data/muctieu.sqlite'].toSorted())
  })

  test('what ends a thread ends the writing, with its reason', async () => {
    const writer = tableWriter(folder(), [TABLES.places], { isForExcel: false, threads: 2 })
    const twice = async (): Promise<unknown> => {
      await writer.push('places', [...lines(1), ...lines(1)])
      return await writer.finish()
    }
    await expect(twice()).rejects.toThrow(/UNIQUE constraint failed: places\.id/)
    await writer.close()
  })
})
