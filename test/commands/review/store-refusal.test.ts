import { expect, test } from 'vitest'
import { storeRefusal } from '../../../src/commands/review/store-refusal.ts'
import { UsageError } from '../../../src/model/usage-error.ts'
import { sayIn } from '../../../src/review/words/index.ts'

const [vi, en] = [sayIn('vi'), sayIn('en')]
const coded = (code: string): Error => Object.assign(new Error('no'), { code })

test.each([
  ['SQLITE_BUSY_SNAPSHOT', 'another process is writing', 'một chương trình khác đang ghi'],
  ['SQLITE_FULL', 'the disk is full', 'đĩa đã đầy'],
  ['SQLITE_CORRUPT', 'damaged', 'bị hỏng'],
  ['SQLITE_IOERR_WRITE', 'the disk reports an error', 'đĩa báo lỗi'],
  ['SQLITE_READONLY', 'cannot be opened or written', 'không ghi được']
])('%s is said in the language of the page', (code, english, vietnamese) => {
  expect(storeRefusal(coded(code), en)).toContain(english)
  expect(storeRefusal(coded(code), vi)).toContain(vietnamese)
})

test('rows that are not what was written are said to be damaged, a bug is none of the database', () => {
  expect(storeRefusal(new UsageError('The database m.sqlite is damaged'), vi)).toContain('bị hỏng')
  expect(storeRefusal(new TypeError('x is not a function'), vi)).toBeUndefined()
})
