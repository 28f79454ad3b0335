import type { Command } from '../command.ts'
import { JSON_OPTION } from '../operands.ts'
import { exitCodeOf, noOutcomes } from '../outcomes.ts'
import { articlesOf, CORPUS_OPERAND, CORPUS_PUBLISHED } from './corpus.ts'
import { tableOfTallies } from './hits.ts'
import { ruleCounter } from './tally.ts'

/** `muctieu rules dead`: rules that found or refused nothing, and grammar rules whose every hit another rule read better. */
export const rulesDead: Command = {
  name: 'dead',
  summary: 'list the rules that find nothing in articles',
  notes: 'A rule that hits but makes no record is listed apart: another rule always stands before it. Names in gazetteers are left out.',
  operands: [CORPUS_OPERAND],
  options: [JSON_OPTION, { flags: '--phrases', says: 'also list the phrases of lexicons that never occur' }, CORPUS_PUBLISHED],
  exits: [[3, 'some inputs failed, the rest is done']],
  examples: [
    ['rules dead corpus/articles', 'rules without a hit'],
    ['rules dead --phrases news.ndjson', 'and words of the lexicons that nobody writes']
  ],
  async run(operands, given, io) {
    const options = given as { readonly json?: true; readonly phrases?: true; readonly published?: string }
    const outcomes = noOutcomes()
    const counter = ruleCounter()
    for await (const article of articlesOf(operands, options.published, io, outcomes)) counter.add(article)
    const tallies = counter.tallies()
    const dead = tallies.filter(
      t => t.hits === 0 || (t.kind === 'refusal' && t.refused === 0) || (t.kind === 'header' && t.records + t.refused === 0)
    )
    const idle = tallies.filter(t => t.kind === 'grammar' && t.hits !== 0 && t.records === 0)
    const phrases = options.phrases ? counter.phrases().filter(p => p.hits === 0) : []
    if (options.json) {
      const document = {
        articles: outcomes.done,
        dead,
        without_record: idle,
        ...(options.phrases ? { phrases: phrases.map(({ rule, phrase }) => ({ rule, phrase })) } : {})
      }
      await io.data.write(`${JSON.stringify(document, null, 1)}\n`)
      return exitCodeOf(outcomes)
    }
    await io.stdout.write(
      `${dead.length} of ${tallies.filter(t => t.kind !== 'link').length} rules found nothing in ${outcomes.done} articles\n`
    )
    for (const { rule } of dead) await io.stdout.write(`  ${rule}\n`)
    if (idle.length > 0) await io.stdout.write(`\n${idle.length} grammar rules hit but made no record\n${tableOfTallies(idle)}`)
    if (options.phrases)
      await io.stdout.write(
        `\n${phrases.length} phrases of lexicons never occurred\n${phrases.map(p => `  ${p.rule}  ${p.phrase}\n`).join('')}`
      )
    return exitCodeOf(outcomes)
  }
}
