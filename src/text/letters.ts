/**
 * Insides of character classes for case-sensitive patterns. A range such as `À-Ỹ` would not do: in Unicode the capital
 * and small letters of Vietnamese stand mixed.
 */
const VOWELS = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ'

/** Small letters of Vietnamese text. */
export const LOWER = `a-z${VOWELS}`
/** Capital letters of Vietnamese text. */
export const UPPER = `A-Z${VOWELS.toUpperCase()}`
/** Letters of Vietnamese text. */
export const LETTER = `${LOWER}${UPPER}`
