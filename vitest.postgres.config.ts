import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Copies of stores go into a home of the tests' own.
const home = mkdtempSync(join(tmpdir(), 'muctieu-home-'))
process.once('exit', () => rmSync(home, { recursive: true, force: true }))

// Tests with a real PostgreSQL: the server that MUCTIEU_TEST_POSTGRES is the address of, or one that they start themselves.
export default defineConfig({
  test: {
    include: ['test/postgres/**/*.test.ts'],
    globalSetup: ['test/postgres/server.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    experimental: { viteModuleRunner: false },
    env: { HOME: home, XDG_CACHE_HOME: '', NODE_COMPILE_CACHE: `${import.meta.dirname}/node_modules/.cache/muctieu` }
  }
})
