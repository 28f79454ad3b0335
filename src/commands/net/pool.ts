import type { Article } from '../../model/article.ts'
import type { Io } from '../command.ts'
import type { Extracted, ExtractingSettings, Form } from './extracting.ts'
import { type Extractor, startExtractor } from './extraction.ts'
import type { Net } from './limits.ts'

/** Extracts batches, in workers under limits or here. */
export interface Pool<F extends Form> {
  /** What is made of each article, in their order; each comes when it is done. */
  extract(articles: readonly Article[]): readonly Promise<Extracted<F>>[]
  /** How many batches it works on at a time. */
  readonly width: number
  /** How many processes beside this one have done work. */
  workersUsed(): number
  close(): void
}

// Below this many articles, starting more than one worker costs more than it saves.
const FEW_ARTICLES = 48

/**
 * A pool of so many workers, started at once; without a number of one worker, and as many as there are cores once there is
 * enough to do. Fails with a UsageError where a rule is to be left out that is not there.
 */
export async function openPool<F extends Form>(
  { net, cores }: Pick<Io, 'net' | 'cores'>,
  settings: ExtractingSettings<F>,
  count?: number
): Promise<Pool<F>> {
  // Only then are the rules loaded in this process too.
  if (settings.options.without.length > 0) (await import('../extractor.ts')).extractorOf(settings.options)
  return net === null ? inlinePool(settings) : workerPool(net, settings, count ?? 1, count ?? cores)
}

async function inlinePool<F extends Form>(settings: ExtractingSettings<F>): Promise<Pool<F>> {
  const extract = (await import('./extracting.ts')).extracting(settings)
  return { extract: articles => articles.map(async article => extract(article)), width: 1, workersUsed: () => 0, close: () => {} }
}

function workerPool<F extends Form>(net: Net, settings: ExtractingSettings<F>, first: number, most: number): Pool<F> {
  const workers: Extractor<F>[] = []
  let articlesSeen = 0
  const grow = (count: number): void => {
    while (workers.length < count) workers.push(startExtractor(net, settings))
  }
  // It loads its rules while the first input is read.
  grow(first)
  return {
    width: most,
    extract: articles => {
      articlesSeen += articles.length
      grow(articlesSeen > FEW_ARTICLES ? most : first)
      // A batch goes to the worker with the least to do.
      const worker = workers.reduce((least, w) => (w.pending() < least.pending() ? w : least))
      return articles.map(article => worker.extract(article))
    },
    workersUsed: () => workers.filter(w => w.hasWorked()).length,
    close: () => {
      for (const worker of workers) worker.close()
    }
  }
}
