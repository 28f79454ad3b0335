import { sha256 } from '../../text/hash.ts'

/** What a part of a ruleset is. */
export type PartKind = 'rule' | 'lexicon' | 'gazetteer' | 'code' | 'library'

/** One thing that decides results, by name: a rule's id, a file of src, or a package. */
export interface RulesetPart {
  readonly kind: PartKind
  readonly name: string
  readonly hash: string
}

/** Everything that decides a result, named by one hash. */
export interface Ruleset {
  readonly hash: string
  /** Sorted by kind and name. */
  readonly parts: readonly RulesetPart[]
}

/** The rooms of src whose files decide results. Schemas stand in model/, so a record may be refused by it. */
export const RULESET_ROOMS = ['decisions', 'mentions', 'model', 'records', 'stages', 'text'] as const
/** The one file of src outside these rooms that decides results. */
export const RULESET_FILE = 'pipeline.ts'

// Closed word lists have one of these names, or stand in a folder of lexicons.
const LEXICON_FILE = /^(?:mentions\/.*\/(?:lexicon(?:\/[a-z-]+)?|comparators|scopes|organs|types)|stages\/segment\/abbreviations)\.ts$/
const RULE_ID = /^( *)(\{ )?id: '([a-z_]+\/[a-z0-9-]+)'/

/**
 * The ruleset of some source files (paths within src, `/`-separated) and the versions of the packages they import.
 * A rule is a part of its own, apart from its file, so that a difference can name it.
 */
export function rulesetOf(files: ReadonlyMap<string, string>, versions: Readonly<Record<string, string>>): Ruleset {
  const parts: RulesetPart[] = []
  const libraries = new Set<string>()
  for (const [name, text] of files) {
    const lines = text.replaceAll('\r\n', '\n').split('\n')
    if (!name.endsWith('.ts')) {
      parts.push({ kind: 'gazetteer', name, hash: sha256(lines.join('\n')) })
      continue
    }
    for (const library of librariesOf(text)) libraries.add(library)
    const { rules, rest } = cut(lines)
    for (const [id, block] of rules) parts.push({ kind: 'rule', name: id, hash: sha256(block) })
    parts.push({ kind: LEXICON_FILE.test(name) ? 'lexicon' : 'code', name, hash: sha256(rest) })
  }
  for (const name of libraries) parts.push({ kind: 'library', name, hash: versions[name] ?? 'unknown' })
  const sorted = parts.toSorted((a, b) => compare(a.kind, b.kind) || compare(a.name, b.name))
  return { hash: sha256(sorted.map(p => `${p.kind}\t${p.name}\t${p.hash}\n`).join('')), parts: sorted }
}

/** One hash for all parts of a kind. */
export function hashOfKind(ruleset: Ruleset, kind: PartKind): string {
  return sha256(ruleset.parts.flatMap(p => (p.kind === kind ? [`${p.name}\t${p.hash}\n`] : [])).join(''))
}

/** Takes the rules out of a file: the block that holds the `id` line, which formatting shows by its indentation. */
function cut(lines: readonly string[]): { rules: Map<string, string>; rest: string } {
  const rules = new Map<string, string>()
  const rest: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const match = RULE_ID.exec(lines[at] as string)
    if (match === null) {
      rest.push(lines[at] as string)
      continue
    }
    const [, space = '', brace, id = ''] = match
    let [from, to] = [at, at]
    if (brace === undefined) {
      while (from > 0 && !isOutside(lines[from] as string, space.length)) from--
      while (to < lines.length - 1 && !isOutside(lines[to] as string, space.length)) to++
    }
    // What stands between the block's start and the id has been kept already.
    rest.length -= at - from
    rest.push(`rule ${id}`)
    rules.set(id, lines.slice(from, to + 1).join('\n'))
    at = to
  }
  return { rules, rest: rest.join('\n') }
}

function isOutside(line: string, indentation: number): boolean {
  return line.trim() !== '' && line.length - line.trimStart().length < indentation
}

function librariesOf(text: string): string[] {
  const found = text.matchAll(/(?:^import | from |\bimport\()'((?:@[a-z\d-]+\/)?[a-z][a-z\d.-]*)(?:\/[\w./-]*)?'/gm)
  return [...found].map(m => m[1] as string)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
