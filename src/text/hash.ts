import { hash } from 'node:crypto'

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export function sha256(text: string | Uint8Array): string {
  return hash('sha256', text)
}

/** A short content hash (16 hexadecimal digits of SHA-256) over parts that cannot run into each other. */
export function shortHash(...parts: readonly (string | number)[]): string {
  return sha256(parts.join('\u001f')).slice(0, 16)
}
