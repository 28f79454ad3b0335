import { expect, test } from 'vitest'
import { KINDS, saidOf, traitsOf } from '../../src/decisions/observed/observed.ts'
import { articleOf, extract } from '../../src/index.ts'
import { observedIn } from '../../src/pipeline.ts'

const statusOf = async (text: string): Promise<unknown> =>
  extract(await articleOf({ text, published: '2024-05-06' })).records.find(r => r.kind === 'observation')?.status

test('a share that is no goal is what the words around it mostly speak of', async () => {
  expect(await statusOf('Năm 2023, sản lượng cá của tỉnh tăng 7,5% so với năm trước.')).toBe('result')
  expect(await statusOf('Mặt hàng này chịu thuế suất 10% theo quy định.')).toBe('other')
  expect(await statusOf('Ngân hàng Thế giới dự báo kinh tế sẽ tăng trưởng 5,5% trong năm 2024.')).toBe('forecast')
  expect(await statusOf('Hiện tại, doanh nghiệp nhỏ và vừa chiếm 97% tổng số doanh nghiệp.')).toBe('current')
})

test('what is asked for a share is how it was read, its years and the words around it', async () => {
  const article = await articleOf({ text: 'Năm 2023, sản lượng cá tăng 7,5% so với năm trước.', published: '2024-05-06' })
  const [told] = observedIn(article)
  if (told === undefined) throw new Error('no share')
  expect(traitsOf(told.observed)).toEqual(['read as result', expect.stringMatching(/^read by status\//), 'a year past'])
  expect(saidOf(told.observed)).toContain('clause\tsản lượng')
  expect(traitsOf({ ...told.observed, year: undefined })).toHaveLength(2)
  expect(KINDS).not.toContain('goal')
})
