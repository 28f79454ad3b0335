import { plain, required } from '../columns.ts'
import type { Table } from '../table.ts'

/** What reviewers corrected, cell by cell; a dataset holds it where their decisions were applied. */
export const decisions: Table = {
  name: 'decisions',
  says: 'What reviewers decided about records: each corrected cell with what had been extracted, each record taken out or added',
  kind: null,
  key: ['record_id', 'field'],
  foreignKeys: [{ columns: ['article_id'], table: 'articles', to: ['id'] }],
  columns: [
    required('record_id', 'string', 'Id of the record; one that was taken out is in no other table'),
    required('article_id', 'string', 'Its article'),
    required('record_kind', 'string', 'document, target, rank_goal or observation'),
    required('field', 'string', 'The field that was corrected; * where the whole record was confirmed, taken out or added'),
    required('action', 'string', 'confirmed, corrected, removed or added'),
    required('decided_by', 'string', 'Who decided'),
    required('decided_at', 'string', 'When (ISO 8601)'),
    required('decision', 'integer', 'Number of the decision in the log'),
    plain('reason', 'string', 'Why, from a closed list'),
    plain(
      'extracted',
      'json',
      'The field with its value as it had been extracted; null where there was none, and for text of the article where the dataset is without text'
    ),
    plain('decided', 'json', 'The field with its value as it was decided')
  ]
}
