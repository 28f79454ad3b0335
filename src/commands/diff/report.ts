import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Diff } from '../../diff/diff.ts'
import type { Summary } from '../../diff/summary.ts'
import { placeOf } from '../../diff/words.ts'
import { rulesOf } from '../../review/decisions/tally.ts'
import { renderReportPage } from '../../review/report.ts'
import { type ReportArticle, reportData } from '../../review/report-data.ts'
import { type Language, sayIn } from '../../review/words/index.ts'
import { reportScript, styleSheet } from '../review/assets.ts'
import { placeInWords } from '../words.ts'
import type { ScoreShift } from './gold-judge.ts'
import { reportHead } from './head.ts'

/** How a report is made. */
export interface ReportOptions {
  readonly language: Language
  /** Whether those changes are listed that are only read from other words. */
  readonly withEvidence: boolean
}

/** The static report of a diff: one HTML file that needs no network. */
export async function renderReport(
  diff: Diff,
  summary: Summary,
  scores: readonly ScoreShift[],
  { language, withEvidence }: ReportOptions
): Promise<string> {
  const say = sayIn(language)
  const nameOf = (field: string, value: string) => (field === 'place' ? placeInWords(value) : null)
  const listed = diff.articles.map(a => ({ ...a, changes: a.changes.filter(c => withEvidence || c.class !== 'evidence') }))
  const articles = listed.filter(a => a.changes.length > 0)
  const { index, chunks } = reportData(articles.map(articleOf), say, nameOf)
  const [style, script] = [styleSheet(), await reportScript()]
  const head = reportHead(diff, summary, scores, withEvidence, say)
  const packed = chunks.map(chunk => gzipSync(chunk).toString('base64'))
  const hash = (text: string) => createHash('sha256').update(text).digest('base64')
  return renderReportPage({ head, index, packed, style, script, styleHash: hash(style), scriptHash: hash(script) }, say)
}

function articleOf(article: Diff['articles'][number]): ReportArticle {
  const { after, texts, isTextChanged, changes } = article
  return {
    title: after.title ?? after.sources[0]?.source ?? after.key,
    text: texts.after ?? texts.before,
    isTextSame: !isTextChanged,
    changes: changes.map(c => ({
      id: c.id,
      class: c.class,
      kind: c.kind,
      where: placeOf(article, c),
      before: c.before,
      after: c.after,
      fields: c.fields,
      rules: [...new Set([...rulesOf(c.before), ...rulesOf(c.after)])],
      verdict: c.verdict,
      group: c.group,
      // What is gone from the text, or what no text is there for.
      isLocated: c.isLocated && (texts.after ?? texts.before) !== null && !(isTextChanged && c.after === null)
    }))
  }
}
