import { expect, test } from 'vitest'
import { optionsKey } from '../../src/commands/extraction-options.ts'
import { extractorOf } from '../../src/commands/extractor.ts'
import { articleOf } from '../../src/index.ts'
import { UsageError } from '../../src/model/usage-error.ts'

test('options that change results have one name, whatever their order', () => {
  expect(optionsKey({ without: [] })).toBe('{}')
  expect(optionsKey({ without: ['date/period', 'date/day', 'date/day'] })).toBe(optionsKey({ without: ['date/day', 'date/period'] }))
})

test('a rule that is not there cannot be left out', () => {
  expect(() => extractorOf({ without: ['date/none'] })).toThrow(UsageError)
})

test('an article that breaks the extraction is a diagnostic, not the end of the run', async () => {
  const article = await articleOf({ text: 'Hà Giang phấn đấu đạt 60% vào năm 2030.' })
  const broken = { ...article, text: null as unknown as string }
  expect(extractorOf({ without: [] })(broken)).toMatchObject({
    kind: 'diagnostic',
    severity: 'error',
    code: 'validate/broke-off',
    source: `text#${article.record.id}`
  })
})
