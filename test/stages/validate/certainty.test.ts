import { describe, expect, test } from 'vitest'
import type { LinkedFrame } from '../../../src/model/frame.ts'
import { bandOf, traitsOf } from '../../../src/stages/validate/certainty.ts'

const said = { start: 0, end: 1, source: 'same_clause', via: [] } as const
const frame = (fields: object, licence?: number): LinkedFrame => ({
  kind: 'target',
  anchor: { start: 0, end: 1 },
  order: [],
  fields: {
    place: 'nghe_an',
    document_number: '9/NQ-HĐND',
    deadline: '2030',
    indicator: { id: 'poverty_rate', text: 'tỷ lệ hộ nghèo' },
    comparator: '=',
    value_kind: 'level',
    ...fields
  },
  evidence: {
    deadline: { ...said, rule: 'deadline/before-value' },
    indicator: { ...said, rule: 'target/headed' },
    place: { ...said, source: 'document', rule: 'place/of-document' }
  },
  rules: [],
  ...(licence === undefined ? {} : { licence })
})

describe('how sure a target is', () => {
  test('is high where all of it is printed beside a number that its own sentence makes a goal', () => {
    expect(bandOf(frame({}, 90))).toBe('high')
  })

  test('falls where its sentence hardly makes a goal of it, and where a field is not known', () => {
    expect(bandOf(frame({ deadline: null }, 90))).toBe('high')
    expect(bandOf(frame({ deadline: null }, 5))).not.toBe('high')
    expect(bandOf(frame({ indicator: null, place: null, deadline: null }, 5))).toBe('low')
  })

  test('is told by names of what it was read from', () => {
    expect(traitsOf(frame({ deadline: null }, 25))).toEqual([
      'deadline deadline/before-value',
      'deadline same_clause',
      'indicator target/headed',
      'indicator same_clause',
      'place place/of-document',
      'place document',
      'no deadline',
      'place of a province',
      'value =',
      'value of level',
      'indicator in the catalogue',
      'licence < 30',
      'licence < 40',
      'licence < 50',
      'licence < 60',
      'licence < 80'
    ])
  })
})
