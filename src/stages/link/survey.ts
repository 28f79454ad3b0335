import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { nearest } from './nearest.ts'

const RATE_OF_LAW = /(?:^|[^a-zà-ỹđ])(?:thuế suất|mức thuế|tỷ lệ đóng|mức đóng|mức phạt)(?![a-zà-ỹđ]| góp)/

const SURVEY =
  /(?:^|[^a-zà-ỹđ])(?:khảo sát|người được hỏi|doanh nghiệp được hỏi|người trả lời|số người được phỏng vấn|phiếu khảo sát)(?![a-zà-ỹđ])/

// Two words side by side that both hold: where none stand neither is looked for.
const FIRST = words('khảo|được|trả|thuế|mức|lệ')
const SECOND = words('sát|hỏi|lời|phỏng|suất|thuế|đóng|phạt')

/** The words that make a paragraph's shares those of a survey, in the sentence or before it in its paragraph. */
export function surveyOf(context: Context, sentence: number): { start: number; end: number } | undefined {
  const first = context.lineOf(sentence).sentences[0]?.index ?? sentence
  const survey = surveyBefore(context, sentence, null)
  return survey !== undefined && survey.sentence >= first ? survey.found : undefined
}

const surveyBefore = nearest((context, sentence) => {
  if (!context.table.mayRead(sentence, FIRST, SECOND)) return undefined
  const { start, end } = context.sentences[sentence] ?? { start: 0, end: 0 }
  const said = context.normalized.lower.slice(start, end)
  const found = SURVEY.exec(said) ?? RATE_OF_LAW.exec(said)
  return found === null ? undefined : { start: start + found.index, end: start + found.index + found[0].length }
})
