import { MENTIONS } from '../../src/mentions/index.ts'
import { RECORDS } from '../../src/records/index.ts'
import { REFUSALS } from '../../src/stages/link/refusals.ts'

/** What a hostile text repeats, behind what it begins with. */
export interface Pattern {
  readonly opening: string
  readonly unit: string
}

/** A text of at least so many characters. */
export const textOf = ({ opening, unit }: Pattern, length: number): string =>
  opening + unit.repeat(Math.max(1, Math.ceil((length - opening.length) / unit.length)))

const OPENING = 'Quyết định số 12/QĐ-TTg ngày 1/2/2024 của Thủ tướng Chính phủ.\n'
const HEADER = 'Mục tiêu đến năm 2030:\n'

/** Patterns each of which once took, or may well take, more time the longer the text was; the others are in `allPatterns`. */
export const CHOSEN: readonly Pattern[] = [
  ...['7', '1/', 'ế', 'A.A.', '(', '“5%” ', ', ', '\n', 'năm năm ', 'a\n'],
  ...['a:\n5%\n', '- a:\n', '- a:\n+ 5%\n', 'I. MỤC TIÊU\n', '1. Nước\n- 5%\n', 'Nước sạch\n5%\n', '1.1. Mục tiêu\n- phấn đấu đạt 5%\n'],
  ...['60% ', '5 căn ', 'từ 5% đến 6% ', 'trong đó có 5 bến, ', 'giúp 5% ', 'nhằm tăng 5%, ', 'đạt 5% chỉ tiêu, ', 'lần lượt 5% và 6%, '],
  ...['Đến năm 2030 đạt 60%\n', 'Tỷ lệ hộ nghèo còn 4%.\n', 'Theo đó, đạt 50%.\n', 'Năm 2030 đạt 5%. ', 'Có 5 trạm.\nNói.\nNói.\n'],
  ...['so với cùng kỳ tăng 5%\n', 'cuối nhiệm kỳ ', '6 tháng đầu năm ', 'ngày 5 ', 'giai đoạn 2021-2025, ', 'so với mục tiêu 5%. '],
  ...[
    'tỉnh đạt 5%. ',
    'Hà Nội và Huế ',
    'Huyện Văn Chấn đạt 5%.\n',
    'công ty lãi 5 tỷ đồng. ',
    'xếp thứ 5 cả nước, ',
    'Tin liên quan\n5%\n'
  ],
  ...['Nghị quyết số 12-NQ/TW phấn đấu đạt 5%.\n', 'Đề án nêu 5%. ', 'Nghị quyết số 15 ', 'UBND tỉnh Hà Giang ', 'Bộ Y tế đạt 5%. '],
  'Phấn đấu đến năm 2030, tỷ lệ che phủ rừng của tỉnh Hà Giang đạt 60%.\n',
  'Ông Nam nói "phấn đấu đến năm 2030 có 60% số hộ dùng nước sạch".\n'
].map(unit => ({ opening: '', unit }))

/** Patterns that count on: no two of their lines name the same document, place or year. */
export const COUNTING: readonly { readonly name: string; readonly line: (n: number) => string }[] = [
  { name: 'documents, each with a goal', line: n => `Quyết định số ${n}/QĐ-TTg đề ra mục tiêu ${n % 90}%.\n` },
  { name: 'documents of one number, by place', line: n => `UBND huyện ${name(n)} ban hành Quyết định số 5/QĐ-UBND.\n` },
  { name: 'documents named by their titles', line: n => `Bộ Y tế ban hành Kế hoạch về dự án ${name(n)}. Kế hoạch nêu 5%.\n` },
  { name: 'places, each with a goal', line: n => `Huyện ${name(n)} phấn đấu đạt ${n % 90}%.\n` },
  { name: 'years', line: n => `Đến năm ${1900 + (n % 200)}, đạt ${n % 90}%.\n` },
  { name: 'plans adopted, behind numbers', line: n => `Tỉnh ban hành Kế hoạch số ${n}/KH-UBND. Có ${n % 90}% hộ.\n` }
]

