import { column, plain, required, spanColumns } from '../columns.ts'
import type { ForeignKey, Line, Table } from '../table.ts'

const OF_ARTICLE: ForeignKey = { columns: ['article_id'], table: 'articles', to: ['id'] }
const itself = (line: Line): Line => line

export const articles: Table = {
  name: 'articles',
  says: 'News texts',
  kind: 'article',
  key: ['id'],
  foreignKeys: [],
  columns: [
    required('id', 'string', 'First 16 digits of the SHA-256 of the text layer'),
    required('key', 'string', 'What it is across versions of its text: url:…, id:… or source:…'),
    plain('external_id', 'string', 'Id that its container gives it'),
    plain('url', 'string', 'Address'),
    plain('site', 'string', 'Host of the address'),
    plain('author', 'string', 'Author'),
    plain('title', 'string', 'Headline; null where the dataset is without text'),
    plain('title_sha256', 'string', 'SHA-256 of the headline in UTF-8'),
    plain('published', 'string', 'Day of publication in Asia/Ho_Chi_Minh'),
    required('language', 'string', 'Language (BCP 47)'),
    required('encoding', 'string', 'Encoding it was read from'),
    required('quality', 'string', 'ok or low'),
    required('chars', 'integer', 'Length of the text layer in UTF-16 code units'),
    required('sha256', 'string', 'SHA-256 of the text layer in UTF-8'),
    plain('duplicate_of', 'string', 'The article of this dataset that it nearly repeats'),
    plain('superseded_by', 'string', 'The article that is its newer version'),
    required('sources', 'json', 'The inputs it was read from'),
    plain('text', 'string', 'The text layer; null where the dataset is without text')
  ]
}

export const mentions: Table = {
  name: 'mentions',
  says: 'Spans with a type and a value',
  kind: 'mention',
  key: ['id'],
  foreignKeys: [OF_ARTICLE],
  columns: [
    required('id', 'string', 'Id of the mention'),
    required('article_id', 'string', 'The article it stands in'),
    required('type', 'string', 'document_number, date, quantity, rank, place, issuer or indicator'),
    ...spanColumns(itself, true),
    required('value', 'json', 'What it means, by type'),
    required('rule', 'string', 'The rule that found it')
  ]
}

export const evidence: Table = {
  name: 'evidence',
  says: 'Why each field of a record has its value',
  kind: null,
  key: ['record_id', 'field'],
  foreignKeys: [OF_ARTICLE],
  columns: [
    required('record_id', 'string', 'The record, in documents, targets, rank_goals or observations'),
    required('article_id', 'string', 'Its article'),
    required('record_kind', 'string', 'document, target, rank_goal or observation'),
    required('field', 'string', 'The field; value stands for low, high and unit'),
    ...spanColumns(itself, false),
    required('source', 'string', 'same_clause, carried, anaphor, heading, title, document, metadata or inferred'),
    required('rule', 'string', 'The rule that filled it'),
    required('via', 'json', 'Further spans that it was computed from')
  ]
}

export const rejections: Table = {
  name: 'rejections',
  says: 'Candidates that were refused, with the reason',
  kind: 'rejection',
  key: ['id'],
  foreignKeys: [OF_ARTICLE],
  columns: [
    required('id', 'string', 'Id of the rejection'),
    required('article_id', 'string', 'The article it stands in'),
    required('record_kind', 'string', 'What it would have been'),
    ...spanColumns(itself, true),
    required('reason', 'string', 'Code of the reason'),
    required('message', 'string', 'The reason in words'),
    required('rule', 'string', 'The rule that proposed or refused it')
  ]
}

export const diagnostics: Table = {
  name: 'diagnostics',
  says: 'What a person should know of an article',
  kind: 'diagnostic',
  key: ['article_id', 'ordinal'],
  foreignKeys: [OF_ARTICLE],
  columns: [
    required('article_id', 'string', 'The article it is about'),
    column('ordinal', 'integer', 'Its place among those of the article, from 0', line => line['ordinal']),
    plain('source', 'string', 'The input it was said of'),
    required('stage', 'string', 'The stage that said it'),
    required('code', 'string', 'What it says, as a code'),
    required('severity', 'string', 'info, warning or error'),
    required('message', 'string', 'What it says, in words'),
    plain('start', 'integer', 'First UTF-16 code unit it is about'),
    plain('end', 'integer', 'The code unit behind it'),
    plain('start_cp', 'integer', 'The same in code points'),
    plain('end_cp', 'integer', 'The same in code points')
  ].map(c => (c.name === 'ordinal' ? { ...c, isRequired: true as const } : c))
}
