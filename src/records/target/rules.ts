import type { GrammarRule } from '../../model/rule.ts'

/**
 * How a number is said of an indicator. Slots: `value`, `indicator`, `baseline`; `after` is a number said before of the
 * same indicator. Tags: mentions (#Quantity, #Percent, #Amount, #Count, #Date, #Place, #Document …) and closed-class words
 * (`mentions/cue/lexicon.ts`); any other word is a #Noun. The first rule in this order that fits a number reads it.
 */
const NP = '[<indicator>#Noun (#Noun|#Of|#And|#Have|#Dash|#Slash|#Other|#Quote){0,40}]'
/** An indicator phrase that begins with its head (`tỷ lệ`, `tổng số`) may run over commas. */
const HEADED = '[<indicator>#Head (#Noun|#Of|#And|#Have|#Dash|#Comma|#Slash|#Document){0,40}]'
/** Behind a share or count: all that the number is said of, to the end of its clause. */
const BEHIND =
  '[<indicator>#Noun (#Noun|#Of|#And|#Have|#Place|#Issuer|#Adverb|#Rate|#Ensure|#Document|#Raise|#Dash|#Number|#Slash|#Other|#Quote){0,60}]'
/** What may stand between an indicator and its verb. */
const MID = '(#Adverb|#Rate|#Date|#Weak|#Ensure|#Goal|#Result|#Forecast){0,3} (#And #Date)? (#Adverb|#Rate|#Weak){0,2}'
const OF = '#Of? (#Place|#Issuer)?'

