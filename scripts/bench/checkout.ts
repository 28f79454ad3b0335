import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A tree of this project's sources that can be measured. */
export interface Checkout {
  readonly name: string
  readonly root: string
  readonly remove: () => void
}

/** The sources as they stand here. */
export const HERE: Checkout = { name: 'here', root: resolve('.'), remove: () => undefined }

/** Another commit, laid out under `folder`, with the packages that are installed here. Fails where git knows no such commit. */
export function checkoutOf(commit: string, folder: string): Checkout {
  const root = resolve(join(folder, 'other'))
  const git = (...args: string[]): void => {
    const done = spawnSync('git', args, { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`git ${args[0]}: ${done.stderr}`)
  }
  git('worktree', 'add', '--detach', '--quiet', root, commit)
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir')
  return { name: commit.slice(0, 12), root, remove: () => git('worktree', 'remove', '--force', root) }
}
