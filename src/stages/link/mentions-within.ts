import type { Mention } from '../../model/mention.ts'
import { contains, type Span } from '../../model/span.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Context } from './context.ts'

/** The mentions that a span holds, in order; costs what stands in the span, not what the article has. */
export function mentionsWithin({ mentions }: Context, span: Span): Mention[] {
  const within: Mention[] = []
  for (let i = partitionPoint(mentions, m => m.start < span.start); i < mentions.length; i++) {
    const mention = mentions[i] as Mention
    if (mention.start > span.end) break
    if (contains(span, mention)) within.push(mention)
  }
  return within
}
