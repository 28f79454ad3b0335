import { plain, required } from '../columns.ts'
import type { Table } from '../table.ts'

export const places: Table = {
  name: 'places',
  says: 'Provinces in the list of 63 (to 2025-06-30) and in the list of 34 (from 2025-07-01), and the country',
  kind: null,
  key: ['id', 'units'],
  foreignKeys: [],
  columns: [
    required('id', 'string', 'Id of the place'),
    required('units', 'integer', '63 or 34: the list it stands in; 0 for the country'),
    plain('code', 'string', 'Official code in that list'),
    required('name_vi', 'string', 'Vietnamese name'),
    required('name_en', 'string', 'English name'),
    plain('region', 'string', 'Region in that list'),
    plain('valid_from', 'string', 'First day in that list, where the list itself began then'),
    plain('valid_to', 'string', 'Last day in that list'),
    plain('merged_into', 'string', 'Id in the list of 34 of the unit it became part of')
  ]
}

export const indicators: Table = {
  name: 'indicators',
  says: 'Indicators of the catalogue, and what ranks are about',
  kind: null,
  key: ['id'],
  foreignKeys: [],
  columns: [
    required('id', 'string', 'Id of the indicator'),
    required('name_vi', 'string', 'Vietnamese name'),
    required('name_en', 'string', 'English name'),
    required('kind', 'string', 'indicator or rank_subject'),
    plain('pillar', 'string', 'Field of policy'),
    plain('unit', 'string', 'Usual unit'),
    plain('better', 'string', 'up or down: where improvement is')
  ]
}

export const documentTypes: Table = {
  name: 'document_types',
  says: 'Types of official documents',
  kind: null,
  key: ['id'],
  foreignKeys: [],
  columns: [
    required('id', 'string', 'Id of the type'),
    required('name_vi', 'string', 'Vietnamese name'),
    required('name_en', 'string', 'English name'),
    required('abbreviations', 'json', 'Abbreviations in numbers, the canonical one first')
  ]
}
