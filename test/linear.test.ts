import { analyse } from 'scslre'
import { describe, expect, test } from 'vitest'
import { type Article, articleOf, extract } from '../src/index.ts'
import { MENTIONS } from '../src/mentions/index.ts'
import { type Found, madePatterns, writtenPatterns } from './linear/patterns.ts'

/**
 * Patterns that the lint cannot call linear and that are all the same, by their beginning and with the reason. Their
 * input is short by what calls them, whatever the text is.
 */
const ALLOWED: readonly (readonly [file: string, beginning: string, reason: string])[] = [
  ['src/commands/words.ts', '\\B(?=(?:\\d{3})+$)', 'the digits of one count'],
  ['src/diff/markdown.ts', '\\s*\\r?\\n\\s*', 'a value of a record, in which spaces are single'],
  ['src/diff/words.ts', '\\s*\\n\\s*', 'a value of a record, in which spaces are single'],
  ['src/commands/rules/gaps.ts', '\\s*\\n\\s*', 'one sentence, in which spaces are single'],
  ['src/commands/rules/try.ts', '\\s*\\n\\s*', 'one sentence, in which spaces are single'],
  ['src/eval/listing.ts', '\\s*\\n\\s*', 'one sentence, in which spaces are single'],
  ['src/review/words/index.ts', '\\B(?=(?:\\d{3})+$)', 'the digits of one count'],
  ['src/mentions/document-number/organs.ts', '\\d+$', 'the abbreviation of one organ'],
  ['src/mentions/organization/index.ts', "[.'&]+$", 'one name of up to seven words'],
  ['src/stages/link/phrase.ts', '[\\s,;:"', 'a part of one sentence, which the segmenter keeps short'],
  ['src/stages/link/status-pair.ts', '[\\d.,]*\\d', 'one chunk of a sentence'],
  ['src/stages/read/encoding/score.ts', '^[^\\p{L}\\p{M}]+|', 'one word of a sample'],
  ['src/stages/read/html/phrases.ts', '^[-–+»›*•|', '80 characters at most'],
  ['src/stages/read/html/title.ts', '\\s+[-–—|»:]+\\s+', 'the title of a page, in which spaces are single'],
  ['src/stages/read/html/when.ts', '(?<!\\d)(\\d{1,2})\\s*(?:tháng', '300 characters at most'],
  ['src/stages/read/markdown.ts', '^\\s{0,3}(#{1,6})\\s+', 'one line; quadratic only in a run of spaces'],
  ['src/stages/read/pdf/lines.ts', '^[-–—\\s]*(?:trang', 'one printed line of a page'],
  ['src/stages/read/pdf/paragraphs.ts', '(\\p{L}+)[-‐]$', 'the last word of one printed line']
]

const isAllowed = ({ file, source }: Found): boolean =>
  ALLOWED.some(([allowed, beginning]) => file === allowed && source.startsWith(beginning))

/** How a pattern may take more than linear time; empty when it never does. */
function troubles({ file, source, flags }: Found): string[] {
  return analyse({ source, flags: flags.replace('d', '') }).reports.map(
    ({ type, exponential, character }) =>
      `${file}: ${type}${exponential ? ', exponential' : ''} on ${JSON.stringify(character.pick)}: ${source.slice(0, 120)}`
  )
}

