import { describe, expect, test } from 'vitest'
import { articleOf, extract } from '../../../src/index.ts'
import { goal, read, told } from './reading.ts'

describe('what makes a number a goal', () => {
  test('a header without words of its own goes on with what stands before it', async () => {
    const items = ['- Huyện Tam Đường: 65% số hộ dùng nước sạch;', '- Huyện Sìn Hồ: 60% số hộ dùng nước sạch.']
    expect(await read('Đến năm 2030, tỉnh phấn đấu có 70% số hộ dùng nước sạch. Cụ thể như sau:', ...items)).toMatchObject({
      '65%': goal({ place: 'other:Huyện Tam Đường', deadline: '2030' }),
      '60%': goal({ place: 'other:Huyện Sìn Hồ', deadline: '2030' })
    })
    expect(await read('Năm 2023 có 58% số hộ dùng nước sạch. Cụ thể như sau:', ...items)).toMatchObject({ '65%': told('result') })
  })

  test('a header that gives orientations makes goals of its items', async () => {
    const items = ['Trường công lập chiếm khoảng 70% quy mô đào tạo.', 'Trường tư thục chiếm khoảng 30% quy mô đào tạo.']
    expect(await read('Theo quy hoạch, mạng lưới trường nghề được sắp xếp với định hướng cụ thể:', ...items)).toMatchObject({
      '70%': goal(),
      '30%': goal()
    })
    expect(await read('Mạng lưới trường nghề được khảo sát, kết quả cụ thể:', ...items)).toMatchObject({ '70%': told('current') })
  })

  test('what a plan expects is its goal, what others expect a forecast', async () => {
    expect(await read('Theo định hướng quốc gia, đến năm 2030, kinh tế số dự kiến chiếm 30% GDP.')).toMatchObject({ '30%': goal() })
    expect(await read('Các chuyên gia cho rằng đến năm 2030, kinh tế số dự kiến chiếm 30% GDP.')).toMatchObject({
      '30%': told('forecast')
    })
  })

  test('shares of one sentence are expected together', async () => {
    expect(await read('Ước đến cuối năm 2024, nợ công khoảng 39% GDP; nợ Chính phủ khoảng 36% GDP.')).toMatchObject({
      '36%': { ...told('forecast'), indicator: { text: 'nợ Chính phủ' } }
    })
  })

  test('what was done of a plan is no plan', async () => {
    expect(await read('Nguồn vốn được giao là 5.700 tỷ đồng, đạt 2,2% kế hoạch.')).toMatchObject({ '2,2%': told('result') })
    expect(await read('Kết quả còn thấp so với kế hoạch (đạt khoảng 19%).')).toMatchObject({ '19%': told('result') })
    expect(await read('Thu ngân sách 4 tháng đạt 33% so với kế hoạch năm 2024 là 2.300 tỷ đồng.')).toMatchObject({
      '33%': told('result'),
      '2.300 tỷ đồng': goal({ deadline: '2024' })
    })
  })

  test('what is reached in a time to come is planned', async () => {
    expect(await read('Chiến lược dầu khí', 'Sản lượng khai thác khí giai đoạn 2026 - 2030 đạt 15 tỷ m3/năm.')).toMatchObject({
      '15 tỷ m3/năm': goal({ deadline: '2026/2030' })
    })
    expect(await read('Sản lượng khai thác khí giai đoạn 2016 - 2020 đạt 15 tỷ m3/năm.')).toEqual({})
  })

  test('rates of law and support are no goals, whatever year they hold from', async () => {
    const tax = 'Bộ Tài chính đề xuất tăng thuế tiêu thụ đặc biệt với rượu lên 70% vào năm 2026.'
    expect(await read(`${tax} Đối với bia sẽ tăng lên 65% vào năm 2026.`)).toMatchObject({ '70%': told('other'), '65%': told('other') })
    expect(await read('Hỗ trợ tối đa 50% chi phí lãi vay cho hợp tác xã đến năm 2028.')).toMatchObject({ '50%': told('other') })
    expect(await read('Phấn đấu đến năm 2028 hỗ trợ 50% hợp tác xã vay vốn.')).toMatchObject({ '50%': goal() })
  })

  test('needs, thresholds, sizes of ships and what lenders promise are no goals', async () => {
    expect(await read('Tổng nhu cầu vốn đầu tư giai đoạn 2026-2030 khoảng 508 tỷ đồng.')).toEqual({})
    expect(await read('Giai đoạn 2026-2030, tỉnh phấn đấu huy động 508 tỷ đồng vốn đầu tư.')).toMatchObject({ '508 tỷ đồng': goal() })
    expect(await read('Cảng sẽ được nạo vét để đón tàu đến 10.000 tấn vào năm 2027.')).toEqual({})
    expect(await read('Cảng phấn đấu đến năm 2027 thông qua 10.000 tấn hàng hóa.')).toMatchObject({ '10.000 tấn': goal() })
    expect(await read('Các ngân hàng đã cam kết cấp tín dụng cho 15 dự án với số tiền 7.000 tỷ đồng.')).toEqual({})
    expect(await read('Tỉnh cam kết đến năm 2030 xây dựng 15 dự án nhà ở xã hội.')).toMatchObject({ '15 dự án': goal() })
  })
})

