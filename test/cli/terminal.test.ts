import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { visible, visibleLines } from '../../src/text/visible.ts'
import { folderWith, line, muctieu } from './harness.ts'

/** What a terminal would obey, or what hides how a line reads; line feeds apart. */
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u
const TRICK = '\u001b]0;x\u0007\u001b[2J\u009b31m\u007f\u202e\u2066\u2028'
const TEXT = `Hà Giang ${TRICK} phấn đấu\n\nPhấn đấu đến năm 2030, tỷ lệ che phủ ${TRICK} rừng của tỉnh Hà Giang đạt 60%.\n`

const hostile = () =>
  folderWith({
    [`a${TRICK}.txt`]: TEXT,
    [`b${TRICK}\nmuctieu: all is well.txt`]: '',
    [`c.ndjson`]: line({ id: `i${TRICK}\nmuctieu: fine`, title: `Tin ${TRICK}`, site: TRICK, text: `${TEXT} Bản hai.` })
  })

describe('nothing that a terminal would obey comes out of:', () => {
  const folder = hostile()
  const names = readdirSync(folder)
  test.each(
    [
      ['extract', '--format', 'table', '--mentions', '--rejections', '--diagnostics', ...names],
      ['run', ...names, '--samples', '5', '--name', `run${TRICK}\nmuctieu: good`, '--db', 'a.sqlite'],
      ['runs', '--db', 'a.sqlite'],
      ['runs', 'show', '1', '--diagnostics', '--db', 'a.sqlite'],
      ['run', ...names, '--without', 'place/gazetteer', '--db', 'a.sqlite'],
      ['diff', '1', '2', '--db', 'a.sqlite', '--exit-zero'],
      ['explain', `${names[0]}:60`],
      ['explain', `x${TRICK}\nmuctieu: good`],
      ['export', '--to', 'dataset', '--db', 'a.sqlite'],
      ['verify', 'dataset', '--inputs', 'c.ndjson'],
      ['rules', 'gaps', ...names],
      ['rules', 'indicators', ...names],
      ['rules', 'try', '/rừng/', ...names],
      ['extract', `--no${TRICK}\nmuctieu: good`],
      [`no${TRICK}`]
    ].map((argv, i) => ({ name: `${i} ${visible(argv.slice(0, 2).join(' '))}`, argv }))
  )('$name', async ({ argv }) => {
    const { stdout, stderr } = await muctieu(folder, argv)
    expect(stdout + stderr).not.toBe('')
    expect(OBEYED.exec(stdout)).toBeNull()
    expect(OBEYED.exec(stderr)).toBeNull()
    expect(`${stdout}\n${stderr}`).not.toMatch(/^muctieu: (?:all is well|fine|good)/m)
  })

  test('the terminal review', async () => {
    const done = await muctieu(folder, ['review', '--tty', '--db', 'a.sqlite', '--reviewer', `R${TRICK}`], { input: 'xaq' })
    expect(done.stdout).toContain('accept')
    expect(OBEYED.exec(done.stdout + done.stderr)).toBeNull()
  })
})

test('data for programs stays as it is', async () => {
  const { stdout } = await muctieu(hostile(), ['extract', 'c.ndjson'])
  expect(stdout).toContain('\u202e')
  expect((JSON.parse(stdout.split('\n')[0] as string) as { external_id: string }).external_id).toBe(`i${TRICK}\nmuctieu: fine`)
})

test('text is made visible in its length', () => {
  const text = `a${TRICK}\n\t\ud800b`
  expect(visible(text)).toHaveLength(text.length)
  expect(visible(text)).not.toMatch(OBEYED)
  expect(visibleLines(text)).toContain('\n')
  expect(visible('Đà Nẵng 😀 – “25%”')).toBe('Đà Nẵng 😀 – “25%”')
})

test('JSON goes to the sink for data', () => {
  const files = readdirSync('src/commands', { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts'))
  const wrong = files.filter(f => /\bio\.stdout\s*\.write\(\s*`?\$?\{?JSON/.test(readFileSync(join('src/commands', f), 'utf8')))
  expect(wrong).toEqual([])
})
