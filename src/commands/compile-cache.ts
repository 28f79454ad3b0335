import { enableCompileCache, flushCompileCache, getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Keeps what V8 makes of this program's code for the next start, which then takes half the time: in `node_modules/.cache`
 * beside the code, so that who may write there may change the code too. Where nobody may, every start compiles anew.
 * `NODE_COMPILE_CACHE` names another folder, `NODE_DISABLE_COMPILE_CACHE` wants none.
 */
export function keepCompiledCode(): void {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const modules = /^.*[\\/]node_modules(?=[\\/])/.exec(root)?.[0] ?? `${root}node_modules`
  enableCompileCache(`${modules}/.cache/muctieu`)
}

/** The folder of what is kept, for a process that is started from this one; undefined where nothing is. */
export function compiledCodeFolder(): string | undefined {
  const folder = getCompileCacheDir()
  // Node has a folder in it for each version and set of flags.
  return folder === undefined ? undefined : dirname(folder)
}

/** Writes what was compiled until now: for a process that will be killed. */
export function writeCompiledCode(): void {
  flushCompileCache()
}
