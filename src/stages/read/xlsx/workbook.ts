import { parseMarkup } from './markup.ts'
import { type CellStyle, shownNumber } from './styles.ts'

/** The cells of a row of a sheet, with its number as people see it. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A sheet as the workbook lists it: its name, and the relation that leads to its part. */
export interface SheetName {
  readonly name: string
  readonly relation: string
}

/** What a workbook says of its sheets, and whether its days are counted from 1904. */
export function sheetsOf(xml: string): { readonly sheets: readonly SheetName[]; readonly isFrom1904: boolean } {
  const sheets: SheetName[] = []
  let isFrom1904 = false
  parseMarkup(xml, {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', relation: relationOf(attributes) })
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
    }
  })
  return { sheets, isFrom1904 }
}

/** The parts of a workbook by their relations. */
export function relationsOf(xml: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  parseMarkup(xml, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    }
  })
  return parts
}

/** The strings that cells share. */
export function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = []
  let string = ''
  let isText = false
  let phonetic = 0
  parseMarkup(xml, {
    open: name => {
      if (name === 'si') string = ''
      if (name === 'rPh') phonetic++
      if (name === 't') isText = phonetic === 0
    },
    text: text => {
      if (isText) string += text
    },
    close: name => {
      if (name === 't') isText = false
      if (name === 'rPh') phonetic--
      if (name === 'si') strings.push(unescaped(string))
    }
  })
  return strings
}

/** What is said of all cells of a workbook. */
export interface Book {
  readonly strings: readonly string[]
  readonly styles: readonly CellStyle[]
  readonly isFrom1904: boolean
  /** Cells that may still be made; a few far to the right take as many empty ones with them. */
  readonly left: { cells: number }
}

// The last row that there can be.
const LAST_ROW = 1_048_576

/** The rows of a sheet that hold something, `mostCells` cells of each and one for all others. */
export function rowsOfSheet(xml: string, book: Book, mostCells: number): readonly SheetRow[] {
  const rows: SheetRow[] = []
  let line = 0
  let cells: string[] = []
  let column = -1
  let type = ''
  let style: CellStyle = 'number'
  let value = ''
  let isValue = false
  parseMarkup(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        const told = Number(attributes['r'])
        line = told > line && told <= LAST_ROW ? told : line + 1
        cells = []
        column = -1
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1
        type = attributes['t'] ?? 'n'
        style = book.styles[Number(attributes['s'] ?? 0)] ?? 'number'
        value = ''
      } else if (name === 'v' || name === 't') isValue = true
    },
    text: text => {
      if (isValue) value += text
    },
    close: name => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'c' && value !== '') {
        // One more than are kept, so that the reader of tables tells it.
        const at = Math.min(column, mostCells)
        book.left.cells -= Math.max(0, at + 1 - cells.length)
        if (book.left.cells < 0) return
        while (cells.length < at) cells.push('')
        cells[at] = type === 'n' ? shownNumber(value.trim(), style, book.isFrom1904) : textOfCell(type, value, book.strings)
      } else if (name === 'row' && cells.some(cell => cell.trim() !== '')) rows.push({ line, cells })
    }
  })
  return rows
}

// The prefix is chosen by who writes the file.
function relationOf(attributes: Readonly<Record<string, string>>): string {
  const name = Object.keys(attributes).find(key => key.endsWith(':id'))
  return name === undefined ? '' : (attributes[name] as string)
}

function textOfCell(type: string, value: string, strings: readonly string[]): string {
  if (type === 's') return strings[Number(value)] ?? ''
  return unescaped(value)
}

// Characters that XML has no way to write stand as `_x000D_`.
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n')
}

/** The index of a column by its letters, as in `AB12`. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
