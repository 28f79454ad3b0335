import { describe, expect, test } from 'vitest'
import { type Article, articleOf, extract } from '../src/index.ts'

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
