import { describe, expect, test } from 'vitest'
import type { Extraction } from '../src/model/extraction.ts'
import { extract } from '../src/pipeline.ts'
import { articleOf } from './stages/read/make.ts'

/** What the field knows of its phenomena, in sentences of our own: each with what must be read, and nothing else of its kind. */
const PUBLISHED = '2021-07-20'

const PADDING = '\nNgười dân trong vùng vẫn giữ nếp sinh hoạt cũ và chăm lo cho con cái học hành.\n'

async function read(text: string, published = PUBLISHED): Promise<Extraction> {
  const { article } = await articleOf('domain.ndjson', JSON.stringify({ id: 'a', published, text: text + PADDING }))
  return extract(article)
}

const mentionsOf = ({ mentions }: Extraction, type: string): unknown[] =>
  mentions.filter(m => m.type === type).map(m => ({ quote: m.quote, ...(m.value as object) }))

/** A row: the text, and the values of the mentions of one type, in order. */
type Row = readonly [string, ...object[]]

function table(type: string, rows: readonly Row[]): void {
  test.each(rows.map(([text, ...values]) => [text, values] as const))('%s', async (text, values) => {
    const found = mentionsOf(await read(text), type)
    expect(found).toHaveLength(values.length)
    expect(found).toMatchObject(values)
  })
}

describe('numbers of documents', () => {
  table('document_number', [
    ['Tỉnh ủy ban hành Nghị quyết số 09 -NQ/TU về mía đường.', { canonical: '09-NQ/TU', type: 'nghi_quyet' }],
    ['Tỉnh đã có NQ 14/NQ-TU ngày 3.4.2021 về đô thị.', { canonical: '14-NQ/TU', issued: '2021-04-03' }],
    ['Theo QÐ số 612/QÐ-TTg, cả nước làm đường.', { canonical: '612/QĐ-TTg', type: 'quyet_dinh' }],
    ['Cả nước làm theo các quyết định số 311/QĐ-TTg, 312/QĐ-TTg.', { canonical: '311/QĐ-TTg' }, { canonical: '312/QĐ-TTg' }],
    ['Đảng ban hành Quy định 118-QĐ/TW.', { canonical: '118-QĐ/TW', type: 'quy_dinh' }],
    ['Bộ gửi Công văn số 2156/BTTTT-CĐSQG cho các tỉnh.', { canonical: '2156/BTTTT-CĐSQG', type: 'cong_van' }],
    ['Quốc hội thông qua Nghị quyết số 43/2022/QH15.', { canonical: '43/2022/QH15', type: 'nghi_quyet' }],
    ['Năm chuyển đổi số 2023 có kinh tế số 20% và kỹ năng số 1.'],
    ['Tỉnh xây dựng Kế hoạch 5 năm 2021-2025.'],
    ['Trong quý 1/2021, 63/63 địa phương đạt 18/20 chỉ tiêu, 1/3 dân số gọi số 0236.3650403.']
  ])
})

describe('dates', () => {
  table('date', [
    ['Tháng 5 vừa qua, tỉnh tổ chức hội thi.', { edtf: '2021-05' }],
    ['Hội thi diễn ra ngày 11/6 tại sân vận động.', { edtf: '2021-06-11' }],
    ['Hội thi đã diễn ra ngày 25/12.', { edtf: '2020-12-25' }],
    ['Hội thi sẽ diễn ra ngày 25/12 tới.', { edtf: '2021-12-25' }],
    ['Sản lượng quý II/2021 cao hơn quý 1/2021.', { edtf: '2021-34' }, { edtf: '2021-33' }],
    ['Hội thi kéo dài từ 25 - 27/02/2021.', { edtf: '2021-02-25/2021-02-27' }],
    ['Tỉnh thực hiện giai đoạn 2021- 2025.', { edtf: '2021/2025' }],
    ['Tỉnh phải hoàn thành trước năm 2030.', { edtf: '2030', role: 'deadline' }],
    ['Tính đến 14/8, tỉnh đã làm xong 20% công việc.', { edtf: '2020-08-14' }]
  ])
})

