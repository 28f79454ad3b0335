import type { Article } from '../../model/article.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Extracted, ExtractingSettings, Form } from './extracting.ts'
import { type ExtractionAnswer, type ExtractionQuestion, type ExtractionTask, numberAt } from './extraction-messages.ts'
import type { Net } from './limits.ts'
import { lengthener } from './terms.ts'
import { type Breach, startWorker, type WorkerProcess } from './worker-process.ts'

/** A worker that extracts; where an article must be given up, the others go on in a new one. */
export interface Extractor<F extends Form> {
  extract(article: Article): Promise<Extracted<F>>
  /** How many articles it has in hand. */
  pending(): number
  hasWorked(): boolean
  close(): void
}

interface Waiting<F extends Form> {
  readonly article: Article
  readonly resolve: (extracted: Extracted<F>) => void
  readonly reject: (error: unknown) => void
}

/** Starts a worker that extracts. */
export function startExtractor<F extends Form>(net: Net, settings: ExtractingSettings<F>): Extractor<F> {
  let worker = start()
  let sent = 0
  let hasWorked = false
  // By the number that the present worker knows them by.
  let waiting = new Map<number, Waiting<F>>()

  function start(): WorkerProcess {
    const lengthen = lengthener<F>()
    return startWorker({
      net,
      task: { kind: 'extraction', ...settings } satisfies ExtractionTask,
      secondsAt: step => {
        const article = waiting.get(numberAt(step))?.article
        return article && net.extractionSeconds(article.text.length)
      },
      onAnswer: answer => {
        const { number, ...shortened } = answer as ExtractionAnswer<F>
        const extracted = lengthen(shortened)
        hasWorked = true
        waiting.get(number)?.resolve(extracted)
        waiting.delete(number)
      },
      onEnd: (why, step) => goOn(why, numberAt(step))
    })
  }

  function send(job: Waiting<F>): void {
    waiting.set(sent, job)
    worker.post({ number: sent++, article: job.article } satisfies ExtractionQuestion)
  }

  function goOn(why: Breach | Error, number: number): void {
    const left = waiting
    waiting = new Map()
    const culprit = left.get(number)
    // A worker that does not even begin is no article's fault.
    if (why instanceof Error || (culprit === undefined && left.size > 0)) {
      for (const { reject } of left.values()) reject(why instanceof Error ? why : new Error(`A worker ended early (${why}).`))
      return
    }
    culprit?.resolve({ failure: givenUp(culprit.article, why, net) })
    worker = start()
    sent = 0
    for (const job of left.values()) if (job !== culprit) send(job)
  }

  return {
    extract: article => new Promise((resolve, reject) => send({ article, resolve, reject })),
    pending: () => waiting.size,
    hasWorked: () => hasWorked,
    close: () => worker.end()
  }
}

function givenUp({ text, record }: Article, breach: Breach, net: Net): Diagnostic {
  const source = record.sources[0]?.source ?? record.key
  const why = inWords(breach, net.extractionSeconds(text.length), net)
  const message = `${source} was given up: to extract its ${text.length} characters ${why}, which is a bug.`
  return diagnostic('validate', breach, 'error', message, { article_id: record.id, source })
}

/** What a breach was, behind the words for what was done. */
export function inWords(breach: Breach, seconds: number, { heapMib }: Net): string {
  if (breach === 'too-slow') return `took more than ${Math.round(seconds)} seconds`
  return breach === 'too-large' ? `took more than ${heapMib} MiB of memory` : 'made the process break off'
}
