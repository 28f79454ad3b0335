import { setTimeout as pause } from 'node:timers/promises'
import type { Postgres } from '../../store/postgres/client.ts'
import { openRuns } from '../../store/postgres/plans.ts'
import { postgresProgressOf } from '../../store/postgres/progress.ts'
import type { Io } from '../command.ts'
import { paceOf, progressInWords } from '../runs/pace.ts'
import { finishRuns } from '../work/finish.ts'
import { persisting } from '../work/patience.ts'

// A look counts articles and shards: of millions it takes long, and is taken less often, so that it never is most of the work.
const LOOK_MILLISECONDS = 300
const LOOKS_SHARE = 0.1
const LINE_SECONDS = 30
const PATIENCE_SECONDS = 600
const LONELY_MILLISECONDS = 10_000

/** Shows how far a shared-out run is until it has ended, and ends it where nobody else does; until `signal` is aborted. */
export async function watchToTheEnd(postgres: Postgres, run: number, isQuiet: boolean, io: Io, signal: AbortSignal): Promise<void> {
  const tell = teller(isQuiet, io)
  const persist = persisting(PATIENCE_SECONDS, sentence => tell.say(sentence), signal)
  const pace = paceOf()
  while (!signal.aborted) {
    const from = performance.now()
    const progress = await persist(() => postgres.use(client => postgresProgressOf(client, run)))
    const took = performance.now() - from
    const now = io.now().getTime()
    pace.see(progress, now)
    if (progress.status !== 'running') break
    tell.line(progressInWords(progress, pace.rates()), now)
    for (const { name, says } of progress.workers ?? []) if (says !== null) tell.once(`${name}: ${says}`)
    if (progress.workers?.length === 0 && now - Date.parse(progress.started) > LONELY_MILLISECONDS)
      tell.once(`Run ${run} waits for workers: "muctieu worker" starts some, on any machine.`)
    await persist(async () => {
      const open = await postgres.use(openRuns)
      await finishRuns(
        postgres,
        open.filter(one => one.run === run && one.planned === 0),
        io
      )
    })
    await pause(Math.max(LOOK_MILLISECONDS, took / LOOKS_SHARE), undefined, { signal }).catch(() => undefined)
  }
  tell.end()
}

/** Talks while a line about the progress is renewed on a terminal, or told now and then elsewhere. */
function teller(isQuiet: boolean, { terminal, stderr }: Pick<Io, 'terminal' | 'stderr'>) {
  const said = new Set<string>()
  let toldAt = Number.NaN
  const clear = (): void => void (isQuiet || terminal?.write('\r\u001b[K'))
  const say = (sentence: string): void => {
    clear()
    void stderr.write(`muctieu: ${sentence}\n`)
  }
  return {
    say,
    once: (sentence: string): void => {
      if (said.has(sentence)) return
      said.add(sentence)
      say(sentence)
    },
    line: (words: string, now: number): void => {
      if (isQuiet) return
      if (terminal !== null) terminal.write(`\r\u001b[K${words}`)
      else if (Number.isNaN(toldAt)) toldAt = now
      else if (now - toldAt >= LINE_SECONDS * 1000) {
        toldAt = now
        say(words)
      }
    },
    end: clear
  }
}
