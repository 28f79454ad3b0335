import { LexemeTable, lexemeGeneration, spellingOf } from '../text/lexemes.ts'

const ids = new Map<string, number>()

/** The number of a word that points are given to, from 1 on; tables ask for it when they are made. */
export function wordId(word: string): number {
  let id = ids.get(word)
  if (id === undefined) {
    ids.set(word, (id = ids.size + 1))
    known.clear()
  }
  return id
}

/** The words of a unit as points are given to them: years and numbers by kind. */
export const wordsOf = (spelling: string): string[] => spelling.split(/[ \n]+/).map(ofKind)

const ofKind = (word: string): string => (/^20\d\d$/.test(word) ? '#year' : /^\d/.test(word) ? '#number' : word)

// By lexeme: one more than the number of its only word, or below zero where in `lists` those of several stand.
const known = new LexemeTable()
let lists: (readonly number[])[] = []
let generation = lexemeGeneration()

/** Adds the numbers of a unit's words, 0 for those without points. A unit is cut into words once a spelling. */
export function addWordsOf(lexeme: number, into: number[]): void {
  if (generation !== lexemeGeneration()) {
    generation = lexemeGeneration()
    lists = []
  }
  const table = known.upTo(lexeme)
  const found = (table[lexeme] ||= look(lexeme))
  if (found > 0) into.push(found - 1)
  else for (const id of lists[-found - 1] as readonly number[]) into.push(id)
}

function look(lexeme: number): number {
  const found = wordsOf(spellingOf(lexeme)).map(word => ids.get(word) ?? 0)
  if (found.length === 1) return (found[0] as number) + 1
  return -lists.push(found)
}
