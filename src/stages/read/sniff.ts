import type { Format } from './formats.ts'

/** The format that a content's first bytes tell, if they tell one. */
export function sniff(bytes: Uint8Array): Format | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip'
  const start = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (/^\{\s*(?:"|\})/.test(start)) return 'ndjson'
  return undefined
}
