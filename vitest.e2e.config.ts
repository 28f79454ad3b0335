import { defineConfig } from 'vitest/config'

// Tests in a real browser: they need Chromium, which the others do not.
export default defineConfig({
  test: { include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }
})
