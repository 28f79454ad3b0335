import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hidePassword, isPostgresAddress, shownAddress, wholeAddress } from '../../src/store/postgres/address.ts'
import { fromCell, fromJsonCell, toCell, toJsonCell } from '../../src/store/postgres/cells.ts'
import { postgresProblem } from '../../src/store/postgres/errors.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'ế', '\0', '\ufdd0', '\\', 'u', '0', 'd', '8', '"', '😀', '\n') })

describe('text in PostgreSQL', () => {
  test('comes back as it was, and holds nothing that PostgreSQL cannot', () => {
    fc.assert(
      fc.property(letters, text => {
        expect(toCell(text)).not.toContain('\0')
        expect(fromCell(toCell(text))).toBe(text)
      })
    )
    expect(toCell('half \ud800')).toBe('half \ufffd')
  })

  test('and JSON to the letter, with halves of characters', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(letters, fc.constantFrom('\ud83d', '\udc00', '\\u0000', '\\\ud800'))), texts => {
        const json = JSON.stringify(texts)
        expect(fromJsonCell(toJsonCell(json))).toBe(json)
        // Still JSON, without an escape that `->>` fails on.
        expect(() => JSON.parse(toJsonCell(json)) as unknown).not.toThrow()
        expect(toJsonCell(json).replaceAll('\\\\', '')).not.toMatch(/\\u(?:0000|d[89a-f])/)
      })
    )
  })

  test('is left alone where it is plain', () => {
    for (const text of ['Hà Giang', '{"a":"b\\n\\"c\\""}']) {
      expect(toCell(text)).toBe(text)
      expect(toJsonCell(text)).toBe(text)
    }
  })
})

describe('an address', () => {
  test.each([
    ['postgres://lan:bi-mat@db.example.vn/news', 'postgres://lan@db.example.vn/news'],
    ['postgresql://lan:bi%20mat@db:5433/news?sslmode=require&password=bi-mat', 'postgresql://lan@db:5433/news?sslmode=require'],
    ['postgres://lan:bi-mat@/news?host=/tmp&password=bi-mat', 'postgres:///news'],
    ['postgres://lan:bi@mat@[:bad', 'postgres://[:bad']
  ])('%s is shown without its password', (address, shown) => {
    expect(shownAddress(address)).toBe(shown)
    expect(hidePassword(address)).toBe(shown)
    expect(wholeAddress(shown)).toBe(address)
  })

  test('is no file, and a file is no address', () => {
    expect(['postgres://h/d', 'PostgreSQL://h/d'].every(isPostgresAddress)).toBe(true)
    expect(['postgres.sqlite', './postgres:/x', 'out/muctieu.sqlite'].some(isPostgresAddress)).toBe(false)
    expect(hidePassword('news:x@y.sqlite')).toBe('news:x@y.sqlite')
  })
})

test('what a server refuses is one sentence; what is a mistake of this program is none', () => {
  for (const code of ['ECONNREFUSED', '28P01', '3D000', '42501', '53100', '57P01', '25006', '40P01'])
    expect(postgresProblem('postgres://h/d', Object.assign(new Error('x'), { code }))?.message, code).toMatch(
      /^[^\n]*postgres:\/\/h\/d[^\n]*\.$|[^\n]*\?$|one\.$/
    )
  const tried = Object.assign(new AggregateError([Object.assign(new Error(''), { code: 'ECONNREFUSED' })]), { message: '' })
  expect(postgresProblem('h', tried)?.message).toContain('No PostgreSQL server answers')
  for (const code of ['42601', '42P01', '23505'])
    expect(postgresProblem('h', Object.assign(new Error('x'), { code })), code).toBeUndefined()
})
