import table from './certainty.json' with { type: 'json' }
import { QUESTIONS, type Question, type Told, traitsOf } from './traits.ts'

interface Points {
  readonly constant: number
  readonly points: ReadonlyMap<string, number>
}

/** Points by question and trait; together, with the constant, ten times the logarithm of the odds that the answer is yes. */
const POINTS = new Map<Question, Points>(
  QUESTIONS.map(question => {
    const { constant, points } = table[question]
    return [question, { constant, points: new Map(Object.entries(points)) }]
  })
)

// The least chance, in thousandths, of high and of medium confidence: of the articles fitted to nine of ten are right then, and some seven of ten; of unseen ones seven of ten, both.
export const HIGH = 820
export const MEDIUM = 600

/** The band of a target by all that it was read from. */
export function bandOf(told: Told): 'high' | 'medium' | 'low' {
  const traits = traitsOf(told)
  const chance = chanceOf(question => {
    const { constant, points } = POINTS.get(question) as Points
    return traits[question].reduce((total, trait) => total + (points.get(trait) ?? 0), constant)
  })
  return chance >= HIGH ? 'high' : chance >= MEDIUM ? 'medium' : 'low'
}

/** The chance, in thousandths, that a target is right in everything: the product of those of its questions. */
export function chanceOf(pointsOf: (question: Question) => number): number {
  const chance = QUESTIONS.reduce((product, question) => product / (1 + Math.exp(-pointsOf(question) / 10)), 1)
  return Math.round(1000 * chance)
}
