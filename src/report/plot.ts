import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { labelled, type Words } from './html.ts'

/** A plot at one width, in CSS pixels. */
export type Draw = (width: number, isNarrow: boolean) => Plot.PlotOptions

const WIDE = 860
/** The width of a figure that has the page for itself. */
export const FULL = 1260
const NARROW = 342

const { document } = parseHTML('<html><body></body></html>')

/** A figure: the same plot for wide and for narrow windows, as SVG without a script. */
export function figure(name: Words, draw: Draw, wide = WIDE): string {
  return [
    ['wide', wide],
    ['narrow', NARROW]
  ]
    .map(([kind, width]) => `<div class="plot ${kind}">${svgOf(name, draw(Number(width), kind === 'narrow'), Number(width))}</div>`)
    .join('')
}

function svgOf({ vi, en }: Words, options: Plot.PlotOptions, width: number): string {
  const svg = Plot.plot({
    ...options,
    width,
    document: document as never,
    ariaLabel: vi === en ? vi : `${vi} / ${en}`,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: '12px' }
  })
  // Its style sheet says what the page's own says once for all plots, and its class is made of chance.
  return labelled(svg.outerHTML.replace(/<style>[^<]*<\/style>/, '').replace(/ class="plot-[^"]*"/, ''))
}
