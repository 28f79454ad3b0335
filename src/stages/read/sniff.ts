import type { Format } from './formats.ts'

/** What a content's first bytes tell: a format, or one that cannot be read. */
export type Seen = Format | 'ole' | 'rtf' | 'image' | undefined

/** The format that a content's first bytes tell, if they tell one. */
export function sniff(bytes: Uint8Array): Seen {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048))
  const latin = head.toString('latin1')
  if (latin.startsWith('\x1f\x8b')) return 'gzip'
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(latin)) return 'zip'
  if (latin.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole'
  if (latin.startsWith('{\\rtf')) return 'rtf'
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/s.test(latin)) return 'image'
  if (latin.slice(0, 1024).includes('%PDF-')) return 'pdf'
  // Markup is told without the zeros of UTF-16 and without a byte order mark.
  const start = latin
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (/^\{\s*(?:"|\}|$)/.test(start)) return 'ndjson'
  const markup = withoutProlog(start)
  if (/^(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(markup)) return 'html'
  if (/^<(?:rss|feed|rdf:RDF|channel)[\s>]/i.test(markup)) return 'feed'
  return undefined
}

/** Markup without the declarations and comments in front of it. */
function withoutProlog(markup: string): string {
  const mark = markup.startsWith('<?') ? '>' : markup.startsWith('<!--') ? '-->' : undefined
  const end = mark === undefined ? -1 : markup.indexOf(mark, mark === '>' ? 2 : 4)
  return mark === undefined || end < 0 ? markup : withoutProlog(markup.slice(end + mark.length).trimStart())
}
