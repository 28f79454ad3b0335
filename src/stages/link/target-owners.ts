import type { Field } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { spanOf } from './linked-date.ts'
import { antecedent, viaOf } from './reasons.ts'
import type { ReadTarget } from './target-indicator.ts'

/**
 * Whose goals an article has set so far. `Đến năm 2030 đón 27.000 lượt khách`, after `Đến năm 2025 đón 15.800 lượt khách đến
 * Pù Luông`: the same measure, set for the next time, is set for the same area; a province is found without.
 */
export class Owners {
  readonly #context: Context
  readonly #set = new Map<string, { readonly target: ReadTarget; readonly place: Field<string | null> }>()

  constructor(context: Context) {
    this.#context = context
  }

  /** The place of a goal, found as `place`, after that of the last goal of the same measure in an earlier paragraph. */
  of(target: ReadTarget, place: Field<string | null>): Field<string | null> {
    const key = `${target.unit} ${target.phrase?.text.toLowerCase() ?? ''}`
    const isNamed = place.evidence?.source === 'same_clause' || place.evidence?.source === 'anaphor'
    const last = this.#set.get(key)
    if (isNamed) {
      if (target.phrase !== undefined) this.#set.set(key, { target, place })
      return place
    }
    if (last === undefined || last.place.evidence === null || last.place.value?.startsWith('other:') !== true) return place
    if (this.#context.lineOf(last.target.frame.sentence) === this.#context.lineOf(target.frame.sentence)) return place
    const { evidence } = last.place
    const via = [antecedent(spanOf(last.target.frame.anchor)), ...evidence.via, ...viaOf(place.evidence)]
    return { value: last.place.value, evidence: { ...evidence, source: 'carried', rule: 'place/same-measure', via } }
  }
}
