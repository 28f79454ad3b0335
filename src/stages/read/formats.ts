/** What a file may be. */
export type Format = 'text' | 'ndjson' | 'html' | 'markdown' | 'docx' | 'pdf' | 'feed' | 'csv' | 'zip' | 'gzip'

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
  pdf: 'pdf',
  rss: 'feed',
  atom: 'feed',
  xml: 'feed',
  csv: 'csv',
  tsv: 'csv',
  zip: 'zip',
  gz: 'gzip'
}

/** The format that a file's name promises, if its extension is known. */
export function formatOfName(name: string): Format | undefined {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? undefined : BY_EXTENSION[name.slice(dot + 1).toLowerCase()]
}

/** Whether a file in a folder is taken for an article or a container of articles; others are skipped silently. */
export function isKnownName(name: string): boolean {
  const format = formatOfName(name)
  if (format !== 'gzip') return format !== undefined
  return formatOfName(name.slice(0, name.lastIndexOf('.'))) !== undefined
}
