import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { oneScript } from '../one-script.ts'

/** A file that pages load. */
export interface Asset {
  readonly type: string
  readonly content: string
}

const REVIEW = fileURLToPath(new URL('../../review/', import.meta.url))
const CLIENT = join(REVIEW, 'client')
// Later ones have the last word.
const SHEETS = ['colors', 'base', 'bar', 'work', 'forms', 'list', 'text', 'sheets', 'narrow', 'report'] as const

// Run apart, so that Node's remark on the feature does not stand among what the user reads.
const STRIP = `const { parentPort, workerData } = require('node:worker_threads')
const { stripTypeScriptTypes } = require('node:module')
parentPort.postMessage(workerData.map(([name, code]) => [name, stripTypeScriptTypes(code)]))`

/** The files that pages load, by name. In a checkout the scripts are TypeScript, whose types are taken out here. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const names = readdirSync(CLIENT).filter(name => /(?<!\.d)\.ts$|\.js$/.test(name))
  const sources = names.map((name): [string, string] => [name, readFileSync(join(CLIENT, name), 'utf8')])
  const isTyped = names.some(name => name.endsWith('.ts'))
  const scripts = isTyped ? await stripped(sources) : sources
  const assets = scripts.map(([name, content]): [string, Asset] => [name, { type: 'text/javascript; charset=utf-8', content }])
  return new Map([...assets, ['style.css', { type: 'text/css; charset=utf-8', content: styleSheet() }]])
}

/** The style sheet of the pages and reports. */
export function styleSheet(): string {
  return SHEETS.map(name => readFileSync(join(REVIEW, 'style', `${name}.css`), 'utf8')).join('\n')
}

/** The script of static reports: one that is written into the page. */
export async function reportScript(): Promise<string> {
  const assets = await loadAssets()
  const code = (name: string): string => (assets.get(`${name}.ts`) ?? assets.get(`${name}.js`))?.content ?? ''
  return oneScript(['report-parts', 'report'].map((name): [string, string] => [name, code(name)]))
}

/** Scripts by name, their types taken out. */
export function stripped(sources: readonly [string, string][]): Promise<[string, string][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(STRIP, { eval: true, workerData: sources, stderr: true })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