test('a number alone is another document’s where another branch of the state is said to have issued it', async () => {
  const numbers = async (...paragraphs: readonly string[]) =>
    extract(await articleOf({ text: paragraphs.join('\n') })).records.flatMap(r => (r.kind === 'document' ? [r.number] : []))
  const full = 'Tỉnh triển khai Nghị quyết số 14-NQ/TW của Bộ Chính trị.'
  expect(await numbers(full, 'Nghị quyết số 14 của Quốc hội về đô thị được nhắc lại.')).toEqual(['14-NQ/TW', '14'])
  expect(await numbers(full, 'Nghị quyết số 14 của Trung ương Đảng được nhắc lại.')).toEqual(['14-NQ/TW'])
  const decree = 'Nghị định số 61/2019/NĐ-CP được sửa đổi.'
  expect(await numbers(decree, 'Nghị định 61/2022 ngày 5/8/2022 có hiệu lực.')).toEqual(['61/2019/NĐ-CP', '61/2022'])
})

test('a rank among others is of what the statement before it is of; each part of a list has its own', async () => {
  const ranks = async (text: string) =>
    extract(await articleOf({ text })).records.flatMap(r =>
      r.kind === 'rank_goal' ? [{ of: (r.subject as { text: string }).text, scope: r.scope }] : []
    )
  expect(
    await ranks('Đến năm 2030, trình độ đóng tàu đạt mức tiên tiến ở nhiều khâu, thuộc nhóm dẫn đầu trong các nước đang phát triển.')
  ).toEqual([{ of: 'trình độ đóng tàu', scope: 'other:các nước đang phát triển' }])
  expect(
    new Set(
      await ranks('Đến năm 2030, tỉnh thuộc nhóm dẫn đầu các tỉnh Tây Nguyên về an toàn, an ninh mạng, nuôi ong và bảo vệ rừng đặc dụng.')
    )
  ).toEqual(new Set(['an toàn, an ninh mạng', 'nuôi ong', 'bảo vệ rừng đặc dụng'].map(of => ({ of, scope: 'region:Tây Nguyên' }))))
  expect(await ranks('Đến năm 2030, tỉnh thuộc nhóm dẫn đầu cả nước về nghiên cứu và ứng dụng công nghệ gen.')).toEqual([
    { of: 'nghiên cứu và ứng dụng công nghệ gen', scope: 'national' }
  ])
})

describe('what else is no goal', () => {
  test('what a means helps to save, what is denied, what is needed, what a met aim came with', async () => {
    expect(await read('Công nghệ này giúp tiết kiệm 15% chi phí đến năm 2030.')).toMatchObject({ '15%': told('other') })
    expect(await read('Phấn đấu đến năm 2030 giúp giảm 15% số hộ nghèo.')).toMatchObject({ '15%': goal() })
    expect(await read('Vốn vay phải lên tới 40% vào năm 2026, không phải 20% như trước.')).toMatchObject({ '20%': told('other') })
    expect(await read('Cục đã đạt được chỉ tiêu nêu trên, với tỷ lệ luồng đỏ giảm còn 3,4%.')).toMatchObject({ '3,4%': told('result') })
    expect(await read('Tỉnh đã có 76% trạm đạt chuẩn, vượt chỉ tiêu là 67%. Gần 800 người dân được khám tại cơ sở.')).not.toHaveProperty(
      '800 người dân'
    )
  })

  test('a year alone in brackets is when, past or to come', async () => {
    expect(await read('Mục tiêu tỷ lệ che phủ rừng đạt 45% (2030), 50% (năm 2045).')).toMatchObject({
      '45%': goal({ deadline: '2030' }),
      '50%': goal({ deadline: '2045' })
    })
    expect(await read('Tỷ lệ hộ dùng nước sạch tăng từ 30% (2015) lên 70% (2020).')).toMatchObject({ '70%': told('result') })
  })
})

