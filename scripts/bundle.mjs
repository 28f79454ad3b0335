/** Puts the program's modules into a few files, so that a start opens a dozen and not four hundred. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { rolldown } from 'rolldown'

// What is started or imported by name: the command line, its processes and threads, the library.
const ENTRIES = ['cli', 'index', 'worker', 'stages/read/confined/thread', 'commands/export/sink-thread']
// Loaded at every start, and of many small files. Other dependencies, and other parts of `natural`, are found where they are installed.
const TAKEN_IN = ['@eslint-community/regexpp', 'commander', 'compromise', 'natural/lib/natural/distance', 'p-queue', 'zod']

/** Bundles the sources of a checkout into `dist`, beside the declarations, with the licences of what is taken in. */
export async function bundle(root, dist) {
  const src = join(root, 'src')
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const isOf = names => id => names.some(name => id === name || id.startsWith(`${name}/`))
  const [isTakenIn, isDependency] = [isOf(TAKEN_IN), isOf(Object.keys(dependencies))]
  const build = await rolldown({
    input: Object.fromEntries(ENTRIES.map(name => [name, join(src, `${name}.ts`)])),
    platform: 'node',
    transform: { target: 'node22' },
    external: id => id.startsWith('node:') || (isDependency(id) && !isTakenIn(id)),
    plugins: [asFromItsFolder(src)]
  })
  const { output } = await build.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
    // What is said to people who call it stands in the declarations beside it.
    comments: { jsdoc: false }
  })
  await build.close()
  const modules = output.flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
  writeFileSync(join(dist, 'LICENSES.txt'), licences(modules))
}

/** `import.meta.url` goes on meaning the place where a module would stand alone: files are found from it. */
function asFromItsFolder(src) {
  return {
    name: 'as-from-its-folder',
    transform(code, id) {
      if (!id.startsWith(src) || !code.includes('import.meta.url')) return null
      const own = relative(src, id).replaceAll('\\', '/').replace(/\.ts$/, '.js')
      return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(`MUCTIEU_DIST/${own}`)}, import.meta.url).href`)
    },
    // Only now is it known in which file a module stands.
    renderChunk: (code, { fileName }) => code.replaceAll('MUCTIEU_DIST/', '../'.repeat(fileName.split('/').length - 1) || './')
  }
}

/** The licences of the packages that some modules are of. */
function licences(modules) {
  const folders = modules.flatMap(id => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? [])
  const texts = [...new Set(folders)].toSorted().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
    return `${name} ${version}, ${license}\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  return texts.join(`\n${'-'.repeat(72)}\n\n`)
}
