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
  const stack: Node[] = page.children.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Node)
  }
}

/** The text inside an element, spaces collapsed. */
export function textOf(element: Element | Page): string {
  const parts: string[] = []
  const stack: Node[] = element.children.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') parts.push(node.data)
    else if (isElement(node) && node.name !== 'script' && node.name !== 'style') {
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Node)
    }
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
