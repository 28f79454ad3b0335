import { closeSync, openSync, writeSync } from 'node:fs'
import type { Diagnostic } from '../model/diagnostic.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Io } from './command.ts'
import { pathOf } from './operands.ts'
import { isFailure, leftInWords } from './outcomes.ts'

/** What becomes of an input, or of a part of one. */
export type InputEvent =
  | { readonly kind: 'article'; readonly outcome: 'new' | 'known'; readonly articleId: string; readonly source: string }
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic }

/** A file that gets a JSON object a line for all that happens, each written when it happens. */
export interface Log {
  write(event: string, fields: Readonly<Record<string, unknown>>): void
  close(): void
}

/** Opens a log to write behind what it holds; null where none is asked for. Throws a `UsageError` where it cannot be written. */
export function openLog(path: string | undefined, io: Pick<Io, 'cwd' | 'now'>): Log | null {
  if (path === undefined) return null
  let file: number
  try {
    file = openSync(pathOf(path, io), 'a')
  } catch (error) {
    throw new UsageError(`The log ${path} cannot be written: ${String((error as NodeJS.ErrnoException).code).toLowerCase()}.`)
  }
  return {
    write: (event, fields) => void writeSync(file, `${JSON.stringify({ time: io.now().toISOString(), event, ...fields })}\n`),
    close: () => closeSync(file)
  }
}

/** What hears of all that becomes of inputs, tells people of it, and keeps what was told. */
export interface Telling {
  hear(event: InputEvent): void
  /** What there is to say when all was heard: one sentence for all files that were left. */
  closing(): string | undefined
  /** The diagnostics of inputs that gave no article, in the order of the input. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Begins to hear, in a run or without one; `say` is told of failures as they come. */
export function tellingOf(log: Log | null, run: number | null, say: (sentence: string) => void): Telling {
  const diagnostics: Diagnostic[] = []
  const left: string[] = []
  return {
    diagnostics,
    hear: event => {
      if (event.kind === 'article') {
        const { outcome, articleId, source } = event
        log?.write('article', { run, outcome, article_id: articleId, source })
        return
      }
      const { diagnostic } = event
      diagnostics.push(diagnostic)
      log?.write('diagnostic', { run, ...diagnostic })
      if (isFailure(diagnostic)) say(diagnostic.message)
      else if (diagnostic.code === 'read/skipped') left.push(diagnostic.source ?? diagnostic.message)
    },
    closing: () => leftInWords(left)
  }
}
