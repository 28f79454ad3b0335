import { SURENESS } from './bars.ts'
import { button, h } from './element.ts'
import { placeName, subjectName } from './frame.ts'
import { digits, fold, say, words } from './language.ts'
import type { Fact, ReportData, Words } from './model.ts'
import { type Selection, subjectKey, type Wish } from './select.ts'

export const FIELDS: Readonly<Record<string, Words>> = {
  digital_economy: words('Kinh tế số', 'Digital economy'),
  digital_government: words('Chính quyền số', 'Digital government'),
  digital_society: words('Xã hội số', 'Digital society'),
  infrastructure: words('Hạ tầng', 'Infrastructure'),
  cybersecurity: words('An toàn thông tin', 'Cybersecurity'),
  science_innovation: words('Khoa học, đổi mới', 'Science and innovation'),
  macro_economy: words('Kinh tế', 'Economy'),
  social: words('Xã hội', 'Social affairs'),
  environment_urban: words('Môi trường, đô thị', 'Environment and towns'),
  rank: words('Thứ hạng', 'Ranks')
}
/** What people ask most; the years are those for which most goals are set. */
const QUESTIONS: readonly { readonly name: Words; readonly fields: readonly string[] }[] = [
  { name: words('Kinh tế số và thứ hạng', 'Digital economy and ranks'), fields: ['digital_economy', 'rank'] },
  { name: words('Chính quyền số, xã hội số', 'Digital government and society'), fields: ['digital_government', 'digital_society'] },
  { name: words('Tăng trưởng, ngân sách', 'Growth and budget'), fields: ['macro_economy'] }
]
const QUESTION_YEARS = 2
// Subjects in words of their own are many, and most are said once: the search finds those.
const FEW = 3

/** Questions that one press asks, and the fields of policy that can be asked for one by one. */
export function questions(
  selection: Selection,
  wish: Wish,
  change: (part: Partial<Wish>, goTo?: string) => void
): { readonly asks: HTMLElement; readonly chips: readonly HTMLElement[] } {
  const asks = QUESTIONS.flatMap(({ name, fields }) => {
    const goals = selection.ofFields(fields).filter(g => g.year !== null)
    const years = [...Map.groupBy(goals, g => g.year as number)]
      .toSorted(([a, x], [b, y]) => y.length - x.length || a - b)
      .slice(0, QUESTION_YEARS)
    return years.map(([year]) =>
      button(
        `${say(name)} ${say(words('đến', 'by'))} ${year}`,
        () => change({ fields, from: String(year), to: String(year), subject: '', unit: '', measure: '' }, 'compare'),
        { class: 'chip ask' }
      )
    )
  })
  const chips = Object.entries(FIELDS).flatMap(([id, name]) => {
    const count = selection.ofFields([id]).length
    const isOn = wish.fields.includes(id)
    const fields = isOn ? wish.fields.filter(field => field !== id) : [...wish.fields, id]
    return count === 0
      ? []
      : [
          button(`${say(name)} ${digits(count)}`, () => change({ fields }), {
            class: 'chip',
            'aria-pressed': String(isOn),
            'data-field': id
          })
        ]
  })
  return { asks: h('p', { class: 'chips' }, ...asks), chips }
}

/** The form of filters; `fill` sets it to what is asked for. */
export function filterForm(
  data: ReportData,
  change: (part: Partial<Wish>) => void
): { readonly form: HTMLElement; fill(wish: Wish): void } {
  const kinds: [string, string][] = [
    ['target', say(words('giá trị', 'value'))],
    ['rank_goal', say(words('thứ hạng', 'rank'))]
  ]
  const units = [...new Set(data.goals.map(g => g.unit ?? ''))].filter(unit => unit !== '').toSorted()
  const controls: Readonly<Record<string, HTMLElement>> = {
    text: field(words('Tìm chữ', 'Words'), h('input', { name: 'text', type: 'search' })),
    place: select(
      'place',
      words('Nơi', 'Place'),
      named(
        data.goals,
        g => g.where,
        g => placeName(data, g),
        1
      )
    ),
    subject: select(
      'subject',
      words('Chỉ tiêu', 'Subject'),
      named(data.goals, subjectKey, g => subjectName(data, g), FEW)
    ),
    unit: select(
      'unit',
      words('Đơn vị', 'Unit'),
      units.map(unit => [unit, unit])
    ),
    kind: select('kind', words('Loại', 'Kind'), kinds),
    confidence: select(
      'confidence',
      words('Độ chắc', 'Confidence'),
      Object.entries(SURENESS).map(([id, name]) => [id, say(name)])
    ),
    from: field(words('Từ năm', 'From year'), h('input', { name: 'from', type: 'number', min: 1900, max: 2999 })),
    to: field(words('Đến năm', 'To year'), h('input', { name: 'to', type: 'number', min: 1900, max: 2999 }))
  }
  const clear = button(
    say(words('Bỏ lọc', 'Clear')),
    () => change({ text: '', place: '', subject: '', unit: '', kind: '', confidence: '', from: '', to: '', measure: '', fields: [] }),
    { class: 'clear' }
  )
  const form = h('form', { class: 'filters', autocomplete: 'off', role: 'search' }, ...Object.values(controls), clear)
  form.addEventListener('submit', event => event.preventDefault())
  form.addEventListener('input', event => {
    const { name, value } = event.target as HTMLInputElement
    change({ [name]: value })
  })
  return {
    form,
    fill: wish => {
      for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
        const value = String(wish[control.name as keyof Wish])
        // What was chosen elsewhere on the page can be more than the list offers.
        if (control instanceof HTMLSelectElement && ![...control.options].some(o => o.value === value))
          control.append(h('option', { value }, value.replace(/^:/, '')))
        if (control.value !== value) control.value = value
      }
    }
  }
}

/** The choices of a list by name, each with how many goals it has. */
function named(goals: readonly Fact[], key: (g: Fact) => string, name: (g: Fact) => string | null, fewest: number): [string, string][] {
  const groups = [...Map.groupBy(goals, key)].filter(([id, own]) => id !== '' && (!id.startsWith(':') || own.length >= fewest))
  return groups
    .map(([id, own]): [string, string] => [id, `${name(own[0] as Fact) ?? id} (${digits(own.length)})`])
    .map(([id, text]) => ({ id, text, by: fold(text) }))
    .toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
    .map(({ id, text }) => [id, text])
}

function select(name: string, says: Words, options: readonly (readonly [string, string])[]): HTMLElement {
  const all = h('option', { value: '' }, say(words('tất cả', 'all')))
  return field(says, h('select', { name }, all, ...options.map(([value, text]) => h('option', { value }, text))))
}

function field(says: Words, control: HTMLElement): HTMLElement {
  return h('label', {}, say(says), control)
}
