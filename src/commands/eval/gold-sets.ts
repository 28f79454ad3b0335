import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type GoldArticle, parseGold } from '../../eval/gold.ts'
import { UsageError } from '../../model/usage-error.ts'

/** A gold file with the places where the texts of its articles are. */
export interface GoldSet {
  readonly name: string
  readonly articles: readonly GoldArticle[]
  /** Files or folders, for the reader. */
  readonly texts: readonly string[]
}

const ENDING = '.gold.ndjson'

/**
 * The gold that operands name: files, or folders of `*.gold.ndjson`. Texts are looked for in `inputs`, else in the
 * `.ndjson` beside the gold, else in the folder `articles` beside the gold's folder.
 */
export async function loadGold(operands: readonly string[], inputs: readonly string[]): Promise<readonly GoldSet[]> {
  const files = [...new Map((await Promise.all(operands.map(filesOf))).flat().map(file => [resolve(file), file])).values()]
  const names = files.map(file => basename(file).replace(/(?:\.gold)?\.ndjson$/, ''))
  const sets: GoldSet[] = []
  for (const [i, file] of files.entries()) {
    const name = names[i]!
    const isUnique = names.indexOf(name) === names.lastIndexOf(name)
    const { articles, problems } = parseGold(await readFile(file, 'utf8'))
    if (problems.length > 0)
      throw new UsageError(`${file} is no gold: ${problems[0]}${problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''}.`)
    if (articles.length === 0) throw new UsageError(`${file} has no gold in it.`)
    sets.push({
      name: isUnique ? name : join(basename(dirname(file)), name),
      articles,
      texts: inputs.length > 0 ? inputs : [await textsOf(file)]
    })
  }
  return sets
}

async function filesOf(operand: string): Promise<string[]> {
  const stats = await stat(operand).catch(() => undefined)
  if (stats === undefined) throw new UsageError(`${operand} does not exist.`)
  if (!stats.isDirectory()) return [operand]
  const files = (await readdir(operand)).filter(name => name.endsWith(ENDING)).toSorted()
  if (files.length === 0) throw new UsageError(`The folder ${operand} has no gold (*${ENDING}) in it.`)
  return files.map(name => join(operand, name))
}

async function textsOf(file: string): Promise<string> {
  const beside = file.endsWith(ENDING) ? `${file.slice(0, -ENDING.length)}.ndjson` : undefined
  for (const place of [beside, join(dirname(dirname(file)), 'articles')]) {
    if (place !== undefined && (await stat(place).catch(() => undefined)) !== undefined) return place
  }
  throw new UsageError(`The texts of ${file} are neither beside it nor in a folder articles; name them with --inputs.`)
}
