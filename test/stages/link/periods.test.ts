import { describe, expect, test } from 'vitest'
import { goal, read, readOn, told } from './reading.ts'

describe('a day and its year', () => {
  test('a day said before within the year behind a number is when', async () => {
    expect(await read('Trước ngày 31/12/2024, hoàn thành 100% diện tích phải giải phóng mặt bằng năm 2024.')).toMatchObject({
      '100%': goal({ deadline: '2024-12-31' })
    })
    expect(await read('Đến năm 2030, phấn đấu đạt 90%, riêng năm 2024 đạt 70%.')).toMatchObject({
      '90%': goal({ deadline: '2030' }),
      '70%': goal({ deadline: '2024' })
    })
  })

  test('`hoàn thành trong tháng …` behind a comma is when the thing is done', async () => {
    expect(await read('Năm 2024 huyện phấn đấu xây 25 căn nhà, hoàn thành trong tháng 9/2024.')).toMatchObject({
      '25 căn': goal({ deadline: '2024-09' })
    })
  })
})

describe('a year that is not over', () => {
  test('`đến năm` the year of a text of its spring is to come, without the word or later it is not', async () => {
    const share = 'tỷ lệ xã đạt chuẩn đạt 80%.'
    expect(await readOn('2024-03-06', `Đến năm 2024, ${share}`)).toMatchObject({ '80%': goal({ deadline: '2024' }) })
    expect(await readOn('2024-03-06', `Năm 2024, ${share}`)).toMatchObject({ '80%': told('result') })
    expect(await readOn('2024-06-06', `Đến năm 2024, ${share}`)).toMatchObject({ '80%': { kind: 'observation' } })
  })
})

describe('a time said further up', () => {
  const plan = 'Đến năm 2030, tỉnh phấn đấu có 40% số xã bán hàng trên mạng.'
  const silence = ['Bà con phấn khởi.', 'Đường sá được mở rộng.']

  test('goes with an aim that is called one, not with what is only asked for', async () => {
    expect(await read(plan, ...silence, 'Mục tiêu là 60% số hộ dùng nước sạch.')).toMatchObject({ '60%': goal({ deadline: '2030' }) })
    expect(await read(plan, ...silence, 'Bộ trưởng yêu cầu bảo đảm 60% số hộ dùng nước sạch.')).toMatchObject({
      '60%': goal({ deadline: null })
    })
    expect(await read(plan, 'Bộ trưởng yêu cầu bảo đảm 60% số hộ dùng nước sạch.')).toMatchObject({ '60%': goal({ deadline: '2030' }) })
  })
})

describe('over a period', () => {
  test('what is saved or reached in all of it is due over all its years', async () => {
    expect(await read('Nhằm mục tiêu tiết kiệm 8% tổng năng lượng tiêu thụ toàn quốc giai đoạn 2025-2030.')).toMatchObject({
      '8%': goal({ deadline: '2025/2030' })
    })
    expect(await read('Nhằm mục tiêu đạt 8% trong cả giai đoạn 2025-2030.')).toMatchObject({ '8%': goal({ deadline: '2025/2030' }) })
    expect(await read('Nhằm mục tiêu đạt 8% trong giai đoạn 2025-2030.')).toMatchObject({ '8%': goal({ deadline: '2030' }) })
  })

  test('what is made in it is a sum over all its years, what is reached stands at its end', async () => {
    expect(await read('Giai đoạn 2026-2030, thành phố phấn đấu xây dựng 50 công viên.')).toMatchObject({
      '50 công viên': goal({ deadline: '2026/2030' })
    })
    expect(await read('Giai đoạn 2026-2030, thành phố phấn đấu có 50 công viên.')).toMatchObject({
      '50 công viên': goal({ deadline: '2030' })
    })
  })

  test('so many each year of it are a rate', async () => {
    expect(await read('Trong giai đoạn 2025-2030, thành phố phấn đấu mỗi năm các bệnh viện luân chuyển 1.000 bác sĩ về xã.')).toMatchObject(
      { '1.000 bác sĩ': goal({ deadline: '2025/2030' }) }
    )
    expect(await read('Trong giai đoạn 2025-2030, thành phố phấn đấu các bệnh viện có 1.000 bác sĩ.')).toMatchObject({
      '1.000 bác sĩ': goal({ deadline: '2030' })
    })
    expect(
      await read('Kế hoạch phát triển', 'Trong giai đoạn 2025-2030, mỗi năm giảm 1% hộ nghèo, thu nhập bình quân đạt 100 triệu đồng.')
    ).toMatchObject({
      '100 triệu đồng': goal({ deadline: '2030' })
    })
    expect(await read('Giai đoạn 2026-2030, phấn đấu phát triển kinh tế, thu nhập bình quân 100 triệu đồng.')).toMatchObject({
      '100 triệu đồng': goal({ deadline: '2030' })
    })
  })
})
