import { expect, test } from 'vitest'
import { article, folderWith, line, linesOf, muctieu } from './harness.ts'

const ALL = ['--mentions', '--sentences', '--rejections', '--diagnostics']

test('articles come in the order of the input, each line first, the others by place', async () => {
  const folder = folderWith({ 'b.txt': article(2), 'a.txt': article(1) })
  const lines = linesOf((await muctieu(folder, ['extract', 'b.txt', 'a.txt', ...ALL])).stdout)
  expect(lines.filter(l => l['kind'] === 'article').map(l => l['key'])).toEqual(['source:b.txt', 'source:a.txt'])
  const placeOf = (l: Record<string, unknown>): readonly [number, number] => {
    const span = (l['anchor'] ?? l) as { start: number | null; end: number | null }
    return [span.start ?? -1, span.end ?? -1]
  }
  const first = lines
    .slice(
      1,
      lines.findLastIndex(l => l['kind'] === 'article')
    )
    .map(placeOf)
  expect(first.length).toBeGreaterThan(5)
  expect(first).toEqual(first.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
})

test('without flags only articles and records are printed', async () => {
  const folder = folderWith({ 'a.txt': article(1) })
  const kinds = new Set(linesOf((await muctieu(folder, ['extract', 'a.txt'])).stdout).map(l => l['kind']))
  expect([...kinds]).toEqual(['article', 'target'])
  const more = new Set(linesOf((await muctieu(folder, ['extract', 'a.txt', ...ALL])).stdout).map(l => l['kind']))
  expect([...more]).toEqual(expect.arrayContaining(['article', 'target', 'mention', 'sentence']))
})

test('a text is printed once, at its first line, and later ones are told of', async () => {
  const text = article(1)
  const folder = folderWith({ 'b.txt': text, 'a.ndjson': line({ id: 'x', text }) + line({ id: 'y', text: article(2) }) })
  const done = await muctieu(folder, ['extract', 'b.txt', 'a.ndjson', '--diagnostics'])
  const lines = linesOf(done.stdout)
  expect(lines.filter(l => l['kind'] === 'article')).toMatchObject([
    { key: 'source:b.txt', sources: [{ source: 'b.txt' }], duplicate_of: null },
    { external_id: 'y' }
  ])
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'diagnostic', code: 'read/repeated-text', source: 'a.ndjson#x' }))
  expect(done.code).toBe(0)
})

test('a failure is a diagnostic where diagnostics are asked for, and talk always', async () => {
  const folder = folderWith({ 'a.ndjson': `{}\n${line({ text: article(1) })}` })
  const done = await muctieu(folder, ['extract', 'a.ndjson', '--diagnostics'])
  expect(linesOf(done.stdout)[0]).toMatchObject({ kind: 'diagnostic', article_id: null, source: 'a.ndjson', severity: 'error' })
  expect(done.stderr).toMatch(/line 1, has no "text"/)
  expect(linesOf((await muctieu(folder, ['extract', 'a.ndjson'])).stdout)[0]).toMatchObject({ kind: 'article' })
})

test('standard input is an operand', async () => {
  const done = await muctieu(folderWith(), ['extract', '-'], { input: line({ id: 'x', text: article(60) }) })
  expect(linesOf(done.stdout)).toMatchObject([
    { kind: 'article', external_id: 'x' },
    { kind: 'target', low: 60 }
  ])
})

test('--published anchors what states no day of its own', async () => {
  const folder = folderWith({ 'a.ndjson': line({ text: article(1), published: '2024-05-06' }) + line({ text: article(2) }) })
  const done = await muctieu(folder, ['extract', 'a.ndjson', '--published', '2023-01-02'])
  expect(linesOf(done.stdout).flatMap(l => (l['kind'] === 'article' ? [l['published']] : []))).toEqual(['2024-05-06', '2023-01-02'])
})

test('--format json is one array of the same lines', async () => {
  const folder = folderWith({ 'a.txt': article(1), 'b.txt': article(2) })
  const json = (await muctieu(folder, ['extract', 'a.txt', 'b.txt', '--format', 'json', ...ALL])).stdout
  const ndjson = (await muctieu(folder, ['extract', 'a.txt', 'b.txt', ...ALL])).stdout
  expect(JSON.parse(json)).toEqual(linesOf(ndjson))
  expect((await muctieu(folder, ['extract', 'c.txt', '--format', 'json'])).stdout).toBe('[]\n')
})

test('--format table has 80 columns and obeys no control characters of the text', async () => {
  const folder = folderWith({ 'a.ndjson': line({ title: 'Tin \u001b[31mđỏ\u202e', text: `${article(60)}\u001b[2J` }) })
  const { stdout } = await muctieu(folder, ['extract', 'a.ndjson', '--format', 'table', ...ALL])
  expect(stdout).toContain('che phủ rừng')
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  for (const text of stdout.split('\n')) expect(text.length).toBeLessThanOrEqual(80)
})

test('an interruption ends with 130 after the article in hand', async () => {
  const interrupt = new AbortController()
  const input = (async function* () {
    yield Buffer.from(line({ text: article(1) }))
    interrupt.abort()
    yield Buffer.from(line({ text: article(2) }))
  })()
  const done = await muctieu(folderWith(), ['extract', '-'], { stdin: input, signal: interrupt.signal })
  expect(done.code).toBe(130)
  expect(linesOf(done.stdout).filter(l => l['kind'] === 'article').length).toBeLessThan(2)
})
