import { workerData } from 'node:worker_threads'
import type { ExtractionTask } from './commands/net/extraction-messages.ts'
import type { ReadingTask } from './commands/net/reading-messages.ts'

// A thread of the net: it extracts articles, or reads files. Each loads what it needs.
const task = workerData as ExtractionTask | ReadingTask
if (task.task === 'reading') (await import('./commands/net/reading-worker.ts')).readInThread(task)
else (await import('./commands/net/extraction-worker.ts')).extractInThread(task)
