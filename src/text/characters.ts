/**
 * Character classes of a UTF-16 code unit, from one table: regular expressions with `\p{L}` cost five times as much
 * on the hot path, and `\b` and `\w` do not know Vietnamese letters.
 */
const OTHER = 0
const LETTER = 1
const DIGIT = 2
const SPACE = 3

const UPPER = 1
const LOWER = 2

const classes = new Uint8Array(65536)
const cases = new Uint8Array(65536)
for (let code = 0; code < 65536; code++) {
  const character = String.fromCharCode(code)
  if (code >= 48 && code <= 57) classes[code] = DIGIT
  else if (/[\p{L}\p{M}]/u.test(character)) classes[code] = LETTER
  else if (/\s/.test(character)) classes[code] = SPACE
  else classes[code] = OTHER
  if (classes[code] !== LETTER) continue
  if (character !== character.toLowerCase()) cases[code] = UPPER
  else if (character !== character.toUpperCase()) cases[code] = LOWER
}

export const CharacterClass = { OTHER, LETTER, DIGIT, SPACE } as const

/** The class of each code unit. */
export const CLASSES: Uint8Array = classes

/** The class of the code unit at `index`; outside the text it is a space. */
export function classAt(text: string, index: number): number {
  return index < 0 || index >= text.length ? SPACE : (classes[text.charCodeAt(index)] as number)
}

/** Whether the code unit at `index` is a letter or a combining mark. */
export function isLetterAt(text: string, index: number): boolean {
  return classAt(text, index) === LETTER
}

/** Whether the code unit at `index` is an ASCII digit. */
export function isDigitAt(text: string, index: number): boolean {
  return classAt(text, index) === DIGIT
}

/** Whether the code unit at `index` is a letter or a digit. */
export function isWordAt(text: string, index: number): boolean {
  const c = classAt(text, index)
  return c === LETTER || c === DIGIT
}

/** Whether the code unit at `index` is an upper-case letter. */
export function isUpperAt(text: string, index: number): boolean {
  return cases[text.charCodeAt(index)] === UPPER
}

/** Whether the code unit at `index` is a lower-case letter. */
export function isLowerAt(text: string, index: number): boolean {
  return cases[text.charCodeAt(index)] === LOWER
}
