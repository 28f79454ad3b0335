import type { ValueClass } from '../../model/knowledge.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { isOfEconomy } from './economy-growth.ts'
import type { Phrase } from './phrase.ts'
import type { ReadTarget } from './target-indicator.ts'
import type { Kind } from './target-kind.ts'
import { isPercent } from './target-unit.ts'

function classOf(
  quantity: Quantity,
  unit: string | null,
  kind: Kind['value'],
  phrase: string,
  base: string | undefined
): (wanted: ValueClass) => boolean {
  const lower = phrase.toLowerCase()
  const percent = isPercent(quantity) || quantity.form === 'fraction' || quantity.form === 'double-digit'
  const isGrdp = base === 'GRDP' || /grdp/.test(lower)
  const isGdp = base === 'GDP' || /gdp/.test(lower)
  return wanted => {
    switch (wanted) {
      case 'any':
        return true
      case 'percent':
        return percent
      case 'share':
        return percent && kind === 'level' && base === undefined
      case 'growth':
        return percent && (kind === 'growth' || kind === 'change')
      case 'gdp':
        return percent && kind === 'level' && isGdp
      case 'grdp':
        return percent && kind === 'level' && isGrdp
      case 'base':
        return percent && (isGdp || isGrdp)
      case 'money':
        return quantity.form === 'money'
      case 'count':
        return quantity.form === 'count'
      case 'rate':
        return quantity.form === 'count' || quantity.form === 'measure' || quantity.form === 'plain'
      case 'speed':
        return unit !== null && /bps|bit\/s/.test(unit)
      case 'visitors':
        return unit !== null && /khách|lượt/.test(unit)
      case 'index':
        return quantity.form === 'plain' || unit === 'điểm'
      case 'years':
        return unit === 'tuổi' || unit === 'năm'
      default:
        return false
    }
  }
}

/** A number with what it measures. */
export interface Measured extends Pick<ReadTarget, 'quantity' | 'unit'> {
  readonly phrase: Pick<Phrase, 'text'> | undefined
  readonly qualifier: Pick<Phrase, 'text'> | undefined
  /** The rule that read the qualifier, where it may be a limit. */
  readonly qualifierRule?: ReadTarget['qualifierRule']
}

/** The catalogue id of a target's indicator for its class of value, or null, and whether the place decided it. */
export function identify(
  context: Context,
  target: Measured,
  kind: Kind['value'],
  place: string | null
): { readonly id: string | null; readonly isByPlace: boolean } {
  const { quantity, unit, phrase } = target
  const base = /^% (GDP|GRDP|kế hoạch|dự toán)/.exec(unit ?? '')?.[1]
  const accepts = classOf(quantity, unit, kind, phrase?.text ?? '', base)
  const text = phrase?.text ?? ''
  const isOfSector = target.qualifier !== undefined && target.qualifierRule === 'indicator/sector'
  // `cấp huyện` of an indicator may be an indicator of its own.
  const named =
    target.qualifier === undefined || target.qualifierRule === 'indicator/limit' || isOfSector
      ? null
      : context.knowledge.identifyIndicator(`${text} ${target.qualifier.text}`, accepts)
  const id = named ?? context.knowledge.identifyIndicator(text, accepts)
  if ((id === 'gdp_growth' || id === 'grdp_growth') && (isOfSector || !isOfEconomy(text))) return { id: null, isByPlace: false }
  // `tăng trưởng kinh tế` is of the country or of the province, by whose goal it is.
  if ((id === 'gdp_growth' || id === 'grdp_growth') && !/gdp|grdp|tổng sản phẩm/i.test(text))
    return { id: place === 'vn' ? 'gdp_growth' : place === null ? null : 'grdp_growth', isByPlace: true }
  return { id, isByPlace: false }
}
