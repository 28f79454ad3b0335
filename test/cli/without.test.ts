import { describe, expect, test } from 'vitest'
import { extract } from '../../src/pipeline.ts'
import { article, folderWith, linesOf, muctieu, run } from './harness.ts'

describe.runIf(extract.length > 1)('--without', () => {
  test('leaves a rule out', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    const kinds = async (...argv: string[]) => linesOf((await muctieu(folder, ['extract', 'a.txt', ...argv])).stdout).map(l => l['kind'])
    expect(await kinds()).toEqual(['article', 'target'])
    expect(await kinds('--without', 'quantity/percent')).toEqual(['article'])
    expect(await kinds()).toEqual(['article', 'target'])
  })

  test('is another extraction, also for threads, which is not the first again', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    const without = ['a.txt', '--without', 'quantity/percent']
    expect((await run(folder, ['a.txt'])).counts).toMatchObject({ done: 1, targets: 1 })
    const { counts } = await run(folder, [...without, '--workers', '1'])
    expect(counts).toMatchObject({ done: 1, without_records: 1 })
    expect(counts['targets']).toBeUndefined()
    expect((await run(folder, without)).counts).toMatchObject({ done: 0, skipped: 1 })
    expect((await run(folder, ['a.txt'])).counts).toMatchObject({ done: 0, skipped: 1, targets: 1 })
  })
})
