import { tagged } from '../../text/word-class.ts'

// The tags of units as classes: what the lexicons of cues, the mention types and the marks of punctuation are called by rules.

export const ADOPT = tagged('Adopt')
export const ADVERB = tagged('Adverb')
export const AND = tagged('And')
export const ASSIGN = tagged('Assign')
export const BOUNDARY = tagged('Boundary')
export const CHANGE = tagged('Change')
export const CLOSE = tagged('Close')
export const COLON = tagged('Colon')
export const COMMA = tagged('Comma')
export const COMPARE = tagged('Compare')
export const COMPARED = tagged('Compared')
export const COUNT = tagged('Count')
export const COUNTRY = tagged('Country')
export const DASH = tagged('Dash')
export const DATE = tagged('Date')
export const DEADLINE = tagged('Deadline')
export const DO = tagged('Do')
export const DOCUMENT = tagged('Document')
export const DOWN = tagged('Down')
export const ENSURE = tagged('Ensure')
export const EXCEED = tagged('Exceed')
export const EXPECT = tagged('Expect')
export const FORECAST = tagged('Forecast')
export const FROM = tagged('From')
export const GOAL = tagged('Goal')
export const HAVE = tagged('Have')
export const HEAD = tagged('Head')
export const INDICATOR = tagged('Indicator')
export const INNER = tagged('Inner')
export const ISSUER = tagged('Issuer')
export const LEVEL = tagged('Level')
export const NAMED = tagged('Named')
export const NATIONAL = tagged('National')
export const NOUN = tagged('Noun')
export const NUMBER = tagged('Number')
export const NUMBERED = tagged('Numbered')
export const OF = tagged('Of')
export const OPEN = tagged('Open')
export const ORGANIZATION = tagged('Organization')
export const OTHER = tagged('Other')
export const PERCENT = tagged('Percent')
export const PERIOD = tagged('Period')
export const PLACE = tagged('Place')
export const PREPOSITION = tagged('Preposition')
export const PROVINCE = tagged('Province')
export const QUANTITY = tagged('Quantity')
export const QUOTE = tagged('Quote')
export const RAISE = tagged('Raise')
export const RANK = tagged('Rank')
export const RATE = tagged('Rate')
export const REACH = tagged('Reach')
export const RESULT = tagged('Result')
export const SEMICOLON = tagged('Semicolon')
export const SET = tagged('Set')
export const STOP = tagged('Stop')
export const SUBJECT = tagged('Subject')
export const WEAK = tagged('Weak')

/** A comma or a semicolon: another clause begins. */
export const PAUSE = COMMA.or(SEMICOLON)

/** What ends a part of a sentence that has its own subject. */
export const PART_END = SEMICOLON.or(STOP)

/** What joins the items of a list. */
export const LINK = COMMA.or(AND)

/** The name of a measure, or what begins one. */
export const MEASURE = HEAD.or(INDICATOR)

/** A number, with or without a unit. */
export const NUMERAL = QUANTITY.or(NUMBER)

/** A comma or semicolon, or a number: what is said of one thing ends. */
export const PAUSE_OR_NUMBER = PAUSE.or(QUANTITY)

/** What ends a clause, or a number. */
export const CLAUSE_OR_NUMBER = PAUSE_OR_NUMBER.or(STOP)

/** What ends a part of a sentence, or a number. */
export const PART_OR_NUMBER = PART_END.or(QUANTITY)
