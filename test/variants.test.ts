import { readdir, readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import type { AnyRecord } from '../src/model/record.ts'
import { extract } from '../src/pipeline.ts'
import { normalize } from '../src/stages/normalize/normalize.ts'
import { readBytes } from '../src/stages/read/read.ts'
import { foldTonePlacement } from '../src/text/fold.ts'
import { upperHeadings } from './variants/headings.ts'
import { TONE_MARKS } from './variants/tones.ts'

/** One text as other tools write it: what changes is no part of what it says. */
const VARIANTS: readonly (readonly [string, (text: string) => string])[] = [
  ['decomposed letters (NFD)', text => text.normalize('NFD')],
  ['CRLF line ends', text => text.replaceAll('\n', '\r\n')],
  ['CR line ends', text => text.replaceAll('\n', '\r')],
  ['eth for đ', text => text.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð')],
  ['a byte order mark', text => `\ufeff${text}`],
  ['no-break spaces', text => text.replaceAll(' ', '\u00a0')],
  ['upper-cased headings', upperHeadings],
  ['the old tone placement', text => retoned(text, 'old')],
  ['the new tone placement', text => retoned(text, 'new')]
]

// What tells where a record stands, and how a document's number was written.
const SKIPPED = new Set(['id', 'article_id', 'document_id', 'anchor', 'number_as_printed', 'mentions', 'evidence'])

const files = (await readdir('corpus/articles')).filter(name => name.endsWith('.txt')).toSorted()
const texts = new Map(await Promise.all(files.map(async name => [name, await readFile(`corpus/articles/${name}`, 'utf8')] as const)))

const plain = new Map<string, readonly string[]>()
beforeAll(async () => {
  for (const [name, text] of texts) plain.set(name, await factsOf(name, text))
})

test.each(VARIANTS)('%s changes no field', async (_, vary) => {
  const differing: string[] = []
  for (const [name, text] of texts) differing.push(...differences(name, plain.get(name) ?? [], await factsOf(name, vary(text))))
  expect(differing).toEqual([])
})

/** What an article's records say, one line each. */
async function factsOf(name: string, text: string): Promise<string[]> {
  const [result] = await readBytes(Buffer.from(text), name, { published: null })
  if (result?.kind !== 'article') throw new Error(`${name} was not read`)
  return extract(result.article).records.map(factOf)
}

function factOf(record: AnyRecord): string {
  const fields = Object.entries(record).filter(([name]) => !SKIPPED.has(name))
  // A heading in capitals makes the names that it prints capital; which words they are stays the same.
  const anchor = foldTonePlacement(normalize(record.anchor.quote).text).toLowerCase()
  return `${anchor} ${foldTonePlacement(JSON.stringify(Object.fromEntries(fields))).toLowerCase()}`
}

function differences(name: string, plain: readonly string[], varied: readonly string[]): string[] {
  return [
    ...plain.filter(fact => !varied.includes(fact)).map(fact => `${name} - ${fact}`),
    ...varied.filter(fact => !plain.includes(fact)).map(fact => `${name} + ${fact}`)
  ]
}

function retoned(text: string, placement: 'old' | 'new'): string {
  let result = text
  for (const [old, young] of TONE_MARKS) {
    const [from, to] = placement === 'old' ? [young, old] : [old, young]
    // The tone moves only in open syllables, and `quý` is no `úy`.
    result = result.replace(new RegExp(`(?<![qQ])${from}(?!\\p{L})`, 'gu'), to)
  }
  return result
}
