import { expect, test } from 'vitest'
import { forgetBands, putBands, tellBands } from '../../src/store/postgres/bands.ts'
import { openPostgres } from '../../src/store/postgres/client.ts'
import { planShards } from '../../src/store/postgres/shards.ts'
import { bandsOf } from '../../src/text/near-duplicates.ts'
import { article, folderWith, line } from '../cli/harness.ts'
import { ask, database, done, sumsOf, withPostgres } from './harness.ts'

const SHARDS = 205

withPostgres('what near-duplicates are told by', () => {
  test('comes to who ends the run as it was, and is forgotten then', async () => {
    const folder = folderWith({ 'a.txt': article(1) })
    const address = await database()
    await done(folder, ['run', 'a.txt', '--db', address])
    const postgres = await openPostgres(address, () => new Date())
    const kept = Array.from({ length: SHARDS }, (_, number) =>
      [0, 1].map(i => ({ id: `${number}-${i}`, bands: bandsOf(`Bản tin số ${number}, phần ${i} của ${SHARDS} phần.`) }))
    )
    try {
      await postgres.use(async client => {
        const plan = kept.map((_, number) => ({ number, parent: null, reference: {}, articles: 2, bytes: 1 }))
        await planShards(client, 1, plan)
        for (const [number, bands] of kept.entries()) await putBands(client, 1, number, bands)
        const told: unknown[] = []
        await tellBands(client, 1, (id, bands) => void told.push({ id, bands }))
        expect(told).toEqual(kept.flat())
        await forgetBands(client)
        await tellBands(client, 1, () => expect.fail('It is kept still.'))
      })
    } finally {
      await postgres.close()
    }
  })

  test('finds what a local run finds, also among articles of several shards and of earlier runs', async () => {
    const text = (end: string): string => `${article(1)}\n\n${'Hội nghị nghe báo cáo và thảo luận các giải pháp. '.repeat(3)}${end}`
    const of = (id: string, day: number, end: string): string => line({ id, published: `2021-06-0${day}`, text: text(end) })
    const first = [of('a', 1, 'Theo phóng viên.'), of('b', 2, 'Tin cho biết.')].join('')
    const second = [of('c', 3, 'Ảnh minh họa.'), line({ id: 'd', text: 'Một bài báo khác hẳn, không có số liệu nào.' })].join('')
    const folder = folderWith({ 'first.ndjson': first, 'second.ndjson': second })
    const address = await database()
    const engine = ['--db', address, '--engine', 'postgres', '--workers', '1', '--shard', '1']
    for (const inputs of [['first.ndjson'], ['first.ndjson', 'second.ndjson']]) {
      await done(folder, ['run', ...inputs, '--db', 'local.sqlite'])
      await done(folder, ['run', ...inputs, ...engine])
    }
    const [found] = await ask(address, 'SELECT count(*) AS copies FROM muctieu.run_articles WHERE run = 2 AND duplicate_of IS NOT NULL')
    expect(found).toEqual({ copies: 2 })
    expect(await ask(address, 'SELECT run FROM muctieu.shard_bands')).toEqual([])
    expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
  })
})
