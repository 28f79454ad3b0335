import iconv from 'iconv-lite'
import { composed } from '../../../text/compose.ts'
import { decodeVni } from './vni.ts'
import { textOf } from './windows-1252.ts'

/** An encoding of Vietnamese from before Unicode, one byte a character. */
export interface Codec {
  readonly name: string
  readonly decode: (bytes: Uint8Array) => string
}

/** The legacy encodings, in the order that decides where two read a text equally well. */
export const LEGACY: readonly Codec[] = [
  // windows-1258 writes tones as combining marks of their own: composed, a text is the same as in the other encodings.
  { name: 'windows-1258', decode: bytes => composed(iconv.decode(bytes, 'windows-1258')) },
  { name: 'tcvn3', decode: bytes => iconv.decode(bytes, 'tcvn') },
  { name: 'viscii', decode: bytes => iconv.decode(bytes, 'viscii') },
  { name: 'vni', decode: bytes => decodeVni(textOf(bytes)) }
]
