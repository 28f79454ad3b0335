import type { convert } from '../docx/convert.ts'
import type { entriesOf } from '../feed/entries.ts'
import type { contentOf } from '../html/readable-content.ts'
import type { messageOf } from '../mail/message.ts'
import type { pagesOf } from '../pdf/pages.ts'

/** What a confined thread can be asked for: calls of foreign parsers. */
export interface Tasks {
  readonly feed: typeof entriesOf
  readonly mail: typeof messageOf
  readonly page: typeof contentOf
  readonly pdf: typeof pagesOf
  readonly word: typeof convert
}

/** The parser behind a task; loading it is no part of its work. */
export const LOADERS: { readonly [K in keyof Tasks]: () => Promise<Tasks[K]> } = {
  feed: async () => (await import('../feed/entries.ts')).entriesOf,
  mail: async () => (await import('../mail/message.ts')).messageOf,
  page: async () => (await import('../html/readable-content.ts')).contentOf,
  pdf: async () => (await import('../pdf/pages.ts')).pagesOf,
  word: async () => (await import('../docx/convert.ts')).convert
}

/** A task on its way to a thread. */
export interface Question<K extends keyof Tasks = keyof Tasks> {
  readonly task: K
  readonly input: Parameters<Tasks[K]>[0]
}

/** What comes back: first that the parser is loaded, then what it made, or that it threw. */
export type Answer<K extends keyof Tasks = keyof Tasks> =
  | { readonly kind: 'loaded' | 'broken' }
  | { readonly kind: 'done'; readonly output: Awaited<ReturnType<Tasks[K]>> }
