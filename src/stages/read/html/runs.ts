import { type Kind, kindOf } from './boilerplate.ts'
import { collapse, type Element, isElement, type Node, type Page, parentOf } from './dom.ts'

/** One line of a page as a reader sees it: text between two block boundaries. */
export interface Run {
  readonly text: string
  /** How many of its characters stand in links. */
  readonly linked: number
  /** The block it stands in. */
  readonly element: Element
  readonly kind: Kind
  /** Level of the heading it is, 0 for none. */
  readonly heading: number
  /** Whether it is a row of a table of data, its cells joined by tabs. */
  readonly isRow: boolean
  /** The cells of a table that its parts between tabs stand in; of a line that is no row the innermost one around it, if any. */
  readonly cells: readonly Element[]
  /** Whether an image stands in the line or right before it. */
  readonly byImage: boolean
  /** Whether it is set in large letters. */
  readonly isLarge: boolean
  /** The outermost element for whose sake it is taken for boilerplate. */
  readonly blame: Element | null
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption option'.split(
    ' '
  )
)
const IMAGES = new Set(['img', 'amp-img', 'picture', 'figure'])
const BULLETS = ['- ', '+ ', '* ']
const HAS_BULLET = /^(?:[-–—+*•·▪●◦►]|[\ue000-\uf8ff]|\(?\d{1,3}[.)/]|\(?[a-zđ][.)]|[IVX]{1,5}[.)])\s?/u
const MAX_CELL = 200
const NO_CELLS: readonly Element[] = []
const MAX_CELLS = 1000

interface Frame {
  readonly element: Element
  next: number
  readonly kind: Kind
  readonly blame: Element | null
  readonly link: boolean
  /** The block that it is or stands in. */
  readonly block: Element
  /** The cell of a table that it is or stands in. */
  readonly cell: Element | null
  /** Level of the heading that it is or stands in, 0 for none. */
  readonly heading: number
  readonly isPre: boolean
  /** The list that it is or stands in, and how many lists that one stands in, itself included. */
  readonly list: Frame | null
  readonly lists: number
  readonly firstRun: number
  /** Items of the list so far. */
  items: number
}

/**
 * The lines of a page in document order, each with what it is; rows of data tables are one line each. Elements that are
 * `forgiven` count as content whatever they are called.
 */
export function runsOf(root: Page | Element, forgiven: ReadonlySet<Element> = new Set()): readonly Run[] {
  const runs: Run[] = []
  const stack: Frame[] = []
  let text: string[] = []
  let linked = 0
  let images = 0
  let large = false
  let bullet = ''

  const flush = () => {
    const shown = collapse(text.join(''))
    text = []
    const links = linked
    linked = 0
    if (shown === '') return
    const top = stack.at(-1) as Frame
    const prefix = HAS_BULLET.test(shown) ? '' : bullet
    bullet = ''
    runs.push({
      text: prefix + shown,
      linked: Math.min(links, shown.length),
      element: top.block,
      kind: top.kind,
      heading: top.heading,
      isRow: false,
      cells: top.cell === null ? NO_CELLS : [top.cell],
      byImage: images > 0,
      isLarge: large,
      blame: top.blame
    })
    images = 0
    large = false
  }
  const enter = (element: Element) => {
    const parent = stack.at(-1) as Frame
    const own = kindOf(element)
    const kind = worse(parent.kind, own === 'boilerplate' && forgiven.has(element) ? 'content' : own)
    const blame = parent.blame ?? (kind === 'boilerplate' ? element : null)
    if (BLOCKS.has(element.name) || element.name === 'br') flush()
    if (element.name === 'br') return
    if (IMAGES.has(element.name)) images++
    if (isLarge(element)) large = true
    if (kind === 'never') return
    if (element.name === 'li') bullet = bulletOf(parent)
    stack.push(frameIn(parent, element, kind, blame, runs.length))
  }
  const leave = (frame: Frame) => {
    if (BLOCKS.has(frame.element.name)) flush()
    if (frame.element.name === 'li') bullet = ''
    if (frame.element.name === 'tr') joinRow(runs, frame)
  }

  // Text may stand outside of every element: the whole is taken for one.
  const whole = { name: 'body', attribs: {}, children: root.children, parent: null } as unknown as Element
  stack.push({
    element: whole,
    next: 0,
    kind: 'content',
    blame: null,
    link: false,
    block: whole,
    cell: null,
    heading: 0,
    isPre: false,
    list: null,
    lists: 0,
    firstRun: 0,
    items: 0
  })
  while (stack.length > 0) {
    const frame = stack.at(-1) as Frame
    const node: Node | undefined = frame.element.children[frame.next++]
    if (node === undefined) {
      leave(frame)
      stack.pop()
    } else if (node.type === 'text') {
      const lines = frame.isPre ? node.data.split('\n') : [node.data]
      lines.forEach((line, i) => {
        if (i > 0) flush()
        text.push(line)
        if (frame.link) linked += collapse(line).length
      })
    } else if (isElement(node)) enter(node)
  }
  return runs
}

