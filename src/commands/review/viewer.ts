import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Viewer } from '../../review/decisions/state.ts'
import { THEMES, type Theme } from '../../review/pages/shell.ts'
import { LANGUAGES, type Language, type Say, sayIn } from '../../review/words/index.ts'

/** Who looks, and how they like it. */
export interface Settings {
  readonly viewer: Viewer
  readonly say: Say
  readonly theme: Theme
  readonly areKeysOn: boolean
}

/** The settings of a request; the name that the program was started with stands until another is given. */
export function settingsOf(
  c: Context,
  fallback: { readonly reviewer: string; readonly isBlind: boolean; readonly language: Language | null }
): Settings {
  const accepted = (c.req.header('accept-language') ?? '')
    .toLowerCase()
    .split(/[,;]/)
    .map(l => l.trim().slice(0, 2))
  const preferred = accepted.find(l => l === 'vi' || l === 'en')
  const language = oneOf(LANGUAGES, getCookie(c, 'lang')) ?? fallback.language ?? oneOf(LANGUAGES, preferred) ?? 'vi'
  const reviewer = getCookie(c, 'reviewer')?.trim()
  return {
    viewer: { reviewer: reviewer || fallback.reviewer, isBlind: fallback.isBlind },
    say: sayIn(language),
    theme: oneOf(THEMES, getCookie(c, 'theme')) ?? 'auto',
    areKeysOn: getCookie(c, 'keys') !== 'off'
  }
}

/** Keeps settings that were sent. */
export function keepSettings(c: Context, sent: Readonly<Record<string, unknown>>): void {
  const keep = (name: string, value: string | undefined) => {
    if (value !== undefined) setCookie(c, name, value, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 365 * 86_400 })
  }
  const text = (name: string) => (typeof sent[name] === 'string' ? (sent[name] as string).trim().slice(0, 80) : undefined)
  keep('reviewer', text('reviewer') || undefined)
  keep('lang', oneOf(LANGUAGES, text('lang')))
  keep('theme', oneOf(THEMES, text('theme')))
  keep('keys', oneOf(['on', 'off'] as const, text('keys')))
}

function oneOf<Word extends string>(words: readonly Word[], value: string | undefined): Word | undefined {
  return words.find(w => w === value)
}
