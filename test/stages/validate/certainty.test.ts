import { describe, expect, test } from 'vitest'
import type { LinkedFrame } from '../../../src/model/frame.ts'
import { bandOf, chanceOf } from '../../../src/stages/validate/certainty.ts'
import { type Told, traitsOf } from '../../../src/stages/validate/traits.ts'

const TEXT = 'phấn đấu đến năm 2030 tỷ lệ hộ nghèo còn dưới 3%; đến năm 2025 là 5%.'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const entry = (words: string, rule: string) => ({ ...at(words), rule, source: 'same_clause', via: [] }) as const
const told = (fields: object, licence: number): Told => {
  const all: Record<string, unknown> = {
    place: 'nghe_an',
    document_number: '9/NQ-HĐND',
    deadline: '2030',
    indicator: { id: 'poverty_rate', text: 'tỷ lệ hộ nghèo' },
    qualifier: null,
    comparator: '<',
    unit: '%',
    value_kind: 'level',
    ...fields
  }
  const frame: LinkedFrame = {
    kind: 'target',
    anchor: at('3%'),
    order: [],
    fields: all,
    evidence: {
      status: entry('phấn đấu', 'status/goal-word'),
      ...(all['deadline'] === null ? {} : { deadline: entry('đến năm 2030', 'deadline/before-value') }),
      ...(all['indicator'] === null ? {} : { indicator: entry('tỷ lệ hộ nghèo', 'target/headed') }),
      ...(all['place'] === null ? {} : { place: { start: 0, end: 1, source: 'document', rule: 'place/of-document', via: [] } })
    },
    rules: [],
    licence
  }
  return { frame, lower: TEXT, sentence: { start: 0, end: TEXT.length }, published: '2024-05-01' }
}

describe('how sure a target is', () => {
  test('falls where its sentence hardly makes a goal of it, and where fields are not known', () => {
    expect(bandOf(told({}, 90))).not.toBe('low')
    expect(bandOf(told({ indicator: null, place: null, deadline: null }, 5))).toBe('low')
  })

  test('is the product of the chances of its questions', () => {
    expect(chanceOf(() => 0)).toBe(31)
    expect(chanceOf(question => (question === 'place' ? 0 : 1000))).toBe(500)
  })

  test('is told by names of what each field was read from', () => {
    const traits = traitsOf(told({}, 25))
    expect(traits.goal).toEqual(expect.arrayContaining(['licence < 30', 'status status/goal-word', 'another year', 'round year']))
    expect(traits.goal).not.toContain('licence < 20')
    expect(traits.indicator).toEqual(
      expect.arrayContaining([
        'indicator target/headed',
        'first two tỷ lệ',
        'words <= 5',
        'gap before <= 2',
        'gap ends dưới',
        'next ;',
        'id poverty_rate'
      ])
    )
    expect(traits.deadline).toEqual(expect.arrayContaining(['time 9999', 'year off <= 9', 'time before <= 10', 'time begins đến']))
    expect(traits.document).toEqual(expect.arrayContaining(['number without a document', 'number of NQ-HĐND', 'number elsewhere']))
    expect(traitsOf(told({ place: null }, 25)).place).toContain('no place')
  })
})
