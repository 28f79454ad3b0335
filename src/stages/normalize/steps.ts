import type { Edit } from '../../model/text.ts'
import { LETTER, LOWER } from '../../text/letters.ts'
import { glued } from './glued.ts'
import { Need, needsOf } from './needs.ts'

/** One pass of normalization: the edits it makes, with examples `[before, after]` that are its tests. */
export interface NormalizeStep {
  readonly id: string
  /** What a text must hold for it; without it every text is looked at. */
  readonly need?: number
  /** Of a text that needs it. */
  readonly edits: (text: string) => Edit[]
  readonly examples: readonly (readonly [string, string])[]
}

/** The edits of a step; none where the text, by what it needs, is not looked at. */
export function editsOf(step: NormalizeStep, text: string, needs = needsOf(text)): Edit[] {
  return step.need !== undefined && (needs & step.need) === 0 ? [] : step.edits(text)
}

/** The edits that replace every match of `pattern` (global) by `to`; a replacement equal to the match is none. */
function replaceAll(text: string, pattern: RegExp, to: (found: string) => string): Edit[] {
  const edits: Edit[] = []
  for (const m of text.matchAll(pattern)) {
    const replacement = to(m[0])
    if (replacement !== m[0]) edits.push({ start: m.index, end: m.index + m[0].length, to: replacement })
  }
  return edits
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  і: 'i',
  І: 'I'
}
const SPACES = /[\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
// A line that ends in the middle of a phrase: the next goes on in lower case, or the line's last word needs a following one.
const NO_ITEM = '(?!\\d{1,2}(?:\\.\\d{1,2})*[.)/] |[a-zđ][.)] |\\((?:\\d{1,2}|[a-zđ]|[ivx]{1,4})\\) )'
const BREAK_IN_PHRASE = new RegExp(`\\n(?=[${LOWER}]|\\((?![^)\\n]{2,24}\\) ?[-–]))${NO_ITEM}(?<=[^\\n]{23}[^\\n.!?…:;"”)\\]]\\n)`, 'g')
// Behind a closing mark it does where its first word needs one before it (`bằng “0”\nvào năm 2050`).
const BREAK_BEFORE_WORD = /\n(?=(?:vào|của|trên|trong|thuộc|với|nhằm|so với|trở lên|đến năm|được|và|hoặc) )(?<=[^\n]{23}["”)\]]\n)/g
const BREAK_AFTER_WORD = new RegExp(
  `\\n(?=[${LETTER}0-9(])${NO_ITEM}(?<=[^${LETTER}](?:của|và|các|với|trong|cho|là|được|về|tại|theo|để)\\n)`,
  'gi'
)
const BREAK_BEFORE_DIGIT = new RegExp(
  `\\n(?=\\d)${NO_ITEM}(?<=(?:^|[^${LETTER}])(?:số|ngày|tháng|năm|đến|từ|trên|dưới|khoảng|tối thiểu|ít nhất|đạt|chiếm|hơn|gần|xuống|lên|còn)\\n)`,
  'gi'
)
// `Quyết định\n749/QĐ-TTg`, `thành phố\nĐà Nẵng` in lower case: what names a document or place needs its name.
const BREAK_AFTER_NAME = new RegExp(
  `\\n(?=\\d{1,5}/|[${LETTER}]{2})${NO_ITEM}(?<=[${LOWER}] (?:tỉnh|phố|quyết|hoạch|thị|định)\\n)(?=\\d|(?<=(?:tỉnh|phố)\\n).)`,
  'g'
)
// The next line goes on with a measured number (`cấp xã\n1,8%`). A list item begins with a round share of something (`100% xã`).
const BREAK_BEFORE_NUMBER =
  /\n(?!\d+ ?% ?(?!so với)[a-zà-ỹđ])(?=\d+(?:[.,]\d+)?(?: ?%| (?:tỷ|triệu|nghìn|ha|km)))(?<=[^\n.!?…:;"”)\]]{24}\n)/gi

/** The steps, in order: each sees the text that the one before left. */
export const STEPS: readonly NormalizeStep[] = [
  {
    id: 'normalize/nfc',
    // Per cluster, so that the edits stay local: a base letter and its marks. `ê` + dot below also composes.
    need: Need.MARK,
    edits: text => replaceAll(text, /\P{M}\p{M}+/gu, found => found.normalize('NFC')),
    examples: [
      ['Ba\u0306\u0301c Giang', 'Bắc Giang'],
      ['ê\u0323', 'ệ']
    ]
  },
  {
    id: 'normalize/eth',
    need: Need.ETH,
    edits: text => replaceAll(text, /[ÐðƉɖ]/g, found => (found === 'Ð' || found === 'Ɖ' ? 'Đ' : 'đ')),
    examples: [['QÐ-TTg, Ðảng, ðến', 'QĐ-TTg, Đảng, đến']]
  },
  {
    id: 'normalize/fullwidth',
    need: Need.FULLWIDTH,
    edits: text => replaceAll(text, /[\uff01-\uff5e]/g, found => String.fromCharCode(found.charCodeAt(0) - 0xfee0)),
    examples: [['２５％', '25%']]
  },
  {
    id: 'normalize/lookalike',
    // Cyrillic letters inside Latin words.
    need: Need.CYRILLIC,
    edits: text =>
      replaceAll(
        text,
        /(?<=[A-Za-zÀ-ỹ])[аеорсхуАВЕКМНОРСТХіІ]|[аеорсхуАВЕКМНОРСТХіІ](?=[A-Za-zÀ-ỹ])/g,
        found => LOOKALIKES[found] ?? found
      ),
    examples: [['tỉnh Нà Nam', 'tỉnh Hà Nam']]
  },
  {
    id: 'normalize/invisible',
    need: Need.INVISIBLE,
    edits: text => replaceAll(text, /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g, () => ''),
    examples: [['chuyển\u200b đổi\u00ad số', 'chuyển đổi số']]
  },
  {
    id: 'normalize/line-end',
    need: Need.LINE_END,
    edits: text => replaceAll(text, /\r\n?|[\u0085\u2028\u2029]/g, () => '\n'),
    examples: [['một\r\nhai\rba', 'một\nhai\nba']]
  },
  {
    id: 'normalize/space',
    edits: text => (/[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2}| \n|\n /.test(text) ? spaceEdits(text) : []),
    examples: [
      ['a\u00a0b  c\td', 'a b c d'],
      ['một \n hai', 'một\nhai']
    ]
  },
  {
    id: 'normalize/soft-break',
    edits: text => {
      if (!text.includes('\n')) return []
      const both = [
        ...replaceAll(text, BREAK_IN_PHRASE, () => ' '),
        ...replaceAll(text, BREAK_BEFORE_WORD, () => ' '),
        ...replaceAll(text, BREAK_AFTER_WORD, () => ' '),
        ...replaceAll(text, BREAK_BEFORE_DIGIT, () => ' '),
        ...replaceAll(text, BREAK_AFTER_NAME, () => ' '),
        ...replaceAll(text, BREAK_BEFORE_NUMBER, () => ' ')
      ]
      return both.toSorted((a, b) => a.start - b.start).filter((edit, i, all) => edit.start !== all[i - 1]?.start)
    },
    examples: [
      ['Hội nhà vườn đã gửi cho bà con Nghị quyết số\n63-NQ/TW', 'Hội nhà vườn đã gửi cho bà con Nghị quyết số 63-NQ/TW'],
      ['Ngày\n08 tháng 4 năm 2022 xong.\nTiếp', 'Ngày 08 tháng 4 năm 2022 xong.\nTiếp'],
      ['đạt mức phát thải ròng bằng “0”\nvào năm 2050', 'đạt mức phát thải ròng bằng “0” vào năm 2050'],
      ['Mục tiêu:\n- đạt 5 xã', 'Mục tiêu:\n- đạt 5 xã'],
      ['Bảo hiểm y tế vượt 80% dân số\nTheo ngành', 'Bảo hiểm y tế vượt 80% dân số\nTheo ngành'],
      ['Chốt hệ thống chỉ tiêu năm 2020\n(QT) - Chiều', 'Chốt hệ thống chỉ tiêu năm 2020\n(QT) - Chiều'],
      ['II. MỤC TIÊU CỦA TỈNH\n1. Chất thải rắn', 'II. MỤC TIÊU CỦA TỈNH\n1. Chất thải rắn'],
      ['Mục tiêu chung của cả giai đoạn\n(1) Giảm nghèo', 'Mục tiêu chung của cả giai đoạn\n(1) Giảm nghèo'],
      ['Hồ sơ nộp trực tuyến ở các huyện, cấp xã\n1,8%', 'Hồ sơ nộp trực tuyến ở các huyện, cấp xã 1,8%'],
      ['Chuyển đổi số ở vùng sâu\n100% thôn có sóng', 'Chuyển đổi số ở vùng sâu\n100% thôn có sóng']
    ]
  },
  {
    id: 'normalize/glued',
    edits: glued,
    examples: [
      ['kinh tế sốchiếm 20%', 'kinh tế số chiếm 20%'],
      ['tại tỉnhBắc Giang', 'tại tỉnh Bắc Giang'],
      ['củacác xã, Hướngdẫn', 'của các xã, Hướng dẫn'],
      ['VietinBank, iPhone, nghiêng', 'VietinBank, iPhone, nghiêng']
    ]
  }
]

function spaceEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (const m of text.matchAll(SPACES)) {
    const end = m.index + m[0].length
    const atEdge = m.index === 0 || text[m.index - 1] === '\n' || end === text.length || text[end] === '\n'
    const to = atEdge ? '' : ' '
    if (m[0] !== to) edits.push({ start: m.index, end, to })
  }
  return edits
}
