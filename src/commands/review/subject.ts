import { currentMethod } from '../../store/contents.ts'
import type { Store } from '../../store/open.ts'
import { runNamed, type Scope } from '../../store/read.ts'
import type { Io } from '../command.ts'
import { openSide } from '../diff/sides.ts'
import { loadGold } from '../eval/gold-sets.ts'
import { pathsOf } from '../operands.ts'
import { programVersion } from '../version.ts'
import { changesOfRuns } from './changes.ts'
import { recordItems } from './items.ts'
import { libraryOf } from './library.ts'
import { missItems } from './misses.ts'
import { drawn } from './sample.ts'
import type { Subject } from './session.ts'
import { ruleWorth } from './worth.ts'

/** What a review is asked to be about. */
export interface ReviewOptions {
  readonly db: string
  readonly base?: string
  readonly new?: string
  readonly run?: string
  readonly sample?: number
  readonly seed: string
  readonly gold?: readonly string[]
  readonly blind?: true
}

/** Gathers what is under review: changes where there is a base, a drawn sample, else the records of a run. */
export async function openSubject(store: Store, options: ReviewOptions, io: Io): Promise<{ readonly subject: Subject; close(): void }> {
  const name = options.new ?? options.run
  const run = name === undefined ? null : runNamed(store, options.db, name)
  const scope: Scope = run === null ? 'current' : { run }
  const method = run === null ? currentMethod(store) : run
  const library = libraryOf(store, scope)
  const side = await openSide(name ?? `${options.db}`, options.db, io)
  const gold = options.gold === undefined ? null : (await loadGold(pathsOf(options.gold, io), ['-'])).flatMap(s => s.articles)
  const base = options.base === undefined ? null : await openSide(options.base, options.db, io)
  const changes = base === null ? null : changesOfRuns(base.side, side.side, gold)
  const isSample = options.sample !== undefined
  const shown = side.side.label
  const subject: Subject = {
    says: base === null ? (isSample ? `${shown}, ${options.sample} × seed ${options.seed}` : shown) : `− ${base.side.label} → + ${shown}`,
    unfinished: [
      ...(base?.side.unfinished === undefined ? [] : ['base' as const]),
      ...(side.side.unfinished === undefined ? [] : ['new' as const])
    ],
    store,
    library,
    changes,
    // A sample is judged before anything of the output is seen.
    records: isSample ? null : () => recordItems(store, scope),
    misses: isSample ? null : tell => missItems(library, io.signal, tell),
    sample: options.sample === undefined ? null : drawn(library.ids, { count: options.sample, seed: options.seed }),
    isBlind: options.blind ?? false,
    gold: gold === null ? null : { articles: gold, side: side.side },
    worth: gold === null ? null : ruleWorth(gold, library, { without: leftOutBy(method?.options), signal: io.signal }),
    baseRun: base?.stored?.scope === undefined || base.stored.scope === 'current' ? null : base.stored.scope.run.id,
    newRun: run?.id ?? null,
    program: programVersion(),
    ruleset: method?.ruleset ?? null,
    now: io.now
  }
  return {
    subject,
    close: () => {
      side.close()
      base?.close()
    }
  }
}

/** The rules that a run left out, by its options. */
function leftOutBy(options: string | null | undefined): readonly string[] {
  return (JSON.parse(options ?? '{}') as { readonly without?: readonly string[] }).without ?? []
}
