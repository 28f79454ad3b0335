import { Parser } from 'htmlparser2'

/** The cells of a row of a sheet, with its number as people see it. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
  /** Whether it has more cells than are kept. */
  readonly isTooWide: boolean
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
  parse(xml, {
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
  parse(xml, {
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
  parse(xml, {
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

/** The rows of a sheet that hold something, at most `mostCells` cells of each. Numbers stand as they are stored. */
export function rowsOfSheet(xml: string, strings: readonly string[], mostCells: number): readonly SheetRow[] {
  const rows: SheetRow[] = []
  let line = 0
  let cells: string[] = []
  let isTooWide = false
  let column = -1
  let type = ''
  let value = ''
  let isValue = false
  parse(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1)
        cells = []
        isTooWide = false
        column = -1
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1
        type = attributes['t'] ?? 'n'
        value = ''
      } else if (name === 'v' || name === 't') isValue = true
    },
    text: text => {
      if (isValue) value += text
    },
    close: name => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'c' && value !== '') {
        if (column < mostCells) {
          while (cells.length < column) cells.push('')
          cells[column] = textOfCell(type, value, strings)
        } else isTooWide = true
      } else if (name === 'row' && (isTooWide || cells.some(cell => cell.trim() !== ''))) rows.push({ line, cells, isTooWide })
    }
  })
  return rows
}

// The prefix is chosen by who writes the file.
function relationOf(attributes: Readonly<Record<string, string>>): string {
  const name = Object.keys(attributes).find(key => key.endsWith(':id'))
  return name === undefined ? '' : (attributes[name] as string)
}

interface Handler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

function parse(xml: string, { open, text, close }: Handler): void {
  // Some programs put a prefix before all names.
  const own = (name: string): string => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(own(name), attributes),
      ontext: data => text?.(data),
      onclosetag: name => close?.(own(name))
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(xml)
}

function textOfCell(type: string, value: string, strings: readonly string[]): string {
  if (type === 's') return strings[Number(value)] ?? ''
  return type === 'n' ? value.trim() : unescaped(value)
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
