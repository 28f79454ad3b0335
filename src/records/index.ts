import type { RecordType } from '../model/record-type.ts'
import { documentRecord } from './document/index.ts'
import { observation } from './observation/index.ts'
import { rankGoal } from './rank-goal/index.ts'
import { target } from './target/index.ts'

/** The registry: every record kind, one line each. */
export const RECORDS: readonly RecordType[] = [documentRecord, target, rankGoal, observation]
