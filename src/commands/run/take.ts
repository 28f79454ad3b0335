import { setImmediate } from 'node:timers/promises'
import { diagnostic } from '../../model/diagnostic.ts'
import { UsageError } from '../../model/usage-error.ts'
import type { Found } from '../../stages/read/found.ts'
import type { ReadResult } from '../../stages/read/read.ts'
import type { Store } from '../../store/open.ts'
import { type StoredText, storedReader } from '../../store/stored.ts'
import type { Io } from '../command.ts'
import { unlessAborted, untilAborted, withGrace } from '../interruption.ts'
import { readInputsInNet } from '../net/reading.ts'
import { bytesOf, countBytes, progressOver, progressOverStored } from './progress.ts'
import type { Session } from './session.ts'

/** Where the articles of a run come from: inputs that were found, or what the database holds already. */
export type Sources =
  | { readonly inputs: readonly Found[]; readonly published: string | null }
  | { readonly store: Store; readonly texts: readonly StoredText[] }

/** How a run is looked at. */
export interface Looking {
  readonly isQuiet: boolean
  /** Told how much is behind, and how much there is in all, in one measure. */
  readonly note: (behind: number, all: number) => void
}

/** Has the session that `begin` opens take everything that its sources give, until there is no more, or until somebody interrupts. */
export async function takeAll(
  sources: Sources,
  begin: (say: (line: string) => void) => Session,
  { isQuiet, note }: Looking,
  io: Io
): Promise<Session> {
  if ('texts' in sources) {
    const { store, texts } = sources
    const progress = await progressOverStored(texts.length, io, isQuiet)
    let behind = 0
    const see = (): void => {
      progress.see()
      note(++behind, texts.length)
    }
    return take(begin(progress.say), progress, session => takeStored(store, texts, session, see, io), io)
  }
  const progress = await progressOver(sources.inputs, io, isQuiet)
  const [behindAt, all] = [countBytes(), bytesOf(sources.inputs)]
  const see = (result: ReadResult): void => {
    progress.see(result)
    note(behindAt(result), all)
  }
  return take(begin(progress.say), progress, session => takeInputs(sources, session, see, io), io)
}

async function take(session: Session, { stop }: { stop(): void }, work: (session: Session) => Promise<void>, io: Io): Promise<Session> {
  try {
    await work(session)
    // What has no end is left behind: it is not stored, and tried again.
    if (!(await withGrace(session.finish(!io.signal.aborted), io.signal))) session.abandon()
  } finally {
    stop()
  }
  return session
}

async function takeInputs(
  { inputs, published }: { readonly inputs: readonly Found[]; readonly published: string | null },
  session: Session,
  see: (result: Parameters<Session['take']>[0]) => void,
  io: Io
): Promise<void> {
  const reading = { published, stdin: io.stdin, isKnown: session.isKnown }
  for await (const result of untilAborted(readInputsInNet(inputs, reading, io), io.signal)) {
    await unlessAborted(session.take(result), io.signal)
    see(result)
  }
}

async function takeStored(store: Store, texts: readonly StoredText[], session: Session, see: () => void, io: Io): Promise<void> {
  const read = storedReader(store)
  for (const { articleId, readings, supersededBy } of texts) {
    for (const reading of readings) {
      if (io.signal.aborted) return
      try {
        await unlessAborted(session.takeStored(read(reading), reading, supersededBy), io.signal)
      } catch (error) {
        // One text that the disk has spoilt does not keep the others from being read.
        if (!(error instanceof UsageError)) throw error
        session.fail(diagnostic('store', 'damaged', 'error', error.message, { article_id: articleId }))
      }
    }
    see()
    // What is known already is only noted: without a pause nobody would hear that the run is to end.
    await setImmediate()
  }
}
