import { describe, expect, test } from 'vitest'
import { goal, read } from './reading.ts'

describe('what a number measures, beyond its own clause', () => {
  const of = (text: string): object => ({ indicator: { text } })

  test('by which means something is done belongs to it; what it equals does not', async () => {
    expect(await read('Đến năm 2030, tỷ lệ xử lý rác bằng công nghệ đốt đạt 80%.')).toMatchObject({
      '80%': of('tỷ lệ xử lý rác bằng công nghệ đốt')
    })
    expect(await read('Đến năm 2030, tỷ lệ xử lý rác bằng 80%.')).toMatchObject({ '80%': of('tỷ lệ xử lý rác') })
  })

  test('a place inside a measure’s name belongs to it, at its end it does not', async () => {
    expect(await read('Phấn đấu nâng tỷ lệ linh kiện Việt Nam trong chuỗi cung ứng từ 12% lên 31% vào năm 2030.')).toMatchObject({
      '31%': { ...of('tỷ lệ linh kiện Việt Nam trong chuỗi cung ứng'), baseline: { low: 12 } }
    })
    expect(await read('Phấn đấu đến năm 2030, tỷ lệ đô thị hóa của Việt Nam đạt 50%.')).toMatchObject({ '50%': of('tỷ lệ đô thị hóa') })
  })

  test('what is done, not who gets it', async () => {
    expect(await read('Phấn đấu năm 2026 triển khai bệnh án điện tử tại 100% bệnh viện.')).toMatchObject({ '100%': of('bệnh án điện tử') })
    expect(await read('Phấn đấu năm 2026 đào tạo nghề cho 900 lao động.')).toMatchObject({ '900 lao động': of('đào tạo nghề') })
    expect(await read('Phấn đấu đến năm 2030, giải quyết việc làm cho khoảng 80% tổng số lao động.')).toMatchObject({
      '80%': { ...of('việc làm'), unit: '% tổng số lao động' }
    })
    expect(await read('Phấn đấu năm 2026 đào tạo nghề cho 900 lao động nông thôn nghèo.')).toMatchObject({
      '900 lao động': of('lao động nông thôn nghèo')
    })
  })

  test('things that only their kind is said of are those of that kind named before', async () => {
    expect(await read('Tỉnh đã có 10 khu công nghệ thông tin tập trung, mục tiêu đến năm 2030 có 16 khu.')).toMatchObject({
      '16 khu': of('khu công nghệ thông tin tập trung')
    })
    expect(await read('Đến năm 2030 xây mới 13 nhà máy điện khí và đến năm 2035 xây thêm 2 nhà máy với công suất 3.000 MW.')).toMatchObject(
      {
        '2 nhà máy': of('nhà máy điện khí')
      }
    )
    expect(await read('Người dân đã vào làm. Mục tiêu đến năm 2030 có 900 người.')).toMatchObject({ '900 người': of('người') })
  })

  test('a measure by name is what an aim without one is of', async () => {
    expect(await read('Kinh tế giữ nhịp tăng, đồng nghĩa lạm phát khó giảm nhanh về mục tiêu 4%.')).toMatchObject({ '4%': of('lạm phát') })
  })

  test('who contributes is the economy that a rate before was of', async () => {
    expect(await read('Đến năm 2030, tốc độ tăng trưởng của kinh tế tư nhân đạt 10%/năm; đóng góp 55% GDP.')).toMatchObject({
      '55%': of('kinh tế tư nhân')
    })
    expect(await read('Đến năm 2030, kinh tế khu vực đô thị đóng góp vào GDP khoảng 85%.')).toMatchObject({
      '85%': of('kinh tế khu vực đô thị đóng góp vào GDP')
    })
  })

  test('a clause that only says how much is of the measure before it', async () => {
    expect(await read('Góp phần nâng cao tỷ lệ xe dán thẻ qua trạm, phấn đấu đạt 92%.')).toMatchObject({
      '92%': of('tỷ lệ xe dán thẻ qua trạm')
    })
    expect(await read('Đến năm 2030, tổng thu từ du lịch khoảng 85 tỷ đồng, đạt tỷ lệ tăng trưởng 157%.')).toMatchObject({
      '157%': { ...of('tổng thu từ du lịch'), value_kind: 'growth' }
    })
    expect(
      await read('Phấn đấu đến năm 2025, hàng Việt đáp ứng 45% nhu cầu trong nước; đến năm 2030, đáp ứng 65% nhu cầu trong nước.')
    ).toMatchObject({ '65%': of('hàng Việt') })
  })

  test('behind `với` stands the measure, where what it is said of is counted', async () => {
    expect(await read('Quy hoạch giao thông', 'Đến năm 2030, tỉnh xây dựng tuyến số 1, 2 và 3 với tổng chiều dài 83 km.')).toMatchObject({
      '83 km': of('tổng chiều dài')
    })
    expect(await read('Mục tiêu phát triển kinh tế - xã hội với mức tăng trưởng GRDP bình quân 7%/năm.')).toMatchObject({
      '7%': of('tăng trưởng GRDP')
    })
  })

  test('each of two things had is counted by itself; land is named by what it is for', async () => {
    expect(await read('Phấn đấu đến năm 2030, mỗi hộ có 1 kết nối Internet và có 1 định danh số.')).toMatchObject({
      '1 định danh số': of('định danh số')
    })
    expect(await read('Đến năm 2030, thành phố quy hoạch 750 ha đất để phát triển kho bãi.')).toMatchObject({
      '750 ha': of('đất để phát triển kho bãi')
    })
    expect(await read('Phấn đấu tiết kiệm thêm 10% dự toán chi thường xuyên.')).toMatchObject({ '10%': of('dự toán chi thường xuyên') })
  })
})

