import type { Span } from './span.ts'
import type { Anchor, PartialDate, Quantity } from './values.ts'

/** What kind of value an indicator of the catalogue accepts; another kind of value is another indicator. */
export type ValueClass =
  | 'percent'
  | 'growth'
  | 'share'
  | 'base'
  | 'gdp'
  | 'grdp'
  | 'count'
  | 'money'
  | 'rate'
  | 'speed'
  | 'visitors'
  | 'index'
  | 'years'
  | 'any'

/** The facts and functions of the knowledge folders that linking needs, handed in by the pipeline. */
export interface Knowledge {
  /** The EDTF value of a date whose year (or more) comes from an anchor, or null. */
  readonly resolvePartial: (partial: PartialDate, anchor: Anchor) => string | null
  /** The list (63 or 34) a province id is to be read in on a day. */
  readonly unitsOf: (placeId: string, day: string | null) => 63 | 34 | null
  /** Whether a province id is a centrally-run city, whose party committee is a Thành ủy. */
  readonly isCity: (placeId: string) => boolean
  /** The names of the country's regions, in lower case, the longer ones first. */
  readonly regions: readonly string[]
  /** The catalogue id of an indicator phrase for a value of this class and in one of these units (`% xã|xã`), or null. */
  readonly identifyIndicator: (phrase: string, accepts: (kind: ValueClass, units: string) => boolean) => string | null
  /** The catalogue indicator that a rank counts, or null. */
  readonly identifyMeasure: (phrase: string) => string | null
  /** The quantity that a whole text says, which is in lower case, with the place of its number and unit in it; undefined where it says none, or more. Rules of `without` are not asked. */
  readonly readQuantity: (text: string, without: ReadonlySet<string>) => WholeQuantity | undefined
  /** What a rank is about, or null; `isAbroad` is null where the rank's scope is unknown. */
  readonly identifySubject: (phrase: string, isAbroad: boolean | null) => SubjectName | null
}

/** A catalogued subject of ranks. */
export interface SubjectName {
  readonly id: string
  /** Where it is ranked, when nothing else says so. */
  readonly scope: 'national' | 'world' | null
  /** Whether its name itself holds a conjunction (`quản trị và hành chính công`). */
  readonly isCompound: boolean
}

/** A quantity that a text is, with the rule that read it. */
export interface WholeQuantity {
  readonly quantity: Quantity
  readonly span: Span
  readonly rule: string
}
