import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Viewer } from '../../review/decisions/state.ts'
import { THEMES, type Theme } from '../../review/pages/shell.ts'
import { LANGUAGES, type Language, type Say, sayIn } from '../../review/words/index.ts'
import { shortHash } from '../../text/hash.ts'

/** Who looks, and how they like it. */
export interface Settings {
  readonly viewer: Viewer
  readonly say: Say
  readonly theme: Theme
  readonly areKeysOn: boolean
}

/** What stands as long as nobody sets anything else; `key` is that of the review. */
export interface Defaults {
  readonly key: string
  readonly reviewer: string
  readonly isBlind: boolean
  readonly language: Language | null
}

/** The settings of a request; the name that the program was started with stands until another is given. */
export function settingsOf(c: Context, { key, ...fallback }: Defaults): Settings {
  const accepted = (c.req.header('accept-language') ?? '')
    .toLowerCase()
    .split(/[,;]/)
    .map(l => l.trim().slice(0, 2))
  const preferred = accepted.find(l => l === 'vi' || l === 'en')
  const language = oneOf(LANGUAGES, getCookie(c, 'muctieu-lang')) ?? fallback.language ?? oneOf(LANGUAGES, preferred) ?? 'vi'
  const reviewer = reviewerName(getCookie(c, nameCookie(key)) ?? '')
  return {
    viewer: { reviewer: reviewer || fallback.reviewer, isBlind: fallback.isBlind },
    say: sayIn(language),
    theme: oneOf(THEMES, getCookie(c, 'muctieu-theme')) ?? 'auto',
    areKeysOn: getCookie(c, 'muctieu-keys') !== 'off'
  }
}

/** Keeps settings that were sent. */
export function keepSettings(c: Context, sent: URLSearchParams, { key }: Pick<Defaults, 'key'>): void {
  const reviewer = reviewerName(sent.get('reviewer') ?? '')
  if (reviewer !== '') setCookie(c, nameCookie(key), reviewer, { httpOnly: true, sameSite: 'Strict', path: `/${key}/` })
  // How somebody likes the page is nothing to hide, and stays for the next review.
  const keep = (name: string, value: string | undefined) => {
    if (value !== undefined) setCookie(c, `muctieu-${name}`, value, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 365 * 86_400 })
  }
  keep('lang', oneOf(LANGUAGES, sent.get('lang')))
  keep('theme', oneOf(THEMES, sent.get('theme')))
  keep('keys', oneOf(['on', 'off'] as const, sent.get('keys')))
}

/** A reviewer's name in one line, without what cannot be seen; empty where nothing is left. */
export function reviewerName(typed: string): string {
  const seen = typed.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
  return [...seen.trim()].slice(0, 80).join('').toWellFormed()
}

// Servers on other ports of this machine set cookies for this one: they can neither know this name nor give a reviewer another.
function nameCookie(key: string): string {
  return `muctieu-reviewer-${shortHash('cookie', key)}`
}

function oneOf<Word extends string>(words: readonly Word[], value: string | null | undefined): Word | undefined {
  return words.find(w => w === value)
}
