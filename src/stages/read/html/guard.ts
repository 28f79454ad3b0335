import { Parser } from 'htmlparser2'
import { bytesInWords, type Limits } from '../limits.ts'
import { type Part, type Refusal, refusal } from '../types.ts'

/** What markup may have too much of. */
export type Excess = 'elements' | 'attributes' | 'depth'

/** What was counted so far in several pieces of markup. */
export interface Tally {
  elements: number
  attributes: number
}

const PIECE_CHARS = 65_536

/** What markup has too much of: elements, attributes, or elements inside one another; undefined where it keeps to the limits. */
export function overrun(
  markup: string,
  limits: Pick<Limits, Excess>,
  { isXml = false, tally = { elements: 0, attributes: 0 } }: { readonly isXml?: boolean; readonly tally?: Tally } = {}
): Excess | undefined {
  let depth = 0
  let excess: Excess | undefined
  const stop = (what: Excess): void => {
    excess ??= what
    parser.pause()
  }
  const parser = new Parser(
    {
      onopentagname() {
        if (++tally.elements > limits.elements) stop('elements')
        if (++depth > limits.depth) stop('depth')
      },
      onattribute() {
        if (++tally.attributes > limits.attributes) stop('attributes')
      },
      onclosetag() {
        depth--
      }
    },
    { xmlMode: isXml }
  )
  // In pieces, so that a page over the limit costs no more than a page at it.
  for (let at = 0; at < markup.length && excess === undefined; at += PIECE_CHARS) parser.write(markup.slice(at, at + PIECE_CHARS))
  return excess
}

/** Refuses a page that would cost too much: too large, too many elements or attributes, or elements too deep inside one another. */
export function check(markup: string, source: string, limits: Limits): Part | undefined {
  if (markup.length > limits.markupBytes) {
    return refusal(source, 'too-large', `${source} has markup of more than ${bytesInWords(limits.markupBytes)}.`)
  }
  const excess = overrun(markup, limits)
  if (excess === undefined) return undefined
  const { code, message } = refusedFor(excess, source, limits)
  return refusal(source, code, message)
}

/** Why markup with too much of something is refused; `what` begins the sentence. */
export function refusedFor(excess: Excess, what: string, limits: Pick<Limits, Excess>): Refusal {
  if (excess === 'depth') return { code: 'too-nested', message: `${what} has elements nested deeper than ${limits.depth}.` }
  return { code: 'too-large', message: `${what} has more than ${limits[excess]} ${excess}.` }
}
