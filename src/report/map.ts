import type { ReportData, ReportGoal } from './data.ts'
import { both, escapeHtml } from './html.ts'

const SHADES = 5

/** The map: one tile a province, in the list of 63 and in that of 34; a tile shows the goals of its place. */
export function tileMap(data: ReportData): string {
  return [63, 34].map(units => mapOf(units, data)).join('')
}

function mapOf(units: number, { goals, tiles, placeNames }: ReportData): string {
  const counts = countsOf(goals, units)
  const own = tiles.filter(tile => tile.units === units)
  const most = Math.max(1, ...own.map(tile => counts.get(tile.id) ?? 0))
  const cells = own.map(({ id, column, row }) => {
    const name = placeNames.get(id) ?? { vi: id, en: id }
    const count = counts.get(id) ?? 0
    const shade = count === 0 ? 0 : Math.ceil((SHADES * Math.sqrt(count)) / Math.sqrt(most))
    const place = `${id}@${units}`
    return `<button type="button" class="tile s${shade}" style="grid-area:${row + 1}/${column + 1}" data-tile="${escapeHtml(place)}" title="${escapeHtml(`${name.vi}: ${count}`)}" aria-label="${escapeHtml(`${name.vi}: ${count}`)}" aria-pressed="false"><b>${shortName(name.vi).map(escapeHtml).join('<br>')}</b><i>${count === 0 ? '' : count}</i></button>`
  })
  const outside = goals.filter(g => g.place !== null && !own.some(tile => tile.id === g.place?.id)).length
  const words = { vi: 'mục tiêu của cả nước, của nơi khác', en: 'goals of the country or of other places' }
  return `<div class="map" data-units="${units}"><div class="tiles">${cells.join('')}</div><p class="note">+ ${outside} ${both(words)}</p></div>`
}

// A province that is said in no particular list stands in both.
function countsOf(goals: readonly ReportGoal[], units: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { place } of goals) {
    if (place === null || (place.units !== null && place.units !== units)) continue
    counts.set(place.id, (counts.get(place.id) ?? 0) + 1)
  }
  return counts
}

/** The words of a name on a line each; longer names as initials, which fit a tile: `Bà Rịa - Vũng Tàu` → BRVT. */
function shortName(name: string): string[] {
  const words = name.split(/[\s-]+/)
  return words.length <= 2 ? words : [words.map(word => word[0]).join('')]
}
