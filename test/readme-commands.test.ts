import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { article, type Done, folderWith, line, linesOf, muctieu } from './cli/harness.ts'

/** Every command line of the documents runs, in the order in which it stands there, and ends as it should. */
const DOCUMENTS = ['README.md', 'README.vi.md', 'CONTRIBUTING.md'].filter(existsSync)
const EXAMPLE = 'corpus/articles/2017-06-22-nghe-an-giam-ngheo-o-ba-huyen-30a.txt'
const REMOVED = 'url:https://example.org/a'

/** The command lines of a document's blocks, without the program's name. */
function commandsOf(document: string): string[][] {
  const blocks = [...readFileSync(document, 'utf8').matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, text = '']) =>
    kind === '' ? [text] : []
  )
  const lines = blocks.flatMap(block => [...block.matchAll(/^(?:npm run -s muctieu -- |muctieu )(.+)$/gm)].map(m => m[1] as string))
  return lines.map(text => [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(m => m[1] ?? m[2] ?? ''))
}

/** A folder with what the documents speak of: the corpus, articles that came in, a database without yesterday's run. */
function prepared(): string {
  const text = readFileSync(EXAMPLE, 'utf8')
  const folder = folderWith({
    'inbox/a.ndjson': line({ url: REMOVED.slice(4), text: article(7) }),
    'inbox/b.txt': article(60),
    'article.txt': text,
    'bai.txt': text
  })
  cpSync('corpus', join(folder, 'corpus'), { recursive: true })
  return folder
}

/** Runs a command line; one that serves until it is stopped is stopped when it has said where. */
async function ended(folder: string, argv: readonly string[]): Promise<Pick<Done, 'code' | 'stderr'>> {
  // There is nothing to write before somebody decided.
  if (argv[0] === 'gold') await muctieu(folder, ['review', '--tty', '--reviewer', 'Lan'], { input: 'aq' })
  // What is acknowledged gave no article.
  if (argv[1] === 'ack') writeFileSync(join(folder, argv[2] as string), '%PDF-1.7')
  // What machines extracted, each for itself.
  if (argv[0] === 'import')
    writeFileSync(join(folder, argv[1] as string), (await muctieu(folder, ['extract', '--as', 'articles', 'inbox'])).stdout)
  if (argv[0] !== 'review') return await muctieu(folder, argv)
  const ending = new AbortController()
  const said: string[] = []
  const write = (text: string): void => {
    said.push(text)
    ending.abort()
  }
  const { code, stderr } = await muctieu(folder, argv, { stdout: { write }, signal: ending.signal })
  expect(said[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//)
  return { code, stderr }
}

describe.each(DOCUMENTS)('the commands of %s', document => {
  const commands = commandsOf(document)
  const [, , newRun = ''] = commands.find(([name]) => name === 'diff') as string[]
  // Where a document makes both runs it speaks of a change of the rules between them, which is not made here.
  const isMade = commands.some(argv => argv[0] === 'run' && argv.at(-1) === newRun)
  let folder: string
  beforeAll(async () => {
    folder = prepared()
    if (!isMade) await muctieu(folder, ['run', 'inbox', '--name', newRun, '--without', 'place/gazetteer'])
  })

  test('are there', () => expect(commands.length).toBeGreaterThan(4))

  test.each(commands.map(argv => ({ text: argv.join(' '), argv })))('$text', async ({ argv }) => {
    const { code, stderr } = await ended(folder, argv)
    // 1 is said of a diff that finds something.
    expect(code, stderr).toBe(argv[0] === 'diff' && !isMade ? 1 : 0)
  })
})

describe('npm', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> }

  test('has every script that a document names', () => {
    for (const document of [...DOCUMENTS, 'corpus/README.md', 'ARCHITECTURE.md'].filter(existsSync))
      for (const [, run, own] of readFileSync(document, 'utf8').matchAll(/\bnpm (?:run (?:-s )?([a-z0-9:]+)|(start|test)\b)/g))
        expect(Object.keys(scripts), document).toContain(run ?? own)
  })

  test('start makes the database and shows five targets', async () => {
    const argv = (scripts['start'] as string).replace('node scripts/with-node.mjs src/cli.ts ', '').split(' ')
    const folder = prepared()
    const done = await muctieu(folder, argv)
    expect([done.code, done.stderr]).toEqual([0, ''])
    expect(done.stdout).toMatch(/^36 new, 0 known, 0 failed$/m)
    expect(done.stdout.match(/^ {2}- /gm)).toHaveLength(5)
    expect(existsSync(join(folder, 'out/muctieu.sqlite'))).toBe(true)
  })
})

test('the record that README.md shows is the one that is read', async () => {
  const shown = /```jsonc\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1]?.replace(', … }', ' }') as string
  const wanted = JSON.parse(shown) as { readonly anchor: object }
  const lines = linesOf((await muctieu(prepared(), ['extract', 'article.txt'])).stdout)
  expect(lines).toContainEqual(expect.objectContaining({ anchor: wanted.anchor }))
  expect(lines.find(l => JSON.stringify(l['anchor']) === JSON.stringify(wanted.anchor))).toMatchObject(wanted)
})
