import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { evalCommand } from '../src/commands/eval.ts'
import { misplaced, parseGold } from '../src/eval/gold.ts'
import { read } from '../src/stages/read/read.ts'
import { captured } from './commands/captured.ts'

test('no score on the corpus is below its baseline', async () => {
  const { code, err } = await captured(evalCommand, ['corpus/gold', '--baseline', 'corpus/baseline.json'], process.cwd())
  expect(err).toBe('')
  expect(code).toBe(0)
})

test('every gold article of the corpus has its text, and every span stands on its quote', async () => {
  const texts = new Map<string, string>()
  for await (const result of read(['corpus/articles'], { published: null })) {
    if (result.kind === 'article') texts.set(result.article.record.sha256, result.article.text)
  }
  for (const name of (await readdir('corpus/gold')).filter(n => n.endsWith('.gold.ndjson'))) {
    const { articles, problems } = parseGold(await readFile(`corpus/gold/${name}`, 'utf8'))
    expect(problems).toEqual([])
    for (const gold of articles) {
      const text = texts.get(gold.sha256)
      expect(text, `text of ${gold.article}`).toBeDefined()
      expect(misplaced(gold, text ?? ''), gold.article).toEqual([])
    }
  }
})
