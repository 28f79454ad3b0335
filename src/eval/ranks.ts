import type { GoldRank } from './gold.ts'
import type { Output, RankOutput } from './output.ts'
import { countBand, countParts, documentAnchor, type IsDocument } from './quantities.ts'
import { alignRecords, countAligned, extraFields } from './records.ts'
import { overlapShare, sameNamed, samePlace, sameScope, sameText } from './same.ts'
import { checkFields, type FieldCheck, type Sheet } from './sheet.ts'

const CORE = ['kind', 'n', 'deadline'] as const
const FULL = [...CORE, 'subject', 'total', 'scope'] as const

const weight = (g: GoldRank, r: RankOutput): number =>
  overlapShare(g, r.anchor) +
  Number(g.n_low === r.n_low) +
  Number(sameNamed(g.subject, r.subject)) +
  Number(g.scope === r.scope) +
  Number(g.deadline === r.deadline)

const says = (r: Pick<GoldRank, 'rank_kind' | 'n_low' | 'n_high' | 'scope'>) => [r.rank_kind, r.n_low, r.n_high, r.scope]

/** Rank goals: found, with kind, numbers and deadline right, with subject, scope and total right as well; each field. */
export function scoreRankGoals(sheet: Sheet, gold: readonly GoldRank[], read: Output['rankGoals'], isDocument: IsDocument): void {
  const goals = gold.filter(g => g.status === 'goal')
  const aligned = alignRecords(goals, read, weight)
  countAligned(sheet, { kind: 'rank_goal', prefix: 'rank', says, reads: says }, aligned)
  for (const r of read) countBand(sheet, 'rank', r.confidence, 'read')
  for (const { gold: g, record } of aligned.pairs) {
    const fields = {
      ...rankFields(g, record),
      place: { isRight: samePlace(g.place, record.place), expected: g.place, read: record.place },
      document: { isRight: sameText(g.document, record.document_number), expected: g.document, read: record.document_number },
      ...documentAnchor(g.document_anchor, record.document_id, isDocument)
    }
    checkFields(sheet, g, { kind: 'rank_goal', prefix: 'rank', fields, record })
    countParts(sheet, 'rank', record.confidence, {
      found: true,
      core: CORE.every(name => fields[name].isRight),
      full: FULL.every(name => fields[name].isRight)
    })
  }
}

/** Ranks that are no goal: found, their status, each field. */
export function scoreRankObservations(sheet: Sheet, gold: readonly GoldRank[], read: Output['rankObservations']): void {
  const others = gold.filter(g => g.status !== 'goal')
  const aligned = alignRecords(others, read, weight)
  countAligned(sheet, { kind: 'rank_observation', prefix: 'rank_observation', says, reads: says }, aligned)
  for (const { gold: g, record } of aligned.pairs) {
    const status = { isRight: g.status === record.status, expected: g.status, read: record.status }
    checkFields(sheet, g, { kind: 'rank_observation', prefix: 'rank_observation', fields: { status, ...rankFields(g, record) }, record })
  }
}

function rankFields(g: GoldRank, r: RankOutput) {
  const fields = {
    kind: { isRight: g.rank_kind === r.rank_kind, expected: g.rank_kind, read: r.rank_kind, evidence: 'rank' },
    n: {
      isRight: g.n_low === r.n_low && g.n_high === r.n_high,
      expected: [g.n_low, g.n_high],
      read: [r.n_low, r.n_high],
      evidence: 'rank'
    },
    deadline: { isRight: g.deadline === r.deadline, expected: g.deadline, read: r.deadline },
    subject: { isRight: sameNamed(g.subject, r.subject), expected: g.subject?.quote ?? null, read: r.subject?.text ?? null },
    total: { isRight: g.total === r.total, expected: g.total, read: r.total, evidence: 'rank' },
    scope: { isRight: sameScope(g.scope, r.scope), expected: g.scope, read: r.scope }
  } satisfies Record<string, FieldCheck>
  return { ...fields, ...extraFields(g, r) }
}
