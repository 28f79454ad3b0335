import { CharacterClass, classAt } from '../../text/characters.ts'

// Measured on real articles: 0.20-0.31 in Vietnamese of any kind, 0.00 in English and French.
const SURE_SHARE = 0.08
const LONG_LINE_WORDS = 12
const SAMPLE_CHARS = 1500
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
  const lines = text.normalize('NFC').split(/[\r\n]+/)
  const long = lines.filter(line => line.trim().split(/\s+/).length >= LONG_LINE_WORDS)
  const sample = (long.length > 0 ? long : lines).join('\n').slice(0, SAMPLE_CHARS)
  const { franc } = await import('franc')
  return SHORT_CODES[franc(sample, { only: Object.keys(SHORT_CODES) })] ?? 'und'
}

/** The share of letters that only Vietnamese uses among the letters of a composed text. */
export function vietnameseShare(composed: string): number {
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
