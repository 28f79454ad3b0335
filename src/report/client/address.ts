import { NO_WISH, type Wish, wishOfAddress, wishToAddress } from './select.ts'

/** What an address says: what is asked for, what stands open beside it, a part of the page to go to. */
export interface Address {
  readonly wish: Wish
  readonly open: string
  readonly language: 'vi' | 'en' | null
  readonly units: 63 | 34 | null
  readonly section: string | null
}

/** Whether the part behind `#` opens sentences: `g-…` a goal, `o-…` a number, `d-…` a document, `s-…` some goals. */
export function isOpening(hash: string): boolean {
  return /^[gods]-/.test(hash)
}

/** Reads the part behind `#`; null where it only opens something, and asks for nothing else. */
export function addressOf(hash: string): Address | null {
  if (isOpening(hash)) return null
  const asked = new URLSearchParams(hash)
  const isName = hash !== '' && !hash.includes('=')
  const [language, units] = [asked.get('lang'), asked.get('units')]
  return {
    wish: isName ? NO_WISH : wishOfAddress(asked),
    open: asked.get('open') ?? '',
    language: language === 'vi' || language === 'en' ? language : null,
    units: units === '63' ? 63 : units === '34' ? 34 : null,
    section: isName ? hash : null
  }
}

/** The part behind `#` that asks for all of it. */
export function hashOf(wish: Wish, open: string, others: Readonly<Record<string, string>>): string {
  const address = wishToAddress(wish)
  for (const [name, value] of Object.entries(others)) address.set(name, value)
  if (open !== '') address.set('open', open)
  return `#${address.toString()}`
}

/** Text of an address as it was before it became one. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
