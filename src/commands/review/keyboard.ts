import type { Io } from '../command.ts'

/** What a person types in a terminal, key by key or line by line. */
export interface Keyboard {
  /** The next key; null at the end. Line ends are no keys. */
  key(): Promise<string | null>
  /** The next line, without its end; null at the end. */
  line(): Promise<string | null>
  close(): void
}

interface Terminal {
  readonly isTTY?: boolean
  setRawMode?(isRaw: boolean): void
}

/** Reads standard input; in a terminal keys count without Enter. */
export function keyboardOf(io: Io): Keyboard {
  const terminal = io.stdin as unknown as Terminal
  const isRaw = terminal.isTTY === true && terminal.setRawMode !== undefined
  const setRaw = (on: boolean): void => {
    if (isRaw) terminal.setRawMode?.(on)
  }
  const input = io.stdin[Symbol.asyncIterator]()
  const decoder = new TextDecoder()
  let buffered = ''
  // Whether a key was taken off a line whose end is still to come.
  let isBehindKey = false
  const more = async (): Promise<boolean> => {
    const { done, value } = await input.next()
    if (!done) buffered += decoder.decode(value, { stream: true })
    return !done
  }
  setRaw(true)
  return {
    async key() {
      for (;;) {
        const [first] = buffered
        if (first === undefined) {
          if (!(await more())) return null
          continue
        }
        buffered = buffered.slice(first.length)
        if (first === '\n' || first === '\r' || first === ' ') continue
        isBehindKey = !isRaw
        return first
      }
    },
    async line() {
      setRaw(false)
      try {
        while (isBehindKey && buffered === '') if (!(await more())) break
        if (isBehindKey) buffered = buffered.replace(/^\r?\n/, '')
        isBehindKey = false
        while (!/[\r\n]/.test(buffered)) if (!(await more())) break
        const [line = '', ...rest] = buffered.split(/\r?\n|\r/)
        buffered = rest.join('\n')
        return line === '' && rest.length === 0 ? null : line.trim()
      } finally {
        setRaw(true)
      }
    },
    close: () => setRaw(false)
  }
}
