import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleOf, extract } from '../../src/index.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import { bytesOfSpans, spansOfBytes } from '../../src/store/packing/numbers.ts'
import { packExtraction } from '../../src/store/packing/pack.ts'
import { packReading, unpackReading } from '../../src/store/packing/reading.ts'
import { type Cell, RECORD_COLUMNS, REJECTION_COLUMNS } from '../../src/store/packing/rows.ts'
import { termOf } from '../../src/store/packing/terms.ts'
import {
  type RecordRow,
  type RejectionRow,
  unpackMentions,
  unpackRecord,
  unpackRejection,
  unpackSentences
} from '../../src/store/packing/unpack.ts'

const rowOf = <Row>(columns: readonly string[], cells: readonly Cell[]): Row =>
  Object.fromEntries(columns.map((name, i) => [name.replaceAll('"', ''), cells[i]])) as Row

/** What comes back of an extraction. */
function again(extraction: Extraction, text: string) {
  const packed = packExtraction(extraction, text)
  const unpacking = { articleId: extraction.article.id, text, terms: packed.terms.map(termOf) }
  return {
    packed,
    records: packed.records.map(cells => unpackRecord(rowOf<RecordRow>(RECORD_COLUMNS, cells), unpacking)),
    rejections: packed.rejections.map(cells => unpackRejection(rowOf<RejectionRow>(REJECTION_COLUMNS, cells), unpacking)),
    mentions: unpackMentions(packed.mentions, packed.mentionIds, unpacking),
    sentences: unpackSentences(packed.sentences, unpacking)
  }
}

function expectSame(extraction: Extraction, text: string) {
  const { packed, ...lists } = again(extraction, text)
  for (const [name, list] of Object.entries(lists))
    expect(JSON.stringify(list), name).toBe(JSON.stringify(extraction[name as keyof typeof lists]))
  return packed
}

test('what the corpus says comes back byte by byte, and no line is kept whole', async () => {
  for (const name of readdirSync('corpus/articles')) {
    const text = readFileSync(join('corpus/articles', name), 'utf8')
    const extraction = extract(await articleOf({ text }))
    const { records, quotes } = expectSame(extraction, text)
    for (const row of records) expect(row[RECORD_COLUMNS.indexOf('evidence')]).not.toBeNull()
    expect(quotes).toBeNull()
  }
})

test('in a text that SQL counts otherwise the words are said', async () => {
  const text = '😀 Tỉnh Hà Giang phấn đấu đến năm 2030, tỷ lệ che phủ rừng đạt 61,5%. Mỗi hộ được hỗ trợ tối đa 5 triệu đồng.\n'
  const extraction = extract(await articleOf({ text }))
  expect(extraction.records.length).toBeGreaterThan(0)
  const { quotes, records } = expectSame(extraction, text)
  expect(JSON.parse(quotes ?? '[]')).toEqual(extraction.mentions.map(m => m.quote))
  expect(records[0]?.[RECORD_COLUMNS.indexOf('quote')]).toBe(extraction.records[0]?.anchor.quote)
})

test('what fits no pattern is kept whole: keys in another order, words that stand elsewhere, an empty list of spans', async () => {
  const text = 'Tỉnh Hà Giang phấn đấu đến năm 2030, tỷ lệ che phủ rừng đạt 61,5%.\n'
  const extraction = extract(await articleOf({ text }))
  const [record] = extraction.records
  if (record === undefined) throw new Error('no record')
  const { kind, ...rest } = record
  const evidence = record['evidence'] as Record<string, object>
  const [field = '', first] = Object.entries(evidence)[0] ?? []
  const odd = [
    { ...rest, kind },
    { ...record, anchor: { ...record.anchor, quote: 'khác' } },
    { ...record, evidence: { ...evidence, [field]: { ...first, via: [] } } },
    { ...record, later: 1 }
  ]
  const [rejection] = extract(await articleOf({ text: 'Hà Giang phấn đấu hoàn thành tuyến đường trong 3 năm.\n' })).rejections
  if (rejection === undefined) throw new Error('no rejection')
  expectSame({ ...extraction, records: odd, rejections: [{ ...rejection, quote: 'khác' }] }, text)
})

test('spans come back in whatever order they are', () => {
  const span = fc.tuple(fc.nat(1e7), fc.nat(1e6)).map(([start, length]) => ({ start, end: start + length }))
  fc.assert(fc.property(fc.array(span), spans => void expect(spansOfBytes(bytesOfSpans(spans))).toEqual(spans)))
})

test('an article line comes back, also one that its columns do not tell', async () => {
  const { record } = await articleOf({ text: 'Không có gì.', url: 'https://bao.vn/1', title: 'Tựa', published: '2024-05-06' })
  const [source] = record.sources
  if (source === undefined) throw new Error('no source')
  for (const line of [record, { ...record, author: 'Lan' }, { ...record, sources: [source, { ...source, url: null }] }]) {
    const { id, sha256, key, url, external_id, site, title, published } = line
    const row = { article_id: id, sha256, source: source.source, key, url, external_id, site, title, published, more: packReading(line) }
    expect(JSON.stringify(unpackReading(row))).toBe(JSON.stringify(line))
  }
})