describe('which document sets a goal', () => {
  const approved = 'Thủ tướng ký Quyết định số 512/QĐ-TTg phê duyệt quy hoạch vùng Tây Nguyên thời kỳ 2021-2030.'

  test('the plan for an area sets what that area strives for; a province sets its own', async () => {
    const area = 'Theo đó, Tây Nguyên phấn đấu đến năm 2030 tỷ lệ đô thị hóa đạt 38%.'
    expect(await read(`${approved} ${area}`)).toMatchObject({ '38%': goal({ document_number: '512/QĐ-TTg', place: 'other:Tây Nguyên' }) })
    expect(await read(approved, 'Đến năm 2030, Lâm Đồng phấn đấu tỷ lệ đô thị hóa đạt 38%.')).toMatchObject({
      '38%': goal({ document_number: null, place: 'lam_dong' })
    })
  })

  test('a plan that was approved elsewhere is still the province’s own', async () => {
    const own = 'Quy hoạch tỉnh Lai Châu được phê duyệt tại Quyết định số 512/QĐ-TTg.'
    expect(await read(own, 'Đến năm 2030, Lai Châu phấn đấu tỷ lệ đô thị hóa đạt 38%.')).toMatchObject({
      '38%': goal({ document_number: '512/QĐ-TTg' })
    })
  })

  test('a scheme that is told of sets what follows; a speaker alone does not', async () => {
    const opening = 'Hội nghị triển khai Quyết định số 512/QĐ-TTg phê duyệt Đề án phát triển chợ đến năm 2030.'
    const scheme = 'Theo bà Minh, đề án được xây dựng với mục tiêu nâng cao chất lượng chợ.'
    expect(await read(opening, scheme, 'Cụ thể, phấn đấu đến năm 2030 có 90% chợ được nâng cấp.')).toMatchObject({
      '90%': goal({ document_number: '512/QĐ-TTg' })
    })
    expect(await read(opening, 'Theo bà Minh, phấn đấu đến năm 2030 có 90% chợ được nâng cấp.')).toMatchObject({
      '90%': goal({ document_number: null })
    })
  })

  test('what is laid down in a document is set by it', async () => {
    const laid = 'Lộ trình chuyển đổi xe buýt của cả nước được quy định rất cụ thể tại Quyết định số 512/QĐ-TTg.'
    expect(await read(`${laid} Mục tiêu đến năm 2030 có 70% xe buýt chạy điện.`)).toMatchObject({
      '70%': goal({ document_number: '512/QĐ-TTg' })
    })
  })

  test('a plan in small letters that its subject and its time name is another document', async () => {
    const before = 'Tỉnh ủy ban hành Nghị quyết số 09-NQ/TU năm 2021 đặt mục tiêu trồng 200 ha rừng.'
    expect(await read(before, 'Theo quy hoạch sử dụng đất đến năm 2030, diện tích đất lúa còn 16.800 ha.')).toMatchObject({
      '16.800 ha': goal({ document_number: null })
    })
  })

  test('a company’s figures are its own, those of an industry the plan’s', async () => {
    const before = ['Tổng công ty Sông Mơ lãi 90 tỷ đồng.', 'Thủ tướng ký Quyết định số 512/QĐ-TTg phê duyệt chiến lược phần mềm.']
    expect(await read(...before, 'Đến năm 2030, doanh thu công nghiệp phần mềm đạt 25 tỷ USD.')).toMatchObject({
      '25 tỷ USD': goal({ document_number: '512/QĐ-TTg', place: 'vn' })
    })
    expect(await read(...before, 'Tổng công ty Sông Mơ đặt mục tiêu lợi nhuận 25 tỷ đồng đến năm 2030.')).toMatchObject({
      '25 tỷ đồng': goal({ document_number: null })
    })
  })
})

