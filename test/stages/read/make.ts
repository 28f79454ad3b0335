import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { type ReadOptions, type ReadResult, read, readBytes } from '../../../src/stages/read/read.ts'

/** The article that every format and encoding below carries. */
export const ARTICLE = readFileSync('fixtures/read/article.txt', 'utf8')
export const TITLE = 'Bắc Kạn đặt mục tiêu đưa kinh tế số chiếm 20% GRDP'
export const LINES = ARTICLE.trimEnd().split('\n')

type Articles = Extract<ReadResult, { kind: 'article' }>

/** Reads bytes or text as a file of that name. */
export function readAs(name: string, content: Uint8Array | string, options: Partial<ReadOptions> = {}): Promise<ReadResult[]> {
  return readBytes(typeof content === 'string' ? Buffer.from(content) : content, name, { published: null, ...options })
}

/** The one article of a file; fails with the reason where there is none. */
export async function articleOf(name: string, content: Uint8Array | string, options: Partial<ReadOptions> = {}): Promise<Articles> {
  const [result] = await readAs(name, content, options)
  if (result?.kind !== 'article') throw new Error(result?.kind === 'failure' ? result.diagnostic.message : 'nothing was read')
  return result
}

/** The code of the only failure of a file. */
export async function failureOf(name: string, content: Uint8Array | string, options: Partial<ReadOptions> = {}): Promise<string> {
  const results = await readAs(name, content, options)
  return results.map(r => (r.kind === 'failure' ? r.diagnostic.code : r.kind)).join(' ')
}

/** All results of a run over operands. */
export async function readAll(operands: readonly string[], options: Partial<ReadOptions> = {}): Promise<ReadResult[]> {
  const results: ReadResult[] = []
  for await (const result of read(operands, { published: null, ...options })) results.push(result)
  return results
}

/** What a result is about, in short: the article's source, or the failure's code. */
export function brief(result: ReadResult): string {
  if (result.kind === 'article') return result.article.record.sources[0]?.source ?? ''
  return result.kind === 'failure' ? `${result.diagnostic.source}: ${result.diagnostic.code}` : `${result.input.source}: skipped`
}

export const gzip = (content: Uint8Array | string) => gzipSync(content)

interface Entry {
  readonly content: Uint8Array | string
  readonly flags?: number
  readonly stored?: boolean
  readonly crc?: number
}

/** A zip archive. */
export function zip(entries: Readonly<Record<string, Uint8Array | string | Entry>>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, given] of Object.entries(entries)) {
    const entry: Entry = typeof given === 'string' || given instanceof Uint8Array ? { content: given } : given
    const content = Buffer.from(entry.content as string)
    const packed = entry.stored ? content : deflateRawSync(content)
    const rawName = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x800 | (entry.flags ?? 0), 2)
    head.writeUInt16LE(entry.stored ? 0 : 8, 4)
    head.writeUInt32LE(entry.crc ?? crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt16LE(rawName.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, rawName, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, rawName]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

/** A Word file with these paragraphs (or, with markup of their own, anything of a body). */
export function docx(
  paragraphs: readonly string[],
  { declaration = '', more = {} }: { readonly declaration?: string; readonly more?: Readonly<Record<string, string>> } = {}
): Buffer {
  const body = paragraphs.map(p => (p.startsWith('<') ? p : `<w:p><w:r><w:t xml:space="preserve">${escaped(p)}</w:t></w:r></w:p>`)).join('')
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?>${declaration}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more
  })
}

type XlsxCell = string | number | null | { readonly n: number; readonly style: 'day' | 'own day' | 'percent' }
const STYLES = ['number', 'day', 'own day', 'percent']

