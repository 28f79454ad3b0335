import { homedir, platform } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** The folder of this program in a user's caches: where `MUCTIEU_CACHE` says, else where the system has caches. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { MUCTIEU_CACHE: own, XDG_CACHE_HOME: caches = '' } = env
  if (own !== undefined && own !== '') return own
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches', 'muctieu')
  if (platform() === 'win32') return join(homedir(), 'AppData', 'Local', 'muctieu')
  // What is not absolute is to be ignored, as its specification says.
  return join(isAbsolute(caches) ? caches : join(homedir(), '.cache'), 'muctieu')
}
