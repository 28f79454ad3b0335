import { edtfColumns, nameColumns, namedColumns, placeColumns, plain, required } from '../columns.ts'
import type { Column, Table } from '../table.ts'

const counts: readonly Column[] = [
  required('reports', 'integer', 'How many records say so'),
  required('articles', 'integer', 'In how many articles'),
  required('originals', 'integer', 'In how many of them that are no near-duplicates'),
  plain('first_published', 'string', 'The earliest known day of publication among them'),
  plain('last_published', 'string', 'The latest')
]

export const officialDocuments: Table = {
  name: 'official_documents',
  says: 'Official documents, one each over all articles: issuer, type, number and term or year',
  kind: null,
  key: ['id'],
  foreignKeys: [],
  columns: [
    required('id', 'string', 'Id of the official document'),
    plain('number', 'string', 'Number in canonical form'),
    plain('type', 'string', 'Id in the table document_types'),
    ...nameColumns('type', line => line['type'], 'documentType'),
    plain('issuer', 'string', 'Id of the issuing body'),
    ...nameColumns('issuer', line => line['issuer'], 'issuer'),
    ...placeColumns,
    plain('numbered_in', 'string', 'The year or term in which its number is given out once; null where no report tells'),
    ...edtfColumns('issued', 'When it was issued, by most reports'),
    plain('title', 'string', 'Title, by most reports; null where the dataset is without text'),
    plain('title_sha256', 'string', 'SHA-256 of the title in UTF-8'),
    ...counts
  ]
}

const value: readonly Column[] = [
  plain('comparator', 'string', 'Of a target: = > >= < <= ~ or range'),
  plain('low', 'number', 'Of a target: the value, or the lower end of a range'),
  plain('high', 'number', 'Of a target: the value, or the upper end of a range'),
  plain('unit', 'string', 'Of a target: unit of the value'),
  plain('value_kind', 'string', 'Of a target: level, change, growth or ratio'),
  plain('rank_kind', 'string', 'Of a rank goal: top_n, exact, at_least, band, leader or improve'),
  plain('n_low', 'number', 'Of a rank goal: the rank, or the better end of a range'),
  plain('n_high', 'number', 'Of a rank goal: the rank, or the worse end of a range')
]

export const claims: Table = {
  name: 'claims',
  says: 'Goals, one each over all articles that report them',
  kind: null,
  key: ['id'],
  foreignKeys: [{ columns: ['official_document_id'], table: 'official_documents', to: ['id'] }],
  columns: [
    required('id', 'string', 'Id of the claim; targets and rank_goals point at it'),
    required('kind', 'string', 'target or rank_goal'),
    ...placeColumns,
    ...namedColumns('subject', 'What is measured or ranked'),
    ...value,
    ...edtfColumns('deadline', 'When it is to be reached'),
    plain('official_document_id', 'string', 'The official document that sets it'),
    ...counts
  ]
}

export const contradictions: Table = {
  name: 'contradictions',
  says: 'Claims of one place, subject and deadline whose numbers differ, of one document or at one time, from different articles',
  kind: null,
  key: ['id', 'claim_id'],
  foreignKeys: [{ columns: ['claim_id'], table: 'claims', to: ['id'] }],
  columns: [
    required('id', 'string', 'Id of the contradiction: one row for each of its claims'),
    required('claim_id', 'string', 'A claim that takes part'),
    required('documents', 'string', 'same, different or unknown: whether one official document is said to set the different values')
  ]
}

export const targetChanges: Table = {
  name: 'target_changes',
  says: 'How goals moved: claims of one place, subject and deadline with other values at other times',
  kind: null,
  key: ['id', 'claim_id'],
  foreignKeys: [{ columns: ['claim_id'], table: 'claims', to: ['id'] }],
  columns: [
    required('id', 'string', 'Id of the goal that moved: one row for each of its values'),
    required('claim_id', 'string', 'The claim with that value'),
    required('step', 'integer', 'Its place in time, from 1'),
    plain('since', 'string', 'The day of the document that sets it, else of the first article that reports it'),
    plain('until', 'string', 'The day of the last article that reports it')
  ]
}

export const changes: Table = {
  name: 'changes',
  says: 'What was gained, lost or changed since another run',
  kind: null,
  key: ['id'],
  foreignKeys: [],
  columns: [
    required('id', 'string', 'Id of the record'),
    required('change', 'string', 'gained, lost or changed'),
    required('kind', 'string', 'document, target, rank_goal or observation'),
    required('article_id', 'string', 'Its article'),
    required('reason', 'string', 'article (new, gone or replaced) or extraction (the same text read differently)'),
    required('fields', 'json', 'The fields whose values differ'),
    plain('before', 'json', 'The record as it was'),
    plain('after', 'json', 'The record as it is')
  ]
}