export const TARGET_RULES: readonly GrammarRule[] = [
  {
    id: 'target/from-to',
    match: `${NP} ${OF} ${MID} (#Change|#Raise)? [<baseline>#From] (#Noun|#Date){0,6} #Comma? (#Level|đến|tới|thành) #Level? [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      {
        text: 'Nâng tỷ lệ lao động qua đào tạo từ 65% năm 2020 lên 75% vào năm 2025.',
        slots: { indicator: 'tỷ lệ lao động qua đào tạo', baseline: 'từ 65%', value: '75%' }
      },
      { text: 'tỷ lệ hộ nghèo giảm từ 9,5% xuống 4%', slots: { indicator: 'tỷ lệ hộ nghèo', baseline: 'từ 9,5%', value: '4%' } }
    ],
    counterexamples: ['doanh thu tăng 5%']
  },
  {
    id: 'target/in-brackets',
    match: '[<after>#Quantity] #Noun{0,8} #Open (#Adverb|#Rate|#Forecast|#Change|#Reach){0,3} [<value>#Quantity]',
    yields: { link: 'after' },
    examples: [{ text: 'doanh thu 869 tỷ đồng (tăng 14%)', slots: { after: '869 tỷ đồng', value: '14%' } }],
    counterexamples: ['doanh thu 869 tỷ đồng, tăng 14%']
  },
  {
    id: 'target/change-in-respect',
    match: `(#Change|tăng trưởng) #Rate? #Adverb? [<value>#Percent] về ${BEHIND}`,
    yields: { kind: 'change' },
    examples: [{ text: 'phấn đấu tăng bình quân 8 – 9% về tấn hàng hóa;', slots: { value: '8 - 9%', indicator: 'tấn hàng hóa' } }],
    counterexamples: ['tăng 8% về cuối năm']
  },
  {
    id: 'target/headed',
    match: `${HEADED} ${OF} ${MID} #Reach #Rate? #Adverb? [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      {
        text: 'tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt tối thiểu 10%',
        slots: { indicator: 'tỷ trọng kinh tế số trong từng ngành , lĩnh vực', value: 'tối thiểu 10%' }
      }
    ],
    counterexamples: ['kinh tế số chiếm 25%']
  },
  {
    id: 'target/reach-from-base',
    match: `${NP} ${OF} ${MID} #Reach #Rate? #Adverb? [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      { text: 'phấn đấu kinh tế số chiếm 25% GRDP', slots: { indicator: 'kinh tế số', value: '25%' } },
      { text: 'tỷ lệ đô thị hóa của tỉnh Lào Cai đạt trên 40%', slots: { indicator: 'tỷ lệ đô thị hóa của', value: 'trên 40%' } },
      { text: 'Đến năm 2025, giá trị của kinh tế số sẽ chiếm tối thiểu 20% GRDP', slots: { value: 'tối thiểu 20%' } },
      { text: 'tổng chiều dài metro lên khoảng 350 km', slots: { indicator: 'tổng chiều dài metro', value: 'khoảng 350 km' } }
    ],
    counterexamples: ['đạt 25% GRDP']
  },
  {
    id: 'target/completes',
    match: `${NP} ${OF} ${MID} (hoàn thành|giữ|giữ vững|duy trì|thực hiện|tiếp tục duy trì) (#Goal|#Reach|#Adverb)? [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      { text: 'Thu ngân sách phấn đấu giữ 100% dự toán', slots: { indicator: 'thu ngân sách', value: '100%' } },
      { text: 'thu nội địa giữ 14.180 tỷ đồng;', slots: { indicator: 'thu nội địa', value: '14.180 tỷ đồng' } }
    ],
    counterexamples: ['hoàn thành 100% dự toán']
  },
  {
    id: 'target/change',
    match: `${NP} ${OF} ${MID} #Change #Rate? #Adverb? [<value>#Quantity]`,
    yields: { kind: 'change' },
    examples: [
      { text: 'tỷ lệ hộ nghèo giảm 1-1,5%/năm', slots: { indicator: 'tỷ lệ hộ nghèo', value: '1-1,5%/năm' } },
      { text: 'GRDP tăng bình quân 8,5%/năm', slots: { indicator: 'grdp', value: '8,5%/năm' } }
    ],
    counterexamples: ['tăng 8,5% so với năm trước']
  },
  {
    id: 'target/change-of',
    match: `#Change [<value>#Quantity] ${BEHIND}`,
    yields: { kind: 'change' },
    examples: [{ text: 'cắt giảm ít nhất 20% số quy định;', slots: { value: 'ít nhất 20%', indicator: 'số quy định' } }],
    counterexamples: ['giảm 20%, đạt']
  },
  {
    id: 'target/change-in',
    match: '#Change [<indicator>#Noun+] #Date? [<value>#Quantity]',
    yields: { kind: 'change' },
    examples: [{ text: 'với mục tiêu giảm phát thải 10% vào năm 2030', slots: { indicator: 'phát thải', value: '10%' } }],
    counterexamples: ['giảm 10% phát thải']
  },
  {
    id: 'target/share-of',
    match: `[<value>#Percent] ${BEHIND}`,
    yields: { kind: 'level' },
    examples: [
      {
        text: 'Mục tiêu cơ bản đến năm 2025, 100% dịch vụ công trực tuyến mức độ 4; phấn đấu',
        slots: { value: '100%', indicator: 'dịch vụ công trực tuyến mức độ 4' }
      },
      {
        text: 'trên 90% hồ sơ của người dân được giải quyết đúng hạn',
        slots: { value: 'trên 90%', indicator: 'hồ sơ của người dân được giải quyết đúng hạn' }
      }
    ],
    counterexamples: ['đạt 25%.']
  },
  {
    id: 'target/share-having',
    match: `[<value>#Percent] (#Have|được) ${BEHIND}`,
    yields: { kind: 'level' },
    examples: [{ text: 'trong đó 30% có trình độ đại học.', slots: { value: '30%', indicator: 'trình độ đại học' } }],
    counterexamples: ['đạt 30% và có']
  },
  {
    id: 'target/count-of',
    match: `[<value>#Count] ${BEHIND}`,
    yields: { kind: 'level' },
    examples: [
      { text: 'có ít nhất 300 doanh nghiệp công nghệ số.', slots: { value: 'ít nhất 300', indicator: 'doanh nghiệp công nghệ số' } },
      { text: 'Xây dựng được 10 thương hiệu trí tuệ nhân tạo;', slots: { value: '10', indicator: 'thương hiệu trí tuệ nhân tạo' } }
    ],
    counterexamples: ['đạt 300 triệu đồng']
  },
  {
    id: 'target/amount-of',
    match: `[<value>#Amount] ${BEHIND}`,
    yields: { kind: 'level' },
    examples: [{ text: 'thu hút 800 triệu USD vốn FDI;', slots: { value: '800 triệu usd', indicator: 'vốn fdi' } }],
    counterexamples: ['đạt 800 triệu USD.']
  },
  {
    id: 'target/with',
    match: `${NP} ${OF} ${MID} [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      { text: 'doanh thu thuần 869 tỷ đồng', slots: { indicator: 'doanh thu thuần', value: '869 tỷ đồng' } },
      { text: 'với tổng chiều dài 183 km', slots: { indicator: 'tổng chiều dài', value: '183 km' } }
    ],
    counterexamples: ['869 tỷ đồng']
  },
  {
    id: 'target/colon',
    match: '[<indicator>#Noun+] #Colon (#Date|#Reach|#Adverb){0,2} [<value>#Quantity]',
    yields: { kind: 'level' },
    examples: [
      { text: 'Tỷ lệ đô thị hóa: 45%', slots: { indicator: 'tỷ lệ đô thị hóa', value: '45%' } },
      { text: 'Công suất cực đại: năm 2030 đạt 90 GW', slots: { indicator: 'công suất cực đại', value: '90 gw' } }
    ],
    counterexamples: ['gồm: 45% và']
  },
  {
    id: 'target/change-elided',
    match: '#Change #Rate? #Adverb? [<value>#Quantity]',
    yields: { kind: 'change', link: 'elided' },
    examples: [{ text: 'Năm 2025, phấn đấu tăng 10% so với', slots: { value: '10%' } }],
    counterexamples: ['đạt 10%']
  },
  {
    id: 'target/elided',
    match: '[<value>#Quantity]',
    yields: { kind: 'level', link: 'elided' },
    examples: [{ text: 'phấn đấu đạt 10%.', slots: { value: '10%' } }],
    counterexamples: ['phấn đấu đạt chuẩn']
  }
]
