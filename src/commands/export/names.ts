import type { Line, Name, Names } from '../../export/table.ts'
import { DOCUMENT_TYPES } from '../../mentions/document-number/types.ts'
import { INDICATORS, RANK_SUBJECTS } from '../../mentions/indicator/catalogue.ts'
import { MERGER_DAY, PROVINCES, provinceOf } from '../../mentions/place/units.ts'
import { addDays } from '../../text/edtf.ts'
import issuers from './issuer-names.json' with { type: 'json' }

const COUNTRY: Name = { vi: 'Việt Nam', en: 'Viet Nam' }
const ISSUERS: Readonly<Record<string, Name>> = issuers
const SUBJECT_NAMES = new Map<unknown, Name>([...RANK_SUBJECTS, ...INDICATORS].map(({ id, name, en }) => [id, { vi: name, en }]))
const WORDINGS = new Map(INDICATORS.map(({ id, name, phrases }) => [id, [name, ...phrases]]))
const TYPE_NAMES = new Map<unknown, Name>(DOCUMENT_TYPES.map(({ id, name, en }) => [id, { vi: name, en }]))

/** The Vietnamese and English names behind the ids of this program's knowledge. */
export const NAMES: Names = {
  place: placeName,
  indicator: id => SUBJECT_NAMES.get(id) ?? null,
  documentType: id => TYPE_NAMES.get(id) ?? null,
  issuer: issuerName
}

/** The names by which the catalogue knows an indicator, and its phrases; none of an id that it does not have. */
export function indicatorNames(id: string): readonly string[] {
  return WORDINGS.get(id) ?? []
}

/** The lines of the look-up tables. */
export function lookupLines(): Readonly<Record<'places' | 'indicators' | 'document_types', readonly Line[]>> {
  const known = new Set(INDICATORS.map(i => i.id))
  const subjects = RANK_SUBJECTS.filter(s => !known.has(s.id))
  return {
    places: placeLines(),
    indicators: [
      ...INDICATORS.map(({ id, name, en, pillar, unit, better }) => ({
        id,
        name_vi: name,
        name_en: en,
        kind: 'indicator',
        pillar,
        unit,
        better
      })),
      ...subjects.map(({ id, name, en }) => ({
        id,
        name_vi: name,
        name_en: en,
        kind: 'rank_subject',
        pillar: null,
        unit: null,
        better: null
      }))
    ].toSorted(byId),
    document_types: DOCUMENT_TYPES.map(({ id, name, en, abbreviations }) => ({ id, name_vi: name, name_en: en, abbreviations })).toSorted(
      byId
    )
  }
}

function placeLines(): Line[] {
  const lines: (Line & { readonly id: string; readonly units: number })[] = [
    {
      id: 'vn',
      units: 0,
      code: null,
      name_vi: COUNTRY.vi,
      name_en: COUNTRY.en,
      region: null,
      valid_from: null,
      valid_to: null,
      merged_into: null
    }
  ]
  for (const { id, name, en, code63, region63, code34, region34, merged_into } of PROVINCES) {
    const names = { name_vi: name, name_en: en }
    const last = addDays(MERGER_DAY, -1)
    if (code63 !== null)
      lines.push({
        id,
        units: 63,
        code: code63,
        ...names,
        region: region63,
        valid_from: null,
        valid_to: last,
        merged_into: merged_into ?? (code34 === null ? null : id)
      })
    if (code34 !== null)
      lines.push({ id, units: 34, code: code34, ...names, region: region34, valid_from: MERGER_DAY, valid_to: null, merged_into: null })
  }
  return lines.toSorted((a, b) => byId(a, b) || a.units - b.units)
}

function placeName(id: unknown): Name | null {
  if (typeof id !== 'string') return null
  if (id === 'vn') return COUNTRY
  if (id.startsWith('other:')) return { vi: id.slice('other:'.length), en: id.slice('other:'.length) }
  const province = provinceOf(id)
  return province === undefined ? null : { vi: province.name, en: province.en }
}

/** `ubnd:bac_giang` → Ủy ban nhân dân Bắc Giang, People's Committee of Bac Giang. */
export function issuerName(id: unknown): Name | null {
  if (typeof id !== 'string') return null
  const colon = id.indexOf(':')
  const body = ISSUERS[colon < 0 ? id : id.slice(0, colon)]
  if (body === undefined || colon < 0) return body ?? null
  const place = placeName(id.slice(colon + 1))
  return place === null ? body : { vi: `${body.vi} ${place.vi}`, en: `${body.en} of ${place.en}` }
}

function byId(a: Line, b: Line): number {
  return String(a['id']) < String(b['id']) ? -1 : String(a['id']) > String(b['id']) ? 1 : 0
}
