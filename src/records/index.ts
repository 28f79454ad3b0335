import type { RecordType } from '../model/record-type.ts'
import { type DocumentRecord, documentRecord } from './document/index.ts'
import { type ObservationRecord, observation } from './observation/index.ts'
import { type RankGoalRecord, rankGoal } from './rank-goal/index.ts'
import { type TargetRecord, target } from './target/index.ts'

export type { DocumentRecord, ObservationRecord, RankGoalRecord, TargetRecord }

/** Any record that is extracted; its `kind` says which. */
export type ExtractedRecord = DocumentRecord | TargetRecord | RankGoalRecord | ObservationRecord

/** The registry: every record kind, one line each. */
export const RECORDS: readonly RecordType<ExtractedRecord>[] = [documentRecord, target, rankGoal, observation]
