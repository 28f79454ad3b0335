/**
 * Document types: abbreviation as it stands in numbers, id, and the words that name the type in running text.
 * Sources: Decree 30/2020/NĐ-CP, annex III (state); Guidance 36-HD/VPTW (party).
 */
export interface DocumentType {
  readonly id: string
  readonly name: string
  readonly en: string
  /** Abbreviations in numbers, as printed in canonical form; the first is the canonical one. */
  readonly abbreviations: readonly string[]
}

const type = (id: string, name: string, en: string, ...abbreviations: string[]): DocumentType => ({ id, name, en, abbreviations })

export const DOCUMENT_TYPES: readonly DocumentType[] = [
  type('nghi_quyet', 'Nghị quyết', 'resolution', 'NQ'),
  type('quyet_dinh', 'Quyết định', 'decision', 'QĐ'),
  type('ke_hoach', 'Kế hoạch', 'plan', 'KH'),
  type('chi_thi', 'Chỉ thị', 'directive', 'CT'),
  type('chuong_trinh', 'Chương trình', 'programme', 'CTr', 'CTrHĐ', 'CTHĐ'),
  type('de_an', 'Đề án', 'scheme', 'ĐA'),
  type('ket_luan', 'Kết luận', 'conclusion', 'KL'),
  type('thong_bao', 'Thông báo', 'notice', 'TB'),
  type('bao_cao', 'Báo cáo', 'report', 'BC'),
  type('huong_dan', 'Hướng dẫn', 'guidance', 'HD'),
  type('quy_dinh', 'Quy định', 'regulation', 'QyĐ', 'QĐi'),
  type('quy_che', 'Quy chế', 'statute', 'QC'),
  type('thong_tu', 'Thông tư', 'circular', 'TT'),
  type('thong_tu_lien_tich', 'Thông tư liên tịch', 'joint circular', 'TTLT'),
  type('nghi_quyet_lien_tich', 'Nghị quyết liên tịch', 'joint resolution', 'NQLT'),
  type('thong_tri', 'Thông tri', 'party circular'),
  type('nghi_dinh', 'Nghị định', 'decree', 'NĐ'),
  type('luat', 'Luật', 'law', 'L'),
  type('phap_lenh', 'Pháp lệnh', 'ordinance', 'PL'),
  type('lenh', 'Lệnh', 'order'),
  type('cong_dien', 'Công điện', 'dispatch', 'CĐ'),
  type('cong_van', 'Công văn', 'official letter', 'CV'),
  type('to_trinh', 'Tờ trình', 'submission', 'TTr'),
  type('phuong_an', 'Phương án', 'option paper', 'PA'),
  type('du_an', 'Dự án', 'project', 'DA'),
  type('huong_dan_lien_tich', 'Hướng dẫn liên tịch', 'joint guidance', 'HDLT'),
  type('quy_chuan', 'Quy chuẩn', 'technical regulation'),
  type('tieu_chuan', 'Tiêu chuẩn', 'standard'),
  type('giay_phep', 'Giấy phép', 'licence', 'GP'),
  type('chien_luoc', 'Chiến lược', 'strategy'),
  type('quy_hoach', 'Quy hoạch', 'master plan'),
  type('van_kien', 'Văn kiện', 'congress document')
]

/** Lower-case head word → type id; longest first where one is a prefix of another. */
export const HEAD_WORDS: readonly (readonly [string, string])[] = [
  ['nghị quyết liên tịch', 'nghi_quyet_lien_tich'],
  ['nghị quyết', 'nghi_quyet'],
  ['quyết định', 'quyet_dinh'],
  ['kế hoạch', 'ke_hoach'],
  ['chỉ thị', 'chi_thi'],
  ['chương trình', 'chuong_trinh'],
  ['đề án', 'de_an'],
  ['kết luận', 'ket_luan'],
  ['thông báo', 'thong_bao'],
  ['báo cáo', 'bao_cao'],
  ['hướng dẫn liên tịch', 'huong_dan_lien_tich'],
  ['hướng dẫn', 'huong_dan'],
  ['quy định', 'quy_dinh'],
  ['quy chế', 'quy_che'],
  ['thông tư liên tịch', 'thong_tu_lien_tich'],
  ['thông tư', 'thong_tu'],
  ['thông tri', 'thong_tri'],
  ['nghị định', 'nghi_dinh'],
  ['bộ luật', 'luat'],
  ['luật', 'luat'],
  ['pháp lệnh', 'phap_lenh'],
  ['lệnh', 'lenh'],
  ['công điện', 'cong_dien'],
  ['công văn', 'cong_van'],
  ['văn bản', 'cong_van'],
  ['tờ trình', 'to_trinh'],
  ['phương án', 'phuong_an']
]

const BY_ABBREVIATION = new Map(DOCUMENT_TYPES.flatMap(t => t.abbreviations.map(a => [a, t.id] as const)))
const BY_LOOSE_ABBREVIATION = new Map(DOCUMENT_TYPES.flatMap(t => t.abbreviations.map(a => [loose(a), a] as const)))
const BY_HEAD = new Map(HEAD_WORDS)

/** Abbreviations without case and without the stroke of Đ, which are lost in some sources (`204QD/TW`). */
function loose(text: string): string {
  return text.toUpperCase().replaceAll('Đ', 'D')
}

/** The canonical abbreviation (`CTr`, `QĐ`) for one as printed (`CTR`, `QD`), or undefined when it is none. */
export function canonicalAbbreviation(printed: string): string | undefined {
  return BY_ABBREVIATION.has(printed) ? printed : BY_LOOSE_ABBREVIATION.get(loose(printed))
}

/** The type id of a canonical abbreviation, or undefined. */
export function typeOfAbbreviation(abbreviation: string): string | undefined {
  return BY_ABBREVIATION.get(abbreviation)
}

/** The type id of a lower-case head word (`nghị quyết`), or undefined. */
export function typeOfHead(head: string | undefined): string | undefined {
  return head === undefined ? undefined : BY_HEAD.get(head)
}
