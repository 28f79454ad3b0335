import * as z from 'zod'
import type { Groups, MentionType, Surroundings } from '../../model/rule.ts'
import type { DocumentNumber } from '../../model/values.ts'
import { pattern } from '../../text/pattern.ts'
import { canonicalOrgan, isPartyOrgan, organOf } from './organs.ts'
import { canonicalAbbreviation, DOCUMENT_TYPES, HEAD_WORDS, typeOfAbbreviation, typeOfHead } from './types.ts'

const schema = z.strictObject({
  canonical: z.string(),
  type: z.string().nullable(),
  organ: z.string().nullable(),
  issued: z.string().nullable()
})

/** `nghị quyết` in the cases it is printed in: first letters of either case, or all capitals. */
const anyCase = (phrase: string) =>
  `(?:${phrase.replace(/(^| )(\p{Ll})/gu, (_, space: string, letter: string) => `${space}[${letter}${letter.toUpperCase()}]`)}|${phrase.toUpperCase()})`

const heads = HEAD_WORDS.map(([head]) => anyCase(head)).join('|')
const HEAD = `(?:(?<head>${heads}|NQLT|NQ|QĐ|NĐ|KH|CT)(?: (?:hành động|chuyên đề|kết luận|triển khai|khung))?,? ?(?:[Ss]ố|SỐ)?:? ?(?=\\d))`
/** `CTr` as some print it: `Ctr`. */
const titled = (abbreviation: string) =>
  /\p{Ll}/u.test(abbreviation) ? `${abbreviation[0]}${abbreviation.slice(1).toLowerCase()}` : abbreviation
const abbreviations = [
  ...new Set(DOCUMENT_TYPES.flatMap(t => t.abbreviations.flatMap(a => [a, a.toUpperCase(), titled(a), a.replaceAll('Đ', 'D')])))
].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
const TYPE = `(?<type>${abbreviations.join('|')})`
const CODE = '(?:TTg|Ttg|ttg|ThU|Tw|Tu(?![a-zà-ỹ])|[A-ZĐƯ][A-ZĐƯ&.]{0,20}[A-ZĐƯ](?!(?<=\\.[A-ZĐƯ])[a-zà-ỹ])\\d{0,2})'
const ORGAN = `(?<organ>${CODE}(?: ?- ?${CODE}){0,20})`
const YEAR = '(?<year>(?:19|20)\\d{2})'
/** A number, with the letter of a later insertion (`30a`). */
const NUM = '(?<num>\\d{1,5}[a-zđ]?)'
const SLASH = ' ?/{1,2} ?'
const DASH = ' ?- ?'

const pad = (number: string) => (/^\d\D?$/.test(number) ? `0${number}` : number)
const strip = (number: string) => number.replace(/^0+(?=\d)/, '')
const joined = (code: string) =>
  code
    .split(/ ?[-–] ?/)
    .map(canonicalOrgan)
    .join('-')

/** The number in canonical writing: party `NN-TYPE/ORGAN`, state `NN[/YYYY]/TYPE-ORGAN`. */
function numbered(groups: Groups, isRepaired = false): DocumentNumber | undefined {
  const { num, type, year = null } = groups
  const abbreviation = canonicalAbbreviation(type as string)
  if (num === undefined || abbreviation === undefined) return undefined
  const organ = joined(groups['organ'] as string)
  const isParty = isPartyOrgan(organ)
  const canonical = isParty
    ? `${pad(num)}-${abbreviation}/${organ}`
    : `${pad(num)}/${year === null ? '' : `${year}/`}${abbreviation}-${organ}`
  return {
    canonical,
    type: typeFor(abbreviation, groups['head']),
    organ,
    issuer: organOf(organ)?.issuer ?? null,
    system: isParty ? 'party' : 'state',
    number: strip(num),
    year: isParty ? null : year,
    isBare: false,
    isRepaired
  }
}

