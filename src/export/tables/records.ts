import { column, edtfColumns, nameColumns, namedColumns, phraseColumns, placeColumns, plain, required, spanColumns } from '../columns.ts'
import type { Column, ForeignKey, Line, Table } from '../table.ts'

const OF_ARTICLE: ForeignKey = { columns: ['article_id'], table: 'articles', to: ['id'] }
const OF_DOCUMENT: ForeignKey = { columns: ['document_id'], table: 'documents', to: ['id'] }
const OF_CLAIM: ForeignKey = { columns: ['claim_id'], table: 'claims', to: ['id'] }

const anchor = (line: Line): Line => line['anchor'] as Line
const head: readonly Column[] = [
  required('id', 'string', 'Id of the record: the same fact keeps it when rules change'),
  required('article_id', 'string', 'The article it was read in')
]
const tail: readonly Column[] = [
  required('confidence', 'string', 'high, medium or low, by written criteria'),
  required('rules', 'json', 'Ids of the rules that read it')
]
const ofDocument: readonly Column[] = [
  plain('document_id', 'string', 'The document record that sets it'),
  plain('document_number', 'string', 'The number of that document')
]
const claim = plain('claim_id', 'string', 'The claim that this record reports')
const deadline: readonly Column[] = [
  ...edtfColumns('deadline', 'When it is to be reached'),
  plain('deadline_mod', 'string', 'by, before or in: the printed word before the deadline')
]
const quantity: readonly Column[] = [
  ...namedColumns('indicator', 'What is measured'),
  ...phraseColumns('qualifier', 'What restricts the indicator'),
  plain('comparator', 'string', '= > >= < <= ~ or range'),
  plain('low', 'number', 'The value, or the lower end of a range'),
  plain('high', 'number', 'The value, or the upper end of a range'),
  plain('unit', 'string', 'Unit of the value'),
  plain('value_kind', 'string', 'level, change, growth or ratio'),
  plain('direction', 'string', 'up or down, of a change or growth'),
  ...(['low', 'high', 'unit'] as const).map(part =>
    column(
      `baseline_${part}`,
      part === 'unit' ? 'string' : 'number',
      `What it starts from: ${part}`,
      line => (line['baseline'] as Line | null)?.[part]
    )
  )
]
const rank: readonly Column[] = [
  ...namedColumns('subject', 'What is ranked'),
  plain('rank_kind', 'string', 'top_n, exact, at_least, band, leader or improve'),
  plain('n_low', 'number', 'The rank, or the better end of a range'),
  plain('n_high', 'number', 'The rank, or the worse end of a range'),
  plain('total', 'number', 'How many are ranked'),
  plain('band', 'string', 'The group as printed, where it has no number'),
  plain('scope', 'string', 'Among whom: national, region:<name>, asean, sea, asia, world, other:<name>')
]

export const documents: Table = {
  name: 'documents',
  says: 'Official documents as an article names them',
  kind: 'document',
  key: ['id'],
  foreignKeys: [OF_ARTICLE, { columns: ['official_document_id'], table: 'official_documents', to: ['id'] }],
  columns: [
    ...head,
    required('official_document_id', 'string', 'The official document, the same in all articles'),
    ...spanColumns(anchor, true),
    plain('number', 'string', 'Number in canonical form'),
    plain('number_as_printed', 'string', 'Number as it is printed'),
    plain('type', 'string', 'Id in the table document_types'),
    ...nameColumns('type', line => line['type'], 'documentType'),
    plain('issuer', 'string', 'Id of the issuing body'),
    ...nameColumns('issuer', line => line['issuer'], 'issuer'),
    ...placeColumns,
    ...edtfColumns('issued', 'When it was issued'),
    ...phraseColumns('title', 'Title (normalized)'),
    ...edtfColumns('period', 'The period it plans for'),
    ...edtfColumns('horizon', 'How far it looks ahead'),
    required('mentions', 'json', 'All spans that name it'),
    ...tail
  ]
}

/** What every goal has, around what it commits to. */
const columnsOfGoal = (commitment: readonly Column[]): readonly Column[] => [
  ...head,
  claim,
  ...spanColumns(anchor, true),
  required('status', 'string', 'goal'),
  ...placeColumns,
  ...ofDocument,
  ...commitment,
  ...deadline,
  ...tail
]

export const targets: Table = {
  name: 'targets',
  says: 'Commitments to a value of an indicator',
  kind: 'target',
  key: ['id'],
  foreignKeys: [OF_ARTICLE, OF_DOCUMENT, OF_CLAIM],
  columns: columnsOfGoal(quantity)
}

export const rankGoals: Table = {
  name: 'rank_goals',
  says: 'Commitments to a position in an order',
  kind: 'rank_goal',
  key: ['id'],
  foreignKeys: [OF_ARTICLE, OF_DOCUMENT, OF_CLAIM],
  columns: columnsOfGoal(rank)
}

export const observations: Table = {
  name: 'observations',
  says: 'Numbers and ranks that are no goals: results, standing facts, forecasts',
  kind: 'observation',
  key: ['id'],
  foreignKeys: [OF_ARTICLE, OF_DOCUMENT],
  columns: [
    ...head,
    ...spanColumns(anchor, true),
    required('measure', 'string', 'quantity or rank: which of the columns below are filled'),
    required('status', 'string', 'result, current, forecast or other'),
    ...placeColumns,
    ...ofDocument,
    ...quantity,
    ...rank,
    ...deadline,
    ...edtfColumns('as_of', 'The time it is said of'),
    plain('reason', 'string', 'Why it counts for nothing: related_link or caption'),
    ...tail
  ]
}
