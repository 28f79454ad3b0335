import type { Article } from '../../model/article.ts'
import { read } from '../../stages/read/read.ts'
import type { CommandOption, Io } from '../command.ts'
import { pathsOf } from '../operands.ts'
import { isFailure, type Outcomes } from '../outcomes.ts'

/** The operand of every command that looks at a corpus. */
export const CORPUS_OPERAND = { name: '<path...>', says: 'articles: files, folders, patterns, .ndjson, or -' } as const
/** `--published`, of every command that looks at a corpus. */
export const CORPUS_PUBLISHED: CommandOption = {
  flags: '--published <date>',
  says: 'publication day (YYYY-MM-DD) of inputs that state none'
}

/** The articles that operands name, each text once; failures are told on stderr and counted. */
export async function* articlesOf(
  operands: readonly string[],
  published: string | undefined,
  io: Io,
  outcomes: Outcomes
): AsyncGenerator<Article> {
  const seen = new Set<string>()
  for await (const result of read(pathsOf(operands, io), { published: published ?? null, stdin: io.stdin })) {
    if (result.kind === 'failure') {
      if (!isFailure(result.diagnostic)) continue
      outcomes.failed++
      await io.stderr.write(`muctieu: ${result.diagnostic.message}\n`)
    } else if (result.kind === 'article' && !seen.has(result.article.record.id)) {
      seen.add(result.article.record.id)
      outcomes.done++
      yield result.article
    }
  }
}

/** A place in a text layer as editors take it, lines and columns from 1: `news.ndjson#a7:3:12`. */
export function placeOf(article: Article, offset: number): string {
  const before = article.text.slice(0, offset)
  const line = before.split('\n').length
  const source = article.record.sources[0]?.source ?? article.record.key
  return `${source}:${line}:${offset - before.lastIndexOf('\n')}`
}