describe('when a goal is due and whose it is', () => {
  test('a company right before the goal word has it, also where the country ends its name', async () => {
    expect(await read('Tổng công ty Đường sắt Việt Nam đặt mục tiêu đến năm 2030 vận chuyển 7 triệu lượt khách.')).toMatchObject({
      '7 triệu lượt khách': goal({ place: 'other:Đường sắt Việt Nam' })
    })
    expect(await read('Việt Nam đặt mục tiêu đến năm 2030 đón 7 triệu lượt khách.')).toMatchObject({
      '7 triệu lượt khách': goal({ place: 'vn' })
    })
  })

  test('the time of a pledge is no other goal’s', async () => {
    const next = 'Tỷ lệ che phủ rừng phấn đấu đạt 55%.'
    expect(await read('Việt Nam cam kết phát thải ròng bằng 0 vào năm 2050.', next)).toMatchObject({ '55%': goal({ deadline: null }) })
    expect(await read('Đến năm 2030, Quảng Ninh phấn đấu 70% xe buýt chạy điện.', next)).toMatchObject({
      '55%': goal({ deadline: '2030' })
    })
  })

  test('a measure set again for the next time is set for the same area', async () => {
    expect(
      await read('Mục tiêu đến năm 2025, xã Bản Bo đón 15.800 lượt khách du lịch.', 'Phấn đấu đến năm 2030 đón 27.000 lượt khách du lịch.')
    ).toMatchObject({ '27.000 lượt khách': goal({ place: 'other:xã Bản Bo', deadline: '2030' }) })
  })

  test('a place behind a number says whose it is where it owns or holds it', async () => {
    expect(await read('Phấn đấu đến năm 2030 có 623 xe buýt điện, gồm 423 xe tại Đà Nẵng và 200 xe tại Hà Nội.')).toMatchObject({
      '623 xe buýt': goal({ place: null, indicator: { text: 'xe buýt điện' } }),
      '423 xe': goal({ place: 'da_nang' }),
      '200 xe': goal({ place: 'ha_noi' })
    })
    const before = 'Đến năm 2030, Lai Châu phấn đấu tăng trưởng 9%.'
    expect(await read(before, 'Năng lượng tái tạo chiếm khoảng 12% GRDP của tỉnh vào năm 2030.')).toMatchObject({
      '12%': goal({ place: 'lai_chau' })
    })
  })

  test('who acts for the sake of a goal is whose goal it is', async () => {
    expect(await read('Để đạt mục tiêu tăng trưởng 9% năm 2025, tỉnh Lai Châu đang đẩy nhanh giải ngân.')).toMatchObject({
      '9%': goal({ place: 'lai_chau', deadline: '2025' })
    })
  })
})

describe('what leads a number', () => {
  const header = 'Mục tiêu đến năm 2030:'
  const items = ['- Xây dựng 12 trạm bơm;', '- 60% số hộ dùng nước sạch.']

  test('a heading without a number of its own keeps no list from its header, a numbered one begins another section', async () => {
    expect(await read(header, 'Về hạ tầng nông thôn', ...items)).toMatchObject({
      '12 trạm': goal({ deadline: '2030' }),
      '60%': goal({ deadline: '2030' })
    })
    expect(await read('Kế hoạch nước sạch', 'I. MỤC TIÊU ĐẾN NĂM 2030', 'Xây dựng 3 hồ chứa.', 'II. HIỆN TRẠNG', ...items)).toMatchObject({
      '60%': told('result')
    })
  })

  test('a header makes no goal of a count that prose only tells', async () => {
    expect(await read('Kế hoạch nước sạch', 'I. MỤC TIÊU ĐẾN NĂM 2030', 'Xây dựng 12 trạm bơm.', 'Rác dạt vào bờ hơn 40 tấn.')).toEqual({
      '12 trạm': expect.objectContaining(goal({ deadline: '2030' }))
    })
  })

  test('a count goes on with the goals before it whatever is told between', async () => {
    const between = 'Năm 2023, 37% số hộ dùng nước sạch.'
    const texts = ['Đến năm 2030, tỉnh phấn đấu 60% số hộ dùng nước sạch.', 'Xây dựng tối thiểu 12 trạm bơm.'] as const
    expect(await read(texts[0], texts[1])).toMatchObject({ '12 trạm': goal() })
    expect(await read(texts[0], between, 'Chuyện bên lề', texts[1])).toMatchObject({ '12 trạm': goal() })
    expect(await read(texts[1])).toEqual({})
  })

  test('only a share goes on with what the paragraph before says', async () => {
    const before = 'Đến năm 2030, tỉnh phấn đấu 60% số hộ dùng nước sạch.'
    expect(await read(before, 'Trong đó, tỷ lệ ở vùng cao đạt 40%.')).toMatchObject({ '40%': goal() })
    expect(Object.keys(await read(before, 'Trong đó, vùng cao có 40 bản, vùng thấp 25 bản.'))).toEqual(['60%'])
  })
})

describe('which document', () => {
  test('one that is named in passing first and then said to be adopted is what the article is about', async () => {
    const passing = 'Hội đồng nhân dân tỉnh Lai Châu vừa sửa đổi Nghị quyết số 07/2023/NQ-HĐND về nước sạch nông thôn.'
    const adopted = 'Trước đó, ngày 18/7/2023, HĐND tỉnh thông qua Nghị quyết số 07/2023/NQ-HĐND về nước sạch nông thôn.'
    const aim = 'Phấn đấu đến năm 2030 có 60% số hộ dùng nước sạch.'
    expect(await read(passing, adopted, 'Bà con mong có nước.', aim)).toMatchObject({ '60%': { document_number: '07/2023/NQ-HĐND' } })
  })

  test('two of one number are told apart by who issued them, and say so', async () => {
    const { records } = extract(
      await articleOf({
        text: 'Nghị quyết số 05-NQ/TU của Tỉnh ủy Bình Dương nói về nhà ở.\nNghị quyết số 05-NQ/TU của Tỉnh ủy Thái Nguyên nói về đô thị.',
        published: '2024-05-06'
      })
    )
    const documents = records.filter(r => r.kind === 'document') as unknown as {
      readonly place: string
      readonly evidence: { readonly number: { readonly source: string; readonly via: readonly { readonly quote: string }[] } }
    }[]
    expect(documents.map(d => d.place)).toEqual(['binh_duong', 'thai_nguyen'])
    for (const { evidence } of documents) {
      expect(evidence.number.source).toBe('carried')
      expect(evidence.number.via.map(v => v.quote)).toEqual(['Tỉnh ủy Bình Dương', 'Tỉnh ủy Thái Nguyên'])
    }
  })
})

