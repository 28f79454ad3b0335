import { join } from 'node:path'
import { expect, test } from 'vitest'
import { libraryOf } from '../../../src/commands/review/library.ts'
import { pageOf } from '../../../src/commands/review/pages.ts'
import { openReview, type Subject } from '../../../src/commands/review/session.ts'
import type { Settings } from '../../../src/commands/review/viewer.ts'
import { sayIn } from '../../../src/review/words/index.ts'
import { closeStore, openExistingStore } from '../../../src/store/open.ts'
import { folderWith, many, muctieu } from '../../cli/harness.ts'

test('misses that take long are shown with how far the search is, and are listed once they are found', async () => {
  const folder = folderWith()
  await muctieu(folder, ['run', '-', '--db', 'm.sqlite'], { input: many(4) })
  const now = () => new Date(0)
  const store = openExistingStore(join(folder, 'm.sqlite'), 'm.sqlite', now)
  let found = (): void => undefined
  const subject: Subject = {
    says: '',
    unfinished: [],
    store,
    library: libraryOf(store, 'current'),
    changes: null,
    records: () => [],
    misses: tell => {
      tell(3)
      return new Promise(resolve => (found = () => resolve([])))
    },
    sample: null,
    isBlind: false,
    gold: null,
    worth: null,
    baseRun: null,
    newRun: null,
    program: '0',
    ruleset: null,
    now
  }
  const session = openReview(subject)
  const settings: Settings = { viewer: { reviewer: 'Lan', isBlind: false }, say: sayIn('vi'), theme: 'auto', areKeysOn: true }
  const shown = async () => (await pageOf(session, 'misses', {}, settings)).main.html
  const waiting = await shown()
  expect(waiting).toContain('đã xem 3 trong 4 bài')
  expect(waiting).toContain('data-again="1000"')
  found()
  expect(await shown()).toContain('class="spine"')
  closeStore(store)
})
