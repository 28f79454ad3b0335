import type { Licence } from '../../decisions/licence/licence.ts'
import type { Observed } from '../../decisions/observed/observed.ts'
import type { Frame, LinkedFrame, RejectedFrame, Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { DocumentNumber } from '../../model/values.ts'
import { edtfPrecision } from '../../text/edtf.ts'
import { asOf } from './as-of.ts'
import { type Context, contextOf, type LinkInput } from './context.ts'
import { linkDates } from './dates.ts'
import { canBeDue, type Deadline, type DeadlineDates, overPeriod } from './deadline.ts'
import { deadlineAbove, planYear } from './deadline-above.ts'
import { deadlineInSentence, deadlineOfZip } from './deadline-in-sentence.ts'
import { documentFar, documentNear } from './document-above.ts'
import { namesOf } from './document-aliases.ts'
import { linkDocumentFrames } from './document-frames.ts'
import { documentInSentence } from './document-in-sentence.ts'
import { issueDate } from './document-issue-date.ts'
import type { DocumentLink } from './document-link.ts'
import { documentOfArticle, mainDocument } from './document-of-article.ts'
import { ofPlace } from './document-setter.ts'
import { linkDocuments } from './documents.ts'
import { evidence, none } from './evidence.ts'
import { headersAbove } from './headers.ts'
import { observedFor } from './licences.ts'
import { daysOf, type LinkedDate, spanOf } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'
import { once } from './nearest.ts'
import { ownerOfText } from './owner-of-text.ts'
import { ownerInSentence } from './owners.ts'
import { todayOf } from './past-or-future.ts'
import { placeInSentence, placeOfTitle, placeOfZip } from './place.ts'
import { placeAbove } from './place-above.ts'
import { placeUnits } from './place-units.ts'
import { linkRanks } from './ranks.ts'
import { because, viaOf, withVia } from './reasons.ts'
import { type DateUses, dateRole } from './roles.ts'
import type { Scopes } from './scopes.ts'
import { withSources } from './sources.ts'
import { statusInContext, unsaidBecause } from './status-above.ts'
import type { StatusReading } from './status-reading.ts'
import { withTables } from './table/figures.ts'
import { withRepeats } from './target-repeats.ts'
import { isPercent } from './target-unit.ts'
import { linkTargets } from './targets.ts'

/** What linking made of an article's mentions and frames. */
export interface Linked {
  readonly frames: readonly LinkedFrame[]
  readonly rejected: readonly RejectedFrame[]
  /** Published values of mentions that linking completed: dates on the calendar, bare and dated numbers. */
  readonly values: ReadonlyMap<Mention, unknown>
  /** What spoke for and against the numbers that were read as goals. */
  readonly licences: () => ReadonlyMap<Mention, Licence>
  /** What the shares that are no goals are told by. */
  readonly observed: () => ReadonlyMap<Mention, Observed>
}

/**
 * Gives every frame its place, document, deadline and status, each with a reason. Pure; a field without a rule that
 * justifies a link stays null.
 */
export function link(input: LinkInput, frames: readonly Frame[]): Linked {
  const context = contextOf(input)
  const dates = linkDates(context)
  const documents = linkDocuments(context, dates)
  const scopes = scopesOf(context, dates, documents)
  const targets = linkTargets(
    context,
    frames.filter(f => f.kind === 'target'),
    scopes
  )
  const ranks = linkRanks(
    context,
    frames.filter(f => f.kind === 'rank_goal'),
    scopes
  )
  const numbers = withTables(context, targets, scopes, dates)
  const linked = [...withRepeats(numbers.linked, documents), ...ranks.linked]
  return {
    frames: withSources(input.normalized, [...linkDocumentFrames(context, documents, scopes), ...linked]),
    rejected: [...numbers.rejected, ...ranks.rejected],
    licences: () => new Map(targets.read.flatMap(({ frame, licence }) => (licence === undefined ? [] : [[frame.anchor, licence]]))),
    observed: () =>
      new Map(
        targets.read.flatMap(target =>
          target.status?.status === 'goal' || !isPercent(target.quantity) ? [] : [[target.frame.anchor, observedFor(context, target)]]
        )
      ),
    values: completedValues(context, dates, documents, usesOf(linked, documents))
  }
}

function scopesOf(context: Context, dates: readonly LinkedDate[], documents: readonly LinkedDocument[]): Scopes {
  const byMention = new Map<unknown, LinkedDate>(dates.map(d => [d.mention, d]))
  const dateAt = new Map(dates.flatMap(d => [d.mention.outer.start, d.mention.start].map(at => [at, d] as const)))
  const { day: now, told: today } = todayOf(context, dates)
  const named = namesOf(context, documents)
  const documentFor = (sentence: number, at: number): DocumentLink =>
    ofPlace(context, documentInSentence(context, documents, named, sentence, at) ?? documentAround(context, sentence), sentence, at)
  const documentAround = once((_, sentence): DocumentLink => {
    const near = documentNear(context, documents, named, sentence)
    if (near !== undefined) return near
    const { past } = headersAbove(context, context.lineOf(sentence))
    const ofArticle = documentOfArticle(context, main, documents, named, sentence)
    if (ofArticle?.document !== undefined) return { ...ofArticle, field: withVia(ofArticle.field, past) }
    const far = documentFar(context, documents, named, sentence)
    const via = [...viaOf(ofArticle?.field.evidence), ...past]
    const field = because(far?.field ?? none, via, ofArticle?.field.evidence?.rule ?? 'document/kept-away')
    return { document: far?.document, field }
  })
  const main = mainDocument(context, documents)
  const latest = latestDay(dates)
  const issuedAt = new Set(documents.map(d => d.issued.evidence?.start))
  const issued = new Set<unknown>(dates.filter(d => issuedAt.has(d.mention.start)).map(d => d.mention))
  const due: DeadlineDates = { all: dates, byMention, issued, now }
  const hasPast = now !== null && dates.some(d => canBeDue(d) && (daysOf(d).first ?? now) < now)
  return {
    status: (sentence, at, isPercent) =>
      withAnchors(statusInContext(context, { sentence, at, dates: byMention, issued, isPercent }, now), today, dateAt),
    unsaid: (sentence, at, isPercent) => [
      ...unsaidBecause(context, { sentence, at, dates: byMention, issued, isPercent }, now),
      ...(today === undefined ? [] : anchorsOf(today))
    ],
    document: documentFor,
    place: (sentence, at, document) =>
      placeOfZip(context, sentence, at) ??
      placeOfTitle(context, sentence, at, document?.document) ??
      ownerInSentence(context, sentence, at) ??
      placeInSentence(context, sentence, at) ??
      ownerOfText(context, sentence, placeAbove(context, { sentence, at }, document, main)),
    deadline: (sentence, at, over, document) => {
      const query = { sentence, at, isOverPeriod: over !== null }
      const found =
        deadlineOfZip(context, query, due) ?? deadlineInSentence(context, query, due) ?? deadlineAbove(context, query, due, document)
      const deadline = over === null ? found : overPeriod(found, over, document?.document, due)
      if (today === undefined || (deadline.value.evidence === null && !hasPast)) return deadline
      return { ...deadline, value: because(deadline.value, anchorsOf(today), 'deadline/kept-away') }
    },
    yearOfText: () => yearOf(context.article.record.published, now, today),
    planYear: (sentence, at, isOfPart) => planYear(context, due, sentence, at, isOfPart),
    placeUnits: (place, document, link) => placeUnits(context, place, document, latest, link),
    asOf: (sentence, at) => asOf(context, byMention, sentence, at),
    reason: sentence => {
      const kind = context.sentences[sentence]?.kind
      return kind === 'related' ? 'related_link' : kind === 'caption' ? 'caption' : null
    }
  }
}

/** The text's own latest day, as what other dates are past or to come by. */
const anchorsOf = (today: LinkedDate): Via[] => [{ ...spanOf(today.mention), role: 'date_anchor' }, ...today.via]

/** The year of a text's day: its publication, else the latest day that it tells. */
function yearOf(published: string | null, now: string | null, today: LinkedDate | undefined): Deadline | undefined {
  const rule = 'deadline/year-of-text'
  if (published !== null)
    return {
      value: { value: published.slice(0, 4), evidence: { start: null, end: null, source: 'metadata', rule, via: [] } },
      mod: 'in'
    }
  if (now === null || today === undefined) return undefined
  return { value: { value: now.slice(0, 4), evidence: evidence(spanOf(today.mention), rule, 'inferred', today.via) }, mod: 'in' }
}

const BY_TODAY = new Set(['status/past-date', 'status/future-date', 'status/period', 'status/compared'])

/** A status that a date gives, with what put the date on the calendar; where no publication day tells whether it is past, the text's own latest day did. */
function withAnchors(
  reading: StatusReading | undefined,
  today: LinkedDate | undefined,
  dateAt: ReadonlyMap<number, LinkedDate>
): StatusReading | undefined {
  if (reading === undefined) return reading
  const { rule, start } = reading.evidence
  const date = start === null ? undefined : dateAt.get(start)
  const isByToday = today !== undefined && (BY_TODAY.has(rule) || date !== undefined)
  const via: Via[] = [...(date?.via ?? []), ...(isByToday ? anchorsOf(today) : [])]
  return via.length === 0 ? reading : { ...reading, evidence: { ...reading.evidence, via: [...reading.evidence.via, ...via] } }
}

function latestDay(dates: readonly LinkedDate[]): LinkedDate | undefined {
  let latest: LinkedDate | undefined
  for (const d of dates) {
    const { use } = d.mention.value
    if (d.edtf === null || edtfPrecision(d.edtf) !== 'day' || use === 'by' || use === 'before') continue
    if (latest === undefined || d.edtf > (latest.edtf as string)) latest = d
  }
  return latest
}

/** Which dates goals are due at, results were counted at and documents were issued on, by where they begin. */
function usesOf(frames: readonly LinkedFrame[], documents: readonly LinkedDocument[]): DateUses {
  const at = (field: string): Set<number> => new Set(frames.flatMap(f => (f.fields[field] == null ? [] : (f.evidence[field]?.start ?? []))))
  return { due: at('deadline'), counted: at('as_of'), issued: new Set(documents.flatMap(d => d.issued.evidence?.start ?? [])) }
}

function completedValues(
  context: Context,
  dates: readonly LinkedDate[],
  documents: readonly LinkedDocument[],
  uses: DateUses
): Map<Mention, unknown> {
  const values = new Map<Mention, unknown>()
  for (const d of dates) values.set(d.mention, { edtf: d.edtf, role: dateRole(context, d, uses) })
  for (const document of documents) {
    let issued: string | null = null
    for (const m of document.numbers) {
      issued = issueDate(context, dates, m)?.value ?? issued
      const own = m.value as DocumentNumber
      values.set(m, { canonical: document.number.value ?? own.canonical, type: document.type.value ?? own.type, organ: own.organ, issued })
    }
  }
  return values
}
