type Child = Node | string | null
type Attributes = Readonly<Record<string, string | number | boolean | null>>

/** An HTML element. Text is always text: nothing of an article can become markup. */
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  return filled(document.createElement(tag), attributes, children)
}

/** An SVG element. */
export function svg(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children)
}

function filled<Kind extends Element>(element: Kind, attributes: Attributes, children: readonly Child[]): Kind {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue
    element.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children) if (child !== null) element.append(child)
  return element
}

/** A button that does something. */
export function button(name: string, act: () => void, attributes: Attributes = {}): HTMLElement {
  const element = h('button', { type: 'button', ...attributes }, name)
  element.addEventListener('click', act)
  return element
}

/** An address that a link may lead to, or null. */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}
