import { Parser } from 'htmlparser2'

/** What hears of the elements of a part, by their names without prefixes. */
export interface MarkupHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Goes through the XML of a part of a workbook. */
export function parseMarkup(xml: string, { open, text, close }: MarkupHandler): void {
  // Some programs put a prefix before all names.
  const own = (name: string): string => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(own(name), attributes),
      ontext: data => text?.(data),
      onclosetag: name => close?.(own(name))
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(xml)
}
