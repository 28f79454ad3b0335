/** What a file may be. */
export type Format = 'text' | 'ndjson' | 'html' | 'markdown' | 'docx' | 'pdf' | 'feed' | 'csv' | 'xlsx' | 'mail' | 'zip' | 'gzip'

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
  rss: 'feed',
  atom: 'feed',
  xml: 'feed',
  csv: 'csv',
  tsv: 'csv',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  eml: 'mail',
  zip: 'zip',
  gz: 'gzip'
}

/** The format that a file's name promises, if its extension is known. */
export function formatOfName(name: string): Format | undefined {
  const extension = extensionOf(name)
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined
}

/**
 * Documents for people in formats that the reader does not know. Who has one in a folder wants it read, and many are of
 * another format than their names say: they are opened, and a failure where that does not help.
 */
const DOCUMENTS = new Set(
  'doc dot dotx rtf wps odt ott ods odp xls xlsb ppt pps pptx ppsx epub mobi msg mht mhtml pages numbers key djvu'.split(' ')
)

/** Whether a file in a folder is taken for an article or a container of articles; others are left, by their names. */
export function isKnownName(name: string): boolean {
  const format = formatOfName(name)
  if (format === 'gzip') return isKnownName(name.slice(0, name.lastIndexOf('.')))
  return format !== undefined || DOCUMENTS.has(extensionOf(name))
}

/** Why a file of this name is not opened where it is met in a folder or an archive; undefined where it is. */
export function whyLeft(name: string): string | undefined {
  const own = name.slice(name.lastIndexOf('/') + 1)
  if (own.startsWith('.')) return 'a hidden file'
  if (isKnownName(own)) return undefined
  const extension = extensionOf(own)
  return extension === '' ? 'not a text format by its name, which has no extension' : `not a text format (.${extension})`
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}
