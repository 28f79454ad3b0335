import type { Sentence } from '../../model/text.ts'

/** What leads a line, and the lines but for which another one would. */
export interface Lead {
  /** Index of the line that heads this one in a list or section, or -1. */
  readonly header: number
  readonly barriers: readonly number[]
}

/** The lines of an article, with what can lead. */
export interface Layout {
  readonly lines: readonly (readonly Sentence[])[]
  readonly isHeader: readonly boolean[]
  /** For each line the nearest header or numbered heading before it, and the nearest list item that is no header; -1 for none. */
  readonly landmark: Int32Array
  readonly bullet: Int32Array
  /** For each line the next list item behind it that comes before any header or numbered heading; -1 for none. */
  readonly nextBullet: Int32Array
  /** For each line the nearest header that is a heading, or numbered heading, before it; -1 for none. */
  readonly heading: Int32Array
  /** For each numbered heading the nearest one before it of lesser depth, under which it stands; -1 for none, and for other lines. */
  readonly outer: Int32Array
  /** For each line the nearest numbered heading before it; -1 for none. */
  readonly section: Int32Array
  /** For each list item that is a header the nearest header or numbered heading before it that is no item as deep as it or deeper; -1 for none. */
  readonly beside: Int32Array
}

/** A heading with a number of its own begins another section. One without ends nothing: what makes no record could not say why. */
const isSection = (first: Sentence | undefined): boolean => first?.kind === 'heading' && first.depth > 0

/** Arranges lines so that going back from one to what may lead it passes over the others. */
export function layoutOf(lines: readonly (readonly Sentence[])[], isHeader: readonly boolean[]): Layout {
  const landmark = new Int32Array(lines.length)
  const bullet = new Int32Array(lines.length)
  const heading = new Int32Array(lines.length)
  const outer = new Int32Array(lines.length).fill(-1)
  const section = new Int32Array(lines.length)
  const beside = new Int32Array(lines.length).fill(-1)
  const open: number[] = []
  const depthOf = (index: number | undefined): number => lines[index ?? -1]?.[0]?.depth ?? 0
  let last = -1
  let lastBullet = -1
  let lastHeading = -1
  let lastSection = -1
  for (const [index, [first]] of lines.entries()) {
    landmark[index] = last
    bullet[index] = lastBullet
    heading[index] = lastHeading
    section[index] = lastSection
    if (isSection(first)) {
      while (open.length > 0 && depthOf(open.at(-1)) >= depthOf(index)) open.pop()
      outer[index] = open.at(-1) ?? -1
      open.push(index)
      lastSection = index
    }
    if (isHeader[index] && first?.kind === 'bullet') {
      let before = last
      while (before >= 0 && lines[before]?.[0]?.kind === 'bullet' && depthOf(before) >= first.depth) before = beside[before] as number
      beside[index] = before
    }
    if (isSection(first) || (isHeader[index] && first?.kind === 'heading')) lastHeading = index
    if (isHeader[index] || isSection(first)) last = index
    else if (first?.kind === 'bullet') lastBullet = index
  }
  const nextBullet = new Int32Array(lines.length)
  let next = -1
  for (let index = lines.length - 1; index >= 0; index--) {
    nextBullet[index] = next
    const first = lines[index]?.[0]
    if (isHeader[index] || isSection(first)) next = -1
    else if (first?.kind === 'bullet') next = index
  }
  return { lines, isHeader, landmark, bullet, nextBullet, heading, outer, section, beside }
}

/**
 * The nearest line before that leads this one. A list item is led by an item of lesser depth, a line with a colon or a
 * heading. A line of prose is led by a heading, and by a colon only while that leads no list items. Lines that lead
 * nothing are passed over, so that a neutral paragraph between changes nothing.
 */
export function leadOf(layout: Layout, index: number): Lead {
  const inside = listAround(layout, index)
  if (inside !== undefined) return inside
  const { header, passed } = leaderOf(layout, index)
  const barriers = passed.filter(line => {
    const other = leaderOf(layout, index, line).header
    return other >= 0 && other !== header
  })
  return { header, barriers }
}

/** Prose between two items of one list belongs to the item before it: what leads that leads it too. */
function listAround(layout: Layout, index: number): Lead | undefined {
  const { lines, bullet, nextBullet, landmark } = layout
  const [before, next] = [bullet[index] as number, nextBullet[index] as number]
  if (lines[index]?.[0]?.kind !== 'text' || before < 0 || next < 0) return undefined
  if ((landmark[index] as number) > before) return undefined
  if (lines[before]?.[0]?.depth !== lines[next]?.[0]?.depth) return undefined
  const { header } = leaderOf(layout, before)
  return header >= 0 && header === leaderOf(layout, next).header ? { header, barriers: [before, next] } : undefined
}

/** The line that leads another (were `without` not there), and the lines that kept earlier ones from leading it. */
function leaderOf(layout: Layout, index: number, without = -1): { header: number; passed: number[] } {
  const { lines, isHeader, landmark, bullet, heading, outer, section: sectionBefore, beside } = layout
  const own = lines[index]?.[0] as Sentence
  const isItem = own.kind === 'bullet'
  let itemDepth = Infinity
  let section = Infinity
  const passed = new Set<number>()
  // What cannot lead is passed over: behind a numbered heading all but those that it stands under, behind a list all but headings, behind an item those beside it.
  const back = (i: number): number => {
    const other = lines[i]?.[0]
    const isPassed = i !== without && i !== index
    if (section < Infinity) return (isPassed && isSection(other) ? outer : sectionBefore)[i] as number
    if (isItem) return (isPassed && isHeader[i] && other?.kind === 'bullet' ? beside : landmark)[i] as number
    return itemDepth < Infinity ? (heading[i] as number) : Math.max(landmark[i] as number, bullet[i] as number)
  }
  for (let i = back(index); i >= 0; i = back(i)) {
    if (i === without) continue
    const other = lines[i]?.[0] as Sentence
    if (!isHeader[i]) {
      // A numbered heading that sets no goal ends the reach of earlier headers, but not of one it stands under (`II. MỤC TIÊU`, `1. Chất thải`).
      if (isSection(other)) {
        if (other.depth < section) passed.add(i)
        section = Math.min(section, other.depth)
      }
      if (other.kind === 'bullet') {
        if (itemDepth === Infinity) passed.add(i)
        itemDepth = Math.min(itemDepth, other.depth)
      }
      continue
    }
    if (section < Infinity && !(other.kind === 'heading' && other.depth > 0 && other.depth < section)) continue
    if (isItem && other.kind === 'bullet' && other.depth >= own.depth) continue
    if (!isItem && other.kind === 'bullet') {
      if (itemDepth === Infinity) passed.add(i)
      itemDepth = Math.min(itemDepth, other.depth)
      continue
    }
    return { header: i, passed: [...passed] }
  }
  return { header: -1, passed: [...passed] }
}
