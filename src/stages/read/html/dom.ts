import { parseDocument } from 'htmlparser2'

/** A parsed page, as htmlparser2 gives it: nothing is fetched, no script runs. */
export type Page = ReturnType<typeof parseDocument>
/** Anything in a page. */
export type Node = Page['children'][number]
/** A tag with its attributes and children. */
export type Element = Extract<Node, { attribs: object }>

/** Parses markup, however broken. */
export function parsePage(html: string): Page {
  return parseDocument(html, { lowerCaseTags: true, lowerCaseAttributeNames: true })
}

/** Whether a node is an element. */
export function isElement(node: Node | null): node is Element {
  return node !== null && 'attribs' in node
}

/** The element that an element stands in, null at the top. */
export function parentOf(element: Element): Element | null {
  const parent = element.parent as Node | null
  return isElement(parent) ? parent : null
}

/** An attribute's value, trimmed; undefined where it is missing or empty. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.attribs[name]?.trim()
  return value === undefined || value === '' ? undefined : value
}

/** Every element of a page in document order, without recursion. */
export function* elementsOf(page: Page | Element): Generator<Element> {
  for (let node = first(page); node !== null; node = following(node, page, isElement(node))) if (isElement(node)) yield node
}

function first(parent: Page | Element): Node | null {
  return parent.children[0] ?? null
}

// The node behind another in document order. By its links and not by a stack, which would hold all children of an element.
function following(node: Node, top: Page | Element, isEntered: boolean): Node | null {
  const inside = isEntered ? first(node as Element) : null
  if (inside !== null) return inside
  for (let at: Node | null = node; at !== null && at !== top; at = at.parent as Node | null) if (at.next !== null) return at.next
  return null
}

const MOST_NODES = 5000

/** The text inside an element, spaces collapsed; of one with thousands of nodes, its beginning. */
export function textOf(element: Element | Page): string {
  const parts: string[] = []
  let looked = 0
  for (let node = first(element); node !== null && looked < MOST_NODES; looked++) {
    if (node.type === 'text') parts.push(node.data)
    node = following(node, element, isElement(node) && node.name !== 'script' && node.name !== 'style')
  }
  return collapse(parts.join(''))
}

// Soft hyphens stay for now: in text of a TCVN3 font they are the letter ư.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g

/** Text as a browser shows it: nothing invisible, runs of spaces as one. */
export function collapse(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** The names that an element goes by (class and id), split at case changes, in lower case. */
export function namesOf(element: Element): readonly string[] {
  const raw = `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`
  if (raw === ' ') return []
  return raw
    .slice(0, 400)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/\s+/)
    .filter(name => name !== '')
}