describe('what is no goal beside goals', () => {
  test('what follows a plan that was met was reached, unless it is listed', async () => {
    const met = 'Năm 2023 ngành đạt và vượt các chỉ tiêu Quốc hội giao'
    expect(await read(`${met}, tỷ lệ thất nghiệp dưới 4%.`)).toMatchObject({ '4%': told('result') })
    expect(await read('Phấn đấu năm 2025 đạt và vượt các chỉ tiêu Quốc hội giao, tỷ lệ thất nghiệp dưới 4%.')).toMatchObject({
      '4%': goal()
    })
  })

  test('what a rule asks for under its conditions is no goal', async () => {
    const item = '- Có ít nhất 30% hồ sơ đúng hạn.'
    expect(await read('Đến năm 2030 cán bộ được xếp loại khi đáp ứng các điều kiện cụ thể sau:', item)).toMatchObject({
      '30%': told('other')
    })
    expect(await read('Mục tiêu đến năm 2030:', item)).toMatchObject({ '30%': goal() })
    expect(await read('Phấn đấu đến năm 2030 có 60% đạt chuẩn.', 'Tiêu chí 6.2. Ít nhất 30% giảng viên có công bố.')).toMatchObject({
      '30%': told('other')
    })
  })

  test('`1.2.` stands under `1.`', async () => {
    const items = ['1. Cán bộ phải đáp ứng các điều kiện sau:', '1.1. Có ít nhất 30% hồ sơ đúng hạn.', '1.2. Bảo đảm ít nhất 40% đúng hạn.']
    expect(await read('Phấn đấu đến năm 2030 có 60% đạt chuẩn.', ...items)).toMatchObject({ '30%': told('other'), '40%': told('other') })
  })

  test('a share that tells how things are goes on with no list', async () => {
    const before = 'Đến năm 2030, tỉnh phấn đấu 60% số hộ dùng nước sạch.'
    expect(await read(before, 'Hơn 70% thiết bị vẫn phải nhập khẩu.')).toMatchObject({ '70%': told('current') })
    expect(await read(before, '70% thiết bị được thay mới.')).toMatchObject({ '70%': goal() })
  })

  test('what is ensured is said behind the word, in its clause', async () => {
    expect(await read('Cùng với việc chi ngân sách đảm bảo cân đối, nợ công chiếm khoảng 36% GDP.')).toMatchObject({
      '36%': told('result')
    })
    expect(await read('Thu ngân sách năm qua của huyện chỉ đảm bảo được 30% số chi.')).toMatchObject({ '30%': told('result') })
    expect(await read('Các mục tiêu:', 'Các xã bảo đảm 90% số hộ có nước sạch.')).toMatchObject({ '90%': goal() })
  })

  test('money that is given, owed or still to be found is no goal, nor is what it consists of', async () => {
    expect(await read('Trong năm 2025 có 110 tỷ đồng hỗ trợ xây dựng nông thôn mới (Bản Bo 20 tỷ đồng, Bản Giang 90 tỷ đồng).')).toEqual({})
    expect(await read('Đến năm 2030, thành phố cần số vốn 86 tỷ đồng.')).toEqual({})
    expect(await read('Đến năm 2030, thành phố phấn đấu thu 86 tỷ đồng.')).toMatchObject({ '86 tỷ đồng': goal() })
  })

  test('how much a plan was passed by, and what is a share of a plan, are no goals', async () => {
    expect(await read('Thu ngân sách đạt 2 tỷ đồng, vượt dự toán khoảng 300 triệu đồng.')).toEqual({})
    expect(await read('Kim ngạch xuất khẩu năm nay đạt 2,6 tỷ USD, đạt 116% kế hoạch.')).toMatchObject({ '116%': told('result') })
  })

  test('which ones are meant is no goal', async () => {
    expect(await read('Đó là dự án có yêu cầu di dân từ 10.000 người trở lên, phải trình Quốc hội.')).toEqual({})
  })
})