describe('no regular expression takes more than linear time', () => {
  test('of the rules', () => {
    // The tag stage asks a rule only where a token begins, so that it never moves on by itself.
    const rules = MENTIONS.flatMap(type => type.rules.map(rule => ({ file: rule.id, source: rule.pattern.source, flags: 'y' })))
    expect(rules.length).toBeGreaterThan(50)
    expect(rules.flatMap(troubles)).toEqual([])
  })
  test('of the literals in the sources', () => {
    const written = writtenPatterns()
    expect(written.length).toBeGreaterThan(400)
    expect(written.filter(found => !isAllowed(found)).flatMap(troubles)).toEqual([])
  })
  test('of those that modules put together', async () => {
    const rules = new Set(MENTIONS.flatMap(type => type.rules.map(rule => rule.pattern.source)))
    const made = (await madePatterns()).filter(({ source }) => !rules.has(source))
    expect(made.length).toBeGreaterThan(10)
    expect(made.filter(found => !isAllowed(found)).flatMap(troubles)).toEqual([])
  })
  test('nothing is allowed that needs it no more', async () => {
    const all = [...writtenPatterns(), ...(await madePatterns())]
    for (const allowed of ALLOWED) {
      const matching = all.filter(found => found.file === allowed[0] && found.source.startsWith(allowed[1]))
      expect(matching.flatMap(troubles), allowed.join(' ')).not.toEqual([])
    }
  })
})

/** What a hostile text repeats, on one line or on many. */
const REPEATED = [
  '7',
  '7 ',
  '1.000.',
  '1/',
  'số ',
  'từ 1 ',
  'năm năm ',
  'nghìn tỷ ',
  '(',
  '()',
  '"',
  ',',
  '. ',
  '...',
  'a',
  'ế',
  'và, ',
  'Văn ',
  '5% ',
  '100 xã ',
  'từ 5% đến 6% ',
  'mục tiêu 5% ',
  'ngày 1/2/2020 ',
  '2020, ',
  'xếp thứ 5 cả nước, ',
  'huyện Văn Chấn ',
  'UBND tỉnh Hà Giang ',
  'Nghị quyết số 12-NQ/TW ',
  'tăng trưởng kinh tế ',
  'Trong đó, tỷ lệ 5%. ',
  'Phấn đấu đến năm 2030, tỷ lệ che phủ rừng của tỉnh Hà Giang đạt 60%. ',
  'Phấn đấu đến năm 2030, tỷ lệ che phủ rừng của tỉnh Hà Giang đạt 60%.\n',
  'Theo đó, đạt 50%.\n',
  '- tăng 5%\n',
  '1. Mục tiêu đến năm 2030:\n',
  'a\n',
  '\n'
]
// What an article has many of only where it is long: cost by pairs of lines shows late.
const LINES = [
  'Ông Nam nói "phấn đấu đến năm 2030 có 60% số hộ dùng nước sạch".\n',
  'Nước sạch\nHộ có nước 61,5%.\n',
  'Mục tiêu đến năm 2030:\n- 60% hộ dùng nước.\nTheo đó, hơn 12 trạm bơm.\n',
  '1.2. Nước\n- Trồng 60 ha rừng.\n',
  'Nghị định 10/2020/NĐ-CP quy định.\n- Đến năm 2030 đạt 5 xã.\n'
]
const LENGTH = 30_000
const LONG = 300_000
// Twice the text may take so much more, and so many milliseconds of noise.
const FACTOR = 2.5
const NOISE = 150

describe('twice the text takes twice the time', () => {
  const milliseconds = async (text: string): Promise<number> => {
    const { record } = await articleOf({ text: 'Tin trong ngày', published: '2024-05-01' })
    const article: Article = { text, titleIsText: false, record: { ...record, chars: text.length } }
    let least = Infinity
    for (let round = 0; round < 2; round++) {
      const start = performance.now()
      extract(article)
      least = Math.min(least, performance.now() - start)
    }
    return least
  }
  const OPENING = 'Quyết định số 12/QĐ-TTg ngày 1/2/2024 của Thủ tướng Chính phủ.\n'
  const all = [...REPEATED.map(unit => [unit, LENGTH, ''] as const), ...LINES.map(unit => [unit, LONG, OPENING] as const)]
  test.each(all)('%j', async (unit, length, opening) => {
    const text = opening + unit.repeat(Math.ceil(length / unit.length))
    const once = await milliseconds(text)
    const twice = await milliseconds(text + text)
    expect(twice).toBeLessThan(once * FACTOR + NOISE)
  })
})
