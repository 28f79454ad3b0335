import * as z from 'zod'
import type { MentionType } from '../../model/rule.ts'
import { LOWER, UPPER } from '../../text/letters.ts'
import { pattern } from '../../text/pattern.ts'

/** A company or other body that can have goals of its own; `name` is what it goes by. */
export interface Organization {
  readonly name: string
}

const HEAD =
  '(?:CTCP|Công ty [Cc]ổ phần|Công ty CP|Công ty TNHH(?: MTV| một thành viên)?|Công ty|Tập đoàn|Tổng [Cc]ông ty|Ngân hàng(?: TMCP| thương mại cổ phần)?|HTX|Hợp tác xã)'
// Words of a trade inside a company's name, which are printed small (`CTCP Lương thực Thực phẩm Vinasa`).
const TRADE =
  'thực|phẩm|triển|sản|động|tư|dựng|khoán|hàng|nghiệp|mại|khí|lực|nước|thuật|thủy|liệu|phẩm|tế|lịch|vụ|và|khẩu|biến|may|sắt|không|thông|nghệ|nông|lâm|tải|chứng|đầu|xây|bất|kỹ|tàu|thép|điện|mía|đường|giấy|bao|bì|dầu|dược|công|cổ|phần|lúa|rau|tín|dụng|cao|su|chăn|nuôi'
const CAPITAL = `[${UPPER}][${UPPER}${LOWER}0-9&'.]*`
const TAIL = `(?<name>${CAPITAL}(?:(?: -)? ${CAPITAL}){0,5})`

// A word with marks in capitals only is a heading's (`HTX KIỂU MỚI`); names in capitals are abbreviations.
const isShouted = (name: string): boolean => !/\p{Ll}/u.test(name) && /[^\x20-\x7e]/.test(name)

export const organization: MentionType<Organization> = {
  type: 'organization',
  isPublic: false,
  isCaseSensitive: true,
  schema: z.strictObject({ name: z.string() }),
  tags: () => ['Organization', 'Noun'],
  rules: [
    {
      id: 'organization/company',
      pattern: pattern`(?<span>${HEAD} (?<full>(?:(?:${CAPITAL} )?(?:${TRADE}) ){0,6}${TAIL}))`,
      // A company's name may end with its country's: then its trade is what tells it apart.
      produce: groups => {
        const name = (groups['name'] === 'Việt Nam' ? groups['full'] : groups['name']) as string
        return isShouted(name) ? undefined : { name: name.replace(/[.'&]+$/, '') }
      },
      examples: [
        { text: 'tại ⟦CTCP Chế biến Thực phẩm Sao Mai - Hướng Dương⟧ (UPCoM: SHD)', value: { name: 'Sao Mai - Hướng Dương' } },
        { text: '⟦CTCP Đầu tư Bất động sản Thiên Lộc⟧ thông qua', value: { name: 'Thiên Lộc' } },
        { text: '⟦Tổng công ty Vận tải thủy Việt Nam⟧ đặt', value: { name: 'Vận tải thủy Việt Nam' } },
        { text: '⟦CTCP Gạch Đồng Tâm⟧ (GDT)', value: { name: 'Gạch Đồng Tâm' } },
        { text: '⟦Tập đoàn Hòa Phát⟧ đặt', value: { name: 'Hòa Phát' } }
      ],
      counterexamples: ['công ty này', 'TỪ HTX GIẢI THỂ ĐẾN HTX LÀM GIÀU', 'Ngân hàng trung ương', 'Công ty đặt mục tiêu']
    },
    {
      id: 'organization/brand',
      pattern: pattern`(?<span>(?!World Bank|Asian Development Bank)(?<name>(?:[A-Z][A-Za-z]+ ){1,3}(?:Airlines|Airways|Group|Holdings|Corporation|Corp|Bank|Motors|Land|Securities|Telecom)|[A-Z][A-Za-z]{2,}[bB]ank))`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [{ text: ['⟦Sunrise Airlines⟧ phấn đấu', '⟦An Phu Group⟧ đặt mục tiêu', '⟦Minhlongbank⟧ lên kế hoạch'], value: {} }],
      counterexamples: ['World Bank dự báo', 'Facebook']
    }
  ],
  names: ({ name }) => (name.includes(' ') ? [{ name, value: { name }, rule: 'organization/short-name' }] : [])
}
