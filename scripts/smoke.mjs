/**
 * Packs the package, installs the tarball into an empty folder on each Node and runs it there as a user would. Needs the npm
 * registry, for the Nodes and for what the package depends on.
 *
 *   node scripts/smoke.mjs [COUNTS]    COUNTS: a file to leave "PASSED FAILED" in
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeOf } from './nodes.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const scratch = mkdtempSync(join(tmpdir(), 'muctieu-smoke-'))
// The oldest Node that the package says it runs on, and the one it is developed on.
const NODES = ['22.18.0', '24.21.0']
const MOST_BYTES = 1_000_000
const article = 'Tỉnh Hà Giang đặt mục tiêu đến năm 2030\n\nPhấn đấu đến năm 2030, tỷ lệ che phủ rừng của tỉnh Hà Giang đạt 60%.\n'
let passed = 0
let failed = 0

function test(name, work) {
  try {
    work()
    passed++
    process.stdout.write(`ok   ${name}\n`)
  } catch (error) {
    failed++
    process.stdout.write(`FAIL ${name}: ${error.message}\n`)
  }
}

function run(command, args, cwd, { code = 0, env = process.env } = {}) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', env, shell: process.platform === 'win32' })
  if (done.status !== code)
    throw new Error(
      `${command} ${args.join(' ')} ended with ${done.status}, not ${code}: ${done.error?.message ?? ''}${done.stdout}${done.stderr}`
    )
  return done
}

function equal(got, wanted, what) {
  if (got !== wanted) throw new Error(`${what}: got ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`)
}

const lines = text =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

test('the package is built and packed from a checkout where nothing is built', () => {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  run('npm', ['run', '-s', 'pack', '--', scratch], root)
})
const tarball = readdirSync(scratch).find(name => name.endsWith('.tgz'))
test('the tarball is small', () => {
  const { size } = statSync(join(scratch, tarball))
  if (size >= MOST_BYTES) throw new Error(`${size} bytes`)
})
test('the tarball holds no sources, tests or articles', () => {
  const { stdout } = run('tar', ['-tzf', tarball], scratch)
  const stray = stdout
    .split('\n')
    .filter(
      name => /^package\/(?:src|test|fixtures|scripts|out|benchmark\/(?!README\.md$)|corpus\/.*\/)/.test(name) || /(?<!\.d)\.ts$/.test(name)
    )
  equal(stray.join(' '), '', 'stray files')
})
test('a bare npm pack makes no tarball without dist, and says what does', () => {
  const bare = join(scratch, 'bare')
  mkdirSync(bare)
  for (const name of ['package.json', '.npmrc', 'README.md']) cpSync(join(root, name), join(bare, name))
  const { status, stderr } = spawnSync('npm', ['pack', '--loglevel', 'error'], {
    cwd: bare,
    encoding: 'utf8',
    shell: process.platform === 'win32'
  })
  if (status === 0 || !stderr.includes('use-npm-run-pack')) throw new Error(`it ended with ${status}: ${stderr}`)
  equal(readdirSync(bare).join(' '), '.npmrc README.md package.json', 'files')
})
// Nothing below can be told from the package that is not there.
if (failed > 0) end()

for (const version of NODES) onNode(version)

/** Installs the tarball with a Node of its own, and runs the command line and the library on it. */
function onNode(version) {
  const folder = join(scratch, version)
  mkdirSync(folder)
  const env = { ...process.env }
  const on = name => `Node ${version}: ${name}`
  const before = failed
  test(on('the tarball installs into an empty folder'), () => {
    env.PATH = dirname(nodeOf(version)) + delimiter + process.env.PATH
    equal(run('node', ['--version'], folder, { env }).stdout.trim(), `v${version}`, 'version')
    writeFileSync(join(folder, 'package.json'), '{"name":"smoke","private":true,"type":"module"}\n')
    run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', join('..', tarball)], folder, { env })
  })
  if (failed > before) return
  writeFileSync(join(folder, 'file.txt'), article)
  program(folder, env, on)
  library(folder, env, on)
}

