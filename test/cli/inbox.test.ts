import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { article, ask, folderWith, line, linesOf, many, muctieu, type RunJson } from './harness.ts'

const OLD = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Runs over the inbox of a folder: the exit code, the counts and what was said. */
async function daily(folder: string, ...argv: readonly string[]) {
  const { code, stdout, stderr } = await muctieu(folder, ['run', 'inbox', '--json', ...argv])
  const { counts, diagnostics } = JSON.parse(stdout) as RunJson & { readonly diagnostics: readonly Record<string, unknown>[] }
  return { code, counts, diagnostics, stderr }
}

describe('a folder of all kinds of files', () => {
  test('has each that gives no article told: in --json, among the diagnostics of the run, and in a sentence', async () => {
    const folder = folderWith({ 'inbox/a.txt': article(1), 'inbox/b.jpg': 'x', 'inbox/.c': 'x', 'inbox/d': 'x', 'inbox/e.doc': OLD })
    const { code, counts, diagnostics, stderr } = await daily(folder)
    expect([code, counts]).toEqual([3, expect.objectContaining({ done: 1, failed: 1, left: 3 })])
    expect(diagnostics.map(({ source, code, severity }) => [source, code, severity])).toEqual([
      ['.c', 'read/skipped', 'info'],
      ['b.jpg', 'read/skipped', 'info'],
      ['d', 'read/skipped', 'info'],
      ['e.doc', 'read/unsupported', 'error']
    ])
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^muctieu: e\.doc is an old Office file/),
      'muctieu: 3 files were skipped, not a text format: .c, b.jpg, d.',
      ''
    ])
    const shown = await muctieu(folder, ['runs', 'show', '1', '--diagnostics'])
    for (const name of ['.c', 'b.jpg', 'd', 'e.doc']) expect(shown.stdout).toContain(`${name} `)
    expect((await muctieu(folder, ['run', 'inbox'])).stdout).toMatch(/^0 new, 1 known, 1 failed, 3 skipped, not a text format$/m)
  })

  test('ends with 0 where it is only pictures that give no article; they are no drift', async () => {
    const folder = folderWith({ 'inbox/a.txt': article(1), 'inbox/b.jpg': 'x' })
    expect((await daily(folder)).code).toBe(0)
    expect((await muctieu(folder, ['run', 'inbox', '--fail-on', 'drift'])).stdout).not.toContain('read/skipped')
    expect((await muctieu(folder, ['extract', 'inbox'])).code).toBe(0)
  })

  test('that has nothing to read, or is named with a wrong option, leaves no run and no database', async () => {
    const folder = folderWith({ 'inbox/b.jpg': 'x', 'a.txt': article(1) })
    mkdirSync(join(folder, 'empty'))
    for (const argv of [['empty'], ['inbox'], ['a.txt', '--published', '2024-13-01'], ['a.txt', '--log', 'no/such/folder/log']]) {
      const done = await muctieu(folder, ['run', ...argv])
      expect([done.code, done.stderr.trim().split('\n').length]).toEqual([2, 1])
    }
    expect((await muctieu(folder, ['runs'])).stderr).toMatch(/does not exist/)
    await muctieu(folder, ['run', 'a.txt'])
    await muctieu(folder, ['run', 'empty'])
    expect(ask(folder, 'SELECT status FROM runs')).toEqual([{ status: 'done' }])
  })
})

