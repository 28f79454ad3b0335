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

describe('README.vi.md says what README.md says', () => {
  const [english, vietnamese] = ['README.md', 'README.vi.md'].map(file => readFileSync(file, 'utf8')) as [string, string]
  const all = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(m => m[1] ?? m[0])

  test.each([
    ['commands', /^(?:muctieu|npm) [^#\n]*[^#\s]/gm],
    ['sections', /^##(?= )/gm],
    ['points', /^-(?= )/gm],
    ['numbers in tables', /(?<=^\|.*)\d\.\d\d/gm],
    ['links', /\]\((?!README)([^)]+)\)/g],
    ['paragraphs with a name', /^\*\*(?=\p{L})/gmu]
  ])('%s', (_, pattern) => {
    expect(all(pattern, english).length).toBeGreaterThan(0)
    expect(all(pattern, vietnamese)).toEqual(all(pattern, english))
  })

  test('the record and the program are the same', () => {
    const shown = (text: string) => all(/^```js(?:onc)?\n([\s\S]*?)^```$/gm, text)
    const bare = (text: string) => shown(text).map(code => code.replace(/ \/\/ .*$/gm, ''))
    expect(bare(vietnamese)).toEqual(bare(english))
  })
})

test('what the READMEs link is part of the package', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly files: readonly string[] }
  for (const document of ['README.md', 'README.vi.md'])
    for (const [, to = ''] of readFileSync(document, 'utf8').matchAll(/\]\(((?!https?:|#)[^)#\s]+)/g)) {
      expect(existsSync(to), `${document}: ${to}`).toBe(true)
      expect(
        files.some(file => to === file || to.startsWith(`${file}/`)),
        `${document}: ${to}`
      ).toBe(true)
    }
})