/** The word in front decides where an abbreviation is shared (`Quy định 216-QĐ/TW`, `Chương trình hành động 58-CT/TU`). */
function typeFor(abbreviation: string, head: string | undefined): string | null {
  const fromHead = typeOfHead(head?.toLowerCase())
  const fromNumber = typeOfAbbreviation(abbreviation) ?? null
  const shared: Readonly<Record<string, readonly string[]>> = {
    QĐ: ['quy_dinh', 'quyet_dinh'],
    CT: ['chuong_trinh', 'chi_thi'],
    TT: ['thong_tri', 'thong_tu']
  }
  return fromHead && shared[abbreviation]?.includes(fromHead) ? fromHead : fromNumber
}

function letter(groups: Groups): DocumentNumber | undefined {
  const { num, organ, head } = groups
  if (num === undefined || organ === undefined) return undefined
  // `Tầng 5/Vincom - Q`: a name in small letters is an organ only in a letter that is called one.
  if (/^[A-Z][a-z]/.test(organ) && organ !== 'TTg' && !/^TTg/.test(organ) && (head === undefined || !/[-–] ?[A-ZĐ]{2}/.test(organ)))
    return undefined
  const code = joined(organ)
  return {
    canonical: `${pad(num)}/${code}`,
    type: typeOfHead(head?.toLowerCase()) ?? 'cong_van',
    organ: code,
    issuer: organOf(code)?.issuer ?? null,
    system: 'state',
    number: strip(num),
    year: null,
    isBare: false,
    isRepaired: false
  }
}

// `Luật Đầu tư số`, `Bộ luật Lao động số`, `Luật Tổ chức chính quyền địa phương (sửa đổi) số`: a law by its name, before its number.
const LAW = /(?:^|[^\p{L}])(?:Bộ l|L)uật(?: (?!số )[\p{L}]{1,30},?| \(sửa đổi\)){1,14},? số:? ?$/u

function assembly(groups: Groups, around: Surroundings): DocumentNumber | undefined {
  const { num, year, organ, head } = groups
  const isLaw = head === undefined && /^QH/.test(organ ?? '') && LAW.test(around.before)
  if (num === undefined || year === undefined || organ === undefined) return undefined
  return {
    canonical: `${pad(num)}/${year}/${organ}`,
    type: typeOfHead(head?.toLowerCase()) ?? (isLaw ? 'luat' : Number(num) > 0 && /^UBTVQH/.test(organ) ? 'nghi_quyet' : null),
    organ,
    issuer: organOf(organ)?.issuer ?? null,
    system: 'state',
    number: strip(num),
    year,
    isBare: false,
    isRepaired: false
  }
}

// What follows a bare number when it counts something instead (`Chương trình 5 năm`, `Nghị quyết 2 phiên`).
const COUNTED =
  /^(?:[.,/]\d| ?%|\s?-\s?\d| (?:năm|tháng|ngày|tuần|người|nội dung|nhiệm vụ|mục|chương|điều|khoản|điểm|phiên|kỳ|tỷ|tỉ|triệu|nghìn|ngàn|xã|huyện|tỉnh|luật|nghị|dự án|văn bản|bộ|cấp|nhóm|giải pháp|chỉ tiêu|đề án|quyết định|thông tư|chỉ thị|lĩnh vực|đột phá|trụ cột|chức danh|phương án|ha|km)(?![a-zà-ỹđ]))/

// When it was issued, behind a number: `Nghị quyết 68 ngày 4/5/2025`, `Nghị định 10 năm 2022`.
const DATED = /^,? ngày \d{1,2} ?(?:[/.-] ?\d|tháng )/
const OF_YEAR = /^ năm (?:19|20)\d\d(?! ?[-–]| đến )/
// `Nghị quyết 02 năm nay`: with a zero in front it counts no years.
const THIS_YEAR = /^ năm (?:nay|ngoái|trước)(?![a-zà-ỹđ])/
const CITED_WITH_YEAR: ReadonlySet<string> = new Set(['nghi_dinh', 'thong_tu', 'quyet_dinh', 'chi_thi', 'nghi_quyet', 'cong_dien'])

