import type { Article } from '../../model/article.ts'
import type { Slot } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import { UsageError } from '../../model/usage-error.ts'
import { compileRule, matchWithEngine } from '../../stages/grammar/matcher.ts'
import { toSource } from '../../text/offset-map.ts'
import { analyze } from './analysis.ts'

/** Something that a tried pattern matched; spans of the text layer. */
export interface Found extends Span {
  readonly quote: string
  /** The sentence (for a grammar pattern) or line (for a regular expression) it stands in. */
  readonly around: Span
  /** The spans of named groups. */
  readonly slots: Readonly<Record<string, Span & { readonly quote: string }>>
}

/** A pattern to try, ready to run. */
export interface Search {
  readonly kind: 'expression' | 'grammar'
  find(article: Article): Found[]
  /** Tags that the pattern names and no chunk has had so far. */
  unseenTags(): string[]
}

/**
 * Compiles what `rules try` was given: `/…/flags` is a regular expression over the folded text (`i` for both cases), anything
 * else a grammar pattern over chunks.
 */
export function compileSearch(pattern: string): Search {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(pattern) ?? []
  return source === undefined ? grammarSearch(pattern) : expressionSearch(source, flags ?? '')
}

function expressionSearch(source: string, flags: string): Search {
  const expression = expressionOf(source, flags)
  return {
    kind: 'expression',
    find(article) {
      const { text } = analyze(article)
      return [...text.match.matchAll(expression)].flatMap(found => {
        const [start, end] = found.indices?.[0] ?? [0, 0]
        if (start === end) return []
        const slots = Object.entries(found.indices?.groups ?? {}).flatMap(([name, at]) => (at === undefined ? [] : [[name, at] as const]))
        const newline = text.match.indexOf('\n', end)
        const line = { start: text.match.lastIndexOf('\n', start - 1) + 1, end: newline < 0 ? text.match.length : newline }
        const quoted = (from: number, to: number) => quotedOf(article, toSource(text.map, from, to))
        return [
          {
            ...quoted(start, end),
            around: toSource(text.map, line.start, line.end),
            slots: Object.fromEntries(slots.map(([name, [a, b]]) => [name, quoted(a, b)]))
          }
        ]
      })
    },
    unseenTags: () => []
  }
}

function expressionOf(source: string, flags: string): RegExp {
  try {
    return new RegExp(source.normalize('NFC'), [...new Set(`${flags}dg`)].join(''))
  } catch (error) {
    throw new UsageError(`/${source}/${flags} is no regular expression: ${(error as Error).message}.`)
  }
}

function grammarSearch(pattern: string): Search {
  const regs = regsOf(pattern)
  const named = [...pattern.matchAll(/#(\p{L}\w*)/gu)].map(m => m[1]!)
  const seen = new Set<string>()
  return {
    kind: 'grammar',
    find(article) {
      const analysis = analyze(article)
      const quoted = (span: Span) => quotedOf(article, toSource(analysis.text.map, span.start, span.end))
      return analysis.sentences.flatMap(sentence => {
        const chunks = analysis.table.chunksOf(sentence.index)
        for (const chunk of chunks) for (const tag of chunk.tags) seen.add(tag)
        const spanOf = ({ from, to }: Slot) => ({ start: chunks[from]!.start, end: chunks[to - 1]!.end })
        return matchWithEngine(regs, chunks).map(({ from, to, slots }) => ({
          ...quoted(spanOf({ from, to })),
          around: toSource(analysis.text.map, sentence.start, sentence.end),
          slots: Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, quoted(spanOf(slot))]))
        }))
      })
    },
    unseenTags: () => [...new Set(named)].filter(tag => !seen.has(tag))
  }
}

function regsOf(pattern: string): readonly unknown[] {
  if (/\.\s+\{/.test(pattern)) throw new UsageError('A gap is written without a space: .{0,6}.')
  if (/^\s*\.\{/.test(pattern)) throw new UsageError('A pattern cannot begin with a gap.')
  for (const [open, close] of [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
    ['<', '>']
  ] as const) {
    if (pattern.split(open).length !== pattern.split(close).length)
      throw new UsageError(`${JSON.stringify(pattern)} is no pattern: ${open} and ${close} do not pair.`)
  }
  // Chunks are lower case; tags and names of groups are as they are.
  const match = pattern.normalize('NFC').replace(/[#<]?[\p{L}_]+/gu, word => (/^[#<]/.test(word) ? word : word.toLowerCase()))
  const { regs } = compileRule({ id: 'try', match, examples: [{ text: '', slots: {} }] })
  if (regs.length === 0) throw new UsageError(`${JSON.stringify(pattern)} is no pattern: it matches nothing.`)
  return regs
}

function quotedOf(article: Article, { start, end }: Span): Span & { readonly quote: string } {
  return { start, end, quote: article.text.slice(start, end) }
}
