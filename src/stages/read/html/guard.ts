import { Parser } from 'htmlparser2'
import { bytesInWords, type Limits } from '../limits.ts'
import { type Part, refusal } from '../types.ts'

/** Refuses a page that would cost too much: too large, too many elements, or too many inside one another. */
export function check(markup: string, source: string, limits: Limits): Part | undefined {
  if (markup.length > limits.markupBytes) {
    return refusal(source, 'too-large', `${source} has markup of more than ${bytesInWords(limits.markupBytes)}.`)
  }
  let [elements, depth, deepest] = [0, 0, 0]
  const parser = new Parser({
    onopentagname() {
      elements++
      depth++
      if (depth > deepest) deepest = depth
      if (elements > limits.elements || deepest > limits.depth) parser.pause()
    },
    onclosetag() {
      depth--
    }
  })
  // In pieces, so that a page over the limit costs no more than a page at it.
  for (let at = 0; at < markup.length && elements <= limits.elements && deepest <= limits.depth; at += 65536)
    parser.write(markup.slice(at, at + 65536))
  if (deepest > limits.depth) return refusal(source, 'too-nested', `${source} has elements nested deeper than ${limits.depth}.`)
  if (elements > limits.elements) return refusal(source, 'too-large', `${source} has more than ${limits.elements} elements.`)
  return undefined
}
