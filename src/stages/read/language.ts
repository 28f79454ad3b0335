import { CharacterClass, classAt } from '../../text/characters.ts'

// Measured on real articles: 0.20-0.31 in Vietnamese of any kind, 0.00 in English and French.
const SURE_SHARE = 0.08
const LONG_LINE_WORDS = 12
const SAMPLE_CHARS = 1500
// Of a line longer than the sample the rest is not looked at.
const LINE_CHARS = 4000
const SHORT_CODES: Readonly<Record<string, string>> = {
  vie: 'vi',
  eng: 'en',
  fra: 'fr',
  spa: 'es',
  deu: 'de',
  ind: 'id',
  tha: 'th',
  lao: 'lo',
  khm: 'km',
  cmn: 'zh',
  kor: 'ko',
  jpn: 'ja',
  rus: 'ru'
}

/** Whether a text's letters alone show that it is Vietnamese. */
export function isSurelyVietnamese(text: string): boolean {
  return vietnameseShare(text.normalize('NFC')) >= SURE_SHARE
}

/** The language of a text whose letters do not show it, as a short code; `und` where it cannot be told. */
export async function otherLanguage(text: string): Promise<string> {
  const [long, any] = samplesOf(text.normalize('NFC'))
  const sample = long === '' ? any : long
  const { franc } = await import('franc')
  return SHORT_CODES[franc(sample, { only: Object.keys(SHORT_CODES) })] ?? 'und'
}

// The first characters of the long lines, and of all lines.
function samplesOf(text: string): readonly [long: string, any: string] {
  let [long, any] = ['', '']
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const start = line.slice(0, LINE_CHARS)
    if (any.length < SAMPLE_CHARS) any += `${start}\n`
    if (start.trim().split(/\s+/).length >= LONG_LINE_WORDS) long += `${start}\n`
    if (long.length >= SAMPLE_CHARS) break
  }
  return [long.slice(0, SAMPLE_CHARS), any.slice(0, SAMPLE_CHARS)]
}

/** The share of letters that only Vietnamese uses among the letters of a composed text. */
function vietnameseShare(composed: string): number {
  let letters = 0
  let own = 0
  for (let i = 0; i < composed.length; i++) {
    if (classAt(composed, i) !== CharacterClass.LETTER) continue
    letters++
    if (isOwn(composed.charCodeAt(i))) own++
  }
  return letters === 0 ? 0 : own / letters
}

// ă â đ ê ô ơ ư and their capitals, and the block of toned letters.
function isOwn(code: number): boolean {
  if (code < 0xc2) return false
  if (code >= 0x1ea0) return code <= 0x1ef9
  return OWN.has(code)
}

const OWN = new Set([...'ăâđêôơưĂÂĐÊÔƠƯ'].map(c => c.charCodeAt(0)))
