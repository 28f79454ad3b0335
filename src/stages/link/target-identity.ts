import type { Frame } from '../../model/frame.ts'
import type { ValueClass } from '../../model/knowledge.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { isOfEconomy, saysWhatGrows } from './economy-growth.ts'
import { isOfEnterprises } from './enterprises.ts'
import { growsOther } from './growth-said.ts'
import { isInUnits } from './identity-units.ts'
import type { Kind } from './kind.ts'
import type { Phrase } from './phrase.ts'
import { isOfSectors } from './sectors.ts'
import type { ReadTarget } from './target-indicator.ts'
import { isPercent } from './target-unit.ts'

type Accepts = (wanted: ValueClass, units: string) => boolean

function classOf(quantity: Quantity, unit: string | null, kind: Kind['value'], phrase: string, base: string | undefined): Accepts {
  const lower = phrase.toLowerCase()
  const percent = isPercent(quantity) || quantity.form === 'fraction' || quantity.form === 'double-digit'
  const isGrdp = base === 'GRDP' || /grdp/.test(lower)
  const isGdp = base === 'GDP' || /gdp/.test(lower)
  return (wanted, units) => {
    if (!isInUnits(quantity, unit, wanted, units)) return false
    switch (wanted) {
      case 'any':
        return true
      case 'percent':
        return percent
      case 'share':
        return percent && kind === 'level' && base === undefined && !(unit ?? '').includes('/năm')
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
  /** Where it stands, if in a sentence. */
  readonly frame?: Frame
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
  const id = partId(context, target, accepts) ?? context.knowledge.identifyIndicator(text, accepts)
  if (id !== null && !isWhole(context, target, id)) return { id: null, isByPlace: false }
  // `tăng trưởng kinh tế` is of the country or of the province, by whose goal it is.
  if ((id === 'gdp_growth' || id === 'grdp_growth') && !/gdp|grdp|tổng sản phẩm/i.test(text))
    return { id: place === 'vn' ? 'gdp_growth' : place === null ? null : 'grdp_growth', isByPlace: true }
  return { id, isByPlace: false }
}

/** `cấp huyện` of an indicator may be an indicator of its own. What a share is taken of is none of its parts. */
function partId(context: Context, { phrase, qualifier, qualifierRule, unit }: Measured, accepts: Accepts): string | null {
  if (qualifier === undefined || qualifierRule === 'indicator/limit' || qualifierRule === 'indicator/sector') return null
  if (unit === `% ${qualifier.text}`) return null
  return context.knowledge.identifyIndicator(`${phrase?.text ?? ''} ${qualifier.text}`, accepts)
}

/** Whether what is said has what the catalogue means by an id, and not a part of it or something beside it. */
function isWhole(context: Context, { phrase, qualifier, qualifierRule, frame, quantity }: Measured, id: string): boolean {
  const text = phrase?.text ?? ''
  const isOfSector = qualifier !== undefined && qualifierRule === 'indicator/sector'
  switch (id) {
    case 'gdp_growth':
    case 'grdp_growth':
      if (isOfSector || !isOfEconomy(text)) return false
      // `hai con số` is what is said of an economy.
      return saysWhatGrows(text) || frame === undefined || quantity.form === 'double-digit' || !growsOther(context, frame)
    case 'export_turnover':
      return !isOfSector
    case 'enterprises_count':
      return isOfEnterprises(text)
    case 'sector_structure':
      return isOfSectors(text)
    default:
      return true
  }
}
