import { parseMarkup } from './markup.ts'

/** What a number stands for, by how its cell shows it. */
export type CellStyle = 'number' | 'day' | 'percent'

/** The styles of cells, by their index. */
export function cellStyles(xml: string): readonly CellStyle[] {
  const formats = new Map<number, string>()
  const styles: CellStyle[] = []
  let isOfCells = false
  parseMarkup(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') isOfCells = true
      else if (name === 'xf' && isOfCells) styles.push(styleOf(Number(attributes['numFmtId'] ?? 0), formats))
    },
    close: name => {
      if (name === 'cellXfs') isOfCells = false
    }
  })
  return styles
}

function styleOf(format: number, formats: ReadonlyMap<number, string>): CellStyle {
  const code = formats.get(format)
  if (code === undefined) {
    // Those that every program knows; from 27 on those of East Asia.
    if (format === 9 || format === 10) return 'percent'
    return (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)
      ? 'day'
      : 'number'
  }
  // Words in quotes, and what stands in brackets (colors, languages), are no part of it.
  const bare = code.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '')
  if (bare.includes('%')) return 'percent'
  return /[dy]/i.test(bare) ? 'day' : 'number'
}

const DAY = 86_400_000

/**
 * A number as its cell shows it: a day as `YYYY-MM-DD` (they are counted from the end of 1899, as if 1900 had been a leap
 * year, or from 1904), a share with its sign and a decimal comma, another number as it is stored.
 */
export function shownNumber(stored: string, style: CellStyle, isFrom1904: boolean): string {
  const number = Number(stored)
  if (stored === '' || !Number.isFinite(number)) return stored
  if (style === 'percent') return `${String(Number((number * 100).toPrecision(12))).replace('.', ',')}%`
  if (style === 'number' || number < 1 || number > 200_000) return stored
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(start + Math.floor(number) * DAY).toISOString().slice(0, 10)
}
