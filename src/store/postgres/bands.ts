import { type PostgresClient, rowsOf } from './client.ts'

/** What near-duplicates of an article are told by (`bandsOf`): of each article as many keys. */
export interface ArticleBands {
  readonly id: string
  readonly bands: Int32Array
}

const BYTES = 4
/** So many shards are fetched at a time: a run may have more than fits into memory as rows. */
const AT_ONCE = 100

/** Keeps what a shard's articles are told by until its run ends; inside the transaction that stores them. */
export async function putBands(client: PostgresClient, run: number, number: number, articles: readonly ArticleBands[]): Promise<void> {
  if (articles.length === 0) return
  const keys = articles.flatMap(({ bands }) => [...bands])
  const bytes = Buffer.alloc(keys.length * BYTES)
  for (const [i, key] of keys.entries()) bytes.writeInt32LE(key, i * BYTES)
  const sql = 'INSERT INTO muctieu.shard_bands (run, number, articles, bands) VALUES ($1, $2, $3, $4)'
  await client.query(sql, [run, number, articles.map(({ id }) => id).join('\n'), bytes])
}

/** Tells what is kept of a run's articles, shard after shard. */
export async function tellBands(client: PostgresClient, run: number, tell: (id: string, bands: Int32Array) => void): Promise<void> {
  const sql = `SELECT number, articles, bands FROM muctieu.shard_bands WHERE run = $1 AND number > $2 ORDER BY number LIMIT ${AT_ONCE}`
  for (let last = -1; ; ) {
    const rows = await rowsOf<{ number: number; articles: string; bands: Buffer }>(client, sql, [run, last])
    for (const { articles, bands } of rows) {
      const ids = articles.split('\n')
      const each = bands.length / BYTES / ids.length
      for (const [i, id] of ids.entries())
        tell(
          id,
          Int32Array.from({ length: each }, (_, k) => bands.readInt32LE((i * each + k) * BYTES))
        )
    }
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)?.number as number
  }
}

/** Forgets what is kept of runs that have ended. */
export async function forgetBands(client: PostgresClient): Promise<void> {
  await client.query("DELETE FROM muctieu.shard_bands b USING muctieu.runs r WHERE r.id = b.run AND r.status <> 'running'")
}
