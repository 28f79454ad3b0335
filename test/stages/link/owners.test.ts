import { describe, expect, test } from 'vitest'
import { goal, read } from './reading.ts'

describe('whose goal it is: bodies and regions', () => {
  test('an institution, an office, a zone named before the number in its sentence', async () => {
    expect(await read('Trường Đại học Sông Thao đặt mục tiêu 90% giảng viên có trình độ tiến sĩ.')).toMatchObject({
      '90%': goal({ place: 'other:Trường Đại học Sông Thao' })
    })
    expect(await read('Cục Hải quan Tây Nam Ninh được giao chỉ tiêu thu ngân sách 6.100 tỷ đồng.')).toMatchObject({
      '6.100 tỷ đồng': goal({ place: 'other:Cục Hải quan Tây Nam Ninh' })
    })
    expect(await read('Phấn đấu đưa cửa khẩu quốc tế Nậm Cắn đạt kim ngạch 500 triệu USD.')).toMatchObject({
      '500 triệu USD': goal({ place: 'other:cửa khẩu quốc tế Nậm Cắn' })
    })
  })

  test('a region, where a ministry or the government speaks of it', async () => {
    expect(await read('Chính phủ đặt mục tiêu tăng trưởng GRDP vùng Đông Nam Bộ đạt 8,5%.')).toMatchObject({
      '8,5%': goal({ place: 'other:vùng Đông Nam Bộ' })
    })
    expect(await read('Tỉnh Lai Châu phấn đấu thuộc nhóm dẫn đầu miền núi phía Bắc và đạt tăng trưởng 9%.')).toMatchObject({
      '9%': goal({ place: 'lai_chau' })
    })
  })

  test('what is measured of a country alone is the country’s, unless a sentence says whose it is', async () => {
    expect(
      await read('Tỉnh Lai Châu đón nhiều nhà đầu tư.', 'Với mục tiêu tăng trưởng GDP 8% năm 2026, doanh nghiệp kỳ vọng nhiều.')
    ).toMatchObject({
      '8%': goal({ place: 'vn' })
    })
    expect(await read('Nhật Bản đặt mục tiêu lạm phát 2% vào năm 2026.')).toMatchObject({ '2%': goal({ place: 'other:Nhật Bản' }) })
    expect(
      await read('Tỉnh Lai Châu đón nhiều nhà đầu tư.', 'Với mục tiêu tăng trưởng GRDP 8% năm 2026, doanh nghiệp kỳ vọng nhiều.')
    ).toMatchObject({
      '8%': goal({ place: 'lai_chau' })
    })
  })

  test('where a deputy is from is not whose goal it is', async () => {
    const places = { 'đoàn tỉnh Lai Châu': null, '(Đoàn ĐBQH Lai Châu)': null, 'Đoàn đại biểu Quốc hội thành phố Đà Nẵng': 'vn' }
    for (const [from, place] of Object.entries(places)) {
      const [found] = Object.values(await read(`Đại biểu Trần Văn Sông, ${from}, nhắc lại mục tiêu tỷ lệ hộ nghèo còn 4% vào năm 2026.`))
      expect(found, from).toMatchObject(goal({ place }))
    }
    expect(await read('Đại biểu Trần Văn Sông, đoàn tỉnh Lai Châu, nói tỉnh Điện Biên phấn đấu tỷ lệ hộ nghèo còn 4%.')).toMatchObject({
      '4%': goal({ place: 'dien_bien' })
    })
  })

  test('where something stands is not whose goal it is', async () => {
    expect(await read('Tỉnh Lai Châu phấn đấu có 12 bác sĩ tại Bệnh viện Sông Thao, tỷ lệ hộ nghèo còn 4%.')).toMatchObject({
      '4%': goal({ place: 'lai_chau' })
    })
  })

  test('the body that a text is about has its goals, where nobody else but the country is spoken of', async () => {
    const lead = 'Thủ tướng Chính phủ vừa phê duyệt Đề án phát triển Trường Đại học Sông Thao.'
    const again = 'Đại học Sông Thao đào tạo bác sĩ. Đại học Sông Thao có ba cơ sở.'
    expect(await read(lead, again, 'Mục tiêu đến năm 2030 là 90% giảng viên có trình độ tiến sĩ.')).toMatchObject({
      '90%': goal({ place: 'other:Trường Đại học Sông Thao' })
    })
    expect(await read(lead, 'Đề án có ba phần.', 'Mục tiêu đến năm 2030 của cả nước là 90% giảng viên có trình độ tiến sĩ.')).toMatchObject(
      {
        '90%': goal({ place: 'vn' })
      }
    )
  })

  test('a subject behind a time; the brackets behind a body tell where it is', async () => {
    expect(await read('Đến hết ngày 20/9, Cục Hải quan Tây Nam Ninh phấn đấu thu 6.100 tỷ đồng.')).toMatchObject({
      '6.100 tỷ đồng': goal({ place: 'other:Cục Hải quan Tây Nam Ninh' })
    })
    expect(await read('Cụm công nghiệp Sông Thao (huyện Thao Giang) phấn đấu tỷ lệ lấp đầy đạt 45%.')).toMatchObject({
      '45%': goal({ place: 'other:Cụm công nghiệp Sông Thao' })
    })
  })
})

describe('whose goal it is: companies', () => {
  const named = 'CTCP Đầu tư Thao Giang (mã TGX-HOSE) vừa họp cổ đông.'

  test('what its shares are called is the company, anywhere behind', async () => {
    expect(await read(`${named}\nTỉnh Lai Châu có nhiều dự án.\nNăm 2025, TGX đặt mục tiêu bán 1.200 căn hộ.`)).toMatchObject({
      '1.200 căn hộ': goal({ place: 'other:Thao Giang' })
    })
  })

  test('who begins a clause and does something has the goals in it, and in the next sentence', async () => {
    const text = 'TGX sẽ khởi công nhà máy ở Lai Châu. Mục tiêu đến năm 2026 là bán 1.200 căn hộ.'
    expect(await read(`${named}\n${text}`)).toMatchObject({
      '1.200 căn hộ': goal({ place: expect.stringMatching(/^(?:other:Thao Giang|lai_chau)$/) })
    })
    expect(await read(`${named}\nTGX đang tìm đất để đạt mục tiêu bán 1.200 căn hộ.`)).toMatchObject({
      '1.200 căn hộ': goal({ place: 'other:Thao Giang' })
    })
  })

  test('who only says something has no goals', async () => {
    const found = await read(`${named}\nTGX cho rằng Việt Nam sẽ đạt mục tiêu tăng trưởng 8%.`)
    expect(found).toMatchObject({ '8%': goal({ place: 'vn' }) })
  })

  test('whose the aim is, behind the number', async () => {
    const found = await read('Lạm phát vẫn cao hơn mục tiêu 2% của Cục Dự trữ Liên bang Mỹ (Fed).')
    expect(found).toMatchObject({ '2%': { place: 'other:Fed' } })
  })

  test('the company that a text is about, where nobody is spoken of', async () => {
    const about = 'TGX có ba nhà máy.\nCổ phiếu TGX tăng.\nDoanh số của TGX cũng tăng.'
    expect(await read(`${named}\n${about}\nMục tiêu đến năm 2026 là mở 120 cửa hàng.`)).toMatchObject({
      '120 cửa hàng': goal({ place: 'other:Thao Giang' })
    })
  })
})
