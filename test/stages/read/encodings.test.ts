import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { ARTICLE, articleOf, failureOf, misread, readAs, reduced, vniCharacters, windows1258 } from './make.ts'

const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const latin = (bytes: Uint8Array) => Buffer.from(new TextDecoder('windows-1252').decode(bytes))
const plain = reduced(ARTICLE)
// VISCII has no curly quotes either, but all capitals.
const straight = ARTICLE.replace(/[“”]/g, '"')

describe('a text file is read in whatever encoding it is', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8', Buffer.from(ARTICLE), 'utf-8', ARTICLE],
    ['UTF-8 with a byte order mark, which is not text', Buffer.from(`\ufeff${ARTICLE}`), 'utf-8', ARTICLE],
    ['UTF-16 LE with a mark', utf16(`\ufeff${ARTICLE}`), 'utf-16le', ARTICLE],
    ['UTF-16 BE with a mark', utf16(`\ufeff${ARTICLE}`).swap16(), 'utf-16be', ARTICLE],
    ['UTF-16 LE without a mark', utf16(ARTICLE), 'utf-16le', ARTICLE],
    ['UTF-16 BE without a mark', utf16(ARTICLE).swap16(), 'utf-16be', ARTICLE],
    ['windows-1258', windows1258(ARTICLE), 'windows-1258', ARTICLE],
    ['TCVN3', iconv.encode(plain, 'tcvn'), 'tcvn3', plain],
    ['VISCII', iconv.encode(straight, 'viscii'), 'viscii', straight],
    ['VNI', iconv.encode(vniCharacters(ARTICLE), 'windows-1252'), 'vni', ARTICLE],
    ['UTF-8 misread once', Buffer.from(misread(ARTICLE)), 'utf-8+mojibake', ARTICLE],
    ['UTF-8 misread twice', Buffer.from(misread(misread(ARTICLE))), 'utf-8+mojibake-2', ARTICLE],
    ['UTF-8 misread as Latin-1', Buffer.from(Buffer.from(ARTICLE).toString('latin1')), 'utf-8+mojibake', ARTICLE],
    ['UTF-8 of a TCVN3 font', latin(iconv.encode(plain, 'tcvn')), 'utf-8+tcvn3', plain],
    ['UTF-8 of a VNI font', Buffer.from(vniCharacters(ARTICLE)), 'utf-8+vni', ARTICLE]
  ])('%s', async (_, bytes, encoding, text) => {
    const { article } = await articleOf('a.txt', bytes)
    expect(article.text).toBe(text)
    expect(article.record).toMatchObject({ encoding, language: 'vi', quality: 'ok' })
  })
})

test('a misread text whose no-break spaces became spaces is still repaired', async () => {
  const { article } = await articleOf('a.txt', misread(ARTICLE).replaceAll('\u00a0', ' '))
  expect(article.text).toBe(ARTICLE)
})

test('decomposed text and its line ends stay as they are', async () => {
  const text = ARTICLE.normalize('NFD').replaceAll('\n', '\r\n')
  const { article } = await articleOf('a.txt', text)
  expect(article.text).toBe(text)
  expect(article.record.encoding).toBe('utf-8')
})

test('text of another language in Latin-1 is read as such', async () => {
  const text = 'Le préfet a présenté le plan régional : réduire de 20 % les déchets ménagers d’ici à 2025, créer des pistes cyclables.'
  const { article } = await articleOf('a.txt', iconv.encode(text, 'windows-1252'))
  expect(article.record).toMatchObject({ encoding: 'windows-1252', language: 'fr' })
})

test.each([
  ['one wrong byte in UTF-8', Buffer.concat([Buffer.from(ARTICLE), Buffer.from([0xff]), Buffer.from('ế')]), 'read/invalid-bytes'],
  ['UTF-8 cut inside a letter', Buffer.from('Kế hoạch số 5 của tỉnh về chuyển đổi số ế').subarray(0, -1), 'read/invalid-bytes'],
  ['UTF-16 cut inside a character', utf16(`\ufeff${ARTICLE}`).subarray(0, -1), 'read/invalid-bytes'],
  ['zeros', Buffer.alloc(100), 'read/binary'],
  ['control characters', Buffer.from(Array.from({ length: 500 }, (_, i) => (i % 31) + 1)), 'read/binary'],
  ['nothing', Buffer.alloc(0), 'read/empty'],
  ['only a mark', Buffer.from('\ufeff'), 'read/empty'],
  ['only spaces', Buffer.from(' \n\t\r\n'), 'read/empty']
])('%s is a failure', async (_, bytes, code) => {
  expect(await failureOf('a.txt', bytes)).toBe(code)
})

test('a lone surrogate becomes U+FFFD, and a diagnostic says where', async () => {
  const [result] = await readAs('a.ndjson', '{"text":"Mục tiêu \\ud83d đạt 20% vào năm 2025"}\n')
  if (result?.kind !== 'article') throw new Error('no article')
  expect(result.article.text).toBe('Mục tiêu \ufffd đạt 20% vào năm 2025')
  expect(result.diagnostics).toMatchObject([{ code: 'read/lone-surrogate', start: 9, end: 10, article_id: result.article.record.id }])
})