function bare(groups: Groups, around: Surroundings): DocumentNumber | undefined {
  const { num, head, no } = groups
  if (num === undefined || head === undefined) return undefined
  const type = typeOfHead(head.toLowerCase()) ?? typeOfAbbreviation(head) ?? null
  const isDated =
    DATED.test(around.after) ||
    (num.startsWith('0') && THIS_YEAR.test(around.after)) ||
    (OF_YEAR.test(around.after) && (no !== undefined || CITED_WITH_YEAR.has(type ?? '')))
  if ((COUNTED.test(around.after.toLowerCase()) && !isDated) || /^[A-ZĐ]/.test(around.after)) return undefined
  // `TT` also shortens `thị trấn`: a circular's number has two digits or is cited (`tại TT 7`).
  if (head === 'TT' && no === undefined && !/^0\d/.test(num) && !/(?:theo|tại|của|sửa đổi|thay thế|ban hành|và) $/.test(around.before))
    return undefined
  // Without `số` only types that are cited by number alone, and no year.
  const isCited = [
    'nghi_quyet',
    'quyet_dinh',
    'chi_thi',
    'ket_luan',
    'nghi_dinh',
    'thong_tu',
    'quy_dinh',
    'huong_dan',
    'cong_dien'
  ].includes(type ?? '')
  if (!no && (!isCited || /^(?:19|20)\d\d$/.test(num))) return undefined
  return { canonical: num, type, organ: null, issuer: null, system: null, number: strip(num), year: null, isBare: true, isRepaired: false }
}

const CITED_BY_YEAR: ReadonlySet<string> = new Set(['quyet_dinh', 'nghi_quyet'])

const LISTABLE = ['nghị quyết', 'quyết định', 'chỉ thị', 'kết luận', 'nghị định', 'thông tư'].map(anyCase).join('|')

/** What the `value` of a printed mention holds. */
export type DocumentNumberMention = z.output<typeof schema>

