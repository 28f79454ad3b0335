import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import type { ReadResult } from '../../../src/stages/read/read.ts'
import { unpack, zipEntries } from '../../../src/stages/read/zip.ts'
import { readAs } from './make.ts'

/** What we read by hand is read as the kept libraries do it, where they do. */

const textsOf = (results: readonly ReadResult[]) =>
  results.flatMap(r => (r.kind === 'article' ? [[r.article.record.external_id, r.article.text]] : []))

test('a sound table is read as csv-parse reads it', async () => {
  const piece = fc.constantFrom('Đến năm 2030', 'tỷ lệ', '"', '""', ',', ';', '\n', '\r\n', '\t', ' ', 'a')
  // A text layer is no cell: what is blank at its ends is tidied, and one text is read once.
  const cell = fc.array(piece, { maxLength: 6 }).map(pieces => `x${pieces.join('')}x`)
  const table = fc.record({
    cells: fc.array(cell, { minLength: 1, maxLength: 5 }),
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n', '\r')
  })
  await fc.assert(
    fc.asyncProperty(table, async ({ cells, delimiter, end }) => {
      const rows = [['id', 'text'], ...cells.map((text, i) => [String(i), `${i}${text}`])]
      const quoted = (text: string) => (/["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
      const csv = rows.map(row => row.map(quoted).join(delimiter) + end).join('')
      const wanted = parse(csv, { delimiter, record_delimiter: end }).slice(1)
      expect(textsOf(await readAs('a.csv', csv))).toEqual(wanted)
    }),
    { numRuns: 60, seed: 11 }
  )
})

test('an archive that jszip packs is unpacked to the same bytes, by whatever way it packs', async () => {
  const name = fc.stringMatching(/^[a-zđế0-9]{1,8}\.txt$/)
  const content = fc.string({ unit: fc.constantFrom('a', 'ế', '\n'), maxLength: 400 }).map(text => text.repeat(3))
  const files = fc.uniqueArray(fc.tuple(name, content), { minLength: 1, maxLength: 5, selector: ([n]) => n })
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), fc.boolean(), async (packed, isDeflated, streamFiles) => {
      const archive = new JSZip()
      for (const [path, text] of packed) archive.file(path, text)
      const bytes = await archive.generateAsync({ type: 'nodebuffer', compression: isDeflated ? 'DEFLATE' : 'STORE', streamFiles })
      const entries = zipEntries(bytes, 100) ?? []
      const read = entries.map(entry => [entry.name, String(unpack(bytes, entry, 10_000))])
      expect(Object.fromEntries(read)).toEqual(Object.fromEntries(packed))
    }),
    { numRuns: 60, seed: 12 }
  )
})
