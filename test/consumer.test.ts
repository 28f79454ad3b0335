import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
// @ts-expect-error a script has no declarations
import { keepDeclarations } from '../scripts/declarations.mjs'
import { MENTIONS } from '../src/mentions/index.ts'
import { RECORDS } from '../src/records/index.ts'

/** The package as its users' compilers see it: the declarations that are shipped, and nothing else of it. */
const TSC = resolve('node_modules/typescript/bin/tsc')
const folder = mkdtempSync(join(tmpdir(), 'muctieu-consumer-'))
const own = join(folder, 'node_modules', 'muctieu')

function tsc(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [TSC, ...args], { cwd: folder, encoding: 'utf8' })
  return stdout + stderr
}

beforeAll(() => {
  mkdirSync(own, { recursive: true })
  const project = {
    extends: resolve('tsconfig.build.json'),
    compilerOptions: { outDir: join(own, 'dist'), rootDir: resolve('src'), typeRoots: [resolve('node_modules/@types')] }
  }
  writeFileSync(join(folder, 'build.json'), JSON.stringify({ ...project, files: [resolve('src/index.ts')], include: [] }))
  expect(tsc('-p', 'build.json')).toBe('')
  keepDeclarations(join(own, 'dist'), 'index.d.ts')
  cpSync('package.json', join(own, 'package.json'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n')
  symlinkSync(resolve('node_modules/zod'), join(folder, 'node_modules', 'zod'))
})

test('records are told by their kind, mentions by their type, and no field is unknown', () => {
  cpSync('test/consumer/consumer.ts', join(folder, 'consumer.ts'))
  const kinds = Object.fromEntries(RECORDS.map(r => [r.kind, true]))
  const types = Object.fromEntries(MENTIONS.filter(m => m.isPublic).map(m => [m.type, true]))
  const all = `import type { ExtractedMention, ExtractedRecord } from 'muctieu'
export const kinds: Record<ExtractedRecord['kind'], true> = ${JSON.stringify(kinds)}
export const types: Record<ExtractedMention['type'], true> = ${JSON.stringify(types)}\n`
  writeFileSync(join(folder, 'all.ts'), all)
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess']
  // Their library is checked too: nothing in the declarations leads out of what is shipped.
  const options = ['--noEmit', '--target', 'es2023', '--module', 'nodenext', '--types', '', '--skipDefaultLibCheck', ...strict]
  expect(tsc(...options, 'consumer.ts', 'all.ts')).toBe('')
})