/** A workbook with these sheets of rows; a number stands as a number, one with a format as `{ n, style }`, a string as one that cells share. */
export function xlsx(
  sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>,
  { declaration = '', properties = '' } = {}
): Buffer {
  const shared: string[] = []
  const cell = (value: XlsxCell, row: number, column: number): string => {
    if (value === null) return ''
    const place = `${String.fromCharCode(65 + column)}${row}`
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
    if (typeof value === 'object') return `<c r="${place}" s="${STYLES.indexOf(value.style)}"><v>${value.n}</v></c>`
    if (!shared.includes(value)) shared.push(value)
    return `<c r="${place}" t="s"><v>${shared.indexOf(value)}</v></c>`
  }
  const parts = Object.values(sheets).map((rows, i) => {
    const data = rows.map((cells, r) => `<row r="${r + 1}">${cells.map((value, c) => cell(value, r + 1, c)).join('')}</row>`).join('')
    return [`xl/worksheets/sheet${i + 1}.xml`, `<?xml version="1.0"?><worksheet><sheetData>${data}</sheetData></worksheet>`] as const
  })
  const names = Object.keys(sheets)
  return zip({
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?>${declaration}<workbook>${properties}<sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(parts),
    'xl/styles.xml':
      '<?xml version="1.0"?><styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy&quot; %&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst>${shared.map(s => `<si><r><t xml:space="preserve">${escaped(s)}</t></r><rPh><t>đọc</t></rPh></si>`).join('')}</sst>`
  })
}

