/** Prints, in JSON, every regular expression that the rooms which read text put together while they load and when they are first used. */
import { readdirSync, readFileSync } from 'node:fs'
import { type Found, filesOf } from './patterns.ts'

const found: Found[] = []
const Original = globalThis.RegExp
globalThis.RegExp = new Proxy(Original, {
  construct(target, given, maker) {
    const made: RegExp = Reflect.construct(target, given, maker)
    const stack = new Error('where').stack?.split('\n') ?? []
    const caller = stack.find(line => line.includes('.ts') && !line.includes('made.ts'))
    const isOwn = !stack[2]?.includes('node_modules')
    const file = caller === undefined ? undefined : new Original('src/[\\w./-]+').exec(caller)?.[0]
    if (isOwn && file !== undefined) found.push({ file, source: made.source, flags: made.flags })
    return made
  }
})
for (const room of ['text', 'mentions', 'records', 'stages']) for (const file of filesOf(`src/${room}`)) await import(`../../${file}`)
// Some are made when they are first needed.
const { articleOf, extract } = await import('../../src/index.ts')
for (const name of readdirSync('corpus/articles').slice(0, 4))
  extract(await articleOf({ text: readFileSync(`corpus/articles/${name}`, 'utf8'), published: '2024-05-01' }))
process.stdout.write(JSON.stringify(found))
