import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { extractionLineSchema, failureLineSchema } from '../../src/commands/article-lines/schema.ts'
import { article, ask, type Done, folderWith, line, linesOf, many, muctieu } from './harness.ts'

const AS_LINES = ['extract', '--as', 'articles']

/** Two versions of one article, two near-duplicates, a text with two sources, a day that is none, a foreign text, a table. */
const MIXED = {
  'a.ndjson': many(30) + line({ url: 'https://example.org/a', published: '2024-01-02', text: article(60) }),
  'b.ndjson':
    line({ url: 'https://example.org/a', published: '2024-02-03', text: `${article(61)}Bản sửa.` }) +
    line({ id: 'twice', published: 'hôm qua', text: article(5) }) +
    line({ id: 'near', text: `${article(7)}${'Cây được trồng ven suối và trên đồi. '.repeat(9)}` }) +
    line({ id: 'nearer', text: `${article(7)}${'Cây được trồng ven suối và trên đồi. '.repeat(9)}Hết.` }) +
    line({ id: 'en', text: 'This is an article in English about forests and the people who live in them.' }),
  'c.csv': 'Chỉ tiêu,Đơn vị,Kế hoạch 2030\nTỷ lệ che phủ rừng,%,55\nHộ nghèo,%,2\n',
  'd.html': `<html><head><title>Rừng</title></head><body><article><p>${article(33)}</p><p>${'Người dân chăm sóc rừng quanh năm. '.repeat(20)}</p></article></body></html>`
}

async function sums(folder: string, db: string): Promise<string> {
  const { code, stderr } = await muctieu(folder, ['export', '--db', db, '--to', `${db}-dataset`])
  expect([code, stderr]).toEqual([0, ''])
  return readFileSync(join(folder, `${db}-dataset`, 'SHA256SUMS'), 'utf8')
}

async function lines(folder: string, argv: readonly string[], given = {}): Promise<string[]> {
  return (await muctieu(folder, [...AS_LINES, ...argv], given)).stdout.split('\n').slice(0, -1)
}

function stored(folder: string, files: readonly string[], db: string): Promise<Done> {
  return muctieu(folder, ['import', ...files, '--db', db, '--json'])
}

const asFile = (given: readonly string[]): string => given.map(text => `${text}\n`).join('')
/** A fixed order that is none of the input. */
const shuffled = (given: readonly string[]): string[] => given.map((_, i) => given[(i * 17 + 5) % given.length] as string)

test('what was extracted line by line is stored as a run stores it, in whatever order and files it comes', async () => {
  const folder = folderWith(Object.fromEntries(Object.entries(MIXED).map(([name, text]) => [`in/${name}`, text])))
  await muctieu(folder, ['run', 'in', '--db', 'run.sqlite'])
  const whole = await sums(folder, 'run.sqlite')
  const given = await lines(folder, ['in'])
  expect(given.length % 17).not.toBe(0)
  const mixed = shuffled(given)
  const parts = folderWith({
    'all.ndjson': asFile(given),
    'mixed.ndjson': asFile(mixed),
    'x.ndjson': asFile(mixed.slice(20)),
    'y.gz': gzipSync(asFile(mixed.slice(0, 25)))
  })
  for (const [db, files] of Object.entries({ a: ['all.ndjson'], b: ['mixed.ndjson'], c: ['x.ndjson', 'y.gz'], d: ['y.gz', 'x.ndjson'] })) {
    const done = await stored(parts, files, `${db}.sqlite`)
    expect([done.code, done.stderr], db).toEqual([0, ''])
    expect(await sums(parts, `${db}.sqlite`), db).toBe(whole)
    // What no export shows: cells of tables, by which a text is read again.
    for (const table of ['readings', 'extractions'])
      expect(ask(parts, `SELECT identity FROM ${table} ORDER BY identity`, `${db}.sqlite`)).toEqual(
        ask(folder, `SELECT identity FROM ${table} ORDER BY identity`, 'run.sqlite')
      )
  }
})

test('parts of a stream that were called by the name of their file are stored as that file, where that is named', async () => {
  const text = `${many(8)}{"text": \n${many(4, 8)}`
  const folder = folderWith({ 'in/news.ndjson': text })
  await muctieu(folder, ['run', 'in/news.ndjson', '--db', 'run.sqlite'])
  const [first, last] = [text.slice(0, text.indexOf('{"text": ')), text.slice(text.indexOf('{"text": '))]
  const given = await Promise.all([last, first].map(input => lines(folder, ['-', '--stdin-name', 'news.ndjson'], { input })))
  const parts = folderWith({ all: asFile(given.flat()), 'news.ndjson': text, other: '' })
  const said = async (...inputs: readonly string[]): Promise<string> =>
    (await muctieu(parts, ['import', 'all', '--db', 'x.sqlite', '--inputs', ...inputs])).stderr
  expect(await said('gone.ndjson')).toMatch(/gone\.ndjson does not exist\.\n$/)
  const bad = 'muctieu: news.ndjson, line 1, is not JSON.\n'
  expect(await said('other')).toBe(`${bad}muctieu: No line was of a file that --inputs names: see --stdin-name of "extract".\n`)
  rmSync(join(parts, 'x.sqlite'))
  expect(await said('news.ndjson')).toBe(bad)
  expect(await sums(parts, 'x.sqlite')).toBe(await sums(folder, 'run.sqlite'))
})