describe('where the name of a measure ends', () => {
  const of = (text: string): object => ({ indicator: { text } })

  test('what stands right before another number is said of that one', async () => {
    expect(await read('Thành phố phấn đấu xây dựng 4 ha mảng xanh công cộng, trồng mới và cải tạo 12.000 cây xanh.')).toMatchObject({
      '4 ha': of('mảng xanh công cộng'),
      '12.000 cây xanh': of('cây xanh')
    })
    expect(await read('Phấn đấu đến năm 2026 giảm 5% cán bộ, công chức và 10% viên chức.')).toMatchObject({ '5%': of('cán bộ, công chức') })
  })

  test('behind `và` another deed with a number of its own does not belong to it', async () => {
    expect(await read('Phấn đấu đến năm 2030 giảm 30% chi phí và xây dựng 20 trạm y tế.')).toMatchObject({
      '30%': of('chi phí'),
      '20 trạm y tế': of('trạm y tế')
    })
  })

  test('provinces and districts behind a share are what is counted, in front of it who has it', async () => {
    expect(await read('Phấn đấu đến năm 2030, 50% các huyện được công nhận danh hiệu huyện học tập.')).toMatchObject({
      '50%': of('huyện được công nhận danh hiệu huyện học tập')
    })
    expect(await read('Phấn đấu đến năm 2030, tỉnh có tỷ lệ đô thị hóa 50%.')).toMatchObject({ '50%': of('tỷ lệ đô thị hóa') })
  })

  test('words that belong together over a comma, and `trở lên`', async () => {
    expect(await read('Đến năm 2030, 70% học sinh được dạy kỹ năng phòng, chống đuối nước.')).toMatchObject({
      '70%': of('học sinh được dạy kỹ năng phòng, chống đuối nước')
    })
    expect(await read('Phấn đấu 80% chi bộ hoàn thành tốt nhiệm vụ trở lên.')).toMatchObject({
      '80%': of('chi bộ hoàn thành tốt nhiệm vụ trở lên')
    })
    expect(await read('Phấn đấu tỷ lệ lao động có trình độ đại học đạt 20% trở lên.')).toMatchObject({
      '20%': of('tỷ lệ lao động có trình độ đại học')
    })
  })

  test('a ratio is of all its properties, a part is of its whole', async () => {
    expect(await read('Đến năm 2030, tỷ lệ diện tích rau an toàn, tập trung, bảo đảm truy xuất nguồn gốc đạt 20%.')).toMatchObject({
      '20%': of('tỷ lệ diện tích rau an toàn, tập trung, bảo đảm truy xuất nguồn gốc')
    })
    expect(await read('Đến năm 2030, tỷ lệ đô thị hóa tăng 5%, thu nhập đạt 90 triệu đồng.')).toMatchObject({
      '90 triệu đồng': of('thu nhập')
    })
    expect(await read('Phấn đấu lao động nông nghiệp trong tổng lao động xã hội còn 15%.')).toMatchObject({
      '15%': of('lao động nông nghiệp trong tổng lao động xã hội')
    })
    expect(await read('Đến năm 2030, phấn đấu sản lượng sắn dùng để chế biến sâu chiếm 85%.')).toMatchObject({
      '85%': of('sản lượng sắn dùng để chế biến sâu')
    })
  })

  test('what is counted for so many, and a rate that a list of parts is of', async () => {
    expect(await read('Phấn đấu đến năm 2030, số bác sĩ trên 10.000 dân đạt 15 bác sĩ.')).toMatchObject({
      '15 bác sĩ': of('số bác sĩ trên 10.000 dân')
    })
    const parts = 'Tăng tỷ lệ khám bệnh bằng y học cổ truyền; phấn đấu đến năm 2030: tuyến tỉnh đạt 20%; tuyến huyện đạt 25%.'
    expect(await read(parts)).toMatchObject({
      '20%': of('tỷ lệ khám bệnh bằng y học cổ truyền'),
      '25%': of('tỷ lệ khám bệnh bằng y học cổ truyền')
    })
  })

  test('some of the same things in a place, and an aim that was passed, are of what was said', async () => {
    expect(await read('Phấn đấu đến năm 2030, tổng số xe buýt điện là 623 xe gồm 423 xe tại Huế và 200 xe tại Hà Nội.')).toMatchObject({
      '423 xe': of('tổng số xe buýt điện'),
      '200 xe': of('tổng số xe buýt điện')
    })
    expect(await read('Số tài khoản kích hoạt đạt 55 triệu tài khoản, vượt mục tiêu 40 triệu tài khoản đặt ra.')).toMatchObject({
      '40 triệu tài khoản': of('Số tài khoản kích hoạt')
    })
    expect(await read('Đến năm 2030 phấn đấu trồng 900 ha rừng và tìm cách giữ rừng cũ.')).toMatchObject({ '900 ha': of('rừng') })
    expect(await read('Công ty đưa ra kế hoạch chia cổ tức năm 2026 ở mức 17%.')).toMatchObject({ '17%': of('cổ tức') })
  })

  test('what a number equals is of the measure before it; so is a bare count', async () => {
    expect(await read('Đến năm 2030, tỷ lệ ô tô điện chiếm 20% tổng doanh số toàn thị trường, tương đương 200.000 chiếc.')).toMatchObject({
      '200.000 chiếc': of('tỷ lệ ô tô điện')
    })
    expect(
      await read('Mục tiêu quy mô dân số đến năm 2030 là khoảng 11 triệu người; đến năm 2050 là khoảng 14 triệu người.')
    ).toMatchObject({
      '14 triệu người': of('quy mô dân số')
    })
    expect(await read('Đến năm 2030, phấn đấu dân số đạt 11 triệu người; đào tạo nghề cho 2.000 người.')).toMatchObject({
      '2.000 người': of('đào tạo nghề')
    })
  })

  test('what is done is not what is counted', async () => {
    expect(await read('Kế hoạch trồng rừng', 'Từ năm 2026 đến năm 2030, huyện sẽ trồng thêm 280 ha rừng.')).toMatchObject({
      '280 ha': of('rừng')
    })
    expect(await read('Mục tiêu đạt 8%, làm nền tảng vững chắc cho tăng trưởng 10% từ năm 2026.')).toMatchObject({
      '10%': of('tăng trưởng')
    })
    expect(await read('Bộ đặt mục tiêu năm 2025 có 100% giao dịch trên cổng được xác thực.')).toMatchObject({
      '100%': of('giao dịch trên cổng được xác thực')
    })
  })
})

describe('what is measured', () => {
  test('a trade is told from the work of the same name', async () => {
    expect(await read('Mục tiêu năm 2025: công nghiệp tăng 18%; xây dựng tăng 7%.')).toMatchObject({
      '18%': { indicator: { text: 'công nghiệp' } },
      '7%': { indicator: { text: 'xây dựng' } }
    })
  })

  test('who brings something about, or who assigns it, is no measure', async () => {
    const brings = 'Đến năm 2030, phong trào tạo ra khoảng 600 doanh nghiệp khởi nghiệp.'
    expect(Object.values(await read('Kế hoạch phát triển', brings))).toMatchObject([{ indicator: { text: 'doanh nghiệp khởi nghiệp' } }])
    expect(
      await read('Kế hoạch năm', 'Sản lượng xăng tối thiểu năm 2025 được Bộ Công Thương giao cho các đầu mối là 31 triệu tấn.')
    ).toMatchObject({
      '31 triệu tấn': goal({ indicator: { text: 'Sản lượng xăng' } })
    })
  })
})
