import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/commands/command.ts'
import { allCommands } from '../../src/commands/index.ts'
import { folderWith, muctieu } from './harness.ts'

const COMMANDS = await allCommands()

// They print JSON lines and nothing else, or serve a page.
const NO_JSON = new Set(['cluster down', 'cluster up', 'extract', 'gold log', 'review', 'worker'])

const paths = (commands: readonly Command[], above: readonly string[] = []): (readonly [string, Command])[] =>
  commands.flatMap(command => {
    const path = [...above, command.name]
    return [[path.join(' '), command] as const, ...paths(command.subcommands ?? [], path)]
  })

describe.each(paths(COMMANDS))('%s --help', (path, command) => {
  test('says what it does, with its options and examples, in 80 columns', async () => {
    const { stdout, code } = await muctieu(folderWith(), [...path.split(' '), '--help'])
    expect(code).toBe(0)
    if (command.run !== undefined) {
      expect(stdout).toMatch(/^Exit codes:\n {2}0 {4}done\n/m)
      for (const [exit, says] of command.exits ?? []) expect(stdout).toContain(`  ${String(exit).padEnd(4)} ${says}\n`)
    }
    for (const { flags } of command.options ?? []) expect(stdout).toContain(flags)
    expect(stdout).toContain('Examples:')
    expect(command.examples.length).toBeGreaterThan(0)
    for (const text of stdout.split('\n')) expect(text.length, text).toBeLessThanOrEqual(100)
  })

  test('has examples of itself', () => {
    for (const [example] of command.examples) expect(example.startsWith(path), example).toBe(true)
  })

  test('reports in JSON where it reports', () => {
    if (NO_JSON.has(path) || command.run === undefined) return
    expect(
      command.options?.some(o => o.flags.startsWith('--json')),
      'has --json'
    ).toBe(true)
  })
})

test('the help of the program has the exit codes that the documentation has, and every command those it ends with', async () => {
  const { stdout } = await muctieu(folderWith(), ['--help'])
  const shown = [...stdout.slice(stdout.indexOf('Exit codes:')).matchAll(/^ {2}(\d+) /gm)].map(m => m[1])
  expect(shown).toEqual(['0', '1', '2', '3', '130', '141'])
  for (const file of ['docs/limits.md', 'README.md', 'README.vi.md']) {
    const text = readFileSync(file, 'utf8')
    for (const code of [...shown, '143', '129']) expect(text, `${code} in ${file}`).toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`))
  }
})

test('the help of the program names every command', async () => {
  const { stdout } = await muctieu(folderWith(), ['--help'])
  for (const { summary } of COMMANDS) expect(stdout.replace(/\s+/g, ' ')).toContain(summary.replace(/\s+/g, ' ').slice(0, 20))
  for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
})
