import { expect, test } from 'vitest'
import table from '../../src/decisions/licence/phrases.json' with { type: 'json' }
import { WORDS } from '../../src/decisions/licence/phrases.ts'
import { ZONES } from '../../src/decisions/wording.ts'
import { articleOf, extract } from '../../src/index.ts'
import { licencesIn } from '../../src/pipeline.ts'

const TEXT = 'Huyện Nho Quan phấn đấu năm 2026 có 90% số xã có bác sĩ, theo Kế hoạch số 12/KH-UBND. Huyện Nho Quan sẽ mở 4 trạm y tế.'

const licences = async (text: string) => licencesIn(await articleOf({ text, published: '2024-05-06' })).map(({ licence }) => licence)

test('points are whole numbers, of one word or two in a row, in a zone around the number', () => {
  expect(Object.keys(table)).toEqual([...ZONES])
  const all = Object.values(table).flatMap(zone => Object.entries(zone))
  expect(all.filter(([words, points]) => !Number.isInteger(points) || points === 0 || words.split(' ').length > 2)).toEqual([])
})

test('a name counts as one of its kind: no place, document or number has points of its own', async () => {
  const other = TEXT.replaceAll('Nho Quan', 'Yên Mô').replace('12/KH-UBND', '345/KH-UBND').replace('2026', '2027')
  expect((await licences(other)).map(l => l.phrases)).toEqual((await licences(TEXT)).map(l => l.phrases))
  const words = Object.values(table).flatMap(zone => Object.keys(zone))
  expect(words.filter(said => /\d/.test(said))).toEqual([])
})

test('words are read in their zone: what stands in another clause is no word of the clause', async () => {
  const [one] = await licences('Huyện phấn đấu giữ rừng, năm 2026 trồng mới 500 ha.')
  expect(one?.phrases.filter(p => p.zone === 'clause' && p.words === 'phấn đấu')).toEqual([])
  expect(one?.phrases.filter(p => p.zone === 'before' && p.words === 'phấn đấu')).toHaveLength(1)
})

test('their points add to those of the reasons, and they can be left out like any rule', async () => {
  for (const { points, reasons, phrases } of await licences(TEXT))
    expect(points).toBe([...reasons, ...phrases].reduce((sum, given) => sum + given.points, 0))
  const input = await articleOf({ text: 'Giá vé sẽ là khoảng 500 nghìn đồng với khách đi cùng.', published: '2024-05-06' })
  const refusal = extract(input)
    .rejections.map(r => r.message)
    .join()
  expect(refusal).toContain('“sẽ” clause -2')
  expect(
    extract(input, { without: new Set([WORDS.id]) })
      .rejections.map(r => r.message)
      .join()
  ).not.toContain('“')
})

test('what numbers around look like counts, on both sides', async () => {
  const [alone] = await licences('Cần có 90% số xã có bác sĩ.')
  const [among] = await licences('Cần có 90% số xã có bác sĩ, phấn đấu 80% số trạm y tế đạt chuẩn.')
  expect(among?.points).toBeGreaterThan(alone?.points as number)
})
