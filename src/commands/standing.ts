import type { Store } from '../store/open.ts'
import { hasOnlyWhatIfs, type Standing, standingOf } from '../store/standing.ts'
import type { Io } from './command.ts'

/** Whether the state is of a ruleset and holds everything that is stored. */
export function isUpToDate(standing: Standing | null, ruleset: string): boolean {
  return standing !== null && standing.ruleset === ruleset && standing.newer === null && standing.leftOut === 0
}

/** What a person should know of a state that does not hold all that is stored, in one sentence; undefined where it does. */
export function standingInWords({
  ruleset,
  articles,
  newer,
  unread,
  leftOut
}: Omit<Standing, 'articles'> & { readonly articles: number }): string | undefined {
  if (newer === null && leftOut === 0) return undefined
  const lacks = [
    ...(newer === null ? [] : [`the newer ${newer.slice(0, 12)} has not read ${unread} of them`]),
    ...(leftOut === 0 ? [] : [`${leftOut} more ${leftOut === 1 ? 'is' : 'are'} left out, which only other rules have read`])
  ]
  return `This is the newest complete state, ${articles} articles by ruleset ${ruleset.slice(0, 12)}: ${lacks.join(', and ')}; "muctieu run --stored" reads all by the present rules.`
}

/** Says on stderr where the current state of a database does not hold all that is stored. */
export async function tellStanding(store: Store, io: Io): Promise<Standing | null> {
  const standing = standingOf(store)
  const words = standing === null ? undefined : standingInWords(standing)
  if (words !== undefined) await io.stderr.write(`muctieu: ${words}\n`)
  return standing
}

/** Why a database has no current state, as a sentence. */
export function noState(store: Store, shown: string): string {
  return hasOnlyWhatIfs(store)
    ? `The database ${shown} holds nothing but what-if runs, which are shown only where they are named (--run, DATABASE#RUN).`
    : `The database ${shown} holds no article.`
}
