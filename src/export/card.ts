import { escapeMarkdown } from '../text/markdown.ts'
import type { Manifest } from './manifest.ts'
import { creatorOf, licenseAddress } from './publication.ts'
import type { Table } from './table.ts'

/** What a dataset is called where it is described. */
export const TITLE = 'Targets in Vietnamese news: which document sets which target, for which place, by when'

/** What the card tells beside the manifest. */
export interface CardFacts {
  /** Articles by site, most first; null stands for those without an address. */
  readonly sites: readonly (readonly [site: string | null, articles: number])[]
  /** Diagnostics and refusals by code, most first. */
  readonly problems: readonly (readonly [code: string, cases: number])[]
}

const MOST_SITES = 20
const MOST_PROBLEMS = 12

/** `README.md`: the dataset card. */
export function card(tables: readonly Table[], manifest: Manifest, facts: CardFacts): string {
  const { articles, inputs, code, ruleset } = manifest
  const id = manifest.logical_hash.slice(0, 12)
  return `# Targets in Vietnamese news (dataset ${id})

What Vietnamese news texts commit somebody to: which official document, issued by whom and when, sets which target, for which place, by which year. Every field can be pointed at: the table \`evidence\` has the span it was read from and the rule that read it. Read by muctieu ${code.version}.

## Sources and period

${count(articles.count, 'article')} from ${count(inputs.count, 'file')}${inputs.streamed > 0 ? ` and ${inputs.streamed} articles from streams` : ''}. ${periodOf(articles)} Every file is listed with its SHA-256 in \`manifest.json\`.

| site | articles |
| --- | ---: |
${rows(facts.sites.slice(0, MOST_SITES).map(([site, n]) => [site === null ? '(no address)' : escapeMarkdown(site), String(n)]))}
${facts.sites.length > MOST_SITES ? `\nand ${facts.sites.length - MOST_SITES} other sites.\n` : ''}
## What is in it

| table | rows | holds |
| --- | ---: | --- |
${rows(tables.flatMap(t => (t.isCsvOnly ? [] : [[`\`${t.name}\``, String(manifest.tables[t.name]?.rows ?? 0), t.says]])))}

Each table is \`data/<table>.csv\` (UTF-8${manifest.excel ? ' with BOM, for Excel' : ''}, RFC 4180), \`data/<table>.parquet\` and a table of \`data/muctieu.sqlite\`; they hold equal rows. \`data/<table>.jsonl\` has the records whole, with their evidence, by \`schema/<table>.schema.json\`. \`data/targets_flat.csv\` is one row a target, for a spreadsheet. Columns are explained in \`datapackage.json\`.

* Offsets: \`start\`, \`end\` count UTF-16 code units of the text layer, \`start_cp\`, \`end_cp\` code points (Python: \`text[start_cp:end_cp]\`).
* Dates are EDTF; beside each stand its first and last day and what it is precise to.
* A CSV cell that a spreadsheet would take for a formula has an apostrophe in front.
* JSON columns (\`rules\`, \`sources\`, \`value\`, \`via\`, \`mentions\`) hold JSON.
* A place is to be read in the list of 63 or 34 provinces that \`place_units\` names.

## Method

Rules, no model that was trained: tagging rules find dates, numbers, places, document numbers; grammar rules read sentences; linking rules find document, place and deadline; what does not hold is refused and stands in \`rejections\`. The ruleset has the hash \`${ruleset.hash}\`; its parts are in \`ruleset.json\`.${manifest.options['without'] === undefined ? '' : ` Left out: ${JSON.stringify(manifest.options['without'])}.`}${manifest.decisions === null ? '' : ` ${count(manifest.decisions.count, 'decision')} of reviewers were applied.`}${standingOf(manifest)}

One official document over many articles is one row of \`official_documents\` (issuer, type, number, and term or year; never the number alone). The same goal reported several times is one row of \`claims\`. Different values of one goal from different articles stand in \`contradictions\` where they were said at one time or of one document, and in \`target_changes\`, in the order of time, where one followed the other: how a goal moved. Values that may be of a part and its whole, one rounded from the other, or without a deadline are compared with nothing; nothing was merged away.

## How good it is

${accuracyOf(manifest)}
${sampleOf(manifest)}
Known errors: a number said of several indicators, places or years is one record, of the first named; the list in a table of figures is read less well than a sentence; a target whose place or document no rule could justify has none. \`confidence\` tells the sure from the unsure.

| refused or remarked | cases |
| --- | ---: |
${rows(facts.problems.slice(0, MOST_PROBLEMS).map(([code_, n]) => [`\`${code_}\``, String(n)]))}

