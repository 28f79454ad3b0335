/** Syllable ends by where they carry the tone: `[old, new]`. */
export const TONE_MARKS: readonly (readonly [string, string])[] =
  'òa oà|óa oá|ỏa oả|õa oã|ọa oạ|òe oè|óe oé|ỏe oẻ|õe oẽ|ọe oẹ|ùy uỳ|úy uý|ủy uỷ|ũy uỹ|ụy uỵ|Ủy Uỷ|Úy Uý|ỦY UỶ|HÓA HOÁ|HÒA HOÀ'
    .split('|')
    .map(pair => pair.split(' ') as [string, string])
