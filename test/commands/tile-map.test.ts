import { expect, test } from 'vitest'
import tiles from '../../src/commands/report/tile-map.json' with { type: 'json' }
import { PROVINCES } from '../../src/mentions/place/units.ts'

test.each([63, 34] as const)('the map has one tile for each of the %i provinces, and no two in one place', units => {
  const own = tiles.filter(tile => tile.units === units)
  const ids = PROVINCES.filter(p => p[`code${units}`] !== null).map(p => p.id)
  expect(own.map(tile => tile.id).toSorted()).toEqual(ids.toSorted())
  expect(new Set(own.map(tile => `${tile.column}/${tile.row}`)).size).toBe(units)
})