export const documentNumber: MentionType<DocumentNumber> = {
  type: 'document_number',
  isPublic: true,
  isCaseSensitive: true,
  schema,
  tags: () => ['Document', 'Numbered'],
  publish: ({ canonical, type, organ }) => ({ canonical, type, organ, issued: null }),
  rules: [
    {
      id: 'document_number/normative',
      pattern: pattern`${HEAD}?(?<span>${NUM}${SLASH}${YEAR}(?:${SLASH}| )${TYPE}${DASH}${ORGAN})`,
      produce: groups => numbered(groups),
      glued: true,
      examples: [
        { text: 'theo Nghị định số ⟦83/2021/NĐ-CP⟧ của Chính phủ', value: { canonical: '83/2021/NĐ-CP', type: 'nghi_dinh' } },
        { text: 'Nghị quyết ⟦12/2022/NQ-HĐND⟧ vừa thông qua', value: { canonical: '12/2022/NQ-HĐND', type: 'nghi_quyet' } },
        { text: 'Nghị quyết ⟦31c/2008/NQ-CP⟧ về', value: { canonical: '31c/2008/NQ-CP' } },
        { text: 'Nghị định ⟦36/2021 NĐ-CP⟧ về', value: { canonical: '36/2021/NĐ-CP' } },
        { text: 'Thông tư ⟦05/2022/TT-BNNPTNT⟧', value: { canonical: '05/2022/TT-BNNPTNT', type: 'thong_tu', issuer: 'bnnptnt' } },
        { text: 'Chỉ thị ⟦41/1999/CT-TW⟧ của Bộ Chính trị', value: { canonical: '41-CT/TW', type: 'chi_thi' } }
      ],
      counterexamples: ['ngày 83/2021/5', 'đạt 12/2022/chỉ tiêu']
    },
    {
      id: 'document_number/national-assembly',
      pattern: pattern`${HEAD}?(?<span>${NUM}${SLASH}${YEAR}${SLASH}(?<organ>(?:UBTV)?QH ?\d{1,2}))`,
      produce: assembly,
      glued: true,
      examples: [
        { text: 'Nghị quyết số ⟦209/2025/QH15⟧ về nhà ở', value: { canonical: '209/2025/QH15', type: 'nghi_quyet', issuer: 'quoc_hoi' } },
        { text: 'Luật Quản lý thuế số ⟦38/2019/QH14⟧', value: { canonical: '38/2019/QH14', type: 'luat', organ: 'QH14' } },
        { text: 'Nghị quyết ⟦187/2025//QH15⟧', value: { canonical: '187/2025/QH15' } }
      ],
      counterexamples: ['số phiếu 209/2025']
    },
    {
      id: 'document_number/party',
      pattern: pattern`${HEAD}?(?<span>${NUM}${DASH}${TYPE} ?[/-] ?${ORGAN})`,
      produce: groups => numbered(groups),
      glued: true,
      examples: [
        {
          text: 'đã ký Nghị quyết số ⟦147-NQ/TU⟧ về nuôi tôm',
          value: { canonical: '147-NQ/TU', type: 'nghi_quyet', organ: 'TU' }
        },
        { text: ['Nghị quyết số ⟦05 -NQ/TU⟧', 'Nghị quyết số ⟦5-NQ/TU⟧', 'NQ số ⟦05-NQ/TU⟧'], value: { canonical: '05-NQ/TU' } },
        { text: 'Nghị quyết ⟦57- NQ/TW⟧ của Bộ Chính trị', value: { canonical: '57-NQ/TW' } },
        { text: 'Nghị quyết ⟦03-NQ/BCSĐ⟧ của Ban cán sự Đảng Bộ', value: { canonical: '03-NQ/BCSĐ', system: 'party' } },
        { text: 'Chương trình số ⟦41-Ctr/TU⟧', value: { canonical: '41-CTr/TU', type: 'chuong_trinh' } },
        { text: 'Chương trình hành động số ⟦58-CT/TU⟧', value: { canonical: '58-CT/TU', type: 'chuong_trinh' } },
        { text: 'Quy định ⟦216-QĐ/TW⟧ về', value: { canonical: '216-QĐ/TW', type: 'quy_dinh' } },
        { text: 'Quyết định ⟦219-QĐ/TW⟧ về', value: { canonical: '219-QĐ/TW', type: 'quyet_dinh' } },
        { text: 'Kế hoạch số ⟦07-KH/BCĐTW⟧ ngày', value: { canonical: '07-KH/BCĐTW', type: 'ke_hoach' } },
        { text: 'Quy định ⟦372-QĐ-TW⟧ năm 2024', value: { canonical: '372-QĐ/TW', type: 'quy_dinh' } },
        { text: ['quy định số⟦31-QĐ/TW⟧', 'Quy định ⟦31-QĐ/TW⟧nêu rõ'], value: { canonical: '31-QĐ/TW' } },
        { text: 'Công văn ⟦2769-CV/BTGDVTW⟧ năm 2025', value: { canonical: '2769-CV/BTGDVTW', system: 'party' } },
        { text: 'theo ⟦418 - QĐ/TWĐTN-VP⟧', value: { canonical: '418-QĐ/TWĐTN-VP' } }
      ],
      counterexamples: ['giai đoạn 2021-2025', 'xếp thứ 10-15/63']
    },
    {
      id: 'document_number/state',
      pattern: pattern`${HEAD}?(?<span>${NUM}${SLASH}${TYPE}${DASH}${ORGAN})`,
      produce: groups => numbered(groups),
      glued: true,
      examples: [
        { text: 'Quyết định số: ⟦749/QĐ-TTg⟧ ngày 03/6/2020', value: { canonical: '749/QĐ-TTg', type: 'quyet_dinh', issuer: 'thu_tuong' } },
        { text: 'Nghị quyết số ⟦01/NQ-TU⟧', value: { canonical: '01-NQ/TU', system: 'party' } },
        { text: 'ban hành Kế hoạch số ⟦14084/KH-UBND⟧', value: { canonical: '14084/KH-UBND', type: 'ke_hoach' } },
        { text: 'Nghị quyết số ⟦1482/NQ-UBTVQH15⟧', value: { canonical: '1482/NQ-UBTVQH15', issuer: 'ubtvqh' } },
        { text: 'Nghị quyết ⟦35b/NQ-CP⟧ về', value: { canonical: '35b/NQ-CP' } },
        { text: 'Quyết định số ⟦2140/QĐ-BNN-TT⟧ phê duyệt', value: { canonical: '2140/QĐ-BNN-TT', issuer: 'bnnptnt' } },
        { text: 'Công điện ⟦116/CĐ-TTg⟧', value: { canonical: '116/CĐ-TTg', type: 'cong_dien' } },
        { text: 'Quyết định số ⟦641/QĐ-Ttg⟧', value: { canonical: '641/QĐ-TTg' } },
        { text: 'trasố ⟦53/BC- HĐND⟧', value: { canonical: '53/BC-HĐND', type: 'bao_cao' } },
        { text: 'Nghị quyết ⟦192/KL-TW⟧', value: { canonical: '192-KL/TW', type: 'ket_luan' } },
        { text: 'Quyết định số ⟦618/QĐ-BNNMT⟧.Theo đó', value: { canonical: '618/QĐ-BNNMT' } }
      ],
      counterexamples: ['đạt 63/63 tỉnh', 'mạng 4G/5G', '18/20 chỉ tiêu']
    },
    {
      // Resolutions of a yearly series, whose number goes with the year (`19-2017/NQ-CP`).
      id: 'document_number/yearly',
      pattern: pattern`${HEAD}?(?<span>(?<num>\d{1,3}) ?- ?${YEAR}${SLASH}${TYPE}${DASH}${ORGAN})`,
      produce: groups => {
        const value = numbered(groups)
        return value && { ...value, canonical: value.canonical.replace('/', '-') }
      },
      glued: true,
      examples: [{ text: 'Nghị quyết ⟦18-2016/NQ-CP⟧ ngày', value: { canonical: '18-2016/NQ-CP', type: 'nghi_quyet' } }],
      counterexamples: ['giai đoạn 19-2017/NQ', 'năm 2016-2017/NQ-CP']
    },
    {
      // Resolutions of companies, numbered by their day (`24.10.2024/NQ-HĐQT`).
      id: 'document_number/of-day',
      pattern: pattern`${HEAD}?(?<span>(?<num>\d{1,2}\.\d{1,2}\.(?:19|20)\d{2})${SLASH}${TYPE}${DASH}${ORGAN})`,
      produce: groups => numbered(groups),
      glued: true,
      examples: [
        { text: 'Nghị quyết số ⟦24.10.2024/NQ-ĐHĐCĐ⟧ của', value: { canonical: '24.10.2024/NQ-ĐHĐCĐ', type: 'nghi_quyet' } },
        { text: 'Nghị quyết ⟦8.11.2024/NQ-HĐQT⟧', value: { canonical: '8.11.2024/NQ-HĐQT' } }
      ],
      counterexamples: ['ngày 24.10.2024/NQ', 'giá 24.102/NQ-HĐQT']
    },
    {
      id: 'document_number/lost-hyphen',
      pattern: pattern`${HEAD}?(?<span>(?<num>\d{1,4}) ?(?:${SLASH}${YEAR})?(?:${SLASH})?(?<type>NQ|NĐ|QĐ|QD|CT|KL|CĐ)(?:${SLASH})?(?<organ>TW|TU|TTg|CP))`,
      produce: groups => numbered(groups, true),
      glued: true,
      examples: [
        { text: 'Nghị quyết số ⟦08/NQCP⟧ ngày', value: { canonical: '08/NQ-CP', isRepaired: true } },
        { text: 'Nghị định số ⟦128/2020/NĐCP⟧ ngày', value: { canonical: '128/2020/NĐ-CP', isRepaired: true } },
        { text: 'Nghị quyết ⟦57NQ/TW⟧', value: { canonical: '57-NQ/TW', isRepaired: true } },
        { text: 'Quyết định ⟦219QD/TW⟧', value: { canonical: '219-QĐ/TW' } }
      ],
      counterexamples: ['219 CP', '57 CT']
    },
    {
      id: 'document_number/lost-type',
      pattern: pattern`${HEAD}(?<span>(?<num>\d{1,4})${SLASH}(?<organ>TU|TW|HU|TTg)(?! ?- ?[A-ZĐ]))`,
      produce: ({ num, organ, head }) => {
        const type = typeOfHead(head?.toLowerCase())
        const abbreviation = DOCUMENT_TYPES.find(t => t.id === type)?.abbreviations[0]
        return abbreviation === undefined ? undefined : numbered({ num, organ, head, type: abbreviation }, true)
      },
      glued: true,
      examples: [
        { text: 'Nghị quyết số ⟦06/TU⟧ của Tỉnh ủy', value: { canonical: '06-NQ/TU', type: 'nghi_quyet' } },
        { text: 'Quyết định số ⟦1855/TTg⟧ ngày', value: { canonical: '1855/QĐ-TTg', type: 'quyet_dinh' } }
      ],
      counterexamples: ['tổng số 06/TU', 'công văn 512/TTg-NN']
    },
    {
      id: 'document_number/letter',
      pattern: pattern`${HEAD}?(?<span>(?<num>\d{1,5})${SLASH}(?<organ>(?:TTg|[A-ZĐ][A-ZĐ&]{1,9}|[A-Z][a-z]{2,9})(?: ?[-–] ?[A-ZĐ](?:[A-ZĐ&0-9]|\.(?=[A-ZĐ0-9])){0,10}){1,20}))`,
      produce: letter,
      glued: true,
      examples: [
        { text: 'Công văn số ⟦4338/BTTTT-CĐSQG⟧', value: { canonical: '4338/BTTTT-CĐSQG', type: 'cong_van', organ: 'BTTTT-CĐSQG' } },
        { text: 'công văn ⟦512/TTg-NN⟧', value: { canonical: '512/TTg-NN', type: 'cong_van', organ: 'TTg-NN' } },
        { text: 'nêu tại văn bản ⟦7464/TCHQ-TXNK⟧.', value: { canonical: '7464/TCHQ-TXNK' } },
        { text: 'Quyết định ⟦387/TCHQ-TCCB⟧', value: { canonical: '387/TCHQ-TCCB', type: 'quyet_dinh' } },
        { text: 'văn bản số ⟦275/Vinagas – HĐTV⟧ ngày', value: { canonical: '275/Vinagas-HĐTV', type: 'cong_van' } }
      ],
      counterexamples: ['0903/ABC', 'xếp 5/14 tỉnh', 'Tầng 5/Vincom - Q', 'Bảng 3/Arsenal - MU']
    },
    {
      // As numbers were written before 1996: the number and who issued it.
      id: 'document_number/historic',
      pattern: pattern`(?<head>${heads}|[Ss]ắc lệnh|SẮC LỆNH),? ?(?:[Ss]ố|SỐ)?:? ?(?<span>(?<num>\d{1,4})${SLASH}(?<organ>HĐBT|HĐCP|SL|CP))(?! ?[/-] ?[A-ZĐ])`,
      produce: ({ num = '', organ = '', head }) => {
        const type = typeOfHead(head?.toLowerCase()) ?? 'lenh'
        // `Đề án 06/CP` is a scheme's short name.
        if (organ === 'CP' && type !== 'nghi_dinh' && type !== 'nghi_quyet') return undefined
        const canonical = `${pad(num)}/${organ}`
        return { canonical, type, organ, issuer: null, system: 'state', number: strip(num), year: null, isBare: false, isRepaired: false }
      },
      examples: [
        { text: 'ký Sắc lệnh số ⟦64/SL⟧ ngày 23/11/1945', value: { canonical: '64/SL', type: 'lenh' } },
        { text: 'Quyết định số ⟦7/HĐBT⟧ thành lập', value: { canonical: '07/HĐBT', type: 'quyet_dinh' } },
        { text: 'Nghị định ⟦64/CP⟧ về giao đất', value: { canonical: '64/CP', type: 'nghi_dinh' } }
      ],
      counterexamples: ['tổng số 12/SL', 'Nghị định 64/CP-KT', 'Đề án 09/CP']
    },
    {
      // Cited by number and year alone, without the organ (`Thông tư số 36/2017`).
      id: 'document_number/of-year',
      pattern: pattern`(?<head>${heads})(?:,? ?(?<no>[Ss]ố))?:? ?(?<span>(?<num>\d{1,4}) ?/ ?${YEAR})(?! ?[/-] ?[\dA-ZĐ])`,
      produce: (groups, around) => {
        const value = bare(groups, around)
        if (value === undefined) return undefined
        // Up to 12 it may be a month (`Kế hoạch 8/2022`), but for types that are cited so.
        const isCited =
          ['nghi_dinh', 'thong_tu'].includes(value.type ?? '') || (Number(groups['num']) > 12 && CITED_BY_YEAR.has(value.type ?? ''))
        if (!groups['no'] && !isCited) return undefined
        return { ...value, canonical: `${pad(value.canonical)}/${groups['year']}`, system: 'state', year: groups['year'] as string }
      },
      examples: [
        { text: 'theo Thông tư số ⟦36/2017⟧ của', value: { canonical: '36/2017', type: 'thong_tu', isBare: true } },
        {
          text: ['Nghị định ⟦47/2019⟧ quy định', 'Nghị định ⟦47/2019⟧ ngày 5/6/2019 và'],
          value: { canonical: '47/2019', type: 'nghi_dinh' }
        },
        { text: 'sửa đổi Quyết định ⟦41/2014⟧ trong', value: { canonical: '41/2014', type: 'quyet_dinh' } }
      ],
      counterexamples: ['Kế hoạch tháng 8/2022', 'Nghị quyết 11/2022 đã']
    },
    {
      id: 'document_number/bare-listed',
      pattern: pattern`(?<span>(?<num>\d{1,4}))(?<=(?<head>${LISTABLE}),? ?(?<no>[Ss]ố)?:? ?\d{1,4}(?:-NQ/TW)?(?:(?:, | và |; |, và )\d{1,4}){1,30})`,
      produce: bare,
      examples: [{ text: 'Nghị quyết 01 và ⟦02⟧ của Chính phủ', value: { canonical: '02', type: 'nghi_quyet', isBare: true } }],
      counterexamples: ['Nghị quyết 01 và 02 chỉ tiêu']
    },
    {
      id: 'document_number/bare',
      pattern: pattern`(?<head>${heads}|NQ|NĐ|TT)(?: hành động)?(?:,? ?(?<no>[Ss]ố))?:? ?(?<span>(?<num>\d{2}[a-e](?! ?[-/%])|\d{1,4}))`,
      produce: bare,
      examples: [
        { text: 'theo Nghị quyết ⟦57⟧ của Bộ Chính trị', value: { canonical: '57', type: 'nghi_quyet', isBare: true } },
        { text: 'các huyện theo Nghị quyết ⟦31c⟧ của', value: { canonical: '31c', type: 'nghi_quyet', isBare: true } },
        { text: 'Kế hoạch số ⟦251⟧ của Thành phố', value: { canonical: '251', type: 'ke_hoach' } },
        { text: 'Kết luận số ⟦138⟧; siết chặt', value: { canonical: '138', type: 'ket_luan' } },
        { text: 'theo NĐ ⟦94⟧ và', value: { canonical: '94', type: 'nghi_dinh' } },
        { text: 'hướng dẫn tại TT ⟦07⟧.', value: { canonical: '07', type: 'thong_tu' } },
        {
          text: [
            'thay thế Nghị quyết số ⟦09⟧ ngày 3/8/2022 của',
            'theo Nghị quyết số ⟦09⟧ năm 2022 của',
            'Nghị quyết ⟦09⟧ ngày 3/8/2022 của',
            'Nghị quyết ⟦09⟧, ngày 3 tháng 8 năm 2022 của',
            'Nghị định ⟦09⟧ năm 2022 của',
            'Nghị quyết ⟦09⟧ năm nay đề ra'
          ],
          value: { canonical: '09', isBare: true }
        }
      ],
      counterexamples: [
        'Kế hoạch 5 năm 2021-2025',
        'Nghị quyết 10 năm 2021-2030',
        'Chương trình 2 ngày 3/5 và 4/5',
        'trình 05 Nghị định, 01 Quyết định',
        'đúng quy định, 22 tiêu chuẩn',
        'Chương trình 135',
        'Đề án 06',
        'báo cáo 6 tháng',
        'Nghị quyết 2025',
        'Nghị quyết 20 năm',
        'Nghị quyết 20 năm trước'
      ]
    }
  ]
}
