import { anyOf } from '../../text/pattern.ts'
import { REGIONS } from '../regions.ts'

/** Whole names of scopes, in lower case, and their value. */
const SCOPES: Readonly<Record<string, string>> = {
  'cả nước': 'national',
  'toàn quốc': 'national',
  'trong nước': 'national',
  'việt nam': 'national',
  'đất nước': 'national',
  'thế giới': 'world',
  'toàn cầu': 'world',
  'quốc tế': 'world',
  asean: 'asean',
  'khu vực asean': 'asean',
  'đông nam á': 'sea',
  'khu vực đông nam á': 'sea',
  'châu á': 'asia',
  'châu a': 'asia',
  'khu vực châu á': 'asia',
  'châu lục': 'asia',
  'đông - nam á': 'sea',
  'khu vực đông - nam á': 'sea'
}

// Regions besides those of the gazetteer that a rank is said of; a region is named as printed.
const OTHER_REGIONS = [
  'châu á - thái bình dương',
  'châu á, thái bình dương',
  'châu á thái bình dương',
  'phía bắc',
  'phía nam',
  'miền bắc',
  'miền nam',
  'kinh tế trọng điểm phía nam',
  'kinh tế trọng điểm bắc bộ',
  'kinh tế trọng điểm miền trung',
  'thủ đô',
  'bắc bộ'
]

const LINK = '(?:(?:của|trên|trong|ở|toàn|tại) )?(?:(?:cả|toàn) (?=vùng|khu vực))?'
/** A scope phrase in lower-case text: `cả nước`, `của vùng Bắc Trung Bộ`, `trên thế giới`, `khu vực`. */
export const SCOPE = `${LINK}(?:${anyOf(...Object.keys(SCOPES))}(?! -)|(?:(?:các tỉnh |các tỉnh, thành phố |tỉnh )?(?:vùng|khu vực|tiểu vùng|miền) )?${anyOf(...REGIONS, ...OTHER_REGIONS)}|(?:khu vực|vùng)(?! [a-zà-ỹđ]{2,30} (?:và|,)))`

/** The value of a scope phrase as printed. */
export function scopeOf(printed: string): string {
  const whole = SCOPES[printed.trim().toLowerCase()]
  if (whole !== undefined) return whole
  const text = printed
    .trim()
    .replace(/^(?:của|trên|trong|ở|toàn|tại) /i, '')
    .replace(/^(?:cả|toàn) (?=vùng|khu vực)/i, '')
  const known = SCOPES[text.toLowerCase()]
  if (known !== undefined) return known
  return `region:${text.replace(/^(?:các tỉnh |các tỉnh, thành phố |tỉnh )?(?:vùng|khu vực|tiểu vùng|miền) (?=\p{L})/iu, '')}`
}

/** The values of the scopes in a coordination: `, của khu vực và thế giới`. */
export const scopesOf = (printed: string): string[] => printed.split(/,| và /).flatMap(one => (one.trim() === '' ? [] : [scopeOf(one)]))
