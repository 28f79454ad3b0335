import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom beside itself. A room that is not in its row may not be imported. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ['model'],
  mentions: ['model', 'text'],
  records: ['model', 'text', 'mentions'],
  // Word classes are what rules are written in.
  decisions: ['model', 'text', 'mentions/words'],
  stages: ['model', 'text', 'mentions/words', 'decisions'],
  pipeline: ['model', 'text', 'stages', 'mentions', 'records', 'decisions'],
  store: ['model'],
  eval: ['model', 'text'],
  claims: ['model', 'text'],
  diff: ['model', 'text'],
  review: ['model', 'text'],
  report: ['model', 'text'],
  export: ['model', 'text'],
  commands: [
    'model',
    'text',
    'decisions',
    'mentions',
    'records',
    'stages',
    'pipeline',
    'store',
    'eval',
    'claims',
    'diff',
    'review',
    'report',
    'export'
  ],
  worker: ['commands'],
  index: ['model', 'mentions', 'records', 'stages', 'pipeline'],
  cli: ['commands', 'model']
}
/** Folders inside these rooms never import a sibling folder. */
const SEALED = ['stages', 'mentions', 'records']
/** Who may reach outside: read and write files, open sockets, start threads. */
const OUTSIDE = ['store', 'stages/read', 'commands', 'cli', 'worker']
/** The two that are a process: the program and its worker. */
const OWN_PROCESS = ['cli.ts', 'commands/net/self.ts']
const REACHES_OUT = /^(?:node:)?(?:fs|http|https|net|dgram|child_process|process|os|worker_threads)(?:\/|$)|^better-sqlite3$|^pg(?:-boss)?$/
/** Rooms that give the same on every machine and every day. */
const PURE = [
  'model',
  'text',
  'decisions',
  'mentions',
  'records',
  'stages',
  'pipeline',
  'eval',
  'claims',
  'diff',
  'review',
  'report',
  'export'
]
const IMPURE = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\blocaleCompare\b|\.toLocale|\bIntl\./

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'))

const importsOf = (source: string): string[] => {
  const found = source.matchAll(
    /^\s*(?:import|export)\b[^'"]*?from ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)|^import ['"]([^'"]+)['"]/gm
  )
  return [...found].map(m => m[1] ?? m[2] ?? m[3] ?? '')
}

test('there is something to check', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap(file => importsOf(readFileSync(join('src', file), 'utf8'))).length).toBeGreaterThan(300)
})

test('every room has a row', () => {
  expect(files.map(file => file.replace(/\.ts$/, '').split('/')[0] as string).filter(room => !(room in MAY))).toEqual([])
})

/** What a file does that its room may not, as sentences. */
function offences(file: string): string[] {
  const source = readFileSync(join('src', file), 'utf8')
  const [room = '', sub = '', deep] = file.replace(/\.ts$/, '').split('/')
  const isOf = (rooms: readonly string[]) => rooms.includes(room) || rooms.includes(`${room}/${sub}`)
  const found: string[] = []
  for (const to of importsOf(source)) {
    const says = `src/${file} imports ${to}`
    if (!to.startsWith('.')) {
      if ((REACHES_OUT.test(to) && !isOf(OUTSIDE)) || (/^(?:better-sqlite3|pg|pg-boss)$/.test(to) && room !== 'store')) found.push(says)
      continue
    }
    const [toRoom = '', toSub, toDeep] = join(dirname(file), to).replaceAll('\\', '/').split('/')
    const target = toRoom.replace(/\.(?:ts|json)$/, '')
    const may = MAY[room] ?? []
    if (target !== room && !may.includes(target) && !may.includes(`${target}/${toSub}`)) found.push(says)
    if (target === room && SEALED.includes(room) && deep !== undefined && toDeep !== undefined && toSub !== sub) found.push(says)
  }
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  if (!OWN_PROCESS.includes(file) && /(?<![\w.'/-])process\.[a-z]+(?<!\.ts)\b/.test(code)) found.push(`src/${file} touches the process`)
  if (room !== 'store' && /\b(?:SELECT\b.+\bFROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET|PRAGMA )/.test(code))
    found.push(`src/${file} has SQL`)
  if (isOf(PURE) && !isOf(['stages/read']) && IMPURE.test(code)) found.push(`src/${file} depends on the clock, on chance or on the locale`)
  return found
}

test('no file does what its room may not', () => {
  expect(files.flatMap(offences)).toEqual([])
})

test('natural is imported by its parts: the whole of it opens databases and prints', () => {
  const named = files.flatMap(file => importsOf(readFileSync(join('src', file), 'utf8')).filter(to => to.startsWith('natural')))
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter(to => !/^natural\/lib\/natural\/(?:distance|tfidf|tokenizers)\/index\.js$/.test(to))).toEqual([])
})

/** Files that import each other, however far around: for each circle found, its files in order. */
function circles(): string[][] {
  const imports = new Map(
    files.map(file => {
      const inside = importsOf(readFileSync(join('src', file), 'utf8')).filter(to => to.startsWith('.') && to.endsWith('.ts'))
      return [file, inside.map(to => join(dirname(file), to).replaceAll('\\', '/'))]
    })
  )
  const found: string[][] = []
  const done = new Set<string>()
  const follow = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file])
    if (path.includes(file) || done.has(file)) return
    for (const to of imports.get(file) ?? []) follow(to, [...path, file])
    done.add(file)
  }
  for (const file of files) follow(file, [])
  return found
}

test('no file imports itself by way of others', () => {
  expect(circles().map(files => files.join(' → '))).toEqual([])
})