/** A mail with this body, and files it carries. */
export function mail(
  { subject, date, html, text }: { readonly subject: string; readonly date: string; readonly html?: string; readonly text?: string },
  files: Readonly<Record<string, Uint8Array | string>> = {}
): string {
  const word = (s: string): string => `=?utf-8?B?${Buffer.from(s).toString('base64')}?=`
  const packed = (content: Uint8Array | string): string =>
    Buffer.from(content as string)
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n')
  const part = (head: readonly string[], content: Uint8Array | string): string =>
    `--b\r\n${[...head, 'Content-Transfer-Encoding: base64'].join('\r\n')}\r\n\r\n${packed(content)}\r\n`
  const bodies = [
    ...(text === undefined ? [] : [part(['Content-Type: text/plain; charset=utf-8'], text)]),
    ...(html === undefined ? [] : [part(['Content-Type: text/html; charset=utf-8'], html)])
  ]
  const carried = Object.entries(files).map(([name, content]) =>
    part(['Content-Type: application/octet-stream', `Content-Disposition: attachment; filename="${word(name)}"`], content)
  )
  return [
    `From: ${word('Toà soạn')} <toasoan@bao.vn>`,
    `Subject: ${word(subject)}`,
    `Date: ${date}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/${bodies.length > 1 ? 'alternative' : 'mixed'}; boundary=b`,
    '',
    `${[...bodies, ...carried].join('')}--b--`
  ].join('\r\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** A line of a PDF page at a place; sizes are those of the font. */
export interface PdfLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
}

/** A PDF whose text can be read by its Unicode map, each character half as wide as the font is high. */
export function pdf(pages: readonly (readonly PdfLine[])[], { trailer = '' } = {}): Buffer {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  add('<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>')
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>'
  )
  add(
    stream(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end'
    )
  )
  pages.forEach((lines, i) => {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`)
    add(stream(lines.map(l => `BT /F ${l.size ?? 12} Tf ${l.x} ${l.y} Td <${hex(l.text)}> Tj ET`).join('\n')))
  })
  let out = '%PDF-1.7\n'
  const offsets = objects.map((body, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const xref = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(o => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(out, 'latin1')
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}

/** A PDF of one page that has this for its content, packed as its dictionary says. */
export function pdfOf(content: Uint8Array, dictionary: string): Buffer {
  const bytes = Buffer.from(content).toString('latin1')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 3 0 R >> >> >>',
    `<< ${dictionary} /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n`, 'latin1')
}

/** Sets paragraphs into lines of so many characters, as a word processor does, page by page. */
export function typeset(paragraphs: readonly string[], { perLine = 70, perPage = 12, header = '', indent = 0 } = {}): PdfLine[][] {
  const pages: PdfLine[][] = [[]]
  let y = 760
  const put = (text: string, x: number) => {
    if ((pages.at(-1)?.length ?? 0) >= perPage) {
      pages.push([])
      y = 760
    }
    pages.at(-1)?.push({ text, x, y })
    y -= 16
  }
  for (const paragraph of paragraphs) {
    let line = ''
    let first = true
    const flush = () => {
      put(line, first ? 70 + indent : 70)
      first = false
      line = ''
    }
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + word.length + 1 > perLine - (first ? indent / 6 : 0)) flush()
      line += line === '' ? word : ` ${word}`
    }
    flush()
    if (indent === 0) y -= 8
  }
  return pages.map((page, i) =>
    header === ''
      ? page
      : [{ text: header, x: 70, y: 810, size: 9 }, ...page, { text: `Trang ${i + 1}/${pages.length}`, x: 280, y: 30, size: 9 }]
  )
}

const NO_CAPITALS = /[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]/g

/** A text without what TCVN3 has no characters for: toned capitals, `…` and curly quotes. */
export function reduced(text: string): string {
  return text
    .replace(NO_CAPITALS, c => c.toLowerCase())
    .replaceAll('…', '...')
    .replace(/[“”]/g, '"')
}

const HAS_1258 = 'ÀÁÂĂÄÅÆÇÈÉÊËÍÎÏÑÓÔƠÖØÙÚÛÜƯàáâăäåæçèéêëíîïñóôơöøùúûüưđĐ'

/** windows-1258: tones that have no letter of their own stand behind the vowel. */
export function windows1258(text: string): Buffer {
  const split = [...text.normalize('NFC')].map(c => {
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(c.normalize('NFD'))?.[0]
    return tone === undefined || HAS_1258.includes(c) ? c : c.normalize('NFD').replace(tone, '').normalize('NFC') + tone
  })
  return iconv.encode(split.join(''), 'windows-1258')
}

const VNI_MARKS: Readonly<Record<string, string>> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
  '\u0302': 'â',
  '\u0302\u0301': 'á',
  '\u0302\u0300': 'à',
  '\u0302\u0309': 'å',
  '\u0302\u0303': 'ã',
  '\u0302\u0323': 'ä',
  '\u0306': 'ê',
  '\u0306\u0301': 'é',
  '\u0306\u0300': 'è',
  '\u0306\u0309': 'ú',
  '\u0306\u0303': 'ü',
  '\u0306\u0323': 'ë'
}
const VNI_SINGLE: Readonly<Record<string, string>> = { đ: 'ñ', ư: 'ö', ơ: 'ô', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î', í: 'í', ì: 'ì' }

/** A text as characters of Latin-1 that a VNI font would show right. */
export function vniCharacters(text: string): string {
  return [...text.normalize('NFC')].map(vniCharacter).join('')
}

function vniCharacter(character: string): string {
  const lower = character.toLowerCase()
  const cased = (s: string) => (lower === character ? s : s.toUpperCase())
  const single = VNI_SINGLE[lower]
  if (single !== undefined) return cased(single)
  if (character.charCodeAt(0) < 128) return character
  const decomposed = lower.normalize('NFD')
  const horned = decomposed.includes('\u031b')
  const base = horned ? (decomposed[0] === 'o' ? 'ô' : 'ö') : (decomposed[0] as string)
  const marks = [...decomposed.slice(1).replace('\u031b', '')]
    .toSorted((a, b) => (/[\u0302\u0306]/.test(a) ? -1 : /[\u0302\u0306]/.test(b) ? 1 : 0))
    .join('')
  if (marks === '') return cased(base)
  const mark = VNI_MARKS[marks]
  return mark === undefined ? character : cased(base) + cased(mark)
}

/** UTF-8 that was taken for windows-1252 once. */
export function misread(text: string): string {
  return new TextDecoder('windows-1252').decode(Buffer.from(text))
}
