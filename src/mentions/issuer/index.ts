import * as z from 'zod'
import type { MentionType } from '../../model/rule.ts'
import type { Issuer } from '../../model/values.ts'
import { anyOf, pattern } from '../../text/pattern.ts'

const schema = z.strictObject({ id: z.string() })

const NATIONAL: Readonly<Record<string, readonly string[]>> = {
  thu_tuong: ['thủ tướng chính phủ', 'thủ tướng'],
  chinh_phu: ['chính phủ'],
  bo_chinh_tri: ['bộ chính trị'],
  ban_bi_thu: ['ban bí thư trung ương đảng', 'ban bí thư'],
  bch_trung_uong: [
    'ban chấp hành trung ương đảng',
    'ban chấp hành trung ương',
    'bch trung ương',
    'trung ương đảng',
    'hội nghị trung ương',
    'bch tw'
  ],
  quoc_hoi: ['quốc hội'],
  ubtvqh: ['ủy ban thường vụ quốc hội', 'ubtvqh', 'thường vụ quốc hội'],
  chu_tich_nuoc: ['chủ tịch nước'],
  vpcp: ['văn phòng chính phủ'],
  nhnn: ['ngân hàng nhà nước việt nam', 'ngân hàng nhà nước', 'nhnn'],
  ttcp: ['thanh tra chính phủ'],
  ubdt: ['ủy ban dân tộc'],
  btttt: [
    'bộ thông tin và truyền thông',
    'bộ tt&tt',
    'bộ tttt',
    'bộ tt-tt',
    'bộ thông tin & truyền thông',
    'bộ thông tin - truyền thông',
    'bộ tt - tt'
  ],
  bkhcn: [
    'bộ khoa học và công nghệ',
    'bộ kh&cn',
    'bộ kh-cn',
    'bộ khcn',
    'bộ khoa học - công nghệ',
    'bộ khoa học- công nghệ',
    'bộ khoa học & công nghệ'
  ],
  bkhdt: ['bộ kế hoạch và đầu tư', 'bộ kh&đt', 'bộ khđt', 'bộ kh-đt', 'bộ kế hoạch - đầu tư'],
  btc: ['bộ tài chính'],
  bnv: ['bộ nội vụ'],
  bct: ['bộ công thương'],
  bgddt: ['bộ giáo dục và đào tạo', 'bộ gd&đt', 'bộ gdđt', 'bộ gd-đt', 'bộ giáo dục & đào tạo', 'bộ giáo dục - đào tạo'],
  byt: ['bộ y tế'],
  bxd: ['bộ xây dựng'],
  bgtvt: ['bộ giao thông vận tải', 'bộ gtvt', 'bộ giao thông - vận tải'],
  btnmt: ['bộ tài nguyên và môi trường', 'bộ tn&mt', 'bộ tnmt', 'bộ tn-mt', 'bộ tài nguyên & môi trường', 'bộ tài nguyên - môi trường'],
  bnnptnt: [
    'bộ nông nghiệp và phát triển nông thôn',
    'bộ nn&ptnt',
    'bộ nn-ptnt',
    'bộ nông nghiệp & phát triển nông thôn',
    'bộ nông nghiệp và ptnt',
    'bộ nn và ptnt',
    'bộ nông nghiệp - phát triển nông thôn'
  ],
  bnnmt: ['bộ nông nghiệp và môi trường', 'bộ nn&mt'],
  bldtbxh: [
    'bộ lao động - thương binh và xã hội',
    'bộ lao động, thương binh và xã hội',
    'bộ lđ-tb&xh',
    'bộ lđtb&xh',
    'bộ lao động thương binh và xã hội',
    'bộ lđtbxh',
    'bộ lao động - thương binh & xã hội'
  ],
  bvhttdl: ['bộ văn hóa, thể thao và du lịch', 'bộ vhttdl', 'bộ vhtt&dl', 'bộ văn hóa - thể thao và du lịch', 'bộ vh-tt&dl'],
  btp: ['bộ tư pháp'],
  bca: ['bộ công an'],
  bqp: ['bộ quốc phòng'],
  bng: ['bộ ngoại giao'],
  bdttg: ['bộ dân tộc và tôn giáo']
}

/** Bodies that exist in every province (or below it): the printed kind decides the level. */
const PROVINCIAL: Readonly<Record<string, readonly string[]>> = {
  tinh_uy: [
    'tỉnh ủy',
    'ban thường vụ tỉnh ủy',
    'btv tỉnh ủy',
    'thường trực tỉnh ủy',
    'thường vụ tỉnh ủy',
    'ban chấp hành đảng bộ tỉnh',
    'bch đảng bộ tỉnh',
    'đảng bộ tỉnh',
    'bí thư tỉnh ủy'
  ],
  thanh_uy: [
    'thành ủy',
    'ban thường vụ thành ủy',
    'btv thành ủy',
    'thường trực thành ủy',
    'ban chấp hành đảng bộ thành phố',
    'bch đảng bộ thành phố',
    'đảng bộ thành phố',
    'đảng bộ tp',
    'đảng bộ tp.'
  ],
  hdnd: ['hội đồng nhân dân', 'hđnd', 'thường trực hđnd'],
  ubnd: ['ủy ban nhân dân', 'ubnd', 'unbd', 'chủ tịch ubnd', 'phó chủ tịch ubnd', 'chủ tịch ủy ban nhân dân'],
  dai_hoi: ['đại hội đảng bộ tỉnh', 'đại hội đại biểu đảng bộ tỉnh', 'đại hội đảng bộ thành phố', 'đại hội đại biểu đảng bộ thành phố']
}
const LOCAL: Readonly<Record<string, readonly string[]>> = {
  huyen_uy: ['huyện ủy', 'ban thường vụ huyện ủy', 'ban chấp hành đảng bộ huyện', 'đảng bộ huyện'],
  quan_uy: ['quận ủy', 'ban thường vụ quận ủy', 'đảng bộ quận'],
  thi_uy: ['thị ủy', 'ban thường vụ thị ủy', 'đảng bộ thị xã'],
  dang_uy: ['đảng ủy', 'ban chấp hành đảng bộ xã', 'ban chấp hành đảng bộ phường', 'đảng bộ xã', 'đảng bộ phường']
}

