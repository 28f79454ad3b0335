import * as z from 'zod'
import type { MentionType } from '../../model/rule.ts'
import type { DocumentName } from '../../model/values.ts'
import { LOWER } from '../../text/letters.ts'
import { anyOf, pattern } from '../../text/pattern.ts'

const TYPES: Readonly<Record<string, string>> = {
  'nghị quyết': 'nghi_quyet',
  'quyết định': 'quyet_dinh',
  'kế hoạch': 'ke_hoach',
  'chỉ thị': 'chi_thi',
  'chương trình hành động': 'chuong_trinh',
  'chương trình': 'chuong_trinh',
  'đề án': 'de_an',
  'kết luận': 'ket_luan',
  'thông báo': 'thong_bao',
  'báo cáo chính trị': 'van_kien',
  'báo cáo': 'bao_cao',
  'hướng dẫn': 'huong_dan',
  'quy định': 'quy_dinh',
  'thông tư': 'thong_tu',
  'nghị định': 'nghi_dinh',
  'bộ luật': 'luat',
  luật: 'luat',
  'công điện': 'cong_dien',
  'công văn': 'cong_van',
  'chiến lược': 'chien_luoc',
  'quy hoạch': 'quy_hoach',
  'văn kiện': 'van_kien',
  'phương án': 'phuong_an',
  'tờ trình': 'to_trinh',
  'văn bản': 'any'
}

const ACTS =
  /^ (?:cũng |còn |đã )?(?:đề ra|đặt ra|đặt|xác định|nêu|yêu cầu|giao|chốt|quy định|ghi rõ|phấn đấu|dành|chú trọng|hướng tới|hướng đến|(?:được )?xây dựng (?:với|nhằm)|có mục tiêu|với mục tiêu)(?![a-zà-ỹđ])/
const SOURCE = /(?:[Tt]heo|[Tt]ại|[Tt]rong|[Nn]hư) $/
const DONE = /^ (?:vừa|mới|đã) (?:được )?(?:ban hành|thông qua|phê duyệt|ký)/

export const documentName: MentionType<DocumentName> = {
  type: 'document_name',
  isPublic: false,
  isCaseSensitive: true,
  schema: z.strictObject({ type: z.string() }),
  tags: ({ pointing }) => ['Document', 'Named', ...(pointing === 'several' ? ['Several'] : [])],
  slips: {
    id: 'document_name/slip',
    phrases: Object.keys(TYPES).filter(phrase => phrase !== 'văn bản'),
    firm: ['nghị quyết', 'nghị định', 'quyết định', 'quy định'],
    others: ['nghị đình chỉ', 'quyết đình chỉ', 'nghị đính chính', 'quyết đính'],
    examples: [
      ['Nghị quyêt số 05-NQ/TU', 'Nghị quyết số 05-NQ/TU'],
      ['theo quy đinh tại Quyêt định', 'theo quy định tại Quyết định']
    ],
    counterexamples: ['đề nghị đình chỉ', 'hệ thống báo cáo', 'Nghị quyết 63-NQ/TW trình']
  },
  rules: [
    {
      id: 'document_name/type-word',
      pattern: pattern`(?:(?<several>[Cc]ác|[Nn]hững|[Mm]ọi|[Nn]hiều|[Mm]ột số|\d{1,30}) )?(?<draft>[Dd]ự thảo )?(?<span>(?<head>${anyOf(...Object.keys(TYPES).flatMap(t => [t, t[0]!.toUpperCase() + t.slice(1), t.toUpperCase(), t.replace(/(^| )(\p{Ll})/gu, (_, s: string, l: string) => s + l.toUpperCase())]))})(?: (?<pointing>này|trên|nói trên|nêu trên|đó|trước đó))?)(?![${LOWER}])`,
      produce: (groups, around) => {
        const head = groups['head'] as string
        const type = TYPES[head.toLowerCase()] as string
        const several = groups['several'] !== undefined
        // In small letters a type word stands for one document where that does or has something done to it (`nghị quyết chốt lại`, `theo kế hoạch vừa ban hành`).
        const isOne =
          groups['pointing'] !== undefined ||
          (groups['draft'] === undefined && ACTS.test(around.after)) ||
          (SOURCE.test(around.before) && DONE.test(around.after))
        return {
          type,
          pointing: several ? 'several' : isOne ? 'this' : null,
          isName: head[0] !== head[0]!.toLowerCase(),
          isDraft: groups['draft'] !== undefined
        }
      },
      examples: [
        {
          text: [
            'Sau đó ⟦nghị quyết⟧ chốt lại: đến năm 2025',
            'Theo ⟦kế hoạch⟧ vừa ban hành, đến năm 2025',
            'theo ông Long, ⟦đề án⟧ được xây dựng với mục tiêu nâng cao'
          ],
          value: { pointing: 'this', isName: false }
        },
        { text: 'Với ⟦Nghị quyết trên⟧, tỉnh', value: { type: 'nghi_quyet', pointing: 'this', isName: true } },
        { text: '⟦Kế hoạch⟧ đặt mục tiêu', value: { type: 'ke_hoach', pointing: 'this' } },
        { text: '⟦Kế hoạch⟧ phát triển', value: { type: 'ke_hoach', pointing: null } },
        { text: 'các ⟦kế hoạch⟧ hành động', value: { pointing: 'several', isName: false } },
        { text: 'dự thảo ⟦Nghị quyết⟧ nêu', value: { isDraft: true } }
      ],
      counterexamples: ['nghị trường']
    }
  ]
}
