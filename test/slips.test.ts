import { expect, test } from 'vitest'
import { extract } from '../src/pipeline.ts'
import { articleOf } from './stages/read/make.ts'

const TEXT = `Ngày 11/6/2021, Ủy bân nhân dân tỉnh Nghệ Aan ban hành Quyết đinh số 111/QĐ-UBND về phát triển kinh tế số.
Tỉnh phấn đâu đến năm 2025 kinh tế số chiếm 20% GRDP.
Năm 2020, tỷ lệ hộ nghèo của tỉnh Quảng Trị là 7%.
`

const read = async (text: string) => {
  const { article } = await articleOf('slips.txt', text)
  return { text: article.text, ...extract(article) }
}

test('a slip is read as the word it stands for, and quoted as it is printed', async () => {
  const { text, records } = await read(TEXT)
  const [document, target] = records
  expect(document).toMatchObject({ kind: 'document', number: '111/QĐ-UBND', type: 'quyet_dinh', issuer: 'ubnd:nghe_an' })
  expect(target).toMatchObject({ kind: 'target', status: 'goal', place: 'nghe_an', low: 20, deadline: '2025' })
  expect(document?.anchor.quote).toBe('Quyết đinh số 111/QĐ-UBND')
  for (const { anchor } of records) expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote)
})

test('what uses a word put right is never sure; what uses none is as sure as ever', async () => {
  const { records } = await read(TEXT)
  const of = (kind: string) => records.find(r => r.kind === kind)?.['confidence']
  expect([of('document'), of('target'), of('observation')]).toEqual(['low', 'low', 'high'])
})

test('every slip that was put right is told, where it is printed', async () => {
  const { text, diagnostics } = await read(TEXT)
  const told = diagnostics.filter(d => d.code === 'normalize/slip')
  expect(told.map(d => text.slice(d.start ?? 0, d.end ?? 0))).toEqual(['bân', 'Aan', 'đinh', 'đâu'])
  expect(told.at(-1)?.message).toBe('"đâu" was read as "đấu" (cue/slip)')
})

test('a rule for slips can be left out', async () => {
  const { article } = await articleOf('slips.txt', TEXT)
  const { diagnostics } = extract(article, { without: new Set(['cue/slip']) })
  expect(diagnostics.some(d => d.message.includes('cue/slip'))).toBe(false)
  expect(diagnostics.some(d => d.message.includes('place/slip'))).toBe(true)
})
