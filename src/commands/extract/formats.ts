import type { Article } from '../../model/article.ts'
import type { AnyRecord } from '../../model/record.ts'
import type { Sink } from '../command.ts'
import type { Line } from './lines.ts'
import { tableOf } from './table.ts'

/** How `extract` may print. */
export const FORMATS = ['ndjson', 'json', 'table'] as const

/** Prints lines as they come. */
export interface Writer {
  /** The lines of one article, with it, or lines that belong to none. */
  lines(lines: readonly Line[], article?: Article): Promise<void>
  end(): Promise<void>
}

/** The writer of a format. */
export function writerOf(format: (typeof FORMATS)[number], stdout: Sink): Writer {
  if (format === 'ndjson') {
    return {
      lines: async lines => {
        await stdout.write(lines.map(line => `${JSON.stringify(line)}\n`).join(''))
      },
      end: async () => {}
    }
  }
  let isFirst = true
  if (format === 'json') {
    return {
      lines: async lines => {
        for (const line of lines) {
          await stdout.write(`${isFirst ? '[' : ','}\n${JSON.stringify(line)}`)
          isFirst = false
        }
      },
      end: async () => {
        await stdout.write(isFirst ? '[]\n' : '\n]\n')
      }
    }
  }
  return {
    lines: async (lines, article) => {
      await stdout.write(`${isFirst ? '' : '\n'}${tableOf(lines as readonly (Line | AnyRecord)[], article)}`)
      isFirst = false
    },
    end: async () => {}
  }
}
