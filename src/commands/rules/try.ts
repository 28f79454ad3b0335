import type { Article } from '../../model/article.ts'
import { oneLine } from '../../text/visible.ts'
import type { Command } from '../command.ts'
import { JSON_OPTION } from '../operands.ts'
import { wholeNumber } from '../option-values.ts'
import { exitCodeOf, noOutcomes } from '../outcomes.ts'
import { articlesOf, CORPUS_OPERAND, CORPUS_PUBLISHED, placeOf } from './corpus.ts'
import { compileSearch, type Found } from './search.ts'

/** `muctieu rules try`: greps articles with a pattern, as a rule would. */
export const rulesTry: Command = {
  name: 'try',
  summary: 'show what a pattern would match in articles',
  notes:
    'A grammar pattern (match syntax of compromise, as the rules of records/ use it) runs over chunks: a mention or a word of the lexicons is one chunk with its tags (and its words cannot be matched one by one), any other word is #Noun. A pattern in slashes is a regular expression over the folded text, as the rules of mentions/ use it. Matches stand in ⟦marks⟧, named groups behind them.',
  operands: [{ name: '<pattern>', says: 'grammar pattern, or /regular expression/' }, CORPUS_OPERAND],
  options: [
    JSON_OPTION,
    { flags: '--limit <n>', says: 'show the first n matches', parse: wholeNumber('--limit', 0), fallback: 50 },
    CORPUS_PUBLISHED
  ],
  exits: [[3, 'some inputs failed, the rest is done']],
  examples: [
    ["rules try '[<indicator>#Noun+] (đạt|chiếm) [<value>#Percent]' corpus/articles", 'a grammar pattern'],
    ["rules try '/thuộc nhóm (?<n>\\d+)/i' news.ndjson --limit 10", 'a regular expression']
  ],
  async run([pattern = '', ...operands], given, io) {
    const options = given as { readonly json?: true; readonly limit: number; readonly published?: string }
    const search = compileSearch(pattern)
    const outcomes = noOutcomes()
    const shown: object[] = []
    let [total, articles] = [0, 0]
    for await (const article of articlesOf(operands, options.published, io, outcomes)) {
      const found = search.find(article)
      if (found.length > 0) articles++
      for (const match of found) {
        if (total++ >= options.limit) continue
        if (options.json) shown.push({ article_id: article.record.id, place: placeOf(article, match.start), ...match })
        else await io.stdout.write(render(article, match))
      }
    }
    for (const tag of search.unseenTags()) await io.stderr.write(`muctieu: No chunk of these articles has the tag #${tag}.\n`)
    if (options.json) await io.data.write(`${JSON.stringify({ pattern, kind: search.kind, matches: shown, total, articles }, null, 1)}\n`)
    else
      await io.stdout.write(
        `${total} ${total === 1 ? 'match' : 'matches'} in ${articles} of ${outcomes.done} articles${total > options.limit ? `, ${options.limit} shown` : ''}\n`
      )
    return exitCodeOf(outcomes)
  }
}

const ROOM = 160

function render(article: Article, { start, end, quote, around, slots }: Found): string {
  const before = article.text.slice(Math.max(around.start, start - ROOM), start)
  const after = article.text.slice(end, Math.min(around.end, end + ROOM))
  const head = `${placeOf(article, start)}  ${start - ROOM > around.start ? '… ' : ''}${before}⟦${quote}⟧${after}${end + ROOM < around.end ? ' …' : ''}`
  const parts = Object.entries(slots).map(([name, slot]) => `    ${name}: ${oneLine(slot.quote)}`)
  return `${[oneLine(head), ...parts].join('\n')}\n`
}
