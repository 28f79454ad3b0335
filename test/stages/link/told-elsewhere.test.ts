import { describe, expect, test } from 'vitest'
import { articleOf, extract } from '../../../src/index.ts'

/** The targets of a text of an unknown or given day, by what was printed of each number. */
async function targets(text: string, published?: string): Promise<Record<string, unknown>> {
  const { records } = extract(await articleOf({ text, ...(published === undefined ? {} : { published }) }))
  return Object.fromEntries(records.flatMap(r => (r.kind === 'target' ? [[r.anchor.quote, r]] : [])))
}

describe('times that are not a goal’s', () => {
  test('the year behind so many times is what these are of, for what follows too', async () => {
    const text = 'Mục tiêu đến năm 2030, thu nhập ở nông thôn tăng gấp 3 lần năm 2020; lao động nông nghiệp còn 15%.'
    expect(await targets(text, '2024-05-06')).toMatchObject({ '3 lần': { deadline: '2030' }, '15%': { deadline: '2030' } })
  })

  test('a clause that has to come first ends the reach of a time behind it', async () => {
    const text = 'Để đạt mục tiêu tăng trưởng GDP năm 2024 là 6,5% thì quý 2/2024 GDP phải tăng 7,1%.'
    expect(await targets(text, '2024-02-06')).toMatchObject({ '6,5%': { deadline: '2024' } })
  })

  test.each([
    ['what it counts by', 'Tính hết tháng 11/2020, thu ngân sách của Kiên Giang giảm 21%.'],
    ['a year behind what it compares with', 'Sáu tháng đầu năm 2020, số thu của Kiên Giang giảm 21% so với cùng kỳ năm 2019.']
  ])('a text without a day is of the time of %s', async (_, told) => {
    const text = `${told}\nNgày 1/9/2019 có quy định mới.\nCục Hải quan Kiên Giang đạt 62% chỉ tiêu phấn đấu (800 tỷ đồng).`
    expect(await targets(text)).toMatchObject({ '800 tỷ đồng': { deadline: '2020' } })
  })
})

test('who assigns a quota is not whose it is', async () => {
  const text =
    'Chi cục Hải quan cửa khẩu Na Mèo thu ngân sách đạt 115,8 tỷ đồng, đạt 77,09% chỉ tiêu Cục Hải quan Thanh Hóa giao (150 tỷ đồng).'
  expect(await targets(text, '2024-05-06')).toMatchObject({ '150 tỷ đồng': { place: 'other:Chi cục Hải quan cửa khẩu Na Mèo' } })
})
