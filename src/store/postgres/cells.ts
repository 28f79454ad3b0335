/**
 * Text as PostgreSQL can hold it. It has no NUL, and `->>` fails on the escapes of NUL and of halves of a character in JSON:
 * such a letter is written as U+FDD0, which no text uses, and its number in four digits; U+FDD0 itself as well.
 */
const ESCAPE = '\ufdd0'
const DIGITS = 4

const UNFIT = /[\0\ufdd0]/g
const UNFIT_JSON = /\\(?:u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})|[\s\S])|\ufdd0/g
const ESCAPED = /\ufdd0([0-9a-f]{4})/g

/** A text as it is stored; a half of a character becomes U+FFFD, as in SQLite. */
export function toCell(text: string): string {
  return text.toWellFormed().replace(UNFIT, letter => ESCAPE + hexOf(letter))
}

/** A stored text as it was. */
export function fromCell(cell: string): string {
  return cell.includes(ESCAPE) ? cell.replace(ESCAPED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))) : cell
}

/** JSON as it is stored. */
export function toJsonCell(json: string): string {
  if (!json.includes('\\u') && !json.includes(ESCAPE)) return json.toWellFormed()
  return json.toWellFormed().replace(UNFIT_JSON, (found, digits: string | undefined) => {
    if (found === ESCAPE) return ESCAPE + hexOf(ESCAPE)
    return digits === undefined ? found : ESCAPE + digits.toLowerCase()
  })
}

/** Stored JSON as it was. */
export function fromJsonCell(cell: string): string {
  if (!cell.includes(ESCAPE)) return cell
  return cell.replace(ESCAPED, (_, digits: string) => (digits === hexOf(ESCAPE) ? ESCAPE : `\\u${digits}`))
}

function hexOf(letter: string): string {
  return letter.charCodeAt(0).toString(16).padStart(DIGITS, '0')
}
