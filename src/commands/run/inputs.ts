import type { Diagnostic } from '../../model/diagnostic.ts'
import type { InputInfo } from '../../stages/read/read.ts'
import type { InputKey, StoreWriter } from '../../store/write.ts'

/** An input that is being read, or whose articles are still on their way. */
export interface OpenInput {
  readonly name: string
  readonly sha256: string | null
  readonly source: string
  /** Its row; null for a stream. */
  readonly id: number | null
  readonly failures: Diagnostic[]
  /** Articles that are not committed yet. */
  unsaved: number
  isRead: boolean
}

/** Keeps account of inputs: one is known from the moment all of it is committed; what breaks off before is read again. */
export interface InputLog {
  /** The input that a result came from; the one before is at its end. */
  enter(info: InputInfo): OpenInput
  /** A part of an input gave no article. */
  fail(info: InputInfo, failure: Diagnostic): void
  /** One article of it is committed. */
  saved(input: OpenInput): void
  /** An input was given up before its end: it stays unknown. */
  giveUp(info: InputInfo): void
  /** The present input is at its end. */
  leave(): void
}

/** An account of inputs in a database. */
export function inputLog(writer: StoreWriter, keyOf: (info: InputInfo) => InputKey): InputLog {
  let current: OpenInput | undefined

  function complete({ id, unsaved, isRead, failures }: OpenInput): void {
    if (id !== null && isRead && unsaved === 0) writer.transaction(() => writer.completeInput(id, failures))
  }

  function leave(): void {
    if (current === undefined) return
    current.isRead = true
    complete(current)
    current = undefined
  }

  function enter(info: InputInfo): OpenInput {
    const name = `${info.sha256}\n${info.source}`
    if (current?.name === name) return current
    leave()
    const id = info.sha256 === null ? null : writer.transaction(() => writer.openInput(keyOf(info), info.bytes))
    current = { name, sha256: info.sha256, source: info.source, id, failures: [], unsaved: 0, isRead: false }
    return current
  }

  return {
    enter,
    leave,
    fail: (info, failure) => {
      if (info.sha256 !== null) enter(info).failures.push(failure)
    },
    giveUp: ({ source }) => {
      if (current?.source === source) current = undefined
      else leave()
    },
    saved: input => {
      input.unsaved--
      complete(input)
    }
  }
}

/**
 * An account of inputs whose articles come in any order, and perhaps not all of them: such an input never counts as known, so
 * that who reads the file itself reads it from its beginning.
 */
export function partLog(writer: StoreWriter, keyOf: (info: InputInfo) => InputKey): InputLog {
  const known = new Map<string, OpenInput>()
  return {
    enter: info => {
      const key = keyOf(info)
      const name = JSON.stringify([key.sha256, key.source, key.options])
      const seen = known.get(name)
      if (seen !== undefined) return seen
      const id = info.sha256 === null ? null : writer.transaction(() => writer.nameInput(key, info.bytes))
      const input: OpenInput = { name, sha256: info.sha256, source: info.source, id, failures: [], unsaved: 0, isRead: false }
      known.set(name, input)
      return input
    },
    leave: () => undefined,
    fail: () => undefined,
    saved: () => undefined,
    giveUp: () => undefined
  }
}