const SYLLABLES = 'Bản Chấn Dương Giang Hòa Lâm Minh Nậm Phong Sơn Thượng Vân Trà Khê Lũng Quế'.split(' ')

/** A name of three syllables, another one for each of 4,096 numbers. They are mixed, so that a stretch of names is much like any other. */
function name(n: number): string {
  const mixed = (n * 1531) % SYLLABLES.length ** 3
  return [mixed >> 8, (mixed >> 4) & 15, mixed & 15].map(i => SYLLABLES[i]).join(' ')
}

export const countingText = (line: (n: number) => string, length: number): string => {
  const lines: string[] = []
  for (let n = 1, chars = 0; chars < length; n++) {
    lines.push(line(n))
    chars += (lines.at(-1) as string).length
  }
  return lines.join('')
}

const MARKS = [...'.,;:!?…-–—+*•/\\|%&@#=<>~^_\'"“”‘’«»()[]{}₫°§\t\u00a0\u200b']
const ITEMS = ['- ', '+ ', '* ', '• ', '1. ', '1) ', '(1) ', 'a) ', 'I. ', '1.1. ', '1.1.1. ', 'A. ']
const BODIES = ['a:', 'Mục tiêu', 'Đến năm 2030', 'nước:', '5%', 'phấn đấu đạt 5%;', 'có 5 xã', 'theo Nghị quyết số 12-NQ/TW:', 'Nước sạch']
/** Units to be mixed with others: what each of the linker's files is about. */
const MIXED = [
  '5% ',
  '5 xã, ',
  'mục tiêu ',
  'đến năm 2030 ',
  'tỉnh ',
  'Hà Nội ',
  'Nghị quyết số 12-NQ/TW ',
  'kế hoạch ',
  'đã ',
  'trong đó '
]
const ENDS = ['', ', ', '.\n', '; ', ' (']

const plain = (text: string): string => text.replaceAll(/[⟦⟧]/g, '').replaceAll('¶', '\n')

/** The words of every rule: what its examples hold, and phrases of the lexicons, so many of each type. */
function ownWords(phrases: number): string[] {
  const examples = MENTIONS.flatMap(m => m.rules.flatMap(r => r.examples.flatMap(e => e.text)))
  const ofLexicons = MENTIONS.flatMap(({ entries = [] }) => {
    const step = Math.max(1, Math.floor(entries.length / phrases))
    return entries.filter((_, i) => i % step === 0).map(e => e.phrase)
  })
  const ofGrammar = RECORDS.flatMap(r => r.grammar?.rules.flatMap(rule => rule.examples.map(e => e.text)) ?? [])
  const ofRefusals = REFUSALS.flatMap(r => [...r.examples, ...r.counterexamples])
  return [...new Set([...examples, ...ofLexicons, ...ofGrammar, ...ofRefusals].map(plain))]
}

/** Everything that is tried: every rule's own words alone, on lines and beside numbers, marks, lists, and two units in turn. */
export function allPatterns(phrases: number): Pattern[] {
  const units = [
    ...MARKS.flatMap(m => [m, `${m} `, `a${m}`, `5%${m} `, `a${m}\n`]),
    ...ITEMS.flatMap(i => BODIES.flatMap(b => [`${i}${b}\n`, `${i}${b}\n5%\n- 5% hộ\n`])),
    ...['a', 'Á', 'ế', 'đ', '7', 'a7', 'aA', 'ếẾ', 'nghiêng', 'a-', 'a.', '7.', '7,', 'A.', 'Ă '],
    ...MIXED.flatMap(a => MIXED.flatMap(b => ENDS.map(end => `${a}${b.trimEnd()}${end}`))),
    ...ownWords(phrases).flatMap(w => [`${w}\n`, `${w} 5%, `])
  ]
  const bare = [...new Set([...units, ...CHOSEN.map(p => p.unit)])].map(unit => ({ opening: '', unit }))
  const opened = CHOSEN.flatMap(({ unit }) => [OPENING, HEADER, OPENING + HEADER].map(opening => ({ opening, unit })))
  return [...bare, ...opened]
}