## Check it, cite it

\`\`\`
sha256sum --check SHA256SUMS
muctieu verify .                     # sums, schemas, keys
muctieu verify . --inputs ARTICLES   # rebuilds it from the texts and compares every byte
\`\`\`

Cite as: ${creatorsOf(manifest)}*Targets in Vietnamese news*, dataset ${id}, read by muctieu ${code.version}, ruleset ${ruleset.hash.slice(0, 12)}${articles.last_published === null ? '' : `, articles up to ${articles.last_published}`}. ${manifest.publication.url === null ? '' : `${escapeMarkdown(manifest.publication.url)} `}(logical hash ${manifest.logical_hash})

## Copyright

${licenseLine(manifest)}${
  manifest.text === 'without'
    ? 'The articles belong to their publishers. This dataset holds facts and no text of theirs: quotes, headlines, titles of documents and qualifiers are given by their SHA-256 and their place in the text, which who has the article can check. A hash of few words can be guessed; it proves, it does not hide. Names of indicators, numbers and names of places are given as printed.'
    : 'The articles belong to their publishers. **This dataset holds their texts**: keep it to yourself unless the law or the publishers let you pass it on. Made without `--with-text` it holds none.'
} Ask a lawyer about text mining under the law that applies to you. A publisher may have an article removed: \`muctieu remove\`.
`
}

function creatorsOf({ publication }: Manifest): string {
  return publication.creators.length === 0 ? '' : `${publication.creators.map(c => escapeMarkdown(creatorOf(c).name)).join(', ')}. `
}

function licenseLine({ publication: { license } }: Manifest): string {
  return license === null ? '' : `License of this dataset: ${escapeMarkdown(license)} (${escapeMarkdown(licenseAddress(license))}). `
}

function periodOf({ first_published: first, last_published: last }: Manifest['articles']): string {
  return first === null ? 'None of them names its day of publication.' : `Published from ${first} to ${last}, as far as they say.`
}

function accuracyOf({ accuracy }: Manifest): string {
  if (accuracy === null) return 'It was not measured for this dataset. `muctieu eval GOLD` does.\n'
  const measured = Object.entries(accuracy.f1).map(([kind, f1]) => [kind, f1.toFixed(3)])
  return `F1 against human annotation of ${count(accuracy.articles, 'article')} (\`muctieu eval\`), by kind:\n\n| kind | F1 |\n| --- | ---: |\n${rows(measured)}\n\n`
}

/** What the database held beside this dataset. */
function standingOf({ standing }: Manifest): string {
  if (standing === undefined) return ''
  const { newer_ruleset: newer, unread, left_out: leftOut } = standing
  const behind = newer === null ? [] : [`the newer ruleset \`${newer.slice(0, 12)}\` had not read ${count(unread, 'article')} of it`]
  const more =
    leftOut === 0 ? [] : [`${count(leftOut, 'article')} that only other rulesets had read ${leftOut === 1 ? 'is' : 'are'} not in it`]
  return ` **It is the newest complete state of its database**: when it was made, ${[...behind, ...more].join(', and ')}.`
}

/** Figures of this data itself stand apart from those of the corpus that the rules were written by. */
function sampleOf({ sample }: Manifest): string {
  if (sample === null)
    return 'On this data itself: not measured. `muctieu review --sample N` draws articles to judge, `export --sample` gives the figures.\n'
  const figure = (value: number | null, range: readonly [number, number] | null) =>
    value === null ? '—' : `${value.toFixed(3)}${range === null ? '' : ` (${range[0].toFixed(3)}–${range[1].toFixed(3)})`}`
  const measured = sample.measures.map(m => [m.label, figure(m.p, m.p_interval), figure(m.r, m.r_interval)])
  return `On ${count(sample.articles, 'article')} drawn from this data by chance and judged whole by ${sample.reviewers.map(escapeMarkdown).join(', ')}, with 95 % intervals over resampled articles:\n\n| | precision | recall |\n| --- | ---: | ---: |\n${rows(measured)}\n\n`
}

function rows(cells: readonly (readonly string[])[]): string {
  return cells.map(row => `| ${row.map(cell => cell.replace(/(?<!\\)\|/g, '\\|').replaceAll('\n', ' ')).join(' | ')} |`).join('\n')
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
