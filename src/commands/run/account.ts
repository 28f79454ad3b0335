import type { ArticleRecord } from '../../model/article.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { InputInfo } from '../../stages/read/read.ts'
import type { acknowledgementReader } from '../../store/acknowledgements.ts'
import type { StoreWriter } from '../../store/write.ts'
import { isFailure, type Outcomes } from '../outcomes.ts'
import type { InputEvent } from '../telling.ts'

/** What a run keeps account of its inputs with. */
export interface Account {
  readonly writer: StoreWriter
  readonly run: number
  readonly outcomes: Outcomes
  readonly acknowledged: ReturnType<typeof acknowledgementReader>
  readonly onEvent: (event: InputEvent) => void
}

/** Tells what became of an article. */
export function tellOf({ onEvent }: Account, outcome: 'new' | 'known', { id, key, sources }: ArticleRecord): void {
  onEvent({ kind: 'article', outcome, articleId: id, source: sources[0]?.source ?? key })
}

/** Notes that an article is not taken in, since somebody had it removed. */
export function refuse(state: Account, articleId: string, source: string | null): void {
  state.outcomes.refused++
  const message = `${source ?? articleId} was removed before and is not taken in again.`
  note(state, diagnostic('store', 'removed', 'info', message, { article_id: articleId, source }))
}

/** Notes that inputs of these bytes, or a part of them, gave no article; where somebody knows of all of them, it is no failure. */
export function fail(state: Account, failure: Diagnostic, inputs: readonly (Pick<InputInfo, 'sha256' | 'source'> | null)[]): void {
  const { outcomes } = state
  const reasons = inputs.map(input => (input?.sha256 == null ? undefined : state.acknowledged(input.sha256, input.source)))
  const [reason] = reasons
  if (!isFailure(failure)) {
    outcomes.left++
    note(state, failure)
  } else if (reason === undefined || reasons.includes(undefined)) {
    outcomes.failed++
    note(state, failure)
  } else {
    outcomes.acknowledged++
    note(state, { ...failure, severity: 'info', message: `${failure.message} That is acknowledged: ${reason}` })
  }
}

function note({ writer, run, onEvent }: Account, diagnostic: Diagnostic): void {
  writer.noteRun(run, diagnostic)
  onEvent({ kind: 'diagnostic', diagnostic })
}
