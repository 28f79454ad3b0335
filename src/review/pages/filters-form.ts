import { type Counted, FACETS, type Facet, type Filters } from '../filters.ts'
import { causeInWords } from '../group-words.ts'
import { type Html, html } from '../html.ts'
import { labelOf, type NameOf } from '../record-table.ts'
import { type Say, sayCode, sayNumber, type WordKey } from '../words/index.ts'

/** What the form that narrows a list shows. */
export interface FiltersView {
  readonly action: string
  readonly filters: Filters
  readonly facets: Readonly<Record<Facet, readonly Counted[]>>
  readonly clearHref: string
  /** Inputs that the address has beside the filters. */
  readonly more?: Readonly<Record<string, string>>
}

/** The form that narrows a list: each value with how many there are. */
export function renderFilters({ action, filters, facets, clearHref, more = {} }: FiltersView, say: Say, nameOf: NameOf): Html {
  const active = Object.entries(filters).filter(([name, v]) => name !== 'sort' && v !== '').length
  return html`
<details class="filters"${active > 0 ? html` open` : null}>
  <summary>${say('filters')}${active > 0 && html` <span class="count">${active}</span>`}</summary>
  <form method="get" action="${action}" data-swap>
    ${Object.entries(more).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    ${filters.sort !== '' && html`<input type="hidden" name="sort" value="${filters.sort}">`}
    <label class="wide">${say('filter_search')} <input type="search" name="q" value="${filters.q}" id="search" autocomplete="off" lang="vi"> <kbd>/</kbd></label>
    ${FACETS.map(facet => select(facet, facets[facet], filters[facet], say, nameOf))}
    ${(['group', 'alike', 'same'] as const).map(name => filters[name] !== '' && html`<label class="check"><input type="checkbox" name="${name}" value="${filters[name]}" checked> ${say(IN_GROUP[name])}</label>`)}
    <p class="buttons"><button type="submit" class="primary">${say('filter_apply')}</button> <a href="${clearHref}" data-swap>${say('filter_clear')}</a></p>
  </form>
</details>`
}

const IN_GROUP = { group: 'in_group', alike: 'alike_shape', same: 'alike_same' } as const

/** Filters as hidden inputs. */
export function hiddenFilters(prefix: string, filters: Filters): Html {
  const set = Object.entries(filters).filter(([, value]) => value !== '')
  return html`${set.map(([name, value]) => html`<input type="hidden" name="${prefix}${name}" value="${value}">`)}`
}

/** A value of a facet in words. */
export function sayOfFacet(facet: Facet, value: string, say: Say, nameOf: NameOf): string {
  if (facet === 'state')
    return value === 'undecided'
      ? say('filter_undecided')
      : value === 'accepted' || value === 'rejected'
        ? say(value)
        : sayCode(say, 'state', value)
  if (facet === 'field') return labelOf(value, say)
  if (facet === 'verdict') return sayCode(say, 'gold', value)
  if (facet === 'cause') return causeInWords(value, say)
  if (facet === 'place') return nameOf('place', value) ?? value
  return facet === 'rule' || facet === 'who' ? value : sayCode(say, facet, value)
}

function select(facet: Facet, options: readonly Counted[], value: string, say: Say, nameOf: NameOf): Html | null {
  if (options.length === 0 && value === '') return null
  const all = value === '' || options.some(o => o.value === value) ? options : [{ value, count: 0 }, ...options]
  return html`<label>${say(`filter_${facet}` as WordKey)} <select name="${facet}"><option value="">${say('filter_all')}</option>${all.map(o => html`<option value="${o.value}"${o.value === value ? html` selected` : null}>${sayOfFacet(facet, o.value, say, nameOf)} (${sayNumber(say, o.count)})</option>`)}</select></label>`
}
