import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placesOf } from '../../src/commands/cluster/places.ts'
import { cacheFolder } from '../../src/store/cache-folder.ts'

test.runIf(process.platform === 'linux')('caches stand where their user wants them, else where the system has them', () => {
  expect(cacheFolder({})).toBe(join(homedir(), '.cache/muctieu'))
  expect(cacheFolder({ XDG_CACHE_HOME: '/big/caches' })).toBe('/big/caches/muctieu')
  expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toBe(join(homedir(), '.cache/muctieu'))
  expect(cacheFolder({ XDG_CACHE_HOME: '/big/caches', MUCTIEU_CACHE: '/own' })).toBe('/own')
})

test('a fetched server stands in the caches too', () => {
  const env = { MUCTIEU_CACHE: join(homedir(), 'own') }
  expect(placesOf(undefined, { cwd: homedir(), env }).cache).toBe(cacheFolder(env))
})