describe('quantities', () => {
  table('quantity', [
    ['Kinh tế số chiếm tối thiểu 20% GRDP.', { low: 20, high: 20, comparator: '>=' }],
    ['Tỷ lệ đạt từ 85% trở lên.', { low: 85, comparator: '>=', unit: '%' }],
    ['Tỉnh đón trên 1,5 triệu lượt khách.', { low: 1_500_000, comparator: '>', unit: 'lượt khách' }],
    ['Kinh tế tăng từ 8,5% đến 9%.', { low: 8.5, high: 9, comparator: 'range', unit: '%' }],
    ['Hộ nghèo giảm 2-2,5%/năm.', { low: 2, high: 2.5, comparator: 'range', unit: '%/năm' }],
    ['Hộ nghèo còn dưới 1%.', { low: 1, comparator: '<', unit: '%' }],
    ['Tổng vốn 3,03 triệu tỷ đồng.', { low: 3.03e15, unit: 'VND' }],
    ['Thu ngân sách 15.600 tỷ đồng.', { low: 1.56e13, unit: 'VND' }],
    ['Tỉnh cung cấp 1.123 dịch vụ.', { low: 1123, unit: 'dịch vụ' }],
    ['Có hai mươi lăm phần trăm số hộ tham gia.', { low: 25, unit: '%' }],
    ['Công trình nằm trên địa bàn 20 xã.', { low: 20, comparator: '=' }]
  ])
})

describe('ranks', () => {
  table('rank', [
    ['Tỉnh phấn đấu xếp hạng từ 15 trở lên.', { rank_kind: 'at_least', n_low: 15, n_high: 15 }],
    ['Tỉnh phấn đấu nằm trong nhóm 20/63 địa phương dẫn đầu.', { rank_kind: 'top_n', n_low: 20, total: 63, scope: 'national' }],
    ['Tỉnh phấn đấu xếp vị trí 10 - 15/63.', { rank_kind: 'exact', n_low: 10, n_high: 15, total: 63 }],
    ['Chỉ số PCI phấn đấu tăng ít nhất 3 bậc.', { rank_kind: 'improve', n_low: 3, n_high: 3 }],
    ['Đây là ngành kinh tế đi đầu tư vào đầu vào đầu tiên.']
  ])
})

describe('places', () => {
  table('place', [
    ['Các nước châu Á - Thái Bình Dương họp bàn.'],
    ['Đồng chí Lương Hòa Bình dự hội nghị.'],
    ['Đoàn đến huyện Quảng Ninh (Quảng Bình).', { id: 'other:huyện Quảng Ninh' }, { id: 'quang_binh' }],
    ['Hàng hóa về TP.HCM và Sài Gòn.', { id: 'ho_chi_minh' }, { id: 'ho_chi_minh' }],
    ['Xe chạy trên đường Hồ Chí Minh.'],
    ['Khách đến tỉnhBình Phước nhiều hơn.', { id: 'binh_phuoc' }],
    ['Hàng đi Bà Rịa – Vũng Tàu.', { id: 'ba_ria_vung_tau' }],
    ['Sản lượng không cao bằng năm trước.']
  ])
})

describe('statuses', () => {
  const statuses: readonly (readonly [string, ...string[]])[] = [
    ['Tỉnh Hậu Giang phấn đấu đến năm 2025 kinh tế số đạt 20% GRDP.', 'goal'],
    ['Đến nay kinh tế số của tỉnh Hậu Giang đã đạt 20% GRDP.', 'result'],
    ['Năm 2020 kinh tế số đạt 12% GRDP, đến năm 2025 đạt 20% GRDP.', 'result', 'goal'],
    ['GRDP cả năm của tỉnh ước đạt 8,3%.', 'forecast'],
    ['Sản lượng tăng 6,5% so với cùng kỳ.', 'result'],
    ['Tỉnh có 3 chỉ tiêu vượt kế hoạch.']
  ]
  test.each(statuses.map(([text, ...wanted]) => [text, wanted] as const))('%s', async (text, wanted) => {
    const { records } = await read(text)
    expect(records.filter(r => r.kind !== 'document').map(r => r['status'])).toEqual(wanted)
  })
})

test('a bare number is completed by the full one that follows', async () => {
  const { records } = await read('Nghị quyết 58 mở đường cho doanh nghiệp. Theo Nghị quyết số 58-NQ/TW, mọi địa phương phải đổi mới.')
  expect(records.filter(r => r.kind === 'document').map(r => r['number'])).toEqual(['58-NQ/TW'])
})

test('one number of two issuers is two documents', async () => {
  const { records } = await read('Tỉnh so sánh Nghị quyết 05-NQ/TU của Đà Nẵng và Nghị quyết 05-NQ/TU của Tiền Giang.')
  expect(records.filter(r => r.kind === 'document').map(r => r['place'])).toEqual(['da_nang', 'tien_giang'])
})
