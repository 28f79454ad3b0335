/**
 * The spelling of Vietnamese syllables: onset, rime, tone. Used to tell Vietnamese from other text and to find words
 * that were glued together. Source: the orthography of Quốc ngữ.
 */

const ONSETS = 'ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ')
const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc ue uê uêch uên uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ' +
    'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ' +
    // rimes behind qu and gi, whose letters are part of the onset
    'iê iêng yt ynh yn ych eo ưng oong'
  ).split(' ')
)
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const MODIFIERS = /[\u0302\u0306\u031b]/

/** Whether a lower-case NFC word is spelled as one Vietnamese syllable (with or without a tone). */
export function isSyllable(word: string): boolean {
  if (word.length > 7) return false
  const decomposed = word.normalize('NFD')
  const tones = decomposed.match(TONES)?.length ?? 0
  if (tones > 1) return false
  const base = (tones === 0 ? decomposed : decomposed.replace(TONES, '')).normalize('NFC')
  for (const onset of ONSETS) if (base.startsWith(onset) && RIMES.has(base.slice(onset.length))) return true
  if (base.startsWith('gi') && RIMES.has(base.slice(1))) return true
  return RIMES.has(base)
}

const STOPPED = /(?:p|t|c|ch)$/
const ACUTE_OR_DOT = /[\u0301\u0323]/

/** Whether a lower-case word is spelled as a syllable with a tone that it can have: behind `p`, `t`, `c`, `ch` only two of them. */
export function isSpelledAsSyllable(word: string): boolean {
  return isSyllable(word) && (!STOPPED.test(word) || ACUTE_OR_DOT.test(word.normalize('NFD')))
}

/** Whether a word has a letter that only Vietnamese uses among the languages of news: a tone mark or ă, â, đ, ê, ô, ơ, ư. */
export function hasVietnameseLetter(word: string): boolean {
  if (isAscii(word)) return false
  const decomposed = word.normalize('NFD')
  return /[đĐ]/.test(decomposed) || decomposed.search(TONES) >= 0 || MODIFIERS.test(decomposed)
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false
  return true
}
