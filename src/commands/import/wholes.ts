import { UsageError } from '../../model/usage-error.ts'
import { type Found, reason } from '../../stages/read/found.ts'
import { findFiles } from '../../stages/read/operands.ts'
import type { InputInfo } from '../../stages/read/read.ts'
import { hashOfFile } from '../../stages/read/streams.ts'
import type { Io } from '../command.ts'
import { pathsOf } from '../operands.ts'

/** The files that streams were parts of. */
export interface Wholes {
  /** The file that was meant where a stream was called by its name; any other input as it is. */
  of<Input extends InputInfo>(input: Input): Input
  /** Whether files were named and no input was a part of any. */
  isVain(): boolean
}

/** Finds files and hashes them; a usage error where one cannot be read. */
export async function wholesOf(paths: readonly string[], io: Io): Promise<Wholes> {
  const files = new Map<string, Pick<InputInfo, 'sha256' | 'bytes'>>()
  for (const found of paths.length === 0 ? [] : await findFiles(pathsOf(paths, io))) {
    if (found.kind === 'stdin') throw new UsageError('--inputs names files; what standard input held is not known any more.')
    if (found.kind === 'file') files.set(found.source, await hashed(found))
    else if (found.refusal.severity !== 'info') throw new UsageError(found.refusal.message)
  }
  let isMet = false
  return {
    of: input => {
      const whole = input.sha256 === null ? files.get(input.source) : undefined
      isMet ||= whole !== undefined
      return { ...input, ...whole }
    },
    isVain: () => files.size > 0 && !isMet
  }
}

async function hashed({ path, source }: Extract<Found, { readonly kind: 'file' }>): Promise<Pick<InputInfo, 'sha256' | 'bytes'>> {
  const hash = await hashOfFile(path).catch((error: Error) => error)
  if (hash instanceof Error) throw new UsageError(`${source} cannot be read: ${reason(hash)}.`)
  return hash
}
