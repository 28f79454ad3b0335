import { defineConfig } from 'vitest/config'
import fast from './vitest.config.ts'

// The filter as processes that others start: GNU parallel, pipes that close, processes that are killed.
export default defineConfig({
  test: {
    include: ['test/filter/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    experimental: { viteModuleRunner: false },
    env: { ...fast.test?.env }
  }
})
