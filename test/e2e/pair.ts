import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { muctieu } from '../cli/harness.ts'

/** Rules that are left out of the older run: of documents, times, ranks, measures and of what a goal is. */
const LEFT_OUT = [
  'document_number/state',
  'date/period',
  'rank/top-n',
  'target/elided',
  'target/change',
  'target/share-of',
  'licence/measure'
]
// So many editions of the corpus differ in some three thousand places.
const EDITIONS = 5
const ORDINALS = ['một', 'hai', 'ba', 'bốn', 'năm']

/**
 * Makes two runs, `base` and `new`, that differ in more than three thousand places, in `m.sqlite` of a folder: of the bundled
 * corpus in several editions, or of the articles that `MUCTIEU_REVIEW_TEXTS` names. In fewer editions many changes are rare.
 */
export async function largePair(folder: string, editions = EDITIONS): Promise<void> {
  const named = process.env['MUCTIEU_REVIEW_TEXTS'] ?? ''
  const texts = named === '' ? editionsIn(folder, editions) : resolve(named)
  const without = LEFT_OUT.flatMap(rule => ['--without', rule])
  for (const [name, options] of [['base', without] as const, ['new', []] as const]) {
    const { code, stderr } = await muctieu(folder, ['run', texts, '--db', 'm.sqlite', '--name', name, ...options])
    if (code !== 0 && code !== 3) throw new Error(`the run ${name} ended with ${code}: ${stderr}`)
  }
}

/** The corpus several times, each edition with a last line of its own: texts that are the same are one article. */
function editionsIn(folder: string, editions: number): string {
  const corpus = resolve('corpus/articles')
  const files = readdirSync(corpus).filter(name => name.endsWith('.txt'))
  const lines = ORDINALS.slice(0, editions).flatMap(ordinal =>
    files.map(name => {
      const text = readFileSync(join(corpus, name), 'utf8')
      const [published] = /^\d{4}-\d\d-\d\d/.exec(name) ?? [null]
      return JSON.stringify({ id: `${basename(name, '.txt')}-${ordinal}`, published, text: `${text}\nBản in lần thứ ${ordinal}.\n` })
    })
  )
  const file = join(folder, 'editions.ndjson')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}
