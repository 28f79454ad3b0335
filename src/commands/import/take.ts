import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Found } from '../../stages/read/found.ts'
import { DEFAULT_LIMITS } from '../../stages/read/limits.ts'
import { chunksOfFile, chunksOfPipe } from '../../stages/read/streams.ts'
import { type Accepted, judge, type Refused } from '../article-lines/judge.ts'
import { BrokenStream, type GivenLine, givenLines } from '../article-lines/read.ts'
import type { MadeBy } from '../article-lines/schema.ts'
import type { Io } from '../command.ts'
import { unlessAborted, untilAborted, withGrace } from '../interruption.ts'
import { bytesOf, progressOverLines } from '../run/progress.ts'
import type { Session } from '../run/session.ts'
import type { GivenPool } from './pool.ts'
import type { Wholes } from './wholes.ts'

/** What lines are taken with. */
export interface Taker {
  readonly pool: GivenPool
  readonly mine: MadeBy
  /** The files that streams were parts of. */
  readonly wholes: Wholes
  readonly isQuiet: boolean
  /** Told how much is behind, and how much there is in all, in bytes. */
  readonly note: (behind: number, all: number) => void
}

/** Has the session that `begin` opens take every line of some files, until there is no more, or until somebody interrupts. */
export async function takeLines(
  found: readonly Found[],
  begin: (say: (line: string) => void) => Session,
  { pool, mine, wholes, isQuiet, note }: Taker,
  io: Io
): Promise<Session> {
  const total = bytesOf(found)
  const progress = await progressOverLines(total, io, isQuiet)
  const session = begin(progress.say)
  let before = 0
  try {
    for (const one of found) {
      const see = ({ behind }: GivenLine): void => {
        progress.see(before + behind)
        note(before + behind, total)
      }
      await takeFile(one, session, { pool, mine, wholes, see }, io)
      before += bytesOf([one])
    }
    if (!(await withGrace(session.finish(!io.signal.aborted), io.signal))) session.abandon()
  } finally {
    progress.stop()
  }
  return session
}

interface LineTaker extends Pick<Taker, 'pool' | 'mine' | 'wholes'> {
  readonly see: (line: GivenLine) => void
}

async function takeFile(found: Found, session: Session, { pool, mine, wholes, see }: LineTaker, io: Io): Promise<void> {
  const { source } = found
  if (found.kind === 'none') {
    const { code, severity, message } = found.refusal
    return session.fail(diagnostic('read', code, severity ?? 'error', message, { source }))
  }
  const refusals = refusalsOf(source, failure => session.fail(failure))
  try {
    for await (const line of untilAborted(givenLines(chunksOf(found, io)), io.signal)) {
      const judged = judgedLine(line, mine)
      if ('code' in judged) refusals.refuse(line.number, judged)
      else await unlessAborted(store(judged, session, { pool, wholes }), io.signal)
      see(line)
    }
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error
    session.fail(diagnostic('store', 'broken-file', 'error', `${source} ${error.message}.`, { source }))
  }
  refusals.close()
}

function chunksOf(found: Exclude<Found, { readonly kind: 'none' }>, io: Io): AsyncIterable<Uint8Array> {
  if (found.kind === 'stdin') return io.stdin
  return found.stats.isFile() ? chunksOfFile(found.path) : chunksOfPipe(found.path)
}

function judgedLine({ value }: GivenLine, mine: MadeBy): Accepted | Refused {
  return value === undefined ? { code: 'bad-line', why: 'is no JSON object; it may be cut off.' } : judge(value, mine)
}

async function store({ result, extraction }: Accepted, session: Session, { pool, wholes }: Pick<Taker, 'pool' | 'wholes'>): Promise<void> {
  if (result.kind === 'article' && extraction !== null) pool.give(result.article, extraction)
  await session.take({ ...result, input: wholes.of(result.input) })
}

/**
 * Tells why lines of a file are not stored: of one kind as many as of any input, and then how many more. That it was made
 * by something else is said once, since it is said of all its lines.
 */
function refusalsOf(source: string, tell: (failure: Diagnostic) => void) {
  const seen = new Map<string, { readonly code: string; readonly most: number; times: number }>()
  const say = (code: string, message: string): void => tell(diagnostic('store', code, 'error', message, { source }))
  return {
    refuse: (number: number, { code, why }: Refused): void => {
      const isOther = code.startsWith('other-') || code === 'no-extraction'
      const name = isOther ? why : code
      const kind = seen.get(name) ?? { code, most: isOther ? 1 : DEFAULT_LIMITS.failuresOfAKind, times: 0 }
      seen.set(name, kind)
      if (++kind.times <= kind.most) say(code, `${source}, line ${number}, ${why}`)
    },
    close: (): void => {
      for (const { code, most, times } of seen.values())
        if (times > most) say(code, `${source}: … and ${times - most} more of this kind (store/${code}).`)
    }
  }
}
