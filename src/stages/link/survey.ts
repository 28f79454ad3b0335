import type { Context } from './context.ts'
import { nearest } from './nearest.ts'

const RATE_OF_LAW = /(?:^|[^a-zà-ỹđ])(?:thuế suất|mức thuế|tỷ lệ đóng|mức đóng|mức phạt)(?![a-zà-ỹđ]| góp)/

const SURVEY =
  /(?:^|[^a-zà-ỹđ])(?:khảo sát|người được hỏi|doanh nghiệp được hỏi|người trả lời|số người được phỏng vấn|phiếu khảo sát)(?![a-zà-ỹđ])/

// Words without which neither is said: found faster, since they need not stand apart.
const MAY_SAY = /khảo sát|được hỏi|người trả lời|được phỏng vấn|thuế suất|mức thuế|tỷ lệ đóng|mức đóng|mức phạt/

/** The words that make a paragraph's shares those of a survey, in the sentence or before it in its paragraph. */
export function surveyOf(context: Context, sentence: number): { start: number; end: number } | undefined {
  const first = context.lineOf(sentence).sentences[0]?.index ?? sentence
  const survey = surveyBefore(context, sentence, null)
  return survey !== undefined && survey.sentence >= first ? survey.found : undefined
}

const surveyBefore = nearest((context, sentence) => {
  const { start, end } = context.sentences[sentence] ?? { start: 0, end: 0 }
  const words = context.normalized.lower.slice(start, end)
  const found = MAY_SAY.test(words) ? (SURVEY.exec(words) ?? RATE_OF_LAW.exec(words)) : null
  return found === null ? undefined : { start: start + found.index, end: start + found.index + found[0].length }
})
