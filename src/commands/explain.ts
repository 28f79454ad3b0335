import type { AnyRecord } from '../model/record.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Command, Io } from './command.ts'
import { atOffset, explainRecord } from './explain/explanation.ts'
import { type Found, findById, findByOffset } from './explain/find.ts'
import { type MatchedPart, type Matcher, matcherOf } from './explain/matched.ts'
import type { ExplainOptions } from './explain/options.ts'
import { renderArticle, renderOffset, renderRecord, renderRejection, renderRule, renderRulesOf } from './explain/render.ts'
import { DB_OPTION, EXTRACTION_OPTIONS, JSON_OPTION } from './operands.ts'
import { several } from './option-values.ts'
import { ruleNamed } from './rules/known.ts'

/** `muctieu explain`: the words and rules behind a record, or why a candidate was refused. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'show the words, rules and links behind each field, or why a candidate was refused',
  operands: [{ name: '[what]', says: 'the id of a record or rejection, or FILE:OFFSET (FILE#ID:OFFSET for an article in a file of many)' }],
  options: [
    DB_OPTION,
    { flags: '--run <run>', says: 'look in this run (default: the newest that has it)' },
    { flags: '--input <path>', says: 'look in this input instead of a database (may be repeated)', parse: several },
    ...EXTRACTION_OPTIONS,
    { flags: '--rule <rule>', says: 'show a rule: its pattern and its examples' },
    { flags: '--rules', says: 'also show the rules behind what is explained' },
    JSON_OPTION
  ],
  examples: [
    ['explain 4e13abb2120a9148', 'a record of out/muctieu.sqlite'],
    ['explain 4e13abb2120a9148 --input article.txt --rules', 'the same from the text, with the rules'],
    ['explain article.txt:1111', 'what was read at an offset of the text, and what was refused there'],
    ['explain --rule date/period', 'a rule with its examples']
  ],
  async run([what], given, io) {
    const options = given as unknown as ExplainOptions
    const sink = options.json ? io.data : io.stdout
    if (options.rule !== undefined) await sink.write(ruleText(options.rule, options.json ?? false))
    else if (what === undefined) throw new UsageError('Name what to explain: the id of a record or rejection, FILE:OFFSET, or --rule RULE.')
    if (what !== undefined) await sink.write(await explained(what, options, io))
    return 0
  }
}

function ruleText(id: string, isJson: boolean): string {
  const rule = ruleNamed(id)
  if (rule === undefined) throw new UsageError(`There is no rule ${id} with a pattern; "muctieu rules list" names them all.`)
  return isJson ? `${JSON.stringify(rule, null, 1)}\n` : renderRule(rule)
}

async function explained(what: string, options: ExplainOptions, io: Io): Promise<string> {
  const place = /^(.+):(\d{1,9})$/s.exec(what)
  if (place !== null && !/^[0-9a-f]{16}$/.test(what)) {
    const offset = Number(place[2])
    const found = await findByOffset(place[1] as string, offset, options, io)
    return options.json ? asJson(found, atOffset(found.extraction, offset)) : renderArticle(found) + renderOffset(found, offset)
  }
  const found = await findById(what, options, io)
  const record = found.extraction.records.find(r => r.id === what)
  const rejection = found.extraction.rejections.find(r => r.id === what)
  if (record !== undefined) {
    if (options.json) return asJson(found, explainRecord(found.extraction, record))
    const rules = options.rules ? `\n${renderRulesOf(record['rules'] as readonly string[], matchedIn(found, record))}` : ''
    return renderArticle(found) + renderRecord(found, record) + rules
  }
  if (rejection === undefined) throw new UsageError(`There is no record and no rejection ${what}.`)
  if (options.json) return asJson(found, { rejection })
  return (
    renderArticle(found) +
    renderRejection(found, rejection) +
    (options.rules ? `\n${renderRulesOf([rejection.rule], rule => matcherIn(found)(rule, rejection))}` : '')
  )
}

function matcherIn({ text, extraction }: Found): Matcher {
  return matcherOf({ text, record: extraction.article, titleIsText: false })
}

/** What the rules of a record matched: where they gave a field, there, else at its anchor. */
function matchedIn(found: Found, record: AnyRecord): (rule: string) => readonly MatchedPart[] {
  const matcher = matcherIn(found)
  const { fields } = explainRecord(found.extraction, record)
  return rule => {
    const field = fields.find(f => f.rule === rule && f.start !== null)
    return matcher(rule, field?.start == null || field.end === null ? record.anchor : { start: field.start, end: field.end })
  }
}

function asJson({ extraction }: Found, value: object): string {
  return `${JSON.stringify({ article: extraction.article, ...value }, null, 1)}\n`
}