const ORDER: readonly Kind[] = ['content', 'caption', 'boilerplate', 'never']

function worse(a: Kind, b: Kind): Kind {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b
}

// What a frame inherits is kept in it: looking for it up the page would cost its depth each time.
function frameIn(parent: Frame, element: Element, kind: Kind, blame: Element | null, firstRun: number): Frame {
  const { name } = element
  const isList = name === 'ul' || name === 'ol'
  const frame: Omit<Frame, 'list'> & { list: Frame | null } = {
    element,
    next: 0,
    kind,
    blame,
    link: parent.link || (name === 'a' && 'href' in element.attribs),
    block: BLOCKS.has(name) ? element : parent.block,
    cell: name === 'td' || name === 'th' ? element : parent.cell,
    heading: /^h[1-6]$/.test(name) ? Number(name[1]) : parent.heading,
    isPre: parent.isPre || name === 'pre',
    list: parent.list,
    lists: parent.lists + (isList ? 1 : 0),
    firstRun,
    items: 0
  }
  if (isList) frame.list = frame
  return frame
}

function bulletOf({ list: owner, lists }: Frame): string {
  const list = owner?.element
  if (owner === null || list?.name !== 'ol') return BULLETS[Math.min(Math.max(lists, 1), BULLETS.length) - 1] as string
  const start = Number.parseInt(list.attribs['start'] ?? '1', 10)
  owner.items++
  return `${(Number.isNaN(start) ? 1 : start) + owner.items - 1}. `
}

function isLarge(element: Element): boolean {
  if (element.name === 'big') return true
  if (element.name === 'font') return /^(?:\+[1-9]|[4-7])$/.test(element.attribs['size'] ?? '')
  const size = /font-size\s*:\s*(\d{2})(?:\.\d+)?(px|pt)/i.exec(element.attribs['style'] ?? '')
  return size !== null && Number(size[1]) >= (size[2] === 'pt' ? 15 : 20)
}

const LISTED = /^[\d+*•-]/

// Cells with one short line each are data; anything longer is a table that only lays out the page.
function joinRow(runs: Run[], frame: Frame): void {
  if (runs.length - frame.firstRun > MAX_CELLS) return
  const cells = unbroken(runs.slice(frame.firstRun))
  if (cells.length < 2 || cells.some(cell => cell.isRow || cell.text.length > MAX_CELL || cell.kind !== cells[0]?.kind)) return
  const owners = new Set(cells.map(cell => cellOf(cell.element, frame.element)))
  if (owners.size !== cells.length) return
  runs.length = frame.firstRun
  runs.push({
    text: cells.map(cell => cell.text).join('\t'),
    linked: cells.reduce((sum, cell) => sum + cell.linked, 0),
    element: frame.element,
    kind: cells[0]?.kind ?? 'content',
    heading: 0,
    isRow: true,
    cells: [...owners],
    byImage: cells.some(cell => cell.byImage),
    isLarge: false,
    blame: cells[0]?.blame ?? null
  })
}

/** The lines of a row, those that `<br>` broke within a cell as one; not those of a list of numbers, which are several. */
function unbroken(lines: readonly Run[]): Run[] {
  const whole: Run[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (last === undefined || last.element !== line.element || line.isRow) whole.push(line)
    else if (LISTED.test(line.text) && LISTED.test(last.text)) return [...lines]
    else whole[whole.length - 1] = { ...last, text: `${last.text} ${line.text}`, linked: last.linked + line.linked }
  }
  return whole
}

function cellOf(element: Element, row: Element): Element {
  let at = element
  for (let parent = parentOf(at); parent !== null && parent !== row; parent = parentOf(at)) at = parent
  return at
}
