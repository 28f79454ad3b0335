import type { GrammarRule } from '../../model/rule.ts'

/**
 * How a number is said of an indicator. Slots: `value`, `indicator`, `baseline`; `after` is a number said before of the
 * same indicator. Tags: mentions (#Quantity, #Percent, #Amount, #Count, #Date, #Place, #Document …) and closed-class words
 * (`mentions/cue/lexicon.ts`); any other word is a #Noun. The first rule in this order that fits a number reads it.
 */
const NP = '[<indicator>(#Noun|#Other) (#Noun|#Of|#And|#Have|#Dash|#Other|#Quote){0,40}]'
/** An indicator phrase that begins with its head (`tỷ lệ`, `tổng số`) may run over commas. */
const HEADED = '[<indicator>#Head (#Noun|#Of|#And|#Have|#Dash|#Comma|#Document|#Rate|#Place){0,40}]'
/** Behind a share or count: all that the number is said of, to the end of its clause. */
const BEHIND =
  '[<indicator>(#Noun|#Named) (#Noun|#Of|#And|#Have|#Place|#Issuer|#Adverb|#Rate|#Ensure|#Document|#Raise|#Dash|#Number|#Other|#Quote){0,60}]'
/** What may stand between an indicator and its verb. */
const MID = '(#Adverb|#Rate|#Date|#Weak|#Ensure|#Goal|#Result|#Forecast){0,3} (#And #Date)? (#Adverb|#Rate|#Weak){0,2}'
const OF = '#Of? (#Place|#Issuer)?'

