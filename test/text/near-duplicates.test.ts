import { describe, expect, test } from 'vitest'
import { bandsOf, type Comparable, nearDuplicates } from '../../src/text/near-duplicates.ts'

const WORDS =
  'tỉnh đặt mục tiêu phát triển kinh tế số xã hội hạ tầng dịch vụ công trực tuyến hộ gia đình cáp quang nhóm địa phương dẫn đầu cả nước'.split(
    ' '
  )

/** A text of its own for each seed. */
function story(seed: number, words = 300): string {
  let x = seed * 7919 + 13
  return Array.from({ length: words }, () => {
    x = (Math.imul(x, 1103515245) + 12345) >>> 0
    return WORDS[(x >>> 8) % WORDS.length]
  }).join(' ')
}

const article = (id: string, text: string, published: string | null = null): Comparable => ({ id, text, published })
const found = (articles: readonly Comparable[]) =>
  Object.fromEntries([...nearDuplicates(articles)].map(([id, { original }]) => [id, original]))

describe('a copy is linked to its original', () => {
  const text = story(1)

  test('with another byline, another case and other spaces', () => {
    const copy = `(TTXVN) - ${text.toUpperCase().replaceAll(' ', '  ')}\nTheo TTXVN`.normalize('NFD')
    expect(found([article('b', copy), article('a', text)])).toEqual({ b: 'a' })
  })

  test('the one published first is the original, then the smallest id; undated ones come last', () => {
    const dated = [article('a', text), article('b', text, '2021-03-02'), article('c', text, '2021-03-01'), article('d', text, '2021-03-01')]
    expect(found(dated)).toEqual({ a: 'c', b: 'c', d: 'c' })
    expect(found(dated.toReversed())).toEqual({ a: 'c', b: 'c', d: 'c' })
  })

  test('and says how alike they are', () => {
    const words = text.split(' ')
    const changed = [...words.slice(0, 290), ...story(9, 10).split(' ')].join(' ')
    const similarity = nearDuplicates([article('a', text), article('b', changed)]).get('b')?.similarity as number
    expect(similarity).toBeGreaterThan(0.85)
    expect(similarity).toBeLessThan(1)
    expect(nearDuplicates([article('a', text), article('b', text)]).get('b')).toEqual({ original: 'a', similarity: 1 })
  })
})

describe('what is not a copy is left alone', () => {
  test('other stories of the same words', () => {
    expect(found(Array.from({ length: 40 }, (_, i) => article(`a${i}`, story(i))))).toEqual({})
  })

  test('a text that shares half', () => {
    const half = story(1).split(' ').slice(0, 150).join(' ')
    expect(found([article('a', story(1)), article('b', `${half} ${story(2, 150)}`)])).toEqual({})
  })

  test('the same report of another year, with other figures', () => {
    const report = (...n: readonly number[]) => n.map(x => `${story(5, 60)} đạt ${x}%`).join('; ')
    expect(found([article('a', report(12, 25, 31, 44)), article('b', report(13, 27, 36, 49))])).toEqual({})
  })

  test('one article alone, and none', () => {
    expect(found([article('a', story(1)), article('a', story(1))])).toEqual({})
    expect(found([])).toEqual({})
  })
})

test('many copies cost no more than their number: each is compared with a bounded number of others', () => {
  const count = 1600
  let reads = 0
  const copies = Array.from({ length: count }, (_, i) => {
    const { text, ...rest } = article(String(i).padStart(5, '0'), `${story(i % 20, 40)} bản ${i}`)
    return {
      ...rest,
      get text() {
        reads++
        return text
      }
    }
  })
  expect(nearDuplicates(copies).size).toBe(0)
  // Its own text twice, and those of 24 others.
  expect(reads).toBeLessThanOrEqual(26 * count)
  const alike = Array.from({ length: 2000 }, (_, i) => article(String(i).padStart(5, '0'), `${story(i % 20, 200)} bản`))
  expect(nearDuplicates(alike).size).toBe(1980)
})

describe('what is known of a text already', () => {
  test('changes nothing', () => {
    const texts = [story(1), story(2), `${story(1)} hết`, story(3)]
    const plain = texts.map((text, i) => article(`a${i}`, text))
    const known = plain.map((a, i) => (i % 2 === 0 ? { ...a, bands: bandsOf(a.text) } : a))
    expect(nearDuplicates(known)).toEqual(nearDuplicates(plain))
    expect(nearDuplicates(known).size).toBe(1)
  })

  test('spares reading it, but for texts that may be copies', () => {
    const read: string[] = []
    const articles = [story(1), story(2), `${story(1)} hết`, story(3)].map((text, i) => ({
      id: `a${i}`,
      published: null,
      bands: bandsOf(text),
      get text() {
        read.push(`a${i}`)
        return text
      }
    }))
    nearDuplicates(articles)
    expect(read.toSorted()).toEqual(['a0', 'a2'])
  })
})
