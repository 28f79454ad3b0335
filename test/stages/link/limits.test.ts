import { describe, expect, test } from 'vitest'
import { articleOf, extract } from '../../../src/index.ts'
import { read } from './reading.ts'

interface Read {
  readonly indicator: { readonly id: string | null; readonly text: string } | null
  readonly qualifier: string | null
  readonly unit: string | null
  readonly low: number
  readonly evidence: Readonly<Record<string, { readonly rule: string; readonly quote: string } | undefined>>
}

/** The only number that is read of a text published on 2024-05-06. */
async function number(text: string): Promise<Read> {
  const { records } = extract(await articleOf({ text: `Tin kinh tế\n\n${text}`, published: '2024-05-06' }))
  const read = records.filter(r => r.kind === 'target' || r.kind === 'observation') as unknown as Read[]
  expect(read).toHaveLength(1)
  return read[0] as Read
}

describe('what a number is limited to', () => {
  test.each([
    ['Đến năm 2030, cả nước phấn đấu tỷ lệ điện tái tạo (trừ thủy điện) đạt 31%.', '(trừ thủy điện)'],
    ['Đến năm 2030, tỉnh phấn đấu tỷ lệ rác tái chế, không kể rác xây dựng, đạt 41%.', 'không kể rác xây dựng'],
    ['Đến năm 2026, huyện phấn đấu 91% hồ sơ được xử lý trên mạng (trừ hồ sơ mật).', '(trừ hồ sơ mật)'],
    ['Đến năm 2026, tỉnh phấn đấu thu ngân sách (chưa bao gồm tiền bán nhà và đất) đạt 700 tỷ đồng.', '(chưa bao gồm tiền bán nhà và đất)'],
    ['Đến năm 2026, tỉnh phấn đấu dư nợ (đã tính cả nợ của hợp tác xã) đạt 800 tỷ đồng.', '(đã tính cả nợ của hợp tác xã)']
  ])('%s', async (text, limit) => {
    const { qualifier, evidence } = await number(text)
    expect(qualifier).toBe(limit)
    expect(evidence['qualifier']).toMatchObject({ quote: limit, rule: 'indicator/limit' })
  })

  test.each([
    'Đến năm 2030, tỉnh phấn đấu tỷ lệ rác tái chế đạt 41%. Việc này không bao gồm huyện đảo.',
    'Đến năm 2030, tỉnh phấn đấu tỷ lệ rác tái chế đạt 41%, mức cao nhất vùng trong nhiều năm qua, kể cả so với thành phố.'
  ])('is said beside it: %s', async text => {
    expect((await number(text)).qualifier).toBeNull()
  })
})

test('what an earlier number is limited to holds for one that goes on with it', async () => {
  const text = 'Cả nước phấn đấu tỷ lệ điện tái tạo (không bao gồm thủy điện) đạt 31% vào năm 2030 và 74% vào năm 2050.'
  const records = Object.values(await read(text)) as Read[]
  expect(records.map(r => [r.low, r.qualifier])).toEqual([
    [31, '(không bao gồm thủy điện)'],
    [74, '(không bao gồm thủy điện)']
  ])
})

describe('whose measure it is', () => {
  test.each([
    ['Ngành gốm sứ Việt Nam đặt mục tiêu kim ngạch xuất khẩu năm 2026 đạt 3 tỷ USD.', 'Ngành gốm sứ', null],
    ['Đến năm 2030, ngành gốm sứ Việt Nam phấn đấu tăng trưởng bình quân 7%/năm.', 'ngành gốm sứ', null],
    ['Toàn ngành chế biến gỗ tỉnh Hà Giang đặt mục tiêu doanh thu năm 2026 đạt 90 tỷ đồng.', 'ngành chế biến gỗ', null]
  ])('a sector: %s', async (text, sector, id) => {
    const { qualifier, evidence, indicator } = await number(text)
    expect([qualifier, indicator?.id]).toEqual([sector, id])
    expect(evidence['qualifier']).toMatchObject({ quote: sector, rule: 'indicator/sector' })
  })

  test.each([
    'Ngành công thương đặt mục tiêu kim ngạch xuất khẩu năm 2026 đạt 450 tỷ USD.',
    'Các ngành đặt mục tiêu tăng trưởng năm 2026 đạt 8%.',
    'Ngành gốm sứ đặt mục tiêu góp phần để kinh tế cả nước tăng trưởng 8% năm 2026.',
    'Đến năm 2026, ngành gốm sứ đặt mục tiêu giảm tỷ lệ lao động thủ công còn 20%.'
  ])('none: %s', async text => {
    expect((await number(text)).qualifier).toBeNull()
  })
})

