import { expect, test } from 'vitest'
import { article, folderWith, line, linesOf, many, muctieu } from './harness.ts'

const FILTER = ['extract', '--as', 'articles', '-']

test('a line is out before the next one comes, and before the input ends', async () => {
  const out: string[] = []
  let came = (): void => {}
  const stdin = (async function* () {
    for (const n of [1, 2, 3]) {
      const printed = new Promise<void>(resolve => (came = resolve))
      yield Buffer.from(line({ id: `n${n}`, text: article(n) }))
      await printed
    }
  })()
  const write = (text: string): void => {
    out.push(text)
    came()
  }
  expect((await muctieu(folderWith(), FILTER, { stdin, stdout: { write } })).code).toBe(0)
  expect(out).toHaveLength(3)
  expect(linesOf(out.join('')).map(l => (l['article'] as Record<string, unknown>)['external_id'])).toEqual(['n1', 'n2', 'n3'])
})

test('lines cut anywhere are lines: a bad one at the front spoils nothing, none at all is no failure', async () => {
  const done = await muctieu(folderWith(), FILTER, { input: `<html> thừa\n${line({ text: article(1) })}` })
  expect([done.code, done.stderr]).toEqual([3, 'muctieu: -, line 1, is not JSON.\n'])
  expect(linesOf(done.stdout).map(l => l['kind'])).toEqual(['failure', 'extraction'])
  expect(await muctieu(folderWith(), FILTER, { input: '' })).toEqual({ code: 0, stdout: '', stderr: '' })
  expect((await muctieu(folderWith(), FILTER, { input: '\u0000\n' })).code).toBe(3)
})

test('a line does not depend on the lines around it', async () => {
  const input = Array.from({ length: 6 }, (_, i) =>
    line({ id: `n${i % 4}`, published: i === 2 ? 'xưa' : '2024-01-02', text: article(i % 4) })
  )
  const together = (await muctieu(folderWith(), FILTER, { input: input.join('') })).stdout
  const apart = await Promise.all(input.map(async one => (await muctieu(folderWith(), FILTER, { input: one })).stdout))
  expect(together).toBe(apart.join(''))
})

test('parts of a stream that are told by the name of a file are told as that file', async () => {
  const name = '2024-03-01-news.ndjson'
  const folder = folderWith({ [name]: many(6) })
  const apart = [many(2), many(4, 2)].map(input => muctieu(folder, [...FILTER, '--stdin-name', name], { input }))
  const lines = (await Promise.all(apart)).flatMap(done => linesOf(done.stdout))
  const whole = linesOf((await muctieu(folder, ['extract', '--as', 'articles', name])).stdout)
  expect(lines.map(l => l['article'])).toEqual(whole.map(l => l['article']))
})

test('a line holds everything, so that nothing more can be asked for', async () => {
  for (const [more, says] of [
    [['--mentions'], 'A line of --as articles holds everything; leave --mentions out.'],
    [['--format', 'table'], '--as articles prints NDJSON; --format has no say in it.'],
    [['--as', 'tables'], '--as'],
    [['--stdin-name', '/news/a.ndjson'], '--stdin-name wants the name of a file without the path to it']
  ] as const) {
    const done = await muctieu(folderWith(), [...FILTER, ...more], { input: '' })
    expect(done.code).toBe(2)
    expect(done.stderr).toContain(says)
  }
})
