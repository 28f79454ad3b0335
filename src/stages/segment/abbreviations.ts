/**
 * What a full stop may stand behind without ending a sentence. Sources: the genre's titles and place words; initials
 * and numbers are told by their form.
 */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'tp tx tt q p h x đ t ts ths pgs gs bs ks cn ths ncs bsckii bscki bsck ckii cki ls kts nsnd nsưt nsut ngưt ngnd nb nxb tr stt đt tel fax mr mrs ms dr st vs no vol jr sr co ltd inc corp ' +
    'tm kt tuq tl đ/c ub gđ pgđ hđ bv th đh cđ hcv pct ct tbt sgk v vv tc cty ths.bs ts.bs pgs.ts gs.ts ptn cskv sn'
  ).split(' ')
)

/** Abbreviations that usually end a sentence all the same when a capital follows (`v.v.`). */
export const OPEN_ABBREVIATIONS: ReadonlySet<string> = new Set(['v.v', 'vv', 'v..v'])
