import { expect, test } from 'vitest'
import { estimated, unsaid } from '../../src/decisions/observed.ts'

const of = (clause: string, forecast = '', year: number | undefined = 2024) => ({ clause, said: clause, forecast, year })

test('a share of which nothing is said was counted, but for what is charged or ruled', () => {
  expect(unsaid(of('sản lượng cá tăng '))).toBe('result')
  expect(unsaid(of('mức thuế suất '))).toBe('other')
})

test('what is estimated of a time that is over was counted', () => {
  expect(estimated(of('9 tháng năm 2024, thu ngân sách ước đạt ', 'ước đạt'))).toBe('result')
  expect(estimated(of('thu ngân sách ước đạt ', 'ước đạt'))).toBe('result')
  expect(estimated(of('thu ngân sách cả năm ước đạt ', 'ước đạt'))).toBe('forecast')
  expect(estimated(of('năm 2024, thu ngân sách ước đạt ', 'ước đạt'))).toBe('forecast')
  expect(estimated(of('năm 2023, thu ngân sách ước đạt ', 'ước đạt'))).toBe('result')
  expect(estimated(of('thu ngân sách dự kiến đạt ', 'dự kiến'))).toBe(undefined)
})
