import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Article, articleOf, extract } from '../src/index.ts'
import { MENTIONS } from '../src/mentions/index.ts'
import { verdictOf } from './linear/check.ts'
import { Naive } from './linear/naive.ts'
import { type Found, madePatterns, writtenPatterns } from './linear/patterns.ts'
import { IS_THOROUGH, thorough } from './thorough.ts'

/**
 * Patterns that are not proven, by their beginning and with the reason why their input is short whatever the text is: the
 * code that bounds it stands beside the pattern's use.
 */
const ALLOWED: readonly (readonly [file: string, beginning: string, reason: string])[] = [
  ['src/stages/link/document-issue-date.ts', '^(?:,| -|\\()? ?', '`issueDate` asks of gaps of up to 90 code units'],
  ['src/stages/link/document-title.ts', '^(?:,? ?(?:ngày ', '`titleAfter` cuts 220 code units behind the number'],
  ['src/stages/read/html/phrases.ts', '^[-–+»›*•|', '`isChrome` asks of lines of up to 80 code units'],
  ['src/stages/read/html/when.ts', '(?<![\\d/.-])(\\d{1,2})\\s?([/.-])', '`dayOfPage` cuts 300 code units']
]
const SLOW = 240_000

const isAllowed = ({ file, source }: Found): boolean =>
  ALLOWED.some(([allowed, beginning]) => file === allowed && source.startsWith(beginning))

const known = new Map<string, string | undefined>()

/** Why a pattern of a search is not linear. Stickiness makes none better: where it is asked is not known here. */
function troubleOf({ source, flags }: Found, isConsuming = true): string | undefined {
  const kept = flags.replace(/[dgy]/g, '')
  const key = `${isConsuming} ${kept} ${source}`
  if (!known.has(key)) {
    const verdict = verdictOf(source, kept, isConsuming)
    known.set(key, 'trouble' in verdict ? verdict.trouble : undefined)
  }
  return known.get(key)
}

function troubles(found: readonly Found[], isConsuming = true): string[] {
  return found.flatMap(one => {
    const trouble = troubleOf(one, isConsuming)
    return trouble === undefined ? [] : [`${one.file}: ${trouble}: ${one.source.slice(0, 120)}`]
  })
}

describe('every regular expression is linear', () => {
  test('of the rules, which are asked at every token, whatever they matched before', { timeout: SLOW }, () => {
    const rules = MENTIONS.flatMap(type => type.rules.map(rule => ({ file: rule.id, source: rule.pattern.source, flags: '' })))
    expect(rules.length).toBeGreaterThan(50)
    expect(troubles(rules, false)).toEqual([])
  })
  test('of the literals in the sources', { timeout: SLOW }, () => {
    const written = writtenPatterns()
    expect(written.length).toBeGreaterThan(800)
    expect(troubles(written.filter(found => !isAllowed(found)))).toEqual([])
  })
  test('of those that modules put together', { timeout: SLOW }, async () => {
    const rules = new Set(MENTIONS.flatMap(type => type.rules.map(rule => rule.pattern.source)))
    const made = madePatterns().filter(({ source }) => !rules.has(source))
    expect(made.length).toBeGreaterThan(10)
    expect(troubles(made.filter(found => !isAllowed(found)))).toEqual([])
  })
  // To find no proof takes longest.
  test.runIf(IS_THOROUGH)('nothing is allowed that needs it no more', { timeout: SLOW }, async () => {
    const all = [...writtenPatterns(), ...madePatterns()]
    for (const [file, beginning] of ALLOWED) {
      const matching = all.filter(found => found.file === file && found.source.startsWith(beginning))
      expect(troubles(matching), `${file} ${beginning}`).not.toEqual([])
    }
  })
})

