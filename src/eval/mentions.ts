import { alignSpans } from '../text/assignment.ts'
import type { GoldArticle } from './gold.ts'
import type { Output } from './output.ts'
import { overlapShare, sameText } from './same.ts'
import { count, report, type Sheet } from './sheet.ts'

const own = <T extends { readonly start: number; readonly end: number }>(items: readonly T[]) => ({ items, span: (item: T) => item })

/** Document numbers: right where the canonical number is; type and issue date are counted of right numbers. */
export function scoreNumbers(sheet: Sheet, gold: NonNullable<GoldArticle['document_numbers']>, read: Output['numbers']): void {
  const pairs = new Map(alignSpans(own(gold), own(read), (g, r) => 1 + overlapShare(g, r)).map(m => [m.left, read[m.right]!]))
  count(sheet, 'number.gold', gold.length)
  count(sheet, 'number.read', read.length)
  for (const [i, g] of gold.entries()) {
    const r = pairs.get(i)
    if (r === undefined) {
      report(sheet, g, { kind: 'document_number', problem: 'missed', expected: g.canonical, note: g.note ?? null })
      continue
    }
    const wrong = (field: string, expected: unknown, was: unknown) =>
      report(sheet, g, { kind: 'document_number', field, problem: 'wrong', expected, read: was, rule: r.rule, note: g.note ?? null })
    if (!sameText(g.canonical, r.value.canonical)) {
      wrong('canonical', g.canonical, r.value.canonical)
      continue
    }
    count(sheet, 'number.right')
    count(sheet, 'number.type.right', r.value.type === g.type)
    count(sheet, 'number.issued.right', r.value.issued === g.issued)
    if (r.value.type !== g.type) wrong('type', g.type, r.value.type)
    if (r.value.issued !== g.issued) wrong('issued', g.issued, r.value.issued)
  }
  const matched = new Set(pairs.values())
  for (const r of read)
    if (!matched.has(r)) report(sheet, r, { kind: 'document_number', problem: 'spurious', read: r.value.canonical, rule: r.rule })
}

/** Dates: right where the EDTF value is; the role is counted of right dates. */
export function scoreDates(sheet: Sheet, gold: NonNullable<GoldArticle['dates']>, read: Output['dates']): void {
  const matches = alignSpans(own(gold), own(read), (g, r) => 1 + (overlapShare(g, r) + Number(r.value.edtf === g.edtf)))
  const pairs = new Map(matches.map(m => [m.left, read[m.right]!]))
  count(sheet, 'date.gold', gold.length)
  count(sheet, 'date.read', read.length)
  for (const [i, g] of gold.entries()) {
    const r = pairs.get(i)
    if (r === undefined) {
      report(sheet, g, { kind: 'date', problem: 'missed', expected: g.edtf, note: g.note ?? null })
      continue
    }
    const isRight = r.value.edtf === g.edtf
    count(sheet, 'date.right', isRight)
    if (isRight) count(sheet, 'date.role.right', r.value.role === g.role)
    const at = { kind: 'date', problem: 'wrong', rule: r.rule, note: g.note ?? null } as const
    if (!isRight) report(sheet, g, { ...at, field: 'edtf', expected: g.edtf, read: r.value.edtf })
    else if (r.value.role !== g.role) report(sheet, g, { ...at, field: 'role', expected: g.role, read: r.value.role })
  }
  const matched = new Set(pairs.values())
  for (const r of read) if (!matched.has(r)) report(sheet, r, { kind: 'date', problem: 'spurious', read: r.value.edtf, rule: r.rule })
}

/** Sentences: right where both ends are. */
export function scoreSentences(sheet: Sheet, gold: NonNullable<GoldArticle['sentences']>, read: Output['sentences'], text: string): void {
  const key = (s: { readonly start: number; readonly end: number }) => `${s.start} ${s.end}`
  const wanted = new Set(gold.map(key))
  const found = new Set(read.map(key))
  count(sheet, 'sentence.gold', wanted.size)
  count(sheet, 'sentence.read', found.size)
  count(sheet, 'sentence.right', [...wanted].filter(k => found.has(k)).length)
  const quoted = (s: { readonly start: number; readonly end: number }) => ({
    start: s.start,
    end: s.end,
    quote: text.slice(s.start, s.end)
  })
  for (const s of gold) if (!found.has(key(s))) report(sheet, quoted(s), { kind: 'sentence', problem: 'missed' })
  for (const s of read) if (!wanted.has(key(s))) report(sheet, quoted(s), { kind: 'sentence', problem: 'spurious' })
}
