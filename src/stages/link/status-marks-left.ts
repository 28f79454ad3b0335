import { PLANNING, PURPOSE, STILL_TO, STRIVE_AT_END, WISH } from '../../mentions/words/aims.ts'
import { ASSIGN_PLAN, MET_PLAN, PLAN_NOUN, SET_OUT } from '../../mentions/words/plans.ts'
import { DONE_FIRST, EXPECTED, HERE_RESULT, MAKE, NOW, ONCE, RATE_OF_LAW, TODAY } from '../../mentions/words/results.ts'
import {
  AND,
  ASSIGN,
  CHANGE,
  CLOSE,
  COLON,
  COMMA,
  COMPARE,
  DATE,
  EXCEED,
  EXPECT,
  FORECAST,
  GOAL,
  ISSUER,
  LEVEL,
  OPEN,
  OTHER,
  PERCENT,
  PLACE,
  QUANTITY,
  REACH,
  RESULT,
  SEMICOLON,
  SET,
  SUBJECT,
  WEAK
} from '../../mentions/words/tags.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import { aimBefore, isCounted, isIntended, isPurpose, isSetter } from './status-aims.ts'
import { dates } from './status-left-dates.ts'
import { type LeftMarks, NO_MARKS, put } from './status-left-marks.ts'
import {
  areMeasures,
  HELP,
  isEffect,
  isHadWish,
  isListedAim,
  isMetBefore,
  isPlanned,
  isPlanShare,
  isReachedAim,
  isSpokenOfAgain,
  isThreshold,
  quantityAt
} from './status-left-signs.ts'
import { isSameClause, type Way } from './status-left-way.ts'
import type { StatusQuery } from './status-reading.ts'

const FORESEEN_DEED = REACH.or(CHANGE, LEVEL, EXCEED, WEAK)
const WISHER = PLACE.or(ISSUER, SUBJECT)

/** The units that speak of a number's status; none of the others is looked at. Each is asked for in one of the rows below. */
const MARK = OPEN.or(
  CLOSE,
  COMMA,
  SEMICOLON,
  SET,
  GOAL,
  RESULT,
  EXCEED,
  FORECAST,
  EXPECT,
  OTHER,
  ASSIGN,
  WEAK,
  DATE,
  PLANNING,
  MAKE,
  WISH,
  PURPOSE,
  SET_OUT,
  HELP,
  words('có|không phải|đã'),
  words(/chỉ tiêu|mục tiêu|kế hoạch|dự toán|nhiệm vụ|giao/)
)

/** Reads the words to the left of a number from near to far: what they say of its status, until one of them settles it. */
export function scanLeft(u: Units, query: StatusQuery, now: string | null, isPublished: boolean): LeftMarks {
  const marks = { ...NO_MARKS }
  const way: Way = { u, query, now, isPublished, marks, commas: 0, semicolons: 0, brackets: 0, forecastCommas: 0 }
  for (let i = u.last(MARK, query.at); i >= 0; i = u.last(MARK, i)) {
    if (u.is(i, CLOSE)) way.brackets++
    else if (u.is(i, OPEN)) {
      // The value itself stands in brackets: only their own words speak of it, or the aim that they give the figure of.
      if (way.brackets === 0) {
        marks.isInside = true
        marks.goal = aimBefore(u, i)
        break
      }
      way.brackets--
    }
    // What stands in brackets before is an aside.
    if (way.brackets > 0) continue
    if (u.is(i, COMMA)) way.commas++
    else if (u.is(i, SEMICOLON)) way.semicolons++
    else if (settles(way, i)) break
  }
  return marks
}

/** Reads one unit; whether it settles what the number is. */
function settles(way: Way, i: number): boolean {
  const { u, query, marks, commas, semicolons } = way
  const { at } = query
  // It says one thing or nothing.
  if (u.is(i, HELP)) return commas === 0 && isEffect(u, i, at) && put(marks, 'other', i)
  if (isPlanned(u, i, at)) return put(marks, 'goal', i)
  if (isSameClause(way) && isThreshold(u, i, at)) return put(marks, 'other', i)
  if (commas === 0 && (isEffect(u, i, at) || (i === at - 1 && u.text(i) === 'không phải'))) return put(marks, 'other', i)
  if ((commas > 0 || u.is(at - 1, AND)) && isPlanShare(u, i)) return put(marks, 'result', i)
  if (isHadWish(u, i)) return put(marks, 'result', i)
  if (isSpokenOfAgain(u, i)) return false
  if (areMeasures(u, i, at)) return put(marks, 'result', i)
  if ((commas + semicolons > 0 && isMetBefore(u, i)) || isReachedAim(u, i)) return put(marks, 'result', i)
  if (isSetter(u, i) || (u.is(i, GOAL) && !isCounted(u, i))) return aims(way, i)
  // `vượt kế hoạch với mức 252 tỷ đồng`: with how much it was met; else the aim itself is named, whether it was met or not.
  if (u.is(i, RESULT) && u.is(i, MET_PLAN) && isSameClause(way) && at - i > 1 && !u.any(COLON, i + 1, at))
    return put(marks, u.text(i + 1) === 'với' ? 'result' : 'goal', i)
  // `con số này đã vượt mốc 250`
  if (i === at - 1 && u.text(i) === 'đã' && u.text(at).startsWith('vượt ')) return put(marks, 'result', i)
  if (u.is(i, EXCEED) && u.is(i, DONE_FIRST) && isSameClause(way)) return put(marks, 'result', i)
  if (isPurpose(u, i, at)) {
    if (isSameClause(way) && marks.purpose < 0) marks.purpose = i
    return false
  }
  if (u.is(i, RESULT)) return tells(way, i)
  if (u.is(i, FORECAST)) return foresees(way, i)
  if (u.is(i, EXPECT)) return expects(way, i)
  if (u.is(i, OTHER)) {
    if (query.isPercent && (isSameClause(way) || u.is(i, RATE_OF_LAW))) put(marks, 'other', i)
    return false
  }
  if (u.is(i, ASSIGN)) return assigns(way, i)
  if (u.is(i, WEAK)) {
    if (semicolons === 0 && marks.weak < 0) marks.weak = i
    return false
  }
  return u.is(i, DATE) && dates(way, i)
}

