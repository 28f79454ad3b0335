import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { formatOfName } from '../../stages/read/formats.ts'
import type { Found } from '../../stages/read/found.ts'
import { chunksOfFile, hashOfFile } from '../../stages/read/streams.ts'
import type { ShardPlan } from '../../store/postgres/shards.ts'
import { inputOf, type ShardInput } from './reference.ts'

type File = Extract<Found, { readonly kind: 'file' }>

export async function planOf(files: readonly File[], most: { articles: number; bytes: number }): Promise<ShardPlan[]> {
  const shards: ShardPlan[] = []
  let waiting: { input: ShardInput; articles: number; bytes: number }[] = []
  const flush = (): void => {
    if (waiting.length === 0) return
    shards.push({
      number: shards.length,
      parent: null,
      reference: { inputs: waiting.map(w => w.input) },
      articles: waiting.reduce((s, w) => s + w.articles, 0),
      bytes: waiting.reduce((s, w) => s + w.bytes, 0)
    })
    waiting = []
  }
  const add = (input: ShardInput, articles: number, bytes: number): void => {
    const [a, b] = [waiting.reduce((s, w) => s + w.articles, 0), waiting.reduce((s, w) => s + w.bytes, 0)]
    if (waiting.length > 0 && (a + articles > most.articles || b + bytes > most.bytes)) flush()
    waiting.push({ input, articles, bytes })
  }
  for (const file of files) {
    const path = typeof file.path === 'string' ? resolve(file.path) : file.path
    const input = inputOf({ ...file, path })
    if (formatOfName(file.source) !== 'ndjson') {
      add(input, 1, file.stats.size)
      continue
    }
    const whole = await hashOfFile(path)
    let [at, from, line, first, count] = [0, 0, 1, 1, 0]
    let hash = createHash('sha256')
    const cut = (to: number): void => {
      const lines = { from, to, line: first, sha256: hash.digest('hex'), isPlain: true, input: whole }
      add({ ...input, cut: { lines } }, count, to - from)
      hash = createHash('sha256')
      ;[from, first, count] = [to, line, 0]
    }
    for await (const chunk of chunksOfFile(path)) {
      let start = 0
      for (let i = chunk.indexOf(10); i >= 0; i = chunk.indexOf(10, i + 1)) {
        hash.update(chunk.subarray(start, i + 1))
        start = i + 1
        line++
        count++
        if (count >= most.articles || at + start - from >= most.bytes) cut(at + start)
      }
      hash.update(chunk.subarray(start))
      at += chunk.length
    }
    if (at > from) cut(at)
  }
  flush()
  return shards
}