describe('a count of so many people', () => {
  test.each([
    ['Đến năm 2026, tỉnh phấn đấu đạt 16 bác sĩ trên 10.000 dân.', 16, 'bác sĩ/10.000 dân'],
    ['Đến năm 2030, tỉnh phấn đấu đạt 13 người trên một vạn dân.', 13, 'người/một vạn dân'],
    ['Đến năm 2030, tỉnh phấn đấu số giường bệnh trên 10.000 dân đạt 36 giường.', 36, 'giường/10.000 dân'],
    ['Đến năm 2030, tỉnh phấn đấu đạt 16 bác sĩ cho các trạm y tế.', 16, 'bác sĩ']
  ])('%s', async (text, low, unit) => {
    expect(await number(text)).toMatchObject({ low, unit })
  })
})

describe('growth', () => {
  test.each([
    ['tăng trưởng GDP', 'gdp_growth'],
    ['tốc độ tăng trưởng kinh tế bình quân', 'gdp_growth'],
    ['tăng trưởng điện thương phẩm', null],
    ['tăng trưởng nhập khẩu', null],
    ['tăng trưởng GDP toàn cầu', null],
    ['GDP ngành lâm nghiệp tăng trưởng', null]
  ])('%s is that of %s', async (text, id) => {
    expect((await number(`Năm 2025, cả nước phấn đấu ${text} đạt 7%.`)).indicator?.id ?? null).toBe(id)
  })

  test.each([
    ['Giai đoạn 2026-2030, ngành gốm sứ phấn đấu giữ mức tăng trưởng 7%/năm.', null],
    ['Năm 2026, Ngân hàng Nhà nước giao tín dụng toàn hệ thống tăng trưởng đạt 14%.', null],
    ['Năm 2026, tập trung thúc đẩy tăng trưởng tín dụng, góp phần thực hiện mục tiêu tăng trưởng 8%.', 'gdp_growth'],
    ['Năm 2026, nước công nghiệp hiện đại là đích đến, phấn đấu đạt mức tăng trưởng 8%.', 'gdp_growth'],
    ['Năm 2026, dịch vụ phải dẫn dắt để phấn đấu tăng trưởng hai con số.', 'gdp_growth']
  ])('what grows is said in its sentence: %s', async (text, id) => {
    expect((await number(`Tại hội nghị cả nước, Thủ tướng phát biểu. ${text}`)).indicator?.id ?? null).toBe(id)
  })

  test('goes on in another time', async () => {
    const text =
      'Cả nước phấn đấu giai đoạn 2026-2030 tăng trưởng nhập khẩu bình quân 8%/năm; giai đoạn 2031-2035 tăng trưởng bình quân 6%/năm.'
    const records = Object.values(await read(text)) as Read[]
    expect(records.map(r => [r.low, r.indicator?.text, r.indicator?.id, r.evidence['indicator']?.rule])).toEqual([
      [8, 'tăng trưởng nhập khẩu', null, expect.any(String)],
      [6, 'tăng trưởng nhập khẩu', null, 'indicator/elided']
    ])
  })
})

describe('what an id of the catalogue stands for', () => {
  test.each([
    ['Đến năm 2030, cả nước phấn đấu có 2 triệu doanh nghiệp hoạt động trong nền kinh tế.', 'enterprises_count'],
    ['Đến năm 2030, cả nước phấn đấu có ít nhất 100 doanh nghiệp thiết kế.', null],
    ['Đến năm 2030, cả nước phấn đấu có 300 dự án của doanh nghiệp.', null],
    ['Đến năm 2030, tỉnh phấn đấu có 31 xã đạt chuẩn nông thôn mới.', 'new_rural_communes'],
    ['Đến năm 2030, tỉnh phấn đấu có 3 huyện đạt chuẩn nông thôn mới.', null],
    ['Đến năm 2030, tỉnh phấn đấu đạt 16 bác sĩ trên 10.000 dân.', 'doctors_rate'],
    ['Đến năm 2030, tỉnh phấn đấu mỗi trạm y tế có 4 bác sĩ.', null],
    ['Đến năm 2030, cả nước phấn đấu công nghiệp - xây dựng chiếm 41%.', 'sector_structure'],
    ['Đến năm 2030, ngân hàng phấn đấu tỷ trọng thu nhập từ phí dịch vụ đạt 17%.', null],
    ['Đến năm 2030, tỷ trọng khu vực dịch vụ trong GRDP đạt 51%.', 'sector_structure'],
    ['Đến năm 2030, cả nước phấn đấu mức tăng cao nhất là của công nghiệp và xây dựng khoảng 11%/năm.', null],
    ['Đến năm 2030, tỉnh phấn đấu kinh tế tập thể đóng góp 35% tổng thu ngân sách nhà nước.', null]
  ])('%s', async (text, id) => {
    expect((await number(text)).indicator?.id ?? null).toBe(id)
  })
})
