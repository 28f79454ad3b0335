import { workerData } from 'node:worker_threads'
import type { ExtractionTask } from './commands/net/extraction-messages.ts'

// A thread of the net: it extracts articles, or reads files. Each task loads what it needs.
const settings = workerData as ExtractionTask
;(await import('./commands/net/extraction-worker.ts')).extractInThread(settings)
