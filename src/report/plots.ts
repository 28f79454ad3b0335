import * as Plot from '@observablehq/plot'
import type { Count, ReportDocument, ReportGoal } from './data.ts'
import { cutLabel, label, type Words } from './html.ts'
import { FULL, figure } from './plot.ts'

const MOST_SUBJECTS = 16
const MOST_PANELS = 6
// More years than this do not stand side by side.
const MOST_LEVEL = 16
// Dots of one year and value stand beside one another, at most so many.
const BESIDE = 11
// Ranks are compared by how many times better they are.
const STEPS = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000]
const UNKNOWN: Words = { vi: '(ngoài danh mục)', en: '(outside the catalogue)' }

const color = (goal: ReportGoal): string => `var(--${goal.confidence})`
const href = (goal: ReportGoal): string => `#g-${goal.id}`
const tip = (goal: ReportGoal): string =>
  [goal.place?.name.vi, goal.subject?.name.vi, goal.value, goal.deadline].filter(part => part != null).join(' · ')
// Sure ones first, so that a bar shows how sure it is.
const RANKED: Readonly<Record<string, number>> = { high: 0, medium: 1, low: 2 }
const bySureness = (a: ReportGoal, b: ReportGoal): number => (RANKED[a.confidence] ?? 3) - (RANKED[b.confidence] ?? 3)
const subjectOf = (goal: ReportGoal): Words => (goal.subject?.id == null ? UNKNOWN : goal.subject.name)

/** Goals by what of the catalogue they are about: one piece of a bar is one goal. */
export function bySubject(all: readonly ReportGoal[], name: Words): string {
  const goals = all.filter(goal => goal.subject?.id != null)
  const groups = [...Map.groupBy(goals, goal => label(subjectOf(goal)))].toSorted(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)
  )
  const shown = groups.slice(0, MOST_SUBJECTS)
  const data = shown.flatMap(([, members]) => members).toSorted(bySureness)
  return figure(name, (width, isNarrow) => ({
    height: shown.length * 30 + 50,
    marginLeft: isNarrow ? 132 : 250,
    marginRight: 28,
    y: { domain: shown.map(([key]) => key), label: null, tickSize: 0 },
    x: { label: null, grid: true, ticks: isNarrow ? 3 : 6, tickFormat: 'd' },
    color: { type: 'identity' },
    marks: [
      Plot.barX(
        data,
        Plot.stackX({
          y: (g: ReportGoal) => label(subjectOf(g)),
          x: () => 1,
          fill: color,
          href,
          title: tip,
          insetTop: 3,
          insetBottom: 3,
          insetRight: data.length > width ? 0 : 0.5
        })
      ),
      Plot.axisY({ tickSize: 0, label: null, tickFormat: (key: string) => cutLabel(key, isNarrow ? 19 : 38) }),
      Plot.text(shown, {
        y: ([key]) => key,
        x: ([, members]) => members.length,
        text: ([, members]) => String(members.length),
        textAnchor: 'start',
        dx: 4
      })
    ]
  }))
}

/** Goals by the year in which they are due. */
export function byYear(goals: readonly ReportGoal[], name: Words): string {
  const data = goals.filter(goal => goal.year !== null).toSorted(bySureness)
  const years = [...new Set(data.map(goal => goal.year as number))].toSorted((a, b) => a - b)
  const counts = [...Map.groupBy(data, goal => goal.year as number)]
  return figure(name, (_width, isNarrow) => ({
    height: 280,
    marginLeft: 40,
    marginBottom: isNarrow || years.length > MOST_LEVEL ? 44 : 30,
    x: {
      domain: years,
      label: null,
      type: 'band',
      ticks: years,
      tickFormat: 'd',
      tickRotate: isNarrow || years.length > MOST_LEVEL ? -90 : 0
    },
    y: { label: null, grid: true, ticks: 4 },
    color: { type: 'identity' },
    marks: [
      Plot.barY(
        data,
        Plot.stackY({
          x: 'year',
          y: () => 1,
          fill: color,
          href,
          title: tip,
          insetTop: data.length > 600 ? 0 : 0.5,
          insetLeft: 1,
          insetRight: 1
        })
      ),
      Plot.text(isNarrow ? [] : counts, {
        x: ([year]) => year,
        y: ([, members]) => members.length,
        text: ([, members]) => String(members.length),
        dy: -7
      }),
      Plot.ruleY([0])
    ]
  }))
}

/** Values in percent over deadlines, a panel for each of the subjects that have most of them. */
export function values(goals: readonly ReportGoal[]): { readonly subject: Words; readonly svg: string }[] {
  const data = goals.filter(
    g => g.kind === 'target' && g.subject?.id != null && g.year !== null && g.number !== null && g.unit?.startsWith('%') === true
  )
  const groups = [...Map.groupBy(data, g => g.subject?.id as string)].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  return groups.slice(0, MOST_PANELS).map(([, members]) => {
    const subject = subjectOf(members[0] as ReportGoal)
    const years = [...new Set(members.map(g => g.year as number))].toSorted((a, b) => a - b)
    const svg = figure(subject, (_width, isNarrow) => ({
      height: isNarrow ? 220 : 260,
      marginLeft: 44,
      marginBottom: years.length > 7 ? 44 : 30,
      x: {
        domain: [-0.6, years.length - 0.4],
        label: null,
        ticks: years.map((_, at) => at),
        tickFormat: (at: number) => String(years[at]),
        tickRotate: years.length > 7 ? -90 : 0
      },
      y: { label: null, grid: true, tickFormat: (v: number) => `${v} %`, nice: true, ticks: 5 },
      color: { type: 'identity' },
      marks: [
        Plot.dot(beside(members, years), {
          x: 'at',
          y: ({ goal }) => goal.number,
          fill: ({ goal }) => color(goal),
          fillOpacity: 0.8,
          stroke: 'var(--paper)',
          strokeWidth: 0.7,
          r: 4.5,
          href: ({ goal }) => href(goal),
          title: ({ goal }) => tip(goal)
        })
      ]
    }))
    return { subject, svg }
  })
}

