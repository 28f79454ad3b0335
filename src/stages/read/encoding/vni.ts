/**
 * VNI for Windows writes a vowel as its base letter and a second character for circumflex, breve and tone together, all
 * as characters of Latin-1. Source: the published VNI character table, checked by a round trip of Vietnamese text.
 */
const MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323'
}
const SINGLES: Readonly<Record<string, string>> = { ñ: 'đ', ö: 'ư', ô: 'ơ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', í: 'í', ì: 'ì' }

const TABLE = table()
const PATTERN = new RegExp(
  `[aeouyAEOUYôöÔÖ][${Object.keys(MARKS).join('')}${Object.keys(MARKS).join('').toUpperCase()}]|[${Object.keys(SINGLES).join('')}${Object.keys(SINGLES).join('').toUpperCase()}]`,
  'g'
)

/** Reads characters of Latin-1 (or windows-1252) as VNI. */
export function decodeVni(latin: string): string {
  return latin.replace(PATTERN, found => TABLE.get(found) ?? singly(found))
}

// A base letter with a mark that it does not take: each is read alone.
function singly(found: string): string {
  return [...found].map(c => TABLE.get(c) ?? c).join('')
}

function table(): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  const add = (from: string, to: string) => {
    const composed = to.normalize('NFC')
    if ([...composed].length === 1) map.set(from, composed)
  }
  for (const [from, to] of Object.entries(SINGLES)) {
    add(from, to)
    add(from.toUpperCase(), to.toUpperCase())
  }
  for (const [base, letter] of [...'aeouy']
    .map(c => [c, c] as const)
    .concat([
      ['ô', 'ơ'],
      ['ö', 'ư']
    ])) {
    for (const [mark, marks] of Object.entries(MARKS)) {
      // A capital's mark is a capital too, but fonts and typists mix them.
      add(base + mark, letter + marks)
      add(base.toUpperCase() + mark, letter.toUpperCase() + marks)
      add(base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase() + marks)
      add(base + mark.toUpperCase(), letter + marks)
    }
  }
  return map
}
