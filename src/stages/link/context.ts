import type { Article } from '../../model/article.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { Mention } from '../../model/mention.ts'
import type { DataTable } from '../../model/table.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import type { Units } from '../../text/units.ts'
import type { WordClass } from '../../text/word-class.ts'
import { type Layout, type Lead, layoutOf, leadOf } from './layout.ts'

/** The units and mentions of an article by sentence. */
export interface Table {
  unitsOf(sentence: number): Units
  /** Whether a unit of a sentence may be of a class of tags that only mentions have; told without cutting it. */
  mayHold(sentence: number, c: WordClass): boolean
  /** Whether a word of a class may stand in a sentence, right before one of another; told without cutting it. */
  mayRead(sentence: number, first: WordClass, second?: WordClass): boolean
  mentionsOf(sentence: number): readonly Mention[]
}

/** What linking reads: the article's text with everything found in it so far. */
export interface LinkInput {
  readonly article: Article
  readonly normalized: NormalizedText
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  /** The units of its sentences. */
  readonly table: Table
  /** Where the cells of the article's tables stand in the normalized text. */
  readonly tables: readonly DataTable[]
  readonly knowledge: Knowledge
  /** Ids of rules that are left out. */
  readonly without: ReadonlySet<string>
}

/** A paragraph, heading or list item: the sentences of one line. */
export interface Line {
  readonly index: number
  readonly sentences: readonly Sentence[]
  /** Index of the line that heads this one in a list or section, or -1. A header is told by what it says, not by how near it stands. */
  readonly header: number
  /** Indices of lines but for which another one would head it. */
  readonly barriers: readonly number[]
}

/** `LinkInput` with the article's layout and its mentions by sentence. */
export interface Context extends LinkInput {
  readonly lines: readonly Line[]
  readonly lineOf: (sentence: number) => Line
  readonly unitsOf: (sentence: number) => Units
  /** Whether a unit of a sentence may be of a class of tags that only mentions have: asked before units, of sentences that mostly have none. */
  readonly mayHold: (sentence: number, c: WordClass) => boolean
  readonly mentionsOf: (sentence: number) => readonly Mention[]
  /** What is found on the way and kept until the article is linked, by `keeper`. */
  readonly kept: unknown[]
  /** Whether a line leads a list or a section: it ends with a colon, or is a heading that sets a goal or a time. */
  readonly isHeader: (line: number) => boolean
}

/** Arranges the article by lines and finds each line's header. */
export function contextOf(given: LinkInput): Context {
  const input = { ...given, sentences: given.sentences.map(s => (isGoalItem(given, s) ? { ...s, kind: 'heading' as const } : s)) }
  const { table } = given
  const { length } = given.sentences

  const grouped: Sentence[][] = []
  const lineIndex: number[] = []
  let previous = -1
  for (const s of input.sentences) {
    if (s.line !== previous) grouped.push([])
    previous = s.line
    grouped.at(-1)?.push(s)
    lineIndex.push(grouped.length - 1)
  }
  const headerFlags = grouped.map((sentences, index) => offersHeader(input, sentences, index))
  const layout = layoutOf(grouped, headerFlags)
  const lines = grouped.map((sentences, index) => new LaidLine(layout, sentences, index))
  return {
    ...input,
    lines,
    lineOf: sentence => lines[lineIndex[sentence] as number] as Line,
    unitsOf: sentence => table.unitsOf(sentence),
    mayHold: (sentence, c) => table.mayHold(sentence, c),
    mentionsOf: sentence => (sentence >= 0 && sentence < length ? table.mentionsOf(sentence) : []),
    kept: [],
    isHeader: line => headerFlags[line] ?? false
  }
}

/** A line that looks for what leads it when it is asked. */
class LaidLine implements Line {
  readonly index: number
  readonly sentences: readonly Sentence[]
  readonly #layout: Layout
  #lead: Lead | undefined

  constructor(layout: Layout, sentences: readonly Sentence[], index: number) {
    this.#layout = layout
    this.sentences = sentences
    this.index = index
  }

  get header(): number {
    return this.#found().header
  }

  get barriers(): readonly number[] {
    return this.#found().barriers
  }

  #found(): Lead {
    this.#lead ??= leadOf(this.#layout, this.index)
    return this.#lead
  }
}

// A heading that announces goals: its first words name them (`II. MỤC TIÊU`, `* Chỉ tiêu đến năm 2025`).
const GOAL_HEADING =
  /^(?:\(?(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,8}|[a-hj-uwyzđ])[.)] |[-–+*•] ?){0,6}(?:phần .{1,12} (?:\(?(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,8}|[a-hj-uwyzđ])[.)] |[-–+*•] ?){0,6})?(?:về |các |một số |những |quan điểm(?: và|,) |hệ thống ){0,6}(?:mục tiêu|chỉ tiêu|phấn đấu|định hướng|tầm nhìn)/
const DATED_HEADING =
  /^(?:\(?(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,8}|[a-hj-uwyzđ])[.)] |[-–+*•] ?){0,6}(?:(?:giai đoạn )?(?:đến|tới|vào|giai đoạn|tầm nhìn)(?: hết| cuối| đến)? (?:năm )?20\d\d|năm 20\d\d$)/

// A heading is no longer than this, in code units.
const HEADING_LENGTH = 160
const ITEM_HEADING_LENGTH = 60

/** A list item that only names goals (`- Mục tiêu cụ thể`) is the heading of what follows. */
function isGoalItem({ normalized }: LinkInput, { kind, start, end }: Sentence): boolean {
  return (
    kind === 'bullet' &&
    end - start <= ITEM_HEADING_LENGTH &&
    GOAL_HEADING.test(normalized.lower.slice(start, end)) &&
    !/[%.;,]|\d{2}/.test(normalized.lower.slice(start, end))
  )
}

/** Whether a line leads what follows it: it ends with a colon, or is a heading that names goals or their time. The title leads nothing. */
function offersHeader(input: LinkInput, sentences: readonly Sentence[], index: number): boolean {
  const last = sentences.at(-1) as Sentence
  const text = input.normalized.lower.slice(last.start, last.end)
  if (index === 0 && sentences.length === 1 && !text.endsWith(':')) return false
  if (text.endsWith(':')) return true
  return last.kind === 'heading' && text.length <= HEADING_LENGTH && (GOAL_HEADING.test(text) || DATED_HEADING.test(text))
}
