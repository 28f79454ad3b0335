import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allCommands } from '../src/commands/index.ts'

const COMMANDS = await allCommands()

const FILES = ['README.md', 'README.vi.md', 'docs/cookbook.md', 'docs/upgrading.md'].filter(existsSync)
const names = new Set(COMMANDS.map(c => c.name))

describe.skipIf(FILES.length === 0)('the documents', () => {
  test.each(FILES)('%s names only commands and options that there are', file => {
    const text = readFileSync(file, 'utf8')
    for (const [, line = ''] of text.matchAll(/^ *(?:\$ )?(?:npx |npm run -s )?muctieu (?:-- )?(.+)$/gm)) {
      const [name = '', second = ''] = line.split(/\s+/)
      if (name.startsWith('-')) continue
      expect(names, line).toContain(name)
      const command = COMMANDS.find(c => c.name === name)
      const own = command?.subcommands?.find(s => s.name === second) ?? command
      const flags = (own?.options ?? []).flatMap(o => o.flags.match(/--[a-z-]+/g) ?? [])
      for (const [option] of line.split(/\s[|>#]/)[0]!.matchAll(/(?<=\s)--[a-z-]+/g)) expect([...flags, '--help'], line).toContain(option)
    }
  })

  test.runIf(existsSync('README.md'))('README.md names every command', () => {
    const text = readFileSync('README.md', 'utf8')
    for (const name of names) expect(text, name).toMatch(new RegExp(`muctieu (?:-- )?${name}\\b`))
  })
})