/** The command line, as npx would run it; npx itself would ask the registry where the installation failed. */
function program(folder, env, on) {
  const muctieu = (args, options) => run(join(folder, 'node_modules', '.bin', 'muctieu'), args, folder, { env, ...options })
  const checkout = args => run(process.execPath, [join(root, 'src', 'cli.ts'), ...args], folder)
  test(on('extract prints the same as from the checkout'), () => {
    const flags = ['--mentions', '--sentences', '--rejections', '--diagnostics']
    const installed = muctieu(['extract', ...flags, 'file.txt']).stdout
    equal(installed, checkout(['extract', ...flags, 'file.txt']).stdout, 'output')
    equal(lines(installed)[0].kind, 'article', 'first line')
  })
  test(on('run stores what it extracts, with threads too, and knows it the second time'), () => {
    const first = JSON.parse(muctieu(['run', 'file.txt', '--workers', '2', '--json']).stdout)
    equal(first.counts.done, 1, 'new articles')
    equal(existsSync(join(folder, 'out', 'muctieu.sqlite')), true, 'database')
    const second = JSON.parse(muctieu(['run', 'file.txt', '--json']).stdout)
    equal(second.counts.skipped, 1, 'known articles')
  })
  test(on('an export that threads write is one that verify reproduces'), () => {
    const many = Array.from({ length: 120 }, (_, i) => JSON.stringify({ id: String(i), text: `${article}Bài ${i}.\n` }))
    writeFileSync(join(folder, 'many.ndjson'), many.join('\n'))
    muctieu(['run', 'many.ndjson', '--db', 'many.sqlite'])
    muctieu(['export', '--db', 'many.sqlite', '--to', 'dataset'])
    equal(JSON.parse(muctieu(['verify', 'dataset', '--inputs', 'many.ndjson', '--json']).stdout).verdict, 'REPRODUCED', 'verdict')
  })
  test(on('the ruleset is the same as in the checkout'), () => {
    mkdirSync(join(folder, 'other'), { recursive: true })
    checkout(['run', 'file.txt', '--db', 'other/a.sqlite'])
    const rulesets = ['out/muctieu.sqlite', 'other/a.sqlite'].map(
      db => JSON.parse(muctieu(['runs', '--db', db, '--json']).stdout)[0].ruleset
    )
    equal(rulesets[0], rulesets[1], 'ruleset')
  })
  test(on('every command has its help'), () => {
    const commands = [...muctieu(['--help']).stdout.matchAll(/^ {2}([a-z]+) /gm)].map(m => m[1]).filter(name => name !== 'help')
    if (commands.length < 5) throw new Error(`only ${commands.length} commands`)
    for (const command of commands)
      if (!muctieu([command, '--help']).stdout.includes('Examples:')) throw new Error(`${command} has no examples`)
  })
  test(on('an unknown option ends with 2'), () => muctieu(['extract', '--bogus'], { code: 2 }))
}

/** The library, its types, and the files that come with it. */
function library(folder, env, on) {
  test(on('the library extracts without a native module'), () => {
    const script = `import { articleOf, extract } from 'muctieu'
const { records } = extract(await articleOf({ text: ${JSON.stringify(article)} }))
const native = process.report.getReport().sharedObjects.filter(path => path.endsWith('.node'))
process.stdout.write(JSON.stringify({ records: records.length, native: native.length }))\n`
    writeFileSync(join(folder, 'library.mjs'), script)
    const got = JSON.parse(run('node', ['library.mjs'], folder, { env }).stdout)
    if (got.records === 0) throw new Error('no record')
    equal(got.native, 0, 'native modules')
  })
  test(on('what README.md shows of the library runs'), () => {
    const readme = readFileSync(join(folder, 'node_modules', 'muctieu', 'README.md'), 'utf8')
    writeFileSync(join(folder, 'readme.mjs'), /```js\n([\s\S]*?)```/.exec(readme)[1])
    if (run('node', ['readme.mjs'], folder, { env }).stdout === '') throw new Error('it prints nothing')
  })
  test(on('the library has its types'), () => {
    cpSync(join(root, 'test', 'consumer', 'consumer.ts'), join(folder, 'consumer.ts'))
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const resolutions = [
      ['--module', 'nodenext'],
      ['--module', 'esnext', '--moduleResolution', 'bundler']
    ]
    for (const resolution of resolutions)
      run(process.execPath, [tsc, '--noEmit', '--strict', '--target', 'es2023', '--types', '', ...resolution, 'consumer.ts'], folder)
  })
  test(on('the schemas are part of the package'), () => {
    const path = join(folder, 'node_modules', 'muctieu', 'schema', 'line.schema.json')
    equal(readFileSync(path, 'utf8'), readFileSync(join(root, 'schema', 'line.schema.json'), 'utf8'), 'schema')
  })
  test(on('the files that the README links are part of the package'), () => {
    const package_ = join(folder, 'node_modules', 'muctieu')
    for (const name of ['README.md', 'README.vi.md'])
      for (const [, to] of readFileSync(join(package_, name), 'utf8').matchAll(/\]\(((?!https?:|#)[^)#\s]+)/g))
        if (!existsSync(join(package_, to))) throw new Error(`${name} links ${to}`)
  })
}

const oldNode = process.env.PATH.split(delimiter)
  .map(entry => join(entry, 'node'))
  .find(path => existsSync(path) && /^v(?:1\d|20|21)\./.test(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? ''))
if (oldNode !== undefined) {
  test('an old Node is told so in one sentence', () => {
    const { stderr } = run(oldNode, [join(scratch, NODES[0], 'node_modules', 'muctieu', 'bin', 'muctieu.mjs'), '--version'], scratch, {
      code: 2
    })
    equal(/^muctieu: needs Node 22\.18 or newer; this is Node [\d.]+\.\n$/.test(stderr), true, stderr)
  })
}

end()

function end() {
  rmSync(scratch, { recursive: true, force: true })
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  if (process.argv[2] !== undefined) writeFileSync(process.argv[2], `${passed} ${failed}\n`)
  process.exit(failed === 0 ? 0 : 1)
}
