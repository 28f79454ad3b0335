import type { RunProgress } from '../../store/progress.ts'
import { visible } from '../../text/visible.ts'

/** How fast a run goes on; null where that is not known yet. */
export interface Rates {
  readonly articles_per_second: number | null
  readonly seconds_left: number | null
}

/** What is seen of a run over a while, and how fast it goes on by that. */
export interface Pace {
  see(progress: RunProgress, milliseconds: number): void
  rates(): Rates
}

interface Look {
  readonly progress: RunProgress
  readonly at: number
}

/** A run stutters: what is said is of the last half minute, or of all of it where somebody has only begun to look. */
const WINDOW_MILLISECONDS = 30_000

/** Begins to look at a run. */
export function paceOf(): Pace {
  let looks: Look[] = []
  return {
    see: (progress, at) => {
      looks = [...looks.filter(look => at - look.at <= WINDOW_MILLISECONDS), { progress, at }]
    },
    rates: () => {
      const last = looks.at(-1)
      if (last === undefined) return { articles_per_second: null, seconds_left: null }
      // At first sight: from where it began.
      const first = looks.length > 2 ? (looks[0] as Look) : { progress: { articles: 0, behind: 0 }, at: Date.parse(last.progress.started) }
      const seconds = (last.at - first.at) / 1000
      if (seconds <= 0) return { articles_per_second: null, seconds_left: secondsLeft(last.progress, 0) }
      const rate = (last.progress.articles - first.progress.articles) / seconds
      const speed = (last.progress.behind - first.progress.behind) / seconds
      return { articles_per_second: round(rate), seconds_left: secondsLeft(last.progress, speed) }
    }
  }
}

function secondsLeft({ status, behind, all }: RunProgress, speed: number): number | null {
  if (status !== 'running') return 0
  return all === null || speed <= 0 ? null : Math.ceil(Math.max(0, all - behind) / speed)
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}

/** How far a run is, in one line. */
export function progressInWords(progress: RunProgress, { articles_per_second: rate, seconds_left: left }: Rates): string {
  const { run, name, status, articles, failures, behind, all, workers } = progress
  const parts = [`Run ${run}${name === null ? '' : ` "${visible(name)}"`}`]
  if (status === 'running' && all !== null && all > 0) parts.push(`${Math.min(100, Math.floor((100 * behind) / all))} %`)
  parts.push(`${articles} articles`)
  if (status === 'running' && rate !== null) parts.push(`${rate}/s`)
  if (status === 'running' && left !== null) parts.push(`${timeInWords(left)} left`)
  parts.push(failures === 0 ? 'no failures' : failures === 1 ? '1 failure' : `${failures} failures`)
  if (status === 'running' && workers !== null)
    parts.push(workers.length === 0 ? 'no worker' : workers.length === 1 ? '1 worker' : `${workers.length} workers`)
  if (status !== 'running') parts.push(status)
  return parts.join('  ')
}

function timeInWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return `${Math.ceil(seconds / 60)} min`
  return `${Math.floor(seconds / 3_600)} h ${Math.ceil((seconds % 3_600) / 60)} min`
}
