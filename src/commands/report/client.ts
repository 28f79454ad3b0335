import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PageParts } from '../../report/page.ts'
import { oneScript } from '../one-script.ts'
import { stripped } from '../review/assets.ts'

const REPORT = fileURLToPath(new URL('../../report/', import.meta.url))
/** The modules of the page's script; each imports only from those before it. */
const MODULES = [
  'digits',
  'language',
  'element',
  'select',
  'observed',
  'series',
  'csv',
  'frame',
  'map',
  'bars',
  'panels',
  'ranks',
  'timeline',
  'cards',
  'table',
  'compare',
  'tables',
  'virtual',
  'sheet',
  'sections',
  'filters',
  'header',
  'paper',
  'parts',
  'focus',
  'side',
  'address',
  'main'
] as const

/** The script and the style sheet of a report. In a checkout the script is TypeScript, whose types are taken out here. */
export async function pageParts(): Promise<PageParts> {
  const folder = join(REPORT, 'client')
  const ending = existsSync(join(folder, 'main.ts')) ? '.ts' : '.js'
  const sources = MODULES.map((name): [string, string] => [name, readFileSync(join(folder, `${name}${ending}`), 'utf8')])
  const scripts = ending === '.ts' ? await stripped(sources) : sources
  return {
    script: oneScript(scripts),
    style: readFileSync(join(REPORT, 'report.css'), 'utf8')
  }
}
