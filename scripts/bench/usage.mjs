// Loaded before a command that is measured: leaves the most memory that the process held, in kilobytes, where it is told to.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.MUCTIEU_BENCH_USAGE
if (isMainThread && file !== undefined)
  process.on('exit', () => writeFileSync(file, JSON.stringify({ peak: process.resourceUsage().maxRSS })))