/** Where each goal stands: at its year, those of nearly one value side by side. */
function beside(goals: readonly ReportGoal[], years: readonly number[]): { readonly goal: ReportGoal; readonly at: number }[] {
  const highest = Math.max(1, ...goals.map(goal => goal.number ?? 0))
  const level = (goal: ReportGoal): string => `${goal.year} ${Math.round((24 * (goal.number ?? 0)) / highest)}`
  return [...Map.groupBy(goals, level).values()].flatMap(same =>
    same.map((goal, i) => {
      const step = 0.8 / BESIDE
      const shift = ((i % BESIDE) - (Math.min(same.length, BESIDE) - 1) / 2) * step
      return { goal, at: years.indexOf(goal.year as number) + shift }
    })
  )
}

/** Rank goals: the rank that is wanted, by what is ranked. */
export function ranks(goals: readonly ReportGoal[], name: Words): string {
  const data = goals.filter(g => g.kind === 'rank_goal' && g.number !== null && g.number > 0)
  const groups = [...Map.groupBy(data, goal => label(subjectOf(goal)))].toSorted(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)
  )
  const shown = groups.slice(0, MOST_SUBJECTS)
  const most = Math.max(10, ...data.map(g => g.number as number))
  return figure(
    name,
    (_width, isNarrow) => ({
      height: shown.length * 34 + 60,
      marginLeft: isNarrow ? 132 : 250,
      marginRight: 20,
      y: { domain: shown.map(([key]) => key), label: null, type: 'band' },
      x: { type: 'log', label: null, domain: [0.9, most * 1.1] },
      color: { type: 'identity' },
      marks: [
        Plot.gridX(steps(most, isNarrow)),
        Plot.axisX(steps(most, isNarrow), { text: String, label: null }),
        Plot.axisY({ tickSize: 0, label: null, tickFormat: (key: string) => cutLabel(key, isNarrow ? 19 : 38) }),
        Plot.dot(
          shown.flatMap(([, members]) => spread(members)),
          {
            y: ({ goal }) => label(subjectOf(goal)),
            x: ({ goal }) => goal.number,
            dy: 0,
            fill: ({ goal }) => color(goal),
            fillOpacity: 0.75,
            stroke: 'var(--paper)',
            r: ({ count }) => 5 + Math.sqrt(count),
            href: ({ goal }) => href(goal),
            title: ({ goal }) => tip(goal)
          }
        )
      ],
      r: { type: 'identity' }
    }),
    FULL
  )
}

function steps(most: number, isNarrow: boolean): number[] {
  return STEPS.filter(step => step <= most && (!isNarrow || [1, 5, 20, 100, 500].includes(step)))
}

// Goals at one place lie on one another: the first ones are drawn largest.
function spread(members: readonly ReportGoal[]): { goal: ReportGoal; count: number }[] {
  return [...Map.groupBy(members, g => g.number).values()].flatMap(same =>
    same.map((goal, i) => ({ goal, count: (same.length - i - 1) * 3 }))
  )
}

/** Official documents on a timeline, by type. */
export function timeline(documents: readonly ReportDocument[], name: Words): string {
  const data = documents.filter(d => d.day !== null).map(d => ({ ...d, date: new Date(`${d.day}T00:00:00Z`) }))
  const types = [...Map.groupBy(data, d => label(d.type))]
    .toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([key]) => key)
  return figure(
    name,
    (_width, isNarrow) => ({
      height: types.length * 44 + 50,
      marginLeft: isNarrow ? 96 : 150,
      marginRight: 20,
      y: { domain: types, label: null, type: 'band' },
      x: { type: 'utc', label: null, grid: true, ticks: isNarrow ? 4 : 10, tickFormat: '%Y' },
      r: { type: 'identity' },
      marks: [
        Plot.axisY({ tickSize: 0, label: null, tickFormat: (key: string) => cutLabel(key, isNarrow ? 13 : 22) }),
        Plot.dot(data, {
          x: 'date',
          y: d => label(d.type),
          r: d => 3 + 2 * Math.sqrt(d.articles),
          fill: 'var(--accent)',
          fillOpacity: 0.55,
          stroke: 'var(--accent)',
          href: d => `#d-${d.id}`,
          title: d => `${d.name}${d.issuer === null ? '' : ` · ${d.issuer.vi}`}${d.issued === null ? '' : ` · ${d.issued}`}`
        })
      ]
    }),
    FULL
  )
}

/** Plain bars of cases. */
export function bars(counts: readonly Count[], name: Words): string {
  const shown = counts.slice(0, MOST_SUBJECTS)
  return figure(name, (_width, isNarrow) => ({
    height: shown.length * 24 + 40,
    marginLeft: isNarrow ? 132 : 220,
    marginRight: 40,
    y: { domain: shown.map(c => c.name), label: null, tickSize: 0, tickFormat: (name: string) => cutLabel(name, isNarrow ? 19 : 32) },
    x: { label: null, grid: true, ticks: isNarrow ? 3 : 6, tickFormat: 'd' },
    marks: [
      Plot.barX(shown, { y: 'name', x: 'count', fill: 'var(--quiet)', insetTop: 3, insetBottom: 3 }),
      Plot.text(shown, { y: 'name', x: 'count', text: c => String(c.count), textAnchor: 'start', dx: 4 })
    ]
  }))
}
