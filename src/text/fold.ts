/** Folding for matching: what two spellings of one word have in common. None of these reaches stored text. */

const TONE_PAIRS = 'oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy'.split(' ')
const TONES = new Map<string, string>()
for (let i = 0; i < TONE_PAIRS.length; i += 2) {
  const from = TONE_PAIRS[i] as string
  const to = TONE_PAIRS[i + 1] as string
  for (const f of [from, from.toUpperCase(), from[0]!.toUpperCase() + from[1]]) {
    const upperFirst = f[0] !== from[0]
    const upperSecond = f[1] !== from[1]
    TONES.set(f, (upperFirst ? to[0]!.toUpperCase() : to[0]!) + (upperSecond ? to[1]!.toUpperCase() : to[1]!))
  }
}
// Not after q (quý, quỹ keep) and not before a letter (toàn, hoán keep): the tone moves only in open syllables.
const TONE_PATTERN = /[qQ]?(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])/g

/**
 * Old and new placement of the tone mark made equal (`hoà` = `hòa`, `uỷ` = `ủy`). Keeps the length, so offsets stay.
 * Source: domain knowledge of the two spelling conventions; both occur inside one page.
 */
export function foldTonePlacement(text: string): string {
  return text.replace(TONE_PATTERN, (found, at: number) => {
    if (found.length === 3) return found
    const next = text[at + found.length]
    return next !== undefined && /\p{L}/u.test(next) ? found : (TONES.get(found) as string)
  })
}

const FOLDED: Readonly<Record<string, string>> = {
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad',
  '"': '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033',
  "'": '\u2018\u2019\u201a\u201b\u2032'
}
// The form of each mark that has one, by its code unit.
const forms = new Uint16Array(65536)
for (const [form, marks] of Object.entries(FOLDED)) for (const mark of marks) forms[mark.charCodeAt(0)] = form.charCodeAt(0)

/** Dashes and quotation marks in one form each. Keeps the length. */
export function foldPunctuation(text: string): string {
  // Joined, since a string that was added to piece by piece is slow to read by character.
  const parts: string[] = []
  let done = 0
  for (let i = 0; i < text.length; i++) {
    const form = forms[text.charCodeAt(i)] as number
    if (form === 0) continue
    parts.push(text.slice(done, i), String.fromCharCode(form))
    done = i + 1
  }
  if (done === 0) return text
  parts.push(text.slice(done))
  return parts.join('')
}

/** Lower case that keeps the length (the few characters whose lower case is longer stay as they are). */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : [...text].map(c => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('')
}

/** The key under which a phrase is looked up: composed, single form of dashes, quotes and tone placement, lower case. */
export function matchKey(text: string): string {
  return lowerCase(foldTonePlacement(foldPunctuation(text.normalize('NFC'))))
}

/** Letters without tone and vowel marks, `đ` as `d`. For searching and slugs, never for deciding a place or a type. */
export function stripMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
}