/** A goal word, or a verb of setting. */
function aims({ u, marks, commas, semicolons, forecastCommas }: Way, i: number): true {
  if (marks.goal < 0) marks.goal = i
  marks.isGoalFar = commas > 0 || semicolons > 0
  marks.isForecastAimed = commas === forecastCommas && semicolons === 0
  marks.isPlanCompared =
    (u.is(i, PLAN_NOUN) && (u.is(i - 1, COMPARE) || u.is(i - 1, PERCENT))) || (u.is(i, STRIVE_AT_END) && u.any(PERCENT, i - 4, i))
  return true
}

/** A word that tells what was or is so. */
function tells(way: Way, i: number): boolean {
  const { u, query, marks, commas, semicolons } = way
  if (marks.purpose >= 0) return false
  // `mục tiêu trước đây là 96%`: an aim given up is one still.
  if (u.is(i, ONCE) && u.any(GOAL, i - 2, i)) return false
  // `sẽ giảm từ mức 32,5% hiện tại xuống còn 15%`: where the change starts from.
  if (u.is(i, TODAY) && u.is(i - 1, QUANTITY) && u.is(i + 1, REACH)) return false
  // `các chỉ tiêu cần đạt được năm nay bao gồm: …`; `đó là đạt được mức …`, `nhằm đạt được`: still to be reached.
  if (u.text(i) === 'đạt được' && (isListedAim(u, i, query.at) || u.is(i - 1, STILL_TO))) return false
  // `Hiện nay, tỷ lệ hồ sơ phải kiểm tra khoảng 16,8%`: what opens a sentence dates all of it.
  if (i === 0 && u.is(i, NOW) && u.is(1, COMMA) && semicolons === 0 && marks.future < 0 && marks.opening < 0) marks.opening = i
  if (semicolons > 0 || marks.future >= 0) return false
  const isLocal = u.is(i, HERE_RESULT) || marks.weak >= 0
  if (!isLocal || commas === 0) return put(marks, 'result', i)
  if (marks.aside < 0) marks.aside = i
  return false
}

const INTENT = words('dự kiến')
const ABILITY = words('có thể')

/** A word that foresees. */
function foresees(way: Way, i: number): false {
  const { u, marks, semicolons, commas } = way
  if (semicolons > 0) {
    if (u.is(i, EXPECTED) && marks.forecastFar < 0) marks.forecastFar = i
    return false
  }
  // What a body or a plan intends to do it means to reach: `tỉnh dự kiến xây dựng 43.000 m2 nhà xưởng`.
  if (u.is(i, INTENT) && isIntended(u, i)) {
    if (marks.weak < 0) marks.weak = i
    return false
  }
  // `có thể` foresees only before a verb of reaching; else it tells an ability.
  if (marks.forecast >= 0 || (u.is(i, ABILITY) && !u.is(i + 1, FORESEEN_DEED))) return false
  marks.forecast = i
  way.forecastCommas = commas
  return false
}

/** A word of expecting: the wish of whoever acts is a goal; of an analyst it is a forecast. */
function expects({ u, marks, semicolons }: Way, i: number): false {
  if (semicolons > 0) return false
  const kind = u.any(WISHER, 0, i) ? 'weak' : 'forecast'
  if (marks[kind] < 0) marks[kind] = i
  return false
}

const LAND = words('m2|m²|ha|hecta')

/** A word of assigning: a goal where it stands right before the number, unless land is given to somebody. */
function assigns({ u, query: { at }, marks, commas }: Way, i: number): boolean {
  const isPlan = u.is(i, ASSIGN_PLAN) && u.text(at - 1) === 'là'
  return commas === 0 && (at - i <= 2 || isPlan) && !LAND.test(quantityAt(u, at)?.unit ?? '') && put(marks, 'goal', i)
}
