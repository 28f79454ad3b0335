import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/commands/command.ts'
import { allCommands } from '../../src/commands/index.ts'
import { folderWith, muctieu } from './harness.ts'

const COMMANDS = await allCommands()

// They print JSON lines and nothing else, or serve a page.
const NO_JSON = new Set(['extract', 'gold log', 'review'])

const paths = (commands: readonly Command[], above: readonly string[] = []): (readonly [string, Command])[] =>
  commands.flatMap(command => {
    const path = [...above, command.name]
    return [[path.join(' '), command] as const, ...paths(command.subcommands ?? [], path)]
  })

describe.each(paths(COMMANDS))('%s --help', (path, command) => {
  test('says what it does, with its options and examples, in 80 columns', async () => {
    const { stdout, code } = await muctieu(folderWith(), [...path.split(' '), '--help'])
    expect(code).toBe(0)
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

test('the help of the program names every command', async () => {
  const { stdout } = await muctieu(folderWith(), ['--help'])
  for (const { summary } of COMMANDS) expect(stdout.replace(/\s+/g, ' ')).toContain(summary.replace(/\s+/g, ' ').slice(0, 20))
  for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
})