test('near-duplicates and newer versions are decided over all that one import is given', async () => {
  const folder = folderWith(MIXED)
  const [a, b] = [await lines(folder, ['a.ndjson']), await lines(folder, ['b.ndjson'])]
  const parts = folderWith({ a: asFile(a), b: asFile(b) })
  const { counts } = JSON.parse((await stored(parts, ['b', 'a'], 'x.sqlite')).stdout) as { counts: Record<string, number> }
  expect(counts).toMatchObject({ superseded: 1, duplicates: 1, articles: 35 })
})

test('an import twice is an import once, and one that was broken off is repeated', async () => {
  const folder = folderWith({ 'a.ndjson': many(60) })
  await muctieu(folder, ['run', '-', '--db', 'run.sqlite'], { input: many(60) })
  const given = await lines(folder, ['-'], { input: many(60) })
  const parts = folderWith({ all: asFile(given) })
  const ending = new AbortController()
  const extracted = (): number => ask<{ n: number }>(parts, 'SELECT count(*) AS n FROM extractions', 'x.sqlite')[0]?.n ?? 0
  const some = (async function* () {
    yield Buffer.from(asFile(given.slice(0, 25)))
    while (extracted() < 4) await setImmediate()
    ending.abort()
    yield Buffer.from(asFile(given.slice(25)))
  })()
  expect((await muctieu(parts, ['import', '-', '--db', 'x.sqlite'], { stdin: some, signal: ending.signal })).code).toBe(130)
  const kept = extracted()
  expect(kept).toBeLessThan(60)
  for (const fresh of [60 - kept, 0]) {
    const { counts } = JSON.parse((await stored(parts, ['all'], 'x.sqlite')).stdout) as { counts: Record<string, number> }
    expect(counts).toMatchObject({ done: fresh, skipped: 60 - fresh, articles: 60 })
  }
  expect(await sums(parts, 'x.sqlite')).toBe(await sums(folder, 'run.sqlite'))
})

test('a run over the file that was extracted elsewhere reads all of it, and extracts nothing again', async () => {
  const folder = folderWith({ 'a.ndjson': many(20) })
  const given = await lines(folder, ['a.ndjson'])
  await muctieu(folder, ['import', '-', '--db', 'x.sqlite'], { input: asFile(given.slice(0, 12)) })
  const done = await muctieu(folder, ['run', 'a.ndjson', '--db', 'x.sqlite', '--json'])
  expect(JSON.parse(done.stdout)).toMatchObject({ counts: { done: 8, skipped: 12, articles: 20 } })
  // The other way round nothing is forgotten of what the run knows.
  await muctieu(folder, ['import', '-', '--db', 'x.sqlite'], { input: asFile(given.slice(0, 1)) })
  expect(ask(folder, 'SELECT is_complete FROM inputs', 'x.sqlite')).toEqual([{ is_complete: 1 }])
})

test('what gave no article is a line too, and is told by the import as by a run', async () => {
  const input = `${line({ text: article(1) })}{"text":\n${line({ id: 'x' })}${line({ text: article(2) })}`
  const done = await muctieu(folderWith(), [...AS_LINES, '-'], { input })
  expect(done.code).toBe(3)
  expect(done.stderr).toBe('muctieu: -, line 2, is not JSON.\nmuctieu: -, line 3, has no "text".\n')
  expect(linesOf(done.stdout).map(l => l['kind'])).toEqual(['extraction', 'failure', 'failure', 'extraction'])
  const folder = folderWith({ all: done.stdout })
  const [imported, run] = [await stored(folder, ['all'], 'x.sqlite'), await muctieu(folder, ['run', '-', '--db', 'y.sqlite'], { input })]
  expect([imported.code, imported.stderr]).toEqual([run.code, run.stderr])
  const noted = 'SELECT line FROM diagnostics WHERE run = 1 ORDER BY line'
  expect(ask(folder, noted, 'x.sqlite')).toEqual(ask(folder, noted, 'y.sqlite'))
})

test('every line is of its schema, and holds what is stored', async () => {
  const folder = folderWith({ ...MIXED, 'e.ndjson': '{}\n' })
  const given = (await lines(folder, Object.keys(MIXED).concat('e.ndjson'))).map(text => JSON.parse(text) as Record<string, unknown>)
  for (const one of given) {
    const schema = one['kind'] === 'failure' ? failureLineSchema : extractionLineSchema
    expect(schema.safeParse(one).error?.issues ?? []).toEqual([])
  }
  const kinds = given.flatMap(one => (one['tables'] as unknown[] | undefined)?.length ?? 0)
  expect(Math.max(...kinds)).toBe(1)
})

const changed = (text: string, change: (line: Record<string, unknown>) => void): string => {
  const value = JSON.parse(text) as Record<string, unknown>
  change(value)
  return JSON.stringify(value)
}

