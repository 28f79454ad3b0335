/** Markup that may be sent as it is: everything in it that came from outside was escaped. */
export interface Html {
  readonly html: string
}

type Piece = string | number | Html | readonly (Html | null | false)[] | null | undefined | false

/** Markup from a template: strings and numbers are escaped, markup is kept, null and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return { html: strings.map((s, i) => s + (i < values.length ? piece(values[i]) : '')).join('') }
}

/** Markup that is known to be safe: made here, never of text from outside. */
export function raw(markup: string): Html {
  return { html: markup }
}

/** Text as HTML shows it, also inside quoted attributes. */
export function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"'\r]/g, c => `&#${c.charCodeAt(0)};`)
}

/**
 * Article text as a page shows it, one character for one: control and direction marks become visible signs that do nothing,
 * so that offsets into the page's text are offsets into the text layer.
 */
export function shownText(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad]/gu, c => {
    if (c === '\n' || c === '\t' || c === '\r') return c
    const code = c.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    // What is invisible and harmless stays: joiners, soft hyphens, zero-width spaces.
    return code === 0x200b || code === 0x200c || code === 0x200d || code === 0xad || code === 0x2060 ? c : '\u25cc'
  })
}

function piece(value: Piece): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map(v => (v ? v.html : '')).join('')
}
