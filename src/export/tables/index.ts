import type { Table } from '../table.ts'
import { changes, claims, contradictions, officialDocuments, targetChanges } from './across.ts'
import { articles, diagnostics, evidence, mentions, rejections } from './articles.ts'
import { decisions } from './decisions.ts'
import { targetsFlat } from './flat.ts'
import { documentTypes, indicators, places } from './lookups.ts'
import { documents, observations, rankGoals, targets } from './records.ts'

/** The registry: every table of the dataset, in the order of the data dictionary. */
export const TABLES = {
  articles,
  documents,
  targets,
  rank_goals: rankGoals,
  observations,
  official_documents: officialDocuments,
  claims,
  contradictions,
  target_changes: targetChanges,
  evidence,
  mentions,
  rejections,
  diagnostics,
  places,
  indicators,
  document_types: documentTypes,
  changes,
  decisions,
  targets_flat: targetsFlat
} as const satisfies Readonly<Record<string, Table>>

/** The tables that a dataset holds: `changes` only where it was made against another run, `decisions` only where some were applied. */
export function tablesOf(hasChanges: boolean, hasDecisions = false): readonly Table[] {
  return Object.values(TABLES).filter(({ name }) => (hasChanges || name !== 'changes') && (hasDecisions || name !== 'decisions'))
}