const ids = (table: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(table).flatMap(([id, phrases]) => phrases.map(p => [p, id] as const)))
const NATIONAL_IDS = ids(NATIONAL)
const PROVINCIAL_IDS = ids(PROVINCIAL)
const LOCAL_IDS = ids(LOCAL)

/** What the `value` of a printed mention holds. */
export type IssuerMention = z.output<typeof schema>

export const issuer: MentionType<Issuer> = {
  type: 'issuer',
  isPublic: true,
  schema,
  tags: ({ level }) => ['Issuer', level === 'national' ? 'National' : 'Regional'],
  publish: ({ body, place, level }) => ({ id: level === 'national' || place === null ? body : `${body}:${place}` }),
  absorbs: {
    type: 'place',
    gap: /^ ?(?:(?:các )?(?:tỉnh|thành phố|tp\.?|huyện|xã|phường|quận) ?)?$/,
    merge: (value, other) =>
      value.level === 'national' || (other as { id: string }).id === 'vn' ? undefined : { ...value, place: (other as { id: string }).id }
  },
  slips: {
    id: 'issuer/slip',
    firm: ['quốc hội'],
    others: ['quốc hồi'],
    phrases: [...Object.values(NATIONAL), ...Object.values(PROVINCIAL)].flat().filter(phrase => /^[\p{L} ,]+$/u.test(phrase)),
    examples: [
      ['Ủy bân nhân dân tỉnh', 'Ủy ban nhân dân tỉnh'],
      ['Thủ tướng Chính phủu giao', 'Thủ tướng Chính phủ giao']
    ],
    counterexamples: ['cơ chế tài chính phù hợp', 'Tuyên bố chính trị', 'cơ quan trung ương đang đề nghị', 'tại Trung Quốc hồi tháng 5']
  },
  rules: [
    {
      id: 'issuer/national',
      pattern: pattern`(?<!(?:nợ|trái phiếu|bảo lãnh|cán) )(?<span>${anyOf(...NATIONAL_IDS.keys())})(?! (?:điện tử|số|kiến tạo|các nước|nước|mỹ|anh|nhật|hàn|trung quốc|thái|singapore))(?![a-zà-ỹđ])`,
      produce: groups => ({ body: NATIONAL_IDS.get(groups['span'] as string) as string, level: 'national', place: null }),
      examples: [
        { text: '⟦Thủ tướng Chính phủ⟧ vừa ký', value: { body: 'thu_tuong', level: 'national' } },
        { text: '⟦Bộ Chính trị⟧ ban hành', value: { body: 'bo_chinh_tri' } },
        { text: ['⟦Bộ KH&CN⟧ trình', '⟦Bộ Khoa học và Công nghệ⟧ trình'], value: { body: 'bkhcn' } }
      ],
      counterexamples: ['xây dựng Chính phủ điện tử', 'chính phủ số', 'nợ Chính phủ so với GDP', 'phát hành trái phiếu Chính phủ']
    },
    {
      id: 'issuer/provincial',
      pattern: pattern`(?<span>${anyOf(...PROVINCIAL_IDS.keys())})(?![a-zà-ỹđ])`,
      produce: groups => ({ body: PROVINCIAL_IDS.get(groups['span'] as string) as string, level: 'province', place: null }),
      glued: true,
      examples: [
        { text: '⟦UBND tỉnh Hậu Giang⟧ đã', value: { body: 'ubnd', place: 'hau_giang' } },
        { text: '⟦Tỉnh ủy Bình Thuận⟧ cũng', value: { body: 'tinh_uy', place: 'binh_thuan' } },
        { text: '⟦Ban chấp hành Đảng bộ tỉnh Hà Tĩnh⟧ khóa mới', value: { body: 'tinh_uy', place: 'ha_tinh' } },
        { text: '⟦HĐND⟧ thông qua', value: { body: 'hdnd', place: null } },
        { text: 'Nghị quyết ⟦Đại hội Đảng bộ tỉnh Nghệ An⟧', value: { body: 'dai_hoi', place: 'nghe_an' } }
      ],
      counterexamples: ['tỉnh uốn khúc']
    },
    {
      id: 'issuer/local',
      pattern: pattern`(?<span>${anyOf(...LOCAL_IDS.keys())})(?![a-zà-ỹđ])`,
      produce: groups => ({ body: LOCAL_IDS.get(groups['span'] as string) as string, level: 'local', place: null }),
      examples: [{ text: '⟦Huyện ủy⟧ ban hành', value: { body: 'huyen_uy', level: 'local' } }],
      counterexamples: ['huyện uống nước']
    }
  ]
}
