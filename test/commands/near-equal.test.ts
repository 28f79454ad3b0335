import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { nearEqual } from '../../src/commands/rules/near-equal.ts'

const printed = (...texts: string[]) => texts.map((text, i) => ({ text, count: texts.length - i }))
const KNOWN = [
  { id: 'forest_cover', text: 'tỷ lệ che phủ rừng' },
  { id: 'poverty_rate', text: 'tỷ lệ hộ nghèo' }
]

test('words that many phrases have make none alike, rare ones do', () => {
  const groups = nearEqual(printed('tỷ lệ hộ có xe đạp', 'tỷ lệ hộ có ti vi', 'tỷ lệ các hộ có xe đạp', 'tỷ lệ lò gạch', 'tỷ lệ ao cá'), [])
  expect(groups.map(g => g.phrases.map(p => p.text))).toEqual([
    ['tỷ lệ hộ có xe đạp', 'tỷ lệ các hộ có xe đạp'],
    ['tỷ lệ hộ có ti vi'],
    ['tỷ lệ lò gạch'],
    ['tỷ lệ ao cá']
  ])
})

test('marks and tones tell words apart, case and spaces do not', () => {
  const groups = nearEqual(printed('số xã có chợ', 'Số  xã CÓ chợ', 'số xa co cho'), [])
  expect(groups.map(g => g.phrases.length)).toEqual([2, 1])
})

test('the known phrase that is most like one is named, where one is', () => {
  const [forest, other] = nearEqual(printed('độ che phủ rừng', 'số tàu cá'), KNOWN)
  expect(forest?.nearest).toMatchObject({ id: 'forest_cover', text: 'tỷ lệ che phủ rừng' })
  expect(forest?.nearest?.likeness).toBeLessThan(1)
  expect(other?.nearest).toBeNull()
})

test('the order of phrases never decides', () => {
  const phrases = printed('a b c', 'a b c d', 'x y z', 'a b c d e', 'x y z t').map(p => ({ ...p, count: 1 }))
  expect(nearEqual(phrases.toReversed(), KNOWN)).toEqual(nearEqual(phrases, KNOWN))
})

test('of natural only what is used is loaded: no database client, no .env', () => {
  const loaded = Object.keys(createRequire(import.meta.url).cache).filter(path => path.includes('node_modules'))
  expect(loaded.some(path => /[\\/]natural[\\/]lib[\\/]natural[\\/]tfidf[\\/]/.test(path))).toBe(true)
  expect(loaded.filter(path => /[\\/](?:mongoose|mongodb|pg|redis|@redis|memjs|dotenv)[\\/]/.test(path))).toEqual([])
})