describe('whose goal, by when', () => {
  test('other governments set their own', async () => {
    const before = 'Đến năm 2030, Lai Châu phấn đấu tăng trưởng 9%.'
    expect(await read(before, 'Chính phủ Thái Lan tuyên bố sẽ tăng tỷ trọng điện gió lên 25% vào năm 2030.')).toMatchObject({
      '25%': goal({ place: 'other:Thái Lan' })
    })
  })

  test('plans and pledges of the country are its own, wherever they are spoken of', async () => {
    const before = 'Đến năm 2030, Lai Châu phấn đấu tăng trưởng 9%.'
    expect(await read(before, 'Quy hoạch điện VIII đặt mục tiêu năm 2030 điện gió chiếm 12%.')).toMatchObject({
      '12%': goal({ place: 'vn' })
    })
    expect(
      await read(before, 'Các nhà máy cùng thực hiện cam kết của Chính phủ tại COP26 về giảm phát thải 43% vào năm 2030.')
    ).toMatchObject({
      '43%': goal({ place: 'vn' })
    })
  })

  test('who assigns a quota is not whose goal it is', async () => {
    expect(
      await read(
        'Kế hoạch năm 2025',
        'Năm 2025, Cục Hải quan Lạng Sơn phấn đấu vượt chỉ tiêu được Bộ Tài chính và HĐND tỉnh Lạng Sơn giao là 3.450 tỷ đồng.'
      )
    ).toMatchObject({ '3.450 tỷ đồng': goal({ place: 'other:Cục Hải quan Lạng Sơn' }) })
  })

  test('what a foundation is laid for has not the time of the foundation', async () => {
    expect(await read('Năm 2025 phấn đấu tăng trưởng 8%, tạo nền tảng để tăng trưởng hai con số trong giai đoạn tới.')).toMatchObject({
      '8%': goal({ deadline: '2025' }),
      'hai con số': goal({ deadline: null })
    })
  })

  test('a measure that something is done for is aimed at', async () => {
    expect(await read('Kế hoạch năm 2025', 'Tỉnh tìm giải pháp đột phá để GRDP năm 2025 đạt tối thiểu 10,5%.')).toMatchObject({
      '10,5%': goal({ deadline: '2025', indicator: { text: 'GRDP' } })
    })
  })
})

describe('what is told among goals', () => {
  test('a plan that was met, with how much; the figure of the plan itself is a goal', async () => {
    expect(await read('Năm 2023 tỉnh đạt và vượt 14/15 chỉ tiêu đề ra, trong đó tăng trưởng GRDP đạt 8%.')).toMatchObject({
      '8%': told('result')
    })
    expect(await read('Năm 2024, tỉnh phấn đấu đạt và vượt 15/15 chỉ tiêu, trong đó tăng trưởng GRDP đạt 8%.')).toMatchObject({
      '8%': goal()
    })
    expect(await read('Dư nợ cho vay vượt kế hoạch với mức 252 tỷ đồng.')).toEqual({})
    expect(await read('Tỷ lệ hộ dùng ví điện tử đạt 6,8%, vượt xa mục tiêu 5% được đưa ra từ đầu năm.')).toMatchObject({ '5%': goal() })
  })

  test('what a rule waives or allows is none', async () => {
    const header = 'Mục tiêu đến năm 2030:'
    expect(await read(header, '- Giảm 30% tiền thuê đất cho doanh nghiệp nhỏ;')).toMatchObject({ '30%': told('other') })
    expect(await read(header, '- Cho phép doanh nghiệp trích tối đa 20% thu nhập tính thuế;')).toMatchObject({
      '20%': told('other')
    })
    expect(await read(header, '- Giảm 30% thời gian làm thủ tục thuế;')).toMatchObject({ '30%': goal() })
  })

  test('a word that only begins like one of telling tells nothing', async () => {
    const before = 'Đến năm 2030, tỉnh phấn đấu 60% số hộ dùng nước sạch.'
    expect(await read(before, '80% trạm bơm được hiện đại hóa.')).toMatchObject({ '80%': goal() })
    expect(await read(before, 'Tối thiểu 80% doanh nghiệp đang hoạt động dùng hóa đơn điện tử.')).toMatchObject({ '80%': goal() })
    expect(await read(before, '70% thiết bị nhập khẩu còn thiếu')).toMatchObject({ '70%': told('current') })
  })

  test('conditions are none, an aim set under conditions is one', async () => {
    const item = '- 95% số hộ dùng nước sạch;'
    expect(await read('Xã được công nhận khi đáp ứng các điều kiện sau:', item)).toMatchObject({ '95%': told('other') })
    expect(await read('Trong điều kiện mới, tỉnh đặt ra các mục tiêu sau:', item)).toMatchObject({ '95%': goal() })
    expect(await read('Tiêu chí 17. Môi trường: 95% số hộ dùng nước sạch.')).toMatchObject({ '95%': told('other') })
    expect(await read('Mục tiêu đến năm 2030:', '- Tiêu chí 17. Môi trường: 95% số hộ dùng nước sạch;')).toMatchObject({ '95%': goal() })
  })

  test('what is expected of a quota is no goal, what is expected beside an aim is', async () => {
    expect(await read('Năm 2024, Tuyên Quang được giao chỉ tiêu hoàn thành 146 căn nhà ở xã hội, dự kiến hoàn thành 104%.')).toMatchObject({
      '146 căn': goal(),
      '104%': told('forecast')
    })
    expect(await read('Đến tháng 4 tỉnh đã đạt mục tiêu là 211 tỷ đồng.')).toEqual({})
  })

  test('under results, a paragraph that sets a goal goes on with it', async () => {
    const header = 'Kết quả đạt được năm 2023:'
    const aim = 'Đến năm 2030, phấn đấu thị trường tăng trưởng 12%.'
    expect(await read(header, `${aim} Đồng thời, xe lắp ráp tăng trưởng bình quân là 14%.`)).toMatchObject({ '14%': goal() })
    expect(await read(header, 'Xe lắp ráp tăng trưởng bình quân là 14%.')).toMatchObject({ '14%': told('result') })
  })

  test('what goes on behind support is a goal of its own', async () => {
    expect(await read('Năm 2025 tỉnh phấn đấu chi gói hỗ trợ 51 tỷ đồng cho hộ nghèo, thu ngân sách đạt 900 tỷ đồng.')).toMatchObject({
      '900 tỷ đồng': goal({ indicator: { text: 'thu ngân sách' } })
    })
  })
})

