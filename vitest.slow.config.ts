import { defineConfig } from 'vitest/config'

// What takes minutes: many texts, long ones.
export default defineConfig({ test: { include: ['test/slow/**/*.test.ts'], fileParallelism: false } })