describe('what once took for ever is read at once', () => {
  const GOAL = ' Tỉnh ủy Hà Giang phấn đấu đến năm 2030, tỷ lệ hộ dùng nước sạch đạt 95%.'
  test.each([
    ['brackets between a number and its issuer', `Nghị quyết số 12-NQ/TU ${'('.repeat(46)}${GOAL}`],
    ['numbers between them', `Nghị quyết số 12-NQ/TU (${Array.from({ length: 20 }, (_, i) => i).join(', ')})${GOAL}`],
    ['a heading of list letters', `${'v) '.repeat(52)}\n- Phấn đấu đạt 95% số hộ.\n`],
    ['organs that are written in two ways', `Theo số 12-NQ/${'T.U-'.repeat(200)}a,${GOAL}`]
  ])('%s', async (_, text) => {
    const { record } = await articleOf({ text: 'Tin trong ngày', published: '2024-05-01' })
    const article: Article = { text, titleIsText: false, record: { ...record, language: 'vi', chars: text.length } }
    const start = performance.now()
    extract(article)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('the proof', () => {
  const found = (source: string): Found => ({ file: 'x', source, flags: source.includes('\\p') ? 'u' : '' })
  test.each([
    ['(?:,| |[^.]){0,48}?x', 'two ways to read a letter, up to 48 times'],
    ['^(?:,|\\(| |[^.;:]){0,48}?(?:của|do) $', 'the same at the beginning only'],
    ['^(?:(?:[ivx]{1,5}|[a-z])[.)] )*x', 'a letter that is both a numeral and a letter'],
    ['^(?:a+)+b', 'a loop in a loop'],
    ['^a*a*b', 'two loops for the same letters'],
    ['a+b', 'a loop that is begun at each letter of a run'],
    ['\\p{L}+\\d', 'the same by a property'],
    ['\\s+$', 'a run of spaces that is not the last'],
    ['a(?:b.*c)?', 'a vain way behind each match'],
    ['a(?=.*b)', 'a look-ahead to the end'],
    ['a(?<=b.*)', 'a look-behind to the beginning'],
    ['a(?<=c(?:a|b|b){0,48})', 'a look-behind with two ways'],
    ['(a*)\\1b', 'a reference to a group']
  ])('finds %s: %s', source => {
    expect(troubleOf(found(source))).toBeDefined()
  })
  test.each([
    '[^.;:]{0,48}?(?:của|do) $',
    '^[a-z]+/[a-z0-9-]+$',
    '\\d+',
    '(?<!\\d)\\d+x',
    '\\p{L}+',
    '"[^"]*"',
    'a(?=[^.]{0,40}b)',
    '(?:một|hai|ba)(?: (?:mươi|một|hai|ba)){0,12} tỷ'
  ])('proves %s', source => {
    expect(troubleOf(found(source))).toBeUndefined()
  })
  test('asks a rule at every place, whatever it matched before', () => {
    expect(troubleOf(found('\\d+'), false)).toBeDefined()
    expect(troubleOf(found('\\d{1,30}'), false)).toBeUndefined()
  })

  // Patterns of two letters with all that patterns are made of, and texts that repeat a few letters: where such a text is read
  // more often than was proven, the proof is wrong.
  const { pattern } = fc.letrec<{ pattern: string; list: string; element: string; atom: string }>(tie => ({
    pattern: fc.array(tie('list'), { minLength: 1, maxLength: 2 }).map(lists => lists.join('|')),
    list: fc.array(tie('element'), { minLength: 1, maxLength: 3 }).map(elements => elements.join('')),
    element: fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{0,3}', '{2}', '*?', '{1,4}?'))
          .map(([atom, times]) => atom + times)
      },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom('(?=', '(?!', '(?<=', '(?<!'), tie('pattern')).map(([open, inside]) => `${open}${inside})`)
      },
      { weight: 1, arbitrary: fc.constantFrom('^', '$') }
    ),
    atom: fc.oneof(
      { maxDepth: 3 },
      { weight: 3, arbitrary: fc.constantFrom('a', 'b', '[ab]', 'a', 'b', '[^a]') },
      { weight: 1, arbitrary: tie('pattern').map(inside => `(?:${inside})`) }
    )
  }))
  const text = fc
    .tuple(
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }),
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 }),
      fc.constantFrom('', 'a', 'b', 'c')
    )
    .map(([begin, unit, end]) => begin + unit.repeat(60 / unit.length) + end)
  const WAYS = 4
  test.each([true, false])('holds for a matcher that counts (each attempt behind a match: %s)', { timeout: SLOW }, isConsuming => {
    let proven = 0
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 6, maxLength: 6 }), (source, texts) => {
        const verdict = verdictOf(source, '', isConsuming, WAYS)
        if (!('most' in verdict)) return
        proven++
        for (const text of texts) {
          const naive = new Naive(source, text)
          if (isConsuming)
            expect(naive.all()).toEqual([...text.matchAll(new RegExp(source, 'g'))].map(m => [m.index, m.index + m[0].length]))
          else for (let at = 0; at <= text.length; at++) naive.at(at)
          expect(Math.max(...naive.reads), `${source} on ${text}`).toBeLessThanOrEqual(verdict.most * source.length)
        }
      }),
      { numRuns: thorough(300, 1500) }
    )
    expect(proven).toBeGreaterThan(thorough(60, 300))
  })
})
