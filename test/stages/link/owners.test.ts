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
})
