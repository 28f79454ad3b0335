import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Net } from '../../src/commands/net/limits.ts'

/** A text whose extraction never ends, one whose extraction takes all memory, one at which reading hangs: for the worker below. */
export const ENDLESS = 'Bài này đọc mãi không xong.'
export const BOUNDLESS = 'Bài này chiếm hết bộ nhớ.'
export const UNREADABLE = 'Đọc đến bài này thì đứng lại.'

const SOURCES = new URL('../../src/commands/net/', import.meta.url)

// The program's own worker, but for what the texts above and files named after them do to it. A loop like this one V8 cannot end.
const SCRIPT = `
const { thisWorker } = await import(${JSON.stringify(new URL('self.ts', SOURCES).href)})
const { workAtExtraction } = await import(${JSON.stringify(new URL('extraction-worker.ts', SOURCES).href)})
const { workAtReading } = await import(${JSON.stringify(new URL('reading-worker.ts', SOURCES).href)})
const self = thisWorker()
const hang = () => { for (const some = []; ; ) some[0] = new Array(100).fill(0.5) }
const burst = () => { for (const all = []; ; ) all.push(new Array(1000).fill(0.5)) }
const onMessage = hear => self.onMessage(message => {
  if (self.task.kind === 'reading') {
    hear(message)
    if (message.kind === 'read' && message.input.source.includes('endless')) hang()
    if (message.kind === 'read' && message.input.source.includes('boundless')) burst()
    return
  }
  const { article } = message
  const sick = article.text.includes(${JSON.stringify(ENDLESS)}) ? hang : article.text.includes(${JSON.stringify(BOUNDLESS)}) ? burst : undefined
  if (sick !== undefined) Object.defineProperty(article, 'text', { get: sick })
  hear(message)
})
const answer = told => {
  if (told.result?.article?.text.includes(${JSON.stringify(UNREADABLE)})) hang()
  return self.answer(told)
}
self.task.kind === 'reading' ? workAtReading({ ...self, onMessage, answer }) : workAtExtraction({ ...self, onMessage })
`

/** A net like the program's, with a worker that hangs and bursts, and its own patience. Its script is written into the folder. */
export function sickNet(folder: string, seconds: number): Net {
  const path = join(folder, 'worker.mjs')
  writeFileSync(path, SCRIPT)
  return { worker: pathToFileURL(path), heapMib: 200, extractionSeconds: () => seconds, readingSeconds: () => seconds }
}