interface Anchored {
  readonly anchor: { end: number; quote: string }
  readonly evidence: Readonly<Record<string, { quote: string }>>
}
const recordOf = (l: Record<string, unknown>): Anchored => (l['records'] as [Anchored])[0]

test.each<[string, string, (line: Record<string, unknown>) => void, RegExp]>([
  [
    'another ruleset',
    'other-ruleset',
    l => (l['ruleset'] = 'f'.repeat(64)),
    /was extracted by ruleset f{12}, and the rules here are [0-9a-f]{12}/
  ],
  ['another format', 'other-format', l => (l['format'] = 2), /is of format 2, and this version of muctieu takes format 1/],
  ['another reader', 'other-reader', l => (l['reader'] = '0'), /was read by reader 0, and this one is \d+/],
  ['other options', 'other-options', l => (l['options'] = { without: ['place/x'] }), /was extracted without place\/x/],
  ['another text', 'bad-extraction', l => (l['text'] = 'Khác'), /its article is of another text/],
  ['a quote that is not there', 'bad-extraction', l => (recordOf(l).anchor.quote = '99%'), /a quote does not stand in its text/],
  [
    'evidence that is not there',
    'bad-extraction',
    l => (recordOf(l).evidence['place']!.quote = 'Nam Định'),
    /a quote does not stand in its text/
  ],
  ['a span behind the end', 'bad-extraction', l => (recordOf(l).anchor.end = 9_999), /a span lies outside its text/],
  [
    'a field too many',
    'bad-extraction',
    l => ((l['records'] as Record<string, unknown>[])[0]!['more'] = 1),
    /not as its schema says at records\.0/
  ],
  ['a field too few', 'bad-extraction', l => delete l['sentences'], /not as its schema says at sentences/],
  ['something else', 'no-extraction', l => (l['kind'] = 'article'), /is no line of "muctieu extract --as articles"/]
])('a line of %s is refused in one sentence, and the others are stored', async (_, code, change, says) => {
  const given = await lines(folderWith(), ['-'], { input: many(3) })
  const folder = folderWith({ all: asFile([given[0]!, changed(given[1]!, change), given[2]!]) })
  const done = await stored(folder, ['all'], 'x.sqlite')
  expect(done.code).toBe(3)
  expect(done.stderr).toMatch(/^muctieu: all, line 2, [^\n]+\n$/)
  expect(done.stderr).toMatch(says)
  expect(JSON.parse(done.stdout)).toMatchObject({ counts: { done: 2, failed: 1 }, diagnostics: [{ code: `store/${code}` }] })
})

test('of a file by other rules that is said once, with how many lines it is true of', async () => {
  const given = await lines(folderWith(), ['-'], { input: many(5) })
  const folder = folderWith({ all: asFile(given.map(text => changed(text, l => (l['ruleset'] = 'f'.repeat(64))))) })
  const done = await stored(folder, ['all'], 'x.sqlite')
  expect(done.code).toBe(2)
  expect(done.stderr.split('\n')).toHaveLength(3)
  expect(done.stderr).toMatch(/all: … and 4 more of this kind \(store\/other-ruleset\)\.\n$/)
})

test('records without their articles are no way into a database, which is said once', async () => {
  const { stdout } = await muctieu(folderWith(), ['extract', '-'], { input: many(5) })
  const done = await muctieu(folderWith(), ['import', '-', '--db', 'x.sqlite'], { input: stdout })
  expect(done.code).toBe(2)
  expect(done.stderr).toMatch(
    /^[^\n]+, line 1, is no line of "muctieu extract --as articles"\.\n[^\n]+ and \d+ more of this kind [^\n]+\n$/
  )
})

test('a file that is cut off gives what it holds', async () => {
  const text = asFile(await lines(folderWith(), ['-'], { input: many(4) }))
  const folder = folderWith({ 'a.ndjson': text.slice(0, -50), 'b.gz': gzipSync(text).subarray(0, -20) })
  const plain = await stored(folder, ['a.ndjson'], 'a.sqlite')
  expect([plain.code, plain.stderr]).toEqual([3, 'muctieu: a.ndjson, line 4, is no JSON object; it may be cut off.\n'])
  expect(JSON.parse(plain.stdout)).toMatchObject({ counts: { done: 3 } })
  const packed = await stored(folder, ['b.gz'], 'b.sqlite')
  expect([packed.code, packed.stderr]).toEqual([3, 'muctieu: b.gz is cut off: its packed data ends too early.\n'])
})

test('lines without a rule are an experiment, as a run without it', async () => {
  const folder = folderWith({ 'a.ndjson': many(3) })
  const without = ['--without', 'place/gazetteer']
  const given = await lines(folder, ['a.ndjson', ...without])
  await muctieu(folder, ['import', '-', ...without, '--db', 'x.sqlite'], { input: asFile(given) })
  expect(ask(folder, 'SELECT what_if, options FROM runs', 'x.sqlite')).toEqual([{ what_if: 1, options: '{"without":["place/gazetteer"]}' }])
  expect((await muctieu(folder, ['import', '-', '--db', 'y.sqlite'], { input: asFile(given) })).code).toBe(2)
})
