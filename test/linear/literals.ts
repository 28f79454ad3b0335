/** A regular expression as it is written in a source file. */
export interface Literal {
  readonly source: string
  readonly flags: string
}

// After these a slash divides; after anything else it opens a regular expression.
const OPERAND = /[\p{L}\p{N}_$)\]}"'`]$/u
const KEYWORD = /(?<![\p{L}\p{N}_$.])(?:return|typeof|case|in|of|void|delete|throw|new|else|do|await|yield)$/u

/** The regular expression literals of a source file without JSX. */
export function literalsOf(code: string): Literal[] {
  const found: Literal[] = []
  // What stands before the current character, without comments: enough to tell a literal from a division.
  let before = ''
  // Open braces of each template part that is being read.
  const templates: number[] = []
  for (let i = 0; i < code.length; ) {
    const c = code[i] as string
    const two = code.slice(i, i + 2)
    if (two === '//') i = endOf(code, i, '\n')
    else if (two === '/*') i = endOf(code, i + 2, '*/') + 2
    else if (c === '"' || c === "'") {
      i = quoteEnd(code, i + 1, c)
      before = c
    } else if (c === '`') {
      ;[i, before] = template(code, i + 1, templates)
    } else if (c === '}' && templates.at(-1) === 0) {
      templates.pop()
      ;[i, before] = template(code, i + 1, templates)
    } else if (c === '/' && (!OPERAND.test(before) || KEYWORD.test(before))) {
      const end = literalEnd(code, i + 1)
      const flags = /^[a-z]*/.exec(code.slice(end + 1, end + 9))?.[0] ?? ''
      found.push({ source: code.slice(i + 1, end), flags })
      i = end + 1 + flags.length
      before = ')'
    } else {
      const depth = templates.length - 1
      if (depth >= 0 && c === '{') templates[depth] = (templates[depth] as number) + 1
      if (depth >= 0 && c === '}') templates[depth] = (templates[depth] as number) - 1
      if (!/\s/.test(c)) before = (before + c).slice(-12)
      else if (before.length > 0 && !before.endsWith(' ') && KEYWORD.test(before)) before = before.trimEnd()
      i++
    }
  }
  return found
}

function endOf(code: string, from: number, mark: string): number {
  const at = code.indexOf(mark, from)
  return at < 0 ? code.length : at
}

function quoteEnd(code: string, from: number, quote: string): number {
  for (let i = from; i < code.length; i++) {
    if (code[i] === '\\') i++
    else if (code[i] === quote) return i + 1
  }
  return code.length
}

/** The offset behind a template's text, and what then stands before: its end, or the beginning of an expression in it. */
function template(code: string, from: number, templates: number[]): [number, string] {
  for (let i = from; i < code.length; i++) {
    if (code[i] === '\\') i++
    else if (code[i] === '`') return [i + 1, '`']
    else if (code.startsWith('${', i)) {
      templates.push(0)
      return [i + 2, '{']
    }
  }
  return [code.length, '`']
}

function literalEnd(code: string, from: number): number {
  let isClass = false
  for (let i = from; i < code.length; i++) {
    if (code[i] === '\\') i++
    else if (code[i] === '[') isClass = true
    else if (code[i] === ']') isClass = false
    else if (code[i] === '/' && !isClass) return i
  }
  return code.length
}