describe('what stands beside', () => {
  test('a time at the end of a clause is that of all its numbers', async () => {
    expect(
      await read(
        'Kế hoạch năm 2025',
        'Bộ Xây dựng bảo đảm hoàn thành 3.000 km cao tốc và 1.000 km đường ven biển trong năm 2025; giữ vững chất lượng.'
      )
    ).toMatchObject({ '3.000 km': goal({ deadline: '2025' }), '1.000 km': goal({ deadline: '2025' }) })
    expect(await read('Phấn đấu đến năm 2030 tạo đà để kim ngạch xuất khẩu đạt 8 tỷ USD.')).toMatchObject({
      '8 tỷ USD': goal({ deadline: '2030' })
    })
  })

  test('what is compared with something is measured, not what it is compared with', async () => {
    expect(await read('- Mục tiêu: chi phí kho bãi so với tổng sản phẩm trong nước đến năm 2030 giảm xuống còn 9%.')).toMatchObject({
      '9%': goal({ indicator: { text: 'chi phí kho bãi so với tổng sản phẩm trong nước' } })
    })
    expect(
      await read('Phấn đấu đến năm 2030 lượng khí thải của các lò gốm so với kịch bản thông thường giảm xuống mức 12%, đến năm 2040 là 8%.')
    ).toMatchObject({ '12%': goal({ indicator: { text: 'lượng khí thải của các lò gốm' } }) })
  })

  test('who contributes is the subject of the sentence, or what its rate is of', async () => {
    expect(await read('Phấn đấu đến năm 2030, ngành muối thu hút 2 triệu lượt khách, đóng góp 6% GRDP.')).toMatchObject({
      '2 triệu lượt khách': goal({ indicator: { text: 'lượt khách' } }),
      '6%': goal({ indicator: { text: 'muối' }, unit: '% GRDP' })
    })
    expect(await read('Phấn đấu đến năm 2030 tốc độ tăng trưởng của kinh tế biển đạt 9%/năm; đóng góp 31% GDP.')).toMatchObject({
      '31%': goal({ indicator: { text: 'kinh tế biển' } })
    })
  })

  test("a plan's figure is of what is named before the plan", async () => {
    expect(await read('Năm 2024 phải bảo đảm tăng trưởng tín dụng vượt kế hoạch (14%).')).toMatchObject({
      '14%': goal({ indicator: { text: 'tăng trưởng tín dụng' }, value_kind: 'growth' })
    })
    expect(await read('Phấn đấu vượt 4% chỉ tiêu thu ngân sách năm 2025.')).toMatchObject({
      '4%': goal({ indicator: { text: 'thu ngân sách' } })
    })
  })

  test('a clause goes on with the measure that it announced', async () => {
    expect(await read('Mục tiêu đến năm 2030 là duy trì tỷ lệ phủ xanh ổn định từ 30% đến 32%.')).toMatchObject({
      '30% đến 32%': goal({ indicator: { text: 'tỷ lệ phủ xanh' } })
    })
    expect(await read('Tỷ lệ hộ dùng nước sạch sẽ tăng nhanh để đạt mục tiêu 85% vào năm 2030.')).toMatchObject({
      '85%': goal({ indicator: { text: 'Tỷ lệ hộ dùng nước sạch' } })
    })
  })

  test('one verb says what becomes of a whole list', async () => {
    expect(await read('Mục tiêu năm 2025 là giảm ít nhất 25% thời gian chờ, 35% chi phí đi lại.')).toMatchObject({
      '25%': goal({ value_kind: 'change' }),
      '35%': goal({ value_kind: 'change', direction: 'down' })
    })
    expect(await read('Mục tiêu năm 2025 là giảm 25% thời gian chờ, 100% hồ sơ được số hóa.')).toMatchObject({
      '100%': goal({ value_kind: 'level' })
    })
    expect(await read('Mục tiêu năm 2025 là kéo giảm số vụ cháy, số người chết do cháy từ 5-10%; bãi bỏ 40% giấy phép.')).toMatchObject({
      '5-10%': goal({ value_kind: 'change' }),
      '40%': goal({ value_kind: 'change', direction: 'down' })
    })
  })

  test('an economy grows in percent, and a share of it is none', async () => {
    expect(await read('Chính phủ đặt mục tiêu GDP năm 2025 tối thiểu 7%.')).toMatchObject({ '7%': goal({ value_kind: 'growth' }) })
    expect(await read('Phấn đấu đến năm 2030 kinh tế số chiếm 27% GDP.')).toMatchObject({ '27%': goal({ value_kind: 'level' }) })
  })

  test('a rate contributes nothing: the deed is measured, with who does it where that is said', async () => {
    expect(await read('Phấn đấu tốc độ tăng trưởng đạt 11%/năm; đóng góp 56% GDP.')).toMatchObject({
      '56%': goal({ indicator: { text: 'đóng góp' } })
    })
    expect(await read('Phấn đấu đến năm 2030 kinh tế số đóng góp vào GDP trên 31%.')).toMatchObject({
      '31%': goal({ indicator: { text: 'kinh tế số đóng góp vào GDP' } })
    })
  })

  test('who lends or gives has no goal here', async () => {
    expect(await read('Với vốn vay của Chính phủ Nhật Bản, đến năm 2030 phấn đấu 60% số hộ dùng nước sạch.')).toMatchObject({
      '60%': goal({ place: null })
    })
    expect(
      await read('Công ty Sao Mai đang lớn.', 'Chính phủ Nhật Bản góp vốn.', 'Năm 2025 phấn đấu lợi nhuận đạt 500 tỷ đồng.')
    ).toMatchObject({ '500 tỷ đồng': goal({ place: 'other:Sao Mai' }) })
    expect(
      await read('Kế hoạch trồng rừng', 'Đến năm 2030, đề án được duyệt, tỉnh Lai Châu giao các xã trồng mới 500 ha rừng.')
    ).toMatchObject({
      '500 ha': goal({ place: 'lai_chau' })
    })
  })

  test('a body of the state that does something, or sets an aim, is whose goal it is', async () => {
    const before = 'Nghệ An phấn đấu đến năm 2030 có 60% số hộ dùng nước sạch.'
    expect(await read(before, 'Bộ Quốc phòng khởi công 252 căn nhà trong năm 2025.')).toMatchObject({ '252 căn': goal({ place: 'vn' }) })
    expect(
      await read(before, 'Cục Đường bộ Việt Nam đặt ra chỉ tiêu năm 2025.', 'Cụ thể, phấn đấu giải ngân 100% vốn bảo trì.')
    ).toMatchObject({ '100%': goal({ place: 'vn' }) })
  })

  test('a ministry sets what its own decision sets, and else what no other decree does', async () => {
    const sets = 'Bộ Công Thương cũng đã đặt mục tiêu đến năm 2030, tỷ lệ xe điện chiếm 18%.'
    expect(await read('Chính phủ vừa ban hành Nghị định 51/2024/NĐ-CP về lệ phí trước bạ.', sets)).toMatchObject({
      '18%': goal({ document_number: null })
    })
    expect(await read('Bộ Công Thương vừa ban hành Quyết định số 2685/QĐ-BCT về xe điện.', sets)).toMatchObject({
      '18%': goal({ document_number: '2685/QĐ-BCT' })
    })
  })

  test('a line that ends in a verb of change goes on in the next', async () => {
    expect(await read('Tỉnh Lai Châu phấn đấu đưa tỷ lệ hộ nghèo đến năm 2030 giảm xuống', '5% số hộ.')).toMatchObject({
      '5%': goal({ place: 'lai_chau', deadline: '2030' })
    })
  })
})
