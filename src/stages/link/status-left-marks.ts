/** The units to the left of a number that speak of its status, the nearest of each kind; a place in the sentence, -1 for none. */
export interface LeftMarks {
  goal: number
  weak: number
  /** A period that has not ended, without a word that makes it a deadline. */
  period: number
  forecast: number
  /** `Hiện nay,` at the sentence's beginning. */
  opening: number
  /** A forecast word before a semicolon: a list of times goes on with it. */
  forecastFar: number
  result: number
  other: number
  future: number
  past: number
  present: number
  /** A word of the present or past in another clause of the sentence. */
  aside: number
  /** `nhằm giảm`, `để đưa`: what is done is done for the number's sake, whatever was done already. */
  purpose: number
  /** Whether the value stands in brackets that open before it. */
  isInside: boolean
  /** Whether the past date was written as a deadline. */
  isPastDue: boolean
  /** Whether a comma or more lies between the goal word and the value. */
  isGoalFar: boolean
  /** Whether the goal word is a plan that something was compared with (`đạt 107% so với chỉ tiêu`). */
  isPlanCompared: boolean
  /** Whether the goal word governs the forecast word: both stand in one clause (`mục tiêu sản lượng dự kiến đạt 64 GW`). */
  isForecastAimed: boolean
}

/** Marks of which none was found. */
export const NO_MARKS: Readonly<LeftMarks> = {
  goal: -1,
  weak: -1,
  period: -1,
  forecast: -1,
  opening: -1,
  forecastFar: -1,
  result: -1,
  other: -1,
  future: -1,
  past: -1,
  present: -1,
  aside: -1,
  purpose: -1,
  isInside: false,
  isPastDue: false,
  isGoalFar: false,
  isPlanCompared: false,
  isForecastAimed: false
}

/** Marks a unit, unless a nearer one of its kind is marked; it settles what the number is. */
export const put = (marks: LeftMarks, kind: 'goal' | 'result' | 'other', i: number): true => {
  if (marks[kind] < 0) marks[kind] = i
  return true
}
