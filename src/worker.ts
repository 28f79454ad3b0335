import { spareMemory } from './commands/heap.ts'
import type { ExtractionTask } from './commands/net/extraction-messages.ts'
import type { ReadingTask } from './commands/net/reading-messages.ts'
import { type Self, thisWorker } from './commands/net/self.ts'

// A process of the net: it extracts articles, or reads files. Each loads what it needs.
const self = thisWorker<ExtractionTask | ReadingTask>()
if (self.task.kind === 'reading') (await import('./commands/net/reading-worker.ts')).workAtReading(self as Self<ReadingTask>)
else (await import('./commands/net/extraction-worker.ts')).workAtExtraction(self as Self<ExtractionTask>)
spareMemory()
