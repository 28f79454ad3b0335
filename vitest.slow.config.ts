import { defineConfig } from 'vitest/config'
import fast, { LONG } from './vitest.config.ts'

/**
 * What takes minutes: many texts, long ones, all the rounds of which `npm test` does some. A test that asks `test/thorough.ts`
 * stands in both.
 */
export default defineConfig({
  test: {
    include: [
      'test/slow/**/*.test.ts',
      'test/{linear,metamorphic,patterns}.test.ts',
      ...LONG,
      'test/stages/read/{hostile,memory}.test.ts',
      'test/store/damage.test.ts'
    ],
    maxWorkers: '100%',
    experimental: { viteModuleRunner: false },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    env: { ...fast.test?.env, MUCTIEU_THOROUGH: '1' }
  }
})
