import type { Article } from '../../model/article.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Extracted, ExtractingSettings, Form } from './extracting.ts'
import { type ExtractionAnswer, type ExtractionQuestion, numberAt } from './extraction-messages.ts'
import type { Net } from './limits.ts'
import { type Breach, startThread, type Thread } from './thread.ts'

/** A thread that extracts; where an article must be given up, the others go on in a new one. */
export interface ExtractionThread<F extends Form> {
  extract(article: Article): Promise<Extracted<F>>
  /** How many articles it has in hand. */
  pending(): number
  hasWorked(): boolean
  close(): Promise<void>
}

interface Waiting<F extends Form> {
  readonly article: Article
  readonly resolve: (extracted: Extracted<F>) => void
  readonly reject: (error: unknown) => void
}

/** Starts an extraction thread. */
export function extractionThread<F extends Form>(net: Net, settings: ExtractingSettings<F>): ExtractionThread<F> {
  let thread = start()
  let sent = 0
  let hasWorked = false
  // By the number that the present thread knows them by.
  let waiting = new Map<number, Waiting<F>>()

  function start(): Thread {
    return startThread({
      worker: net.worker,
      data: { task: 'extraction', ...settings },
      limits: step => {
        const article = waiting.get(numberAt(step) ?? -1)?.article
        return article === undefined ? undefined : net.extraction(article.text.length)
      },
      onMessage: message => {
        const { number, extracted } = message as ExtractionAnswer<F>
        hasWorked = true
        waiting.get(number)?.resolve(extracted)
        waiting.delete(number)
      },
      onEnd: (why, step) => goOn(why, numberAt(step))
    })
  }

  function send(job: Waiting<F>): void {
    waiting.set(sent, job)
    thread.post({ number: sent++, article: job.article } satisfies ExtractionQuestion)
  }

  function goOn(why: Breach | Error, number: number | undefined): void {
    const left = waiting
    waiting = new Map()
    if (why instanceof Error) {
      for (const { reject } of left.values()) reject(why)
      return
    }
    const culprit = left.get(number ?? -1)
    if (culprit !== undefined) culprit.resolve({ failure: givenUp(culprit.article, why, net) })
    thread = start()
    sent = 0
    for (const job of left.values()) if (job !== culprit) send(job)
  }

  return {
    extract: article => new Promise((resolve, reject) => send({ article, resolve, reject })),
    pending: () => waiting.size,
    hasWorked: () => hasWorked,
    close: () => thread.end()
  }
}

function givenUp({ text, record }: Article, breach: Breach, net: Net): Diagnostic {
  const { seconds, heapBytes } = net.extraction(text.length)
  const source = record.sources[0]?.source ?? record.key
  const most = breach === 'too-slow' ? `${Math.round(seconds)} seconds` : `${Math.round(heapBytes / 1024 ** 2)} MiB of memory`
  const message = `${source} was given up: its ${text.length} characters took more than ${most} to extract, which is a bug.`
  return diagnostic('validate', breach, 'error', message, { article_id: record.id, source })
}