export const TARGET_RULES: readonly GrammarRule[] = [
  {
    id: 'target/headed-from-to',
    match: `${HEADED} ${OF} ${MID} (#Change|#Raise|#Level)? [<baseline>#From] (#Noun|#Date){0,6} #Comma? (#Level|đến|tới|thành) #Level? [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      {
        text: 'nâng tỷ lệ linh kiện Việt Nam trong chuỗi cung ứng từ 12% lên 31% vào năm 2032',
        slots: { indicator: 'tỷ lệ linh kiện việt nam trong chuỗi cung ứng', baseline: 'từ 12%', value: '31%' }
      }
    ],
    counterexamples: ['doanh thu tăng 5%', 'nâng độ che phủ từ cuối năm lên 40%']
  },
  {
    id: 'target/from-to',
    match: `${NP} ${OF} ${MID} (#Change|#Raise|#Level)? [<baseline>#From] (#Noun|#Date){0,6} #Comma? (#Level|đến|tới|thành) #Level? [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      {
        text: 'Nâng tỷ lệ trẻ mẫu giáo bán trú từ 58% năm 2020 lên 71% vào năm 2026.',
        slots: { indicator: 'tỷ lệ trẻ mẫu giáo bán trú', baseline: 'từ 58%', value: '71%' }
      },
      { text: 'tỷ lệ hộ nghèo giảm từ 9,5% xuống 4%', slots: { indicator: 'tỷ lệ hộ nghèo', baseline: 'từ 9,5%', value: '4%' } }
    ],
    counterexamples: ['doanh thu tăng 5%']
  },
  {
    id: 'target/in-brackets',
    match: '[<after>#Quantity] #Noun{0,8} #Open (#Adverb|#Rate|#Forecast|#Change|#Reach){0,3} [<value>#Quantity]',
    yields: { link: 'after' },
    examples: [{ text: 'doanh thu 740 tỷ đồng (tăng 17%)', slots: { after: '740 tỷ đồng', value: '17%' } }],
    counterexamples: ['doanh thu 740 tỷ đồng, tăng 17%']
  },
  {
    id: 'target/bracketed',
    match: `${NP} #Open (#Goal|#Forecast|#Date|#Reach|#Change|#Adverb){0,3} [<value>#Quantity] #Close`,
    yields: { kind: 'level' },
    examples: [
      { text: 'điện gió (18%), năng lượng mặt trời (14%)', slots: { indicator: 'năng lượng mặt trời', value: '14%' } },
      { text: 'mở rộng tín dụng (phấn đấu trên 16%)', slots: { value: 'trên 16%' } }
    ],
    counterexamples: ['đạt 740 tỷ đồng (17%)']
  },
  {
    id: 'target/change-in-respect',
    match: `(#Change|tăng trưởng) #Rate? #Adverb? [<value>#Percent] về ${BEHIND}`,
    yields: { kind: 'change' },
    examples: [{ text: 'phấn đấu tăng bình quân 6 – 7% về lượt xe buýt;', slots: { value: '6 - 7%', indicator: 'lượt xe buýt' } }],
    counterexamples: ['tăng 8% về cuối năm']
  },
  {
    id: 'target/headed',
    match: `${HEADED} ${OF} ${MID} #Reach #Rate? #Adverb? [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      {
        text: 'tỷ trọng kinh tế xanh trong từng xưởng, làng nghề đạt tối thiểu 12%',
        slots: { indicator: 'tỷ trọng kinh tế xanh trong từng xưởng , làng nghề', value: 'tối thiểu 12%' }
      }
    ],
    counterexamples: ['kinh tế số chiếm 27%']
  },
  {
    id: 'target/assigned',
    match: `${NP} #Date? được (#Issuer|#Subject) #Noun{0,4} #Assign #Noun{0,8} là #Adverb? [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      {
        text: 'sản lượng xăng tối thiểu năm 2026 được Bộ Công Thương phân giao cho các đầu mối là 31 triệu tấn',
        slots: { indicator: 'sản lượng xăng tối thiểu', value: '31 triệu tấn' }
      }
    ],
    counterexamples: ['được Bộ Công Thương giao 31 triệu tấn']
  },
  {
    id: 'target/reach-from-base',
    match: `${NP} ${OF} ${MID} (#Reach|#Exceed) #Rate? #Adverb? [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      { text: 'đưa quy mô thị trường vượt 40 tỷ USD', slots: { indicator: 'quy mô thị trường', value: '40 tỷ usd' } },
      { text: 'phấn đấu kinh tế số chiếm 27% GRDP', slots: { indicator: 'kinh tế số', value: '27%' } },
      { text: 'tỷ lệ đô thị hóa của tỉnh Lào Cai đạt trên 40%', slots: { indicator: 'tỷ lệ đô thị hóa của', value: 'trên 40%' } },
      { text: 'Đến năm 2026, giá trị của chăn nuôi sẽ chiếm tối thiểu 35% GRDP', slots: { value: 'tối thiểu 35%' } },
      { text: 'tổng chiều dài kè biển lên khoảng 42 km', slots: { indicator: 'tổng chiều dài kè biển', value: 'khoảng 42 km' } }
    ],
    counterexamples: ['đạt 27% GRDP']
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
      { text: 'tỷ lệ hộ nghèo giảm 0,8-1,3%/năm', slots: { indicator: 'tỷ lệ hộ nghèo', value: '0,8-1,3%/năm' } },
      { text: 'GRDP tăng bình quân 7,7%/năm', slots: { indicator: 'grdp', value: '7,7%/năm' } }
    ],
    counterexamples: ['tăng 7,7% so với năm trước']
  },
  {
    id: 'target/change-of',
    match: `#Change [<value>#Quantity] ${BEHIND}`,
    yields: { kind: 'change' },
    examples: [{ text: 'cắt giảm ít nhất 18% số cuộc họp;', slots: { value: 'ít nhất 18%', indicator: 'số cuộc họp' } }],
    counterexamples: ['giảm 18%, đạt']
  },
  {
    id: 'target/change-in',
    match: '#Change [<indicator>#Noun+] #Date? [<value>#Quantity]',
    yields: { kind: 'change' },
    examples: [{ text: 'với mục tiêu giảm thất thoát 13% vào năm 2031', slots: { indicator: 'thất thoát', value: '13%' } }],
    counterexamples: ['giảm 13% thất thoát']
  },
  {
    id: 'target/share-of',
    match: `[<value>#Percent] ${BEHIND}`,
    yields: { kind: 'level' },
    examples: [
      {
        text: 'Việc cần làm đến năm 2026, 92% tuyến phố có cây xanh; phấn đấu',
        slots: { value: '92%', indicator: 'tuyến phố có cây xanh' }
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
    examples: [{ text: 'trong đó 34% có chứng chỉ nghề.', slots: { value: '34%', indicator: 'chứng chỉ nghề' } }],
    counterexamples: ['đạt 34% và có']
  },
  {
    id: 'target/count-of',
    match: `[<value>#Count] ${BEHIND}`,
    yields: { kind: 'level' },
    examples: [
      { text: 'có ít nhất 140 doanh nghiệp chế biến gỗ.', slots: { value: 'ít nhất 140', indicator: 'doanh nghiệp chế biến gỗ' } },
      { text: 'Tạo được 7 thương hiệu gốm sứ mỹ nghệ;', slots: { value: '7', indicator: 'thương hiệu gốm sứ mỹ nghệ' } }
    ],
    counterexamples: ['đạt 300 triệu đồng']
  },
  {
    id: 'target/amount-of',
    match: `[<value>#Amount] ${BEHIND}`,
    yields: { kind: 'level' },
    examples: [{ text: 'thu hút 640 triệu USD vốn tư nhân;', slots: { value: '640 triệu usd', indicator: 'vốn tư nhân' } }],
    counterexamples: ['đạt 640 triệu USD.']
  },
  {
    id: 'target/with',
    match: `${NP} ${OF} ${MID} [<value>#Quantity]`,
    yields: { kind: 'level' },
    examples: [
      { text: 'doanh thu thuần 740 tỷ đồng', slots: { indicator: 'doanh thu thuần', value: '740 tỷ đồng' } },
      { text: 'với tổng chiều dài 67 km', slots: { indicator: 'tổng chiều dài', value: '67 km' } }
    ],
    counterexamples: ['740 tỷ đồng']
  },
  {
    id: 'target/done-with',
    match: '[<indicator>#Do (#Noun|#Of|#And|#Have|#Dash|#Adverb){1,30}] #Comma #Reach #Adverb? [<value>#Percent]',
    yields: { kind: 'level' },
    examples: [
      {
        text: 'phát triển các nguồn điện sạch, đạt tỷ lệ 30% vào năm 2030',
        slots: { indicator: 'phát triển các nguồn điện sạch', value: '30%' }
      }
    ],
    counterexamples: ['thu 5 tỷ đồng, đạt 30%']
  },
  {
    id: 'target/colon',
    match: '[<indicator>#Noun (#Noun|#Of|#And|#Have|#Dash){0,24}] #Colon (#Date|#Reach|#Adverb){0,2} [<value>#Quantity]',
    yields: { kind: 'level' },
    examples: [
      { text: 'Tỷ lệ đô thị hóa: 45%', slots: { indicator: 'tỷ lệ đô thị hóa', value: '45%' } },
      { text: 'Công suất hồ chứa: năm 2031 đạt 36 GW', slots: { indicator: 'công suất hồ chứa', value: '36 gw' } }
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
