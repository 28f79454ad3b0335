import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** The Chromium of this machine: `CHROMIUM_PATH`, else the one on PATH; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap(folder => NAMES.map(name => join(folder, name))).find(isExecutable)
}

/** Why browser tests are skipped here, or false where they are not: `describe.skipIf(reasonToSkip)`. */
export const reasonToSkip: string | false =
  chromiumPath() === undefined && 'there is no Chromium: install Debian’s chromium or set CHROMIUM_PATH'

if (reasonToSkip) process.stderr.write(`browser tests are skipped: ${reasonToSkip}\n`)

/** Starts Chromium without a window; fails where there is none. */
export async function launch(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error(String(reasonToSkip))
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
