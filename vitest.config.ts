import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// What waits for processes and clocks, and what computes longest: begun last, it would be waited for alone.
const LONGEST = ['patterns', 'linear', 'cli/run', 'metamorphic', 'variants']

/** What waits for clocks and for processes that are to fail, longer than all other tests together: `npm run test:slow` does it. */
export const LONG = ['test/cli/{net,process,reproduced}.test.ts', 'test/commands/export/hostile.test.ts']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex(name => moduleId.endsWith(`test/${name}.test.ts`))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/slow/**', 'test/postgres/**', 'test/filter/**', ...LONG],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Left alone, Vitest keeps a core for itself, of two one.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // Files share a process and what it has loaded: to load the rules anew for each took a tenth of the time.
    isolate: false,
    // Node loads the sources itself, as for users: as Vite rewrites them they take a fifth longer.
    experimental: { viteModuleRunner: false },
    // Also for who starts vitest himself: the processes that tests start need not compile everything anew.
    env: { NODE_COMPILE_CACHE: `${import.meta.dirname}/node_modules/.cache/muctieu` }
  }
})