describe('runs ack', () => {
  const ack = (folder: string, ...argv: readonly string[]) => muctieu(folder, ['runs', 'ack', ...argv])
  const inbox = async () => {
    const folder = folderWith({ 'inbox/a.txt': article(1), 'inbox/e.doc': OLD, 'inbox/f.ndjson': `${line({ text: article(2) })}no json\n` })
    expect((await daily(folder)).code).toBe(3)
    return folder
  }

  test('makes a daily run end with 0 again, and says so in it', async () => {
    const folder = await inbox()
    const done = await ack(folder, 'inbox/e.doc', 'inbox/f.ndjson', '--reason', 'typed up')
    expect([done.code, done.stdout]).toEqual([
      0,
      expect.stringMatching(/^Acknowledged: e\.doc \(sha256 [0-9a-f]{12}\)\nAcknowledged: f\.ndjson/)
    ])
    for (const _ of [1, 2]) {
      const { code, counts, diagnostics, stderr } = await daily(folder)
      expect([code, stderr, counts]).toEqual([0, '', expect.objectContaining({ skipped: 2, failed: 0, acknowledged: 2 })])
      expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
        ['read/unsupported', 'info'],
        ['read/bad-json', 'info']
      ])
      expect(diagnostics[0]?.['message']).toMatch(/ That is acknowledged: typed up$/)
    }
    expect((await muctieu(folder, ['run', 'inbox'])).stdout).toMatch(/^0 new, 2 known, 0 failed, 2 acknowledged \(muctieu runs ack\)$/m)
  })

  test('is of the bytes: what changes is told again, what moves is not', async () => {
    const folder = await inbox()
    await ack(folder, 'inbox/e.doc', 'inbox/f.ndjson', '--reason', 'x')
    mkdirSync(join(folder, 'inbox/old'))
    renameSync(join(folder, 'inbox/e.doc'), join(folder, 'inbox/old/g.doc'))
    expect((await daily(folder)).code).toBe(0)
    appendFileSync(join(folder, 'inbox/f.ndjson'), 'no json either\n')
    const { code, counts } = await daily(folder)
    expect([code, counts]).toEqual([3, expect.objectContaining({ failed: 2, acknowledged: 1 })])
  })

  test('of an empty file is of its name too, since there are no bytes to tell it by', async () => {
    const folder = folderWith({ 'inbox/a.txt': article(1), 'inbox/e.txt': '' })
    await daily(folder)
    await ack(folder, 'inbox/e.txt', '--reason', 'x')
    expect((await daily(folder)).code).toBe(0)
    writeFileSync(join(folder, 'inbox/f.txt'), '')
    expect((await daily(folder)).counts).toMatchObject({ failed: 1, acknowledged: 1 })
  })

  test('lists what is acknowledged, and takes it back, by the file or, when it is gone, by hash or name', async () => {
    const folder = await inbox()
    expect((await ack(folder)).stdout).toBe('Nothing is acknowledged.\n')
    await ack(folder, 'inbox/e.doc', 'inbox/f.ndjson', '--reason', 'x')
    await ack(folder, 'inbox/e.doc', '--reason', 'y')
    expect((await ack(folder)).stdout.split('\n')).toEqual([
      expect.stringMatching(/^file +bytes +sha256 +since +reason/),
      expect.stringMatching(/^e\.doc +8 +[0-9a-f]{12} +2026-01-02 +y$/),
      expect.stringMatching(/^f\.ndjson .* x$/),
      ''
    ])
    const [{ sha256 = '' } = {}] = JSON.parse((await ack(folder, '--json')).stdout) as { sha256: string }[]
    expect((await ack(folder, 'inbox/f.ndjson', '--undo')).stdout).toMatch(/^Taken back: f\.ndjson/)
    expect((await daily(folder)).counts).toMatchObject({ failed: 1, acknowledged: 1 })
    rmSync(join(folder, 'inbox/e.doc'))
    expect((await ack(folder, sha256.slice(0, 12), '--undo')).code).toBe(0)
    expect((await ack(folder)).stdout).toBe('Nothing is acknowledged.\n')
  })

  test.each([
    [['no.txt', '--reason', 'x'], /no\.txt cannot be read: it does not exist/],
    [['inbox', '--reason', 'x'], /inbox is no file/],
    [['inbox/e.doc'], /Say why with --reason/],
    [['--reason', 'x'], /Name the files/],
    [['inbox/e.doc', '--undo'], /inbox\/e\.doc is not acknowledged as it is now/]
  ])('is wrong usage as %j', async (argv, says) => {
    const done = await ack(await inbox(), ...argv)
    expect([done.code, done.stdout]).toEqual([2, ''])
    expect(done.stderr).toMatch(says)
  })

  test('outlives a salvage', async () => {
    const folder = await inbox()
    await ack(folder, 'inbox/e.doc', '--reason', 'x')
    expect((await muctieu(folder, ['doctor', 'out/muctieu.sqlite', '--salvage', 'saved.sqlite'])).code).toBe(0)
    expect((await muctieu(folder, ['runs', 'ack', '--db', 'saved.sqlite'])).stdout).toContain('e.doc')
  })
})

describe('--quiet and --log', () => {
  test('say only what failed, or nothing', async () => {
    const folder = folderWith({ 'a.txt': article(1), 'empty.txt': '', 'in/b.txt': article(2), 'in/p.jpg': 'x' })
    expect(await muctieu(folder, ['run', 'in', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await muctieu(folder, ['run', 'a.txt', 'empty.txt', '-q'])).toEqual({
      code: 3,
      stdout: '',
      stderr: 'muctieu: empty.txt is empty.\n'
    })
    expect((await muctieu(folder, ['extract', 'in', '-q'])).stderr).toBe('')
    expect((await muctieu(folder, ['extract', 'in'])).stderr).toBe('muctieu: One file was skipped, not a text format: p.jpg.\n')
  })

  test('a log has a line for what becomes of every input, behind what it held', async () => {
    const folder = folderWith({ 'inbox/a.ndjson': many(2), 'inbox/b.jpg': 'x', 'inbox/c.txt': '' })
    for (const _ of [1, 2]) await daily(folder, '--log', 'log.ndjson')
    const logged = linesOf(readFileSync(join(folder, 'log.ndjson'), 'utf8'))
    expect(logged.map(({ event, run, outcome, source, code }) => [event, run, outcome ?? code ?? '', source ?? '']).toSorted()).toEqual(
      [1, 2]
        .flatMap(run => [
          ['start', run, '', ''],
          ...['n0', 'n1'].map(id => ['article', run, run === 1 ? 'new' : 'known', `a.ndjson#${id}`]),
          ['diagnostic', run, 'read/skipped', 'b.jpg'],
          ['diagnostic', run, 'read/empty', 'c.txt'],
          ['end', run, '', '']
        ])
        .toSorted()
    )
    expect(logged[0]).toMatchObject({ time: '2026-01-02T03:04:05.000Z', db: 'out/muctieu.sqlite', operands: ['inbox'], inputs: 3 })
    expect(logged.at(-1)).toMatchObject({ status: 'done', counts: { skipped: 2, failed: 1, left: 1 } })
    await muctieu(folder, ['extract', 'inbox', '--log', 'other.ndjson'])
    expect(linesOf(readFileSync(join(folder, 'other.ndjson'), 'utf8')).map(line => line['event'])).toEqual(
      expect.arrayContaining(['article', 'diagnostic'])
    )
  })
})
