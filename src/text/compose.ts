// As many combining marks behind one letter no language has.
const PILE = /\p{M}{200}/u
// The ranges that marks stand in, which are faster to look for; the letters of Vietnamese stand in none.
const MAY_BE_PILE = /[\u0300-\u036f\u0483-\u1cff\u1dc0-\u1dff\u20d0-\u20ff\u2cef-\u30ff\ua66f-\uabff\ud800-\udfff\ufb1e-\ufe2f]{200}/

/** Whether combining marks are piled up as in no text: putting such a pile into order takes the square of its height. */
export function hasPile(text: string): boolean {
  return MAY_BE_PILE.test(text) && PILE.test(text)
}

/** A text in NFC; one with piles of combining marks as it is. */
export function composed(text: string): string {
  return hasPile(text) ? text : text.normalize('NFC')
}
