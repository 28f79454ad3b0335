import { anyOf } from '../../text/pattern.ts'

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

// Regions, longest first in effect; a region is named as printed.
const REGIONS = [
  'châu á - thái bình dương',
  'châu á, thái bình dương',
  'châu á thái bình dương',
  'đồng bằng sông cửu long',
  'đbscl',
  'đồng bằng sông hồng',
  'đbsh',
  'tây nguyên',
  'đông nam bộ',
  'tây nam bộ',
  'bắc trung bộ và duyên hải trung bộ',
  'bắc trung bộ và duyên hải miền trung',
  'bắc trung bộ',
  'nam trung bộ',
  'duyên hải nam trung bộ',
  'duyên hải miền trung',
  'miền trung và tây nguyên',
  'miền trung - tây nguyên',
  'miền trung',
  'trung du và miền núi phía bắc',
  'trung du và miền núi bắc bộ',
  'trung du, miền núi phía bắc',
  'miền núi phía bắc',
  'trung du miền núi phía bắc',
  'phía bắc',
  'phía nam',
  'miền bắc',
  'miền nam',
  'miền tây',
  'tây bắc',
  'đông bắc',
  'kinh tế trọng điểm phía nam',
  'kinh tế trọng điểm bắc bộ',
  'kinh tế trọng điểm miền trung',
  'thủ đô',
  'bắc bộ'
]

const LINK = '(?:(?:của|trên|trong|ở|toàn|tại) )?(?:(?:cả|toàn) (?=vùng|khu vực))?'
/** A scope phrase in lower-case text: `cả nước`, `của vùng Bắc Trung Bộ`, `trên thế giới`, `khu vực`. */
export const SCOPE = `${LINK}(?:${anyOf(...Object.keys(SCOPES))}(?! -)|(?:(?:các tỉnh |các tỉnh, thành phố |tỉnh )?(?:vùng|khu vực|tiểu vùng|miền) )?${anyOf(...REGIONS)}|(?:khu vực|vùng)(?! [a-zà-ỹđ]{2,30} (?:và|,)))`

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
