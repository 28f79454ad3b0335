import { column } from '../columns.ts'
import type { Line, Table } from '../table.ts'
import { targets } from './records.ts'

const of = (part: 'article' | 'document', field: string) => (line: Line) => (line[part] as Line | null)?.[field]

/** One row a target with what one wants to see beside it; lines are targets with `article` and `document` lines inside. */
export const targetsFlat: Table = {
  name: 'targets_flat',
  says: 'One row a target with its article and document: what one opens in a spreadsheet',
  kind: null,
  isCsvOnly: true,
  key: ['id'],
  foreignKeys: [],
  columns: [
    column('url', 'string', 'Address of the article', of('article', 'url')),
    column('published', 'string', 'Day of publication', of('article', 'published')),
    column('site', 'string', 'Host of the address', of('article', 'site')),
    ...own('place_name_vi', 'place_name_en', 'indicator_text', 'indicator_name_vi', 'indicator_name_en', 'qualifier'),
    ...own(
      'comparator',
      'low',
      'high',
      'unit',
      'value_kind',
      'direction',
      'deadline',
      'deadline_from',
      'deadline_to',
      'deadline_precision'
    ),
    ...own('document_number'),
    column(
      'document_type_name_vi',
      'string',
      'Type of the document',
      (line, names) => names.documentType(of('document', 'type')(line))?.vi
    ),
    column('issuer_name_vi', 'string', 'Who issued it', (line, names) => names.issuer(of('document', 'issuer')(line))?.vi),
    column('issuer_name_en', 'string', 'Who issued it', (line, names) => names.issuer(of('document', 'issuer')(line))?.en),
    column('issued', 'string', 'When it was issued (EDTF)', of('document', 'issued')),
    ...own('confidence', 'quote', 'place', 'place_units', 'indicator_id', 'claim_id', 'id', 'article_id')
  ]
}

function own(...names: string[]): Table['columns'][number][] {
  return targets.columns.filter(c => names.includes(c.name)).toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
}
