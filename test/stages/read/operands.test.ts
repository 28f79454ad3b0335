import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { UsageError } from '../../../src/model/usage-error.ts'
import { brief, docx, readAll, zip } from './make.ts'

let folder = ''
const put = (path: string, content: string | Uint8Array = 'Một.\nHai') => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muctieu-read-'))
  for (const path of [
    'in/b.txt',
    'in/a/z.txt',
    'in/a-b.txt',
    'in/Đ.txt',
    'in/.hidden.txt',
    'in/.git/x.txt',
    'in/photo.jpg',
    'in/notes.xyz'
  ])
    put(path)
  put('in/a/lines.ndjson', '{"id":7,"text":"Một"}\n{"text":"Hai"}\n')
  put('x.txt/inner.txt')
  put('empty.txt', '')
  put('article.log')
  put('binary.dat', Buffer.from([0, 1, 2, 0]))
  mkdirSync(join(folder, 'nothing/deep'), { recursive: true })
})

test('a folder is read in the order of its paths, and tells what in it is not read', async () => {
  const results = await readAll([join(folder, 'in')])
  expect(results.map(brief)).toEqual([
    '.git: read/skipped',
    '.hidden.txt: read/skipped',
    'a-b.txt',
    'a/lines.ndjson#7',
    expect.stringMatching(/^a\/lines\.ndjson#[0-9a-f]{16}$/),
    'a/z.txt',
    'b.txt',
    'notes.xyz: read/skipped',
    'photo.jpg: read/skipped',
    'Đ.txt'
  ])
  const said = results.flatMap(r => (r.kind === 'failure' ? [[r.diagnostic.severity, r.diagnostic.message]] : []))
  expect(said).toEqual([
    ['info', '.git was skipped, a hidden folder, with the file in it.'],
    ['info', '.hidden.txt was skipped, a hidden file.'],
    ['info', 'notes.xyz was skipped, not a text format (.xyz).'],
    ['info', 'photo.jpg was skipped, not a text format (.jpg).']
  ])
})

test('a document of an unknown format is a failure where a picture is none; one that only its name says is unknown is read', async () => {
  put('office/a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  put('office/b.doc', docx(['Một câu của bài viết này.']))
  put('office/c.rtf', '{\\rtf1 Một}')
  put('office/d.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }))
  put('office/e.gif', 'GIF89a')
  const results = await readAll([join(folder, 'office')])
  expect(results.map(brief)).toEqual([
    'a.doc: read/unsupported',
    'b.doc',
    'c.rtf: read/unsupported',
    'd.odt: read/unsupported',
    'e.gif: read/skipped'
  ])
  expect(results.map(r => (r.kind === 'failure' ? r.diagnostic.severity : ''))).toEqual(['error', '', 'error', 'error', 'info'])
})

test('files of one name in several folders have several names', async () => {
  for (const name of ['x/monday/a.txt', 'x/tuesday/a.txt', 'x/tuesday/b.txt', 'y/monday/a.txt', 'x/monday/p.jpg', 'x/tuesday/p.jpg'])
    put(`same/${name}`, `Bài của ${name}.\nHai`)
  const under = (...paths: readonly string[]) => readAll(paths.map(path => join(folder, 'same', path)))
  expect((await under('x/monday', 'x/tuesday')).map(brief)).toEqual([
    'monday/a.txt',
    'monday/p.jpg: read/skipped',
    'tuesday/a.txt',
    'b.txt',
    'tuesday/p.jpg: read/skipped'
  ])
  expect((await under('x/monday/a.txt', 'y/monday/a.txt', 'x/tuesday/*.txt')).map(brief)).toEqual([
    'x/monday/a.txt',
    'y/monday/a.txt',
    'tuesday/a.txt',
    'b.txt'
  ])
  // Once more named, it is the same file.
  expect((await under('x/monday/a.txt', 'x/monday')).map(brief)).toEqual(['a.txt', 'p.jpg: read/skipped'])
})

test('sources are relative to the operand, operands come in order', async () => {
  const results = await readAll([join(folder, 'in/b.txt'), join(folder, 'in/a'), join(folder, 'in/a-b.txt')])
  expect(results.map(brief)).toEqual(['b.txt', 'lines.ndjson#7', expect.stringContaining('lines.ndjson#'), 'z.txt', 'a-b.txt'])
})

test('a folder named like a text is walked', async () => {
  expect((await readAll([join(folder, 'x.txt')])).map(brief)).toEqual(['inner.txt'])
})

test('a pattern is expanded, its matches named from where it begins to vary', async () => {
  expect((await readAll([join(folder, 'in/*.txt')])).map(brief)).toEqual(['a-b.txt', 'b.txt', 'Đ.txt'])
  expect((await readAll([join(folder, 'i*/a/z.txt')])).map(brief)).toEqual(['in/a/z.txt'])
})

test('the same file is read once', async () => {
  const path = join(folder, 'in/b.txt')
  expect((await readAll([path, path])).map(brief)).toEqual(['b.txt'])
})

test('missing, empty and unreadable files are failures beside the rest', async () => {
  const results = await readAll([join(folder, 'no.txt'), join(folder, 'empty.txt'), join(folder, 'binary.dat'), join(folder, 'in/b.txt')])
  expect(results.map(brief)).toEqual(['no.txt: read/missing', 'empty.txt: read/empty', 'binary.dat: read/binary', 'b.txt'])
})

test('a file of unknown extension is told by its content', async () => {
  expect((await readAll([join(folder, 'article.log')])).map(brief)).toEqual(['article.log'])
})

test('missing files alone are failures, from which the caller sees that nothing could be done', async () => {
  const results = await readAll([join(folder, 'no.txt'), join(folder, 'neither.txt')])
  expect(results.every(r => r.kind === 'failure' && r.diagnostic.code === 'read/missing')).toBe(true)
})

test.each([
  ['no operand', [], /No input/],
  ['a folder without articles', ['nothing'], /nothing has no articles/],
  ['a pattern that matches nothing', ['*.docx'], /Nothing matches/]
])('%s is wrong usage', async (_, operands, message) => {
  const promise = readAll(operands.map(o => join(folder, o)))
  await expect(promise).rejects.toThrow(UsageError)
  await expect(promise).rejects.toThrow(message)
})

test('a folder without articles beside a good file is a failure', async () => {
  const results = await readAll([join(folder, 'nothing'), join(folder, 'in/b.txt')])
  expect(results.map(brief)).toEqual(['nothing: read/no-articles', 'b.txt'])
})

test('links that run in a circle do not hang', async () => {
  symlinkSync(join(folder, 'circle'), join(folder, 'circle'))
  symlinkSync(join(folder, 'in'), join(folder, 'in/a/up'))
  expect((await readAll([join(folder, 'circle'), join(folder, 'in/a')])).map(brief)).toContain('circle: read/unreadable')
})

test.skipIf(process.platform === 'win32')('what is no file is told at once', async () => {
  mkdirSync(join(folder, 'odd'))
  execFileSync('mkfifo', [join(folder, 'odd/pipe.txt')])
  const server = createServer().listen(join(folder, 'odd/socket.txt'))
  await once(server, 'listening')
  try {
    const start = performance.now()
    put('odd/a.txt')
    expect((await readAll([join(folder, 'odd')])).map(brief)).toEqual(['a.txt', 'pipe.txt: read/no-file', 'socket.txt: read/no-file'])
    expect((await readAll([join(folder, 'odd/pipe.txt')])).map(brief)).toEqual(['pipe.txt: read/empty'])
    expect((await readAll([join(folder, 'odd/a.txt'), join(folder, 'odd/socket.txt')])).map(brief)).toEqual([
      'a.txt',
      'socket.txt: read/unreadable'
    ])
    expect((await readAll(['/dev/zero'], { limits: { fileBytes: 1024 * 1024 } })).map(brief)).toEqual(['zero: read/too-large'])
    expect(performance.now() - start).toBeLessThan(8000)
  } finally {
    server.close()
  }
})

test.skipIf(process.platform === 'win32')('a pipe that somebody writes into is read', async () => {
  const path = join(folder, 'written')
  execFileSync('mkfifo', [path])
  const writer = spawn('sh', ['-c', 'printf Một. > "$0"; sleep 0.2; printf Hai > "$0"', path])
  expect((await readAll([path])).map(brief)).toEqual(['written'])
  writer.kill()
})

test('links to files are read, links to folders only where they are named', async () => {
  put('links/a.txt')
  put('elsewhere/b.txt', 'Ba.\nBốn')
  symlinkSync(join(folder, 'elsewhere/b.txt'), join(folder, 'links/b.txt'))
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'links/c'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'links/d.txt'))
  // What it leads to is read at its own place.
  symlinkSync('.', join(folder, 'links/e'))
  const results = await readAll([join(folder, 'links')])
  expect(results.map(brief)).toEqual(['a.txt', 'b.txt', 'c: read/link-to-folder', 'd.txt: read/unreadable'])
  expect((await readAll([join(folder, 'links/c')])).map(brief)).toEqual(['b.txt'])
})

test.skipIf(process.platform !== 'linux')('names that are no UTF-8, or have line ends, are names', async () => {
  put('names/x\ny.txt', '')
  put('names/z.txt')
  const bytes = Buffer.concat([Buffer.from(join(folder, 'names/n')), Buffer.from([0xff]), Buffer.from('.txt')])
  writeFileSync(bytes, 'Một.\nHai')
  const results = await readAll([join(folder, 'names')])
  expect(results.map(brief)).toEqual(['n\ufffd.txt', 'x\ny.txt: read/empty', 'z.txt'])
  expect(results.map(r => (r.kind === 'failure' ? r.diagnostic.message : ''))).toContain('x\\u000ay.txt is empty.')
})

test('a file that changes or goes while it is read is told', async () => {
  put('moving/a.ndjson', '{"text":"Một"}\n')
  const changed = await readAll([join(folder, 'moving')], {
    isKnown: () => {
      put('moving/a.ndjson', '{"text":"Hai"}\n{"text":"Ba"}\n')
      return false
    }
  })
  expect(changed.map(brief).at(-1)).toBe('a.ndjson: read/changed')
  const gone = await readAll([join(folder, 'moving')], {
    isKnown: () => {
      rmSync(join(folder, 'moving/a.ndjson'))
      return false
    }
  })
  expect(gone.map(brief)).toEqual(['a.ndjson: read/unreadable'])
})

test('what is known already is skipped by its hash, before it is decoded', async () => {
  const seen: string[] = []
  const results = await readAll([join(folder, 'in/b.txt'), join(folder, 'in/a/lines.ndjson'), join(folder, 'empty.txt')], {
    isKnown: (sha256, source) => seen.push(`${sha256.length} ${source}`) > 0 && source !== 'empty.txt'
  })
  expect(results.map(brief)).toEqual(['b.txt: skipped', 'lines.ndjson: skipped', 'empty.txt: read/empty'])
  expect(seen).toEqual(['64 b.txt', '64 lines.ndjson', '64 empty.txt'])
})

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part as string)
}

test('standard input may be NDJSON in pieces or a text', async () => {
  const ndjson = await readAll(['-'], { stdin: chunks('{"id":"a","te', 'xt":"Một"}\n{"id":"b","text":"Hai"}') })
  expect(ndjson.map(brief)).toEqual(['-#a', '-#b'])
  expect((await readAll(['-'], { stdin: chunks('Tiêu đề\n', 'Nội dung.') })).map(brief)).toEqual(['-'])
  expect((await readAll(['-'], { stdin: chunks() })).map(brief)).toEqual(['-: read/empty'])
  await expect(readAll(['-'])).rejects.toThrow(UsageError)
})
