import { expect, test } from 'vitest'
import { read } from '../../../src/stages/read/read.ts'
import { thorough } from '../../thorough.ts'
import { ARTICLE } from './make.ts'

const MIB = 1024 * 1024

test('NDJSON of any length is read in flat memory', async () => {
  const line = Buffer.from(`${JSON.stringify({ text: ARTICLE.repeat(6) })}\n`)
  const chunk = Buffer.concat(Array.from({ length: 20 }, () => line))
  const wanted = thorough(24, 96) * MIB
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < wanted; sent += chunk.length) yield Buffer.from(chunk)
  }
  const before = process.memoryUsage().rss
  let articles = 0
  let most = 0
  for await (const result of read(['-'], { published: null, stdin: stream() })) {
    if (result.kind === 'article') articles++
    if (articles % 500 === 0) most = Math.max(most, process.memoryUsage().rss - before)
  }
  expect(articles).toBe(Math.ceil(wanted / chunk.length) * 20)
  expect(most).toBeLessThan(250 * MIB)
})
