import { describe, expect, test } from 'vitest'
import { goal, read } from './reading.ts'

describe('what a document named above does not set', () => {
  const plan = 'Thủ tướng ban hành Quyết định 21/QĐ-TTg ngày 5/4/2024 phê duyệt Chương trình chuyển đổi số nông nghiệp.'
  const economy = 'Chính phủ ban hành Nghị quyết 25/NQ-CP ngày 5/4/2024 về mục tiêu tăng trưởng các ngành.'
  const drive = 'Việc này góp phần đạt mục tiêu tăng trưởng kinh tế 8% trong năm 2025.'

  test('how much the economy is to grow, where it is on something else', async () => {
    expect(await read(plan, drive)).toMatchObject({ '8%': goal({ document_number: null, place: 'vn' }) })
    expect(await read(economy, drive)).toMatchObject({ '8%': goal({ document_number: '25/NQ-CP' }) })
    expect(await read(plan, 'Phấn đấu đến năm 2030 có 80% hợp tác xã bán hàng trên mạng.')).toMatchObject({
      '80%': goal({ document_number: '21/QĐ-TTg' })
    })
  })

  test('goals of later paragraphs, where it only lays down rules', async () => {
    const tells = (what: string): Promise<Record<string, unknown>> =>
      read(`Chính phủ vừa ban hành Nghị định 51/2024/NĐ-CP ${what}.`, 'Phấn đấu đến năm 2030 có 40% số xe chạy điện.')
    expect(await tells('quy định lệ phí trước bạ')).toMatchObject({ '40%': goal({ document_number: null }) })
    expect(
      await read(
        'Thông tư 10/2024/TT-BTC vừa được ban hành.',
        'Theo đó, lộ trình thực hiện như sau:',
        '- Đến năm 2025: 50% đơn vị áp dụng.',
        '- Đến năm 2030: 100% đơn vị áp dụng.'
      )
    ).toMatchObject({ '50%': goal({ document_number: '10/2024/TT-BTC' }) })
    expect(await tells('về lộ trình chuyển đổi xe điện')).toMatchObject({ '40%': goal({ document_number: '51/2024/NĐ-CP' }) })
  })

  test('what another one sets that was adopted, of a kind that has no number here', async () => {
    const action = 'Tỉnh ủy Hà Nam ban hành Chương trình hành động số 46-CTr/TU ngày 5/3/2024 về chuyển đổi số.'
    const resolution = 'Ban Chấp hành Đảng bộ tỉnh đã ban hành nghị quyết về nhiệm vụ năm 2025, trong đó phấn đấu GRDP tăng 12%.'
    expect(await read(action, resolution)).toMatchObject({ '12%': goal({ document_number: null }) })
    expect(await read(action, 'Năm 2025, phấn đấu 40% số xã có chợ số.')).toMatchObject({ '40%': goal({ document_number: '46-CTr/TU' }) })
  })

  test('what someone sets who is only named as the issuer of another', async () => {
    const city = 'Thành ủy Hải Phòng ban hành Nghị quyết 12-NQ/TU ngày 5/3/2024 về du lịch.'
    expect(await read(city, 'Kết quả đáng mừng.', 'Thành ủy nêu mục tiêu năm 2030 đón 9 triệu lượt khách.')).toMatchObject({
      '9 triệu lượt khách': goal({ document_number: '12-NQ/TU' })
    })
  })
})

describe('whose share it is', () => {
  test('another country’s that does something in front of the number', async () => {
    expect(
      await read(
        'Việt Nam cam kết trung hòa carbon.',
        'Nhật Bản mong muốn qua cơ chế chung để đạt được mục tiêu giảm 46% phát thải năm 2030.'
      )
    ).toMatchObject({ '46%': goal({ place: 'other:Nhật Bản' }) })
    expect(await read('Tỉnh Lào Cai phấn đấu năm 2025 xuất khẩu sang Trung Quốc sẽ tăng 15%.')).toMatchObject({
      '15%': goal({ place: 'lao_cai' })
    })
    expect(await read('Nhật Bản sẽ tài trợ dự án, phấn đấu đến năm 2030 tỉnh Lai Châu có 60% số hộ dùng nước sạch.')).toMatchObject({
      '60%': goal({ place: 'lai_chau' })
    })
  })

  test('who does something, not where it stands', async () => {
    expect(
      await read('Huyện Mường Tè sẽ hoàn thành hệ thống thu gom tại xã Nậm Khao. Đến năm 2030, phấn đấu xử lý 100% rác thải.')
    ).toMatchObject({ '100%': goal({ place: expect.stringContaining('Mường Tè') }) })
  })

  test('a place behind the date that follows a number', async () => {
    expect(await read('Quảng Ninh họp.', 'Phấn đấu đạt mục tiêu tăng trưởng 8% trong năm 2025 của tỉnh Hà Nam.')).toMatchObject({
      '8%': goal({ place: 'ha_nam' })
    })
  })
})
