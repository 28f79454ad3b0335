import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/slow/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files share a process and what it has loaded: to load the rules anew for each took a tenth of the time.
    isolate: false,
    // Node loads the sources itself, as for users: as Vite rewrites them they take a fifth longer.
    experimental: { viteModuleRunner: false },
    // Also for who starts vitest himself: the processes that tests start need not compile everything anew.
    env: { NODE_COMPILE_CACHE: `${import.meta.dirname}/node_modules/.cache/muctieu` }
  }
})
