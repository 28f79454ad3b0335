import type { PartsOfBytes } from '../archive.ts'
import { confined } from '../confined/confined.ts'
import { repairedTogether } from '../encoding/decode.ts'
import { whyLeft } from '../formats.ts'
import { parsePage } from '../html/dom.ts'
import { check } from '../html/guard.ts'
import { runsOf } from '../html/runs.ts'
import { dayOfIso } from '../published.ts'
import { withoutSoftHyphens } from '../tidy.ts'
import { type Context, leftOut, type Part, plainDraft, refusal, tooCostly } from '../types.ts'
import type { Message } from './message.ts'

/** The article that a mail is, by its subject, sender and day, and whatever the files that it carries hold. */
export async function* mailParts(
  bytes: Uint8Array,
  source: string,
  context: Context,
  depth: number,
  partsOfBytes: PartsOfBytes
): AsyncGenerator<Part> {
  // Its own bytes: what goes to a thread is copied with all that it is a view into.
  const parsed = await confined('mail', Uint8Array.from(bytes), bytes.length, context)
  if ('problem' in parsed && parsed.problem === 'too-costly') return yield tooCostly(source)
  const message = 'output' in parsed ? parsed.output : null
  if (message === null) return yield refusal(source, 'corrupt', `${source} is no mail, or a corrupt one.`)
  const body = await bodyOf(message, source, context)
  const files = message.attachments.filter(attachment => !attachment.isInline)
  if (body !== undefined) yield body
  else if (files.length === 0) yield refusal(source, 'empty', `${source} is a mail without text.`)
  const names = new Map<string, number>()
  for (const { name, content } of files) {
    const times = (names.get(name) ?? 0) + 1
    names.set(name, times)
    // Two files of one name are two files.
    const inner = `${source}#${times === 1 ? '' : `${times}/`}${name.toWellFormed()}`
    const why = whyLeft(name)
    if (why !== undefined) yield leftOut(inner, `${inner} was skipped, ${why}.`)
    else yield* partsOfBytes(content, inner, context, { depth: depth + 1, name })
  }
}

/** The text of a mail: as a page where it is one, since plain texts are broken into short lines. */
async function bodyOf(message: Message, source: string, context: Context): Promise<Part | undefined> {
  const { html } = message
  if (html !== null) {
    const excess = check(html, source, context.limits)
    if (excess !== undefined) return excess
  }
  const page =
    html === null
      ? ''
      : runsOf(parsePage(html))
          .map(run => run.text)
          .join('\n')
  const whole = await repairedTogether(page.trim() === '' ? joined((message.text ?? '').trimEnd()) : page, [])
  const text = withoutSoftHyphens(whole.text)
  if (text.trim() === '') return undefined
  const draft = { ...plainDraft(text, whole.encoding), title: message.subject, author: message.author, published: dayOf(message.date) }
  return { kind: 'draft', place: { source, inside: false }, draft }
}

const FULL_LINE = { least: 55, most: 80 }

/** A plain text with the lines of each paragraph joined that were broken to fit: all but its last are about as long as they may be. */
function joined(text: string): string {
  const paragraphs = text.split(/\r?\n(?=\r?\n)/)
  return paragraphs.map(paragraph => joinedParagraph(paragraph.replaceAll('\r\n', '\n'))).join('\n')
}

function joinedParagraph(paragraph: string): string {
  const lead = paragraph.startsWith('\n') ? '\n' : ''
  const lines = paragraph.slice(lead.length).split('\n')
  const isBroken = lines.slice(0, -1).every(line => line.trimEnd().length >= FULL_LINE.least && line.trimEnd().length <= FULL_LINE.most)
  const hasItems = lines.slice(1).some(line => /^\s*(?:[-+*•–>]|\d{1,3}[.)])/.test(line))
  return lead + (isBroken && !hasItems ? lines.map(line => line.trim()).join(' ') : lines.join('\n'))
}

function dayOf(date: string | null): string | null {
  return date === null ? null : (dayOfIso(date) ?? null)
}
