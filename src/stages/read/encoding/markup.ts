/** A page without its tags, scripts and styles, roughly: enough to judge in what encoding its words are. */
export function withoutMarkup(markup: string): string {
  return dropElement(dropElement(markup, 'script'), 'style').replace(/<[^<>]*>/g, ' ')
}

function dropElement(markup: string, name: string): string {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const start = markup.indexOf(`<${name}`, at)
    const end = start < 0 ? -1 : markup.indexOf(`</${name}`, start)
    if (end < 0) break
    parts.push(markup.slice(at, start))
    at = end
  }
  parts.push(markup.slice(at))
  return parts.join(' ')
}
