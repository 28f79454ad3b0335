/**
 * Packs the package, installs the tarball into an empty folder and runs it there as a user would.
 *
 *   node scripts/smoke.mjs [COUNTS]    COUNTS: a file to leave "PASSED FAILED" in
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'muctieu-smoke-'))
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

// What npx would run; it would also ask the registry where the installation failed.
const muctieu = (args, options) => run(join(folder, 'node_modules', '.bin', 'muctieu'), args, folder, options)
const checkout = args => run(process.execPath, [join(root, 'src', 'cli.ts'), ...args], folder)
const lines = text =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

test('the package is built and packed', () => {
  run('npm', ['run', '-s', 'build'], root)
  run('npm', ['pack', '--pack-destination', folder], root)
})
const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))
test('the tarball holds no sources, tests or articles', () => {
  const { stdout } = run('tar', ['-tzf', tarball], folder)
  const stray = stdout
    .split('\n')
    .filter(name => /^package\/(?:src|test|corpus|fixtures|scripts|out)\//.test(name) || /(?<!\.d)\.ts$/.test(name))
  equal(stray.join(' '), '', 'stray files')
})
test('the tarball installs into an empty folder', () => {
  writeFileSync(join(folder, 'package.json'), '{"name":"smoke","private":true,"type":"module"}\n')
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `./${tarball}`], folder)
})
// Nothing below can be told from the package that is not there.
if (failed > 0) end()
writeFileSync(join(folder, 'file.txt'), article)

test('extract prints the same as from the checkout', () => {
  const installed = muctieu(['extract', '--mentions', '--sentences', '--rejections', '--diagnostics', 'file.txt']).stdout
  equal(installed, checkout(['extract', '--mentions', '--sentences', '--rejections', '--diagnostics', 'file.txt']).stdout, 'output')
  equal(lines(installed)[0].kind, 'article', 'first line')
})
test('run stores what it extracts, with threads too, and knows it the second time', () => {
  const first = JSON.parse(muctieu(['run', 'file.txt', '--workers', '2', '--json']).stdout)
  equal(first.counts.done, 1, 'new articles')
  equal(existsSync(join(folder, 'out', 'muctieu.sqlite')), true, 'database')
  const second = JSON.parse(muctieu(['run', 'file.txt', '--json']).stdout)
  equal(second.counts.skipped, 1, 'known articles')
})
test('the ruleset is the same as in the checkout', () => {
  mkdirSync(join(folder, 'other'), { recursive: true })
  checkout(['run', 'file.txt', '--db', 'other/a.sqlite'])
  const rulesets = ['out/muctieu.sqlite', 'other/a.sqlite'].map(db => JSON.parse(muctieu(['runs', '--db', db, '--json']).stdout)[0].ruleset)
  equal(rulesets[0], rulesets[1], 'ruleset')
})
test('every command has its help', () => {
  const commands = [...muctieu(['--help']).stdout.matchAll(/^ {2}([a-z]+) /gm)].map(m => m[1]).filter(name => name !== 'help')
  if (commands.length < 5) throw new Error(`only ${commands.length} commands`)
  for (const command of commands)
    if (!muctieu([command, '--help']).stdout.includes('Examples:')) throw new Error(`${command} has no examples`)
})
test('an unknown option ends with 2', () => muctieu(['extract', '--bogus'], { code: 2 }))
test('the library extracts without a native module', () => {
  const script = `import { articleOf, extract } from 'muctieu'
const { records } = extract(await articleOf({ text: ${JSON.stringify(article)} }))
const native = process.report.getReport().sharedObjects.filter(path => path.endsWith('.node'))
process.stdout.write(JSON.stringify({ records: records.length, native: native.length }))\n`
  writeFileSync(join(folder, 'library.mjs'), script)
  const got = JSON.parse(run(process.execPath, ['library.mjs'], folder).stdout)
  if (got.records === 0) throw new Error('no record')
  equal(got.native, 0, 'native modules')
})
test('the library has its types', () => {
  const source = `import { type Article, articleOf, type Extraction, extract } from 'muctieu'
const article: Article = await articleOf({ text: 'a' })
export const { records }: Extraction = extract(article)
export const id: string = article.record.id
// @ts-expect-error a text is no article
extract('a')\n`
  writeFileSync(join(folder, 'library.ts'), source)
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '', '--skipLibCheck', 'library.ts']
  run(process.execPath, [tsc, ...options], folder)
})
test('the schemas are part of the package', () => {
  const path = join(folder, 'node_modules', 'muctieu', 'schema', 'line.schema.json')
  equal(readFileSync(path, 'utf8'), readFileSync(join(root, 'schema', 'line.schema.json'), 'utf8'), 'schema')
})
const oldNode = process.env.PATH.split(delimiter)
  .map(entry => join(entry, 'node'))
  .find(path => existsSync(path) && /^v(?:1\d|20|21)\./.test(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? ''))
if (oldNode !== undefined) {
  test('an old Node is told so in one sentence', () => {
    const { stderr } = run(oldNode, [join(folder, 'node_modules', 'muctieu', 'bin', 'muctieu.mjs'), '--version'], folder, { code: 2 })
    equal(/^muctieu: needs Node 22\.18 or newer; this is Node [\d.]+\.\n$/.test(stderr), true, stderr)
  })
}

end()

function end() {
  rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  if (process.argv[2] !== undefined) writeFileSync(process.argv[2], `${passed} ${failed}\n`)
  process.exit(failed === 0 ? 0 : 1)
}
