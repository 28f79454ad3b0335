import { type Candidate, isStated, type RefusalRule } from './refusal-candidate.ts'

// Units that only count time or the text's own parts: they make no goal by themselves.
const NO_GOAL_UNIT =
  /^(?:năm|tháng|ngày|tuần|giờ|phút|giây|tuổi|độ|cấp|điều|khoản|chương|mục|nhóm|loại|trang|giai đoạn|đợt|kỳ|bước|phần|lần|bậc|điểm|sao|kv|kV|độ c)$/
const META_UNIT =
  /^(?:nội|hướng|trọng|vấn|lĩnh|chỉ tiêu|nhiệm vụ|giải pháp|tiêu chí|mục tiêu|nội dung|lĩnh vực|trụ cột|đột phá|chương|phiếu|kiến|yếu|đột|trụ|khâu|lý do|vấn đề|nguyên nhân|văn bản|quan điểm|câu hỏi|kịch bản|giai|nghị|nguyên tắc|bộ luật|luật|thông tư)$/
// Who is set up for the work, and who is given it.
const DOERS = [
  { unit: /^(?:tổ|tổ công tác|đoàn|đoàn công tác|ban chỉ đạo|tiểu ban)$/i, before: /^thành lập/ },
  { unit: /^(?:bộ|ngành|cơ quan|đơn vị|địa phương|sở|tỉnh)$/i, before: /giao(?: cho)?$/ }
]

/** Whether a unit of time, points or times is what a goal measures: a length of life or work, a score, a growth by so many times. */
function measuresTime({ form, unit, phrase, reading, chunks }: Candidate): boolean {
  if (form !== 'measure' || unit === null) return false
  if (reading?.rule === 'target/reach-from-base' && /^(?:điểm|phút|tuổi|ngày|giờ|lần)$/.test(unit)) return true
  if (unit === 'năm') return /^(?:số năm|tuổi thọ)/i.test(phrase)
  if (/^(?:ngày|giờ|phút|tuổi|tháng)$/.test(unit) && phrase !== '')
    return /thời gian|tuổi thọ|thời hạn|lưu trú|thời lượng|^số năm/i.test(phrase)
  if (unit === 'lần') return reading?.yields['kind'] === 'change'
  // An item that begins with what it is about (`PAPI: đạt từ 42,5 điểm`).
  const isTopic = chunks.slice(0, 16).some(c => c.tags.has('Colon'))
  return unit === 'điểm' && (isTopic || /chỉ số|index|pci|papi|sipas|dti/i.test(phrase))
}

/** Units that make no goal; hold for the items of a list of counts as well. */
export const BY_UNIT: readonly RefusalRule[] = [
  {
    id: 'refusal/unit-of-time',
    reason: 'unit/no-goal',
    message: ({ unit }) => `Unexpected unit "${unit}": it counts time or parts of a text`,
    applies: c => c.unit !== null && c.form !== 'ratio' && NO_GOAL_UNIT.test(c.unit) && !measuresTime(c),
    examples: ['Phấn đấu hoàn thành cao tốc trong ⟦3 năm⟧.'],
    counterexamples: ['Phấn đấu đến năm 2030 thời gian thông quan còn ⟦4 giờ⟧.', 'Phấn đấu đến năm 2030 số năm sống khỏe đạt ⟦68 năm⟧.']
  },
  {
    id: 'refusal/part-of-plan',
    reason: 'unit/meta',
    message: ({ unit }) => `"${unit}" counts the plan's own parts`,
    applies: c =>
      c.form === 'count' &&
      (META_UNIT.test(c.unit ?? '') || (c.unit === 'trường' && [c.next, c.chunks[c.at + 2]].some(k => k?.text === 'hợp'))) &&
      c.before?.text !== 'hoàn thành',
    examples: ['Kế hoạch đến năm 2030 đặt ra ⟦5 nhiệm vụ⟧ trọng tâm.'],
    counterexamples: ['Phấn đấu đến năm 2030 hoàn thành ⟦19 tiêu chí⟧ nông thôn mới.']
  }
]

/** Units that count who does the work, or papers. */
export const BY_DOER: readonly RefusalRule[] = [
  {
    id: 'refusal/unknown-unit',
    reason: 'unit/unknown',
    message: ({ unit }) => `"${unit}" is no known unit and nothing is done with it`,
    applies: c => c.target.frame.anchor.rule === 'quantity/count-open' && !isStated(c) && c.quantity.comparator === '=',
    examples: ['Năm 2025 sẽ khảo sát lãnh đạo doanh nghiệp, trả lời ⟦30 câu⟧ hỏi.'],
    counterexamples: ['Phấn đấu đến năm 2030 có ⟦30 nhịp⟧ cầu.']
  },
  {
    id: 'refusal/papers',
    reason: 'unit/meta',
    message: 'Papers that are handed in are no goal',
    applies: c => c.form === 'count' && c.unit === 'bộ' && c.chunks.slice(c.at + 1, c.at + 3).some(k => /^hồ(?: sơ)?/.test(k.text)),
    examples: ['Đến năm 2030 người dân phải nộp ⟦2 bộ⟧ hồ sơ.'],
    counterexamples: ['Phấn đấu đến năm 2030 trang bị ⟦2.000 bộ⟧ máy tính.']
  },
  {
    id: 'refusal/doer',
    reason: 'unit/meta',
    message: ({ unit }) => `"${unit}" is who does the work`,
    applies: c => c.form === 'count' && DOERS.some(d => d.unit.test(c.unit ?? '') && d.before.test(c.before?.text ?? '')),
    examples: ['Để đạt mục tiêu tăng trưởng 8% năm 2025, tỉnh thành lập ⟦5 tổ⟧ công tác.'],
    counterexamples: ['Phấn đấu đến năm 2030 có ⟦500 tổ⟧ hợp tác.']
  },
  {
    // `34 địa phương khẩn trương rà soát`: who is told to do something.
    id: 'refusal/told-to-act',
    reason: 'unit/meta',
    message: ({ unit }) => `"${unit}" is who does the work`,
    applies: c =>
      c.form === 'count' &&
      /^(?:địa phương|tỉnh|tỉnh, thành phố|bộ, ngành|bộ|cơ quan)$/i.test(c.unit ?? '') &&
      c.quantity.comparator === '=' &&
      (c.before === undefined || c.before.tags.has('Comma') || c.before.tags.has('Boundary')) &&
      !c.chunks
        .slice(c.at + 1, c.at + 6)
        .some(k => ['Reach', 'Have', 'Ensure'].some(t => k.tags.has(t)) || /^(?:được|hoàn thành|triển khai|đạt)/.test(k.text)),
    examples: ['Để đạt mục tiêu tăng trưởng 8% năm 2025, ⟦34 địa phương⟧ khẩn trương rà soát dự án.'],
    counterexamples: ['Phấn đấu năm 2025, ⟦34 địa phương⟧ có trung tâm phục vụ hành chính công.']
  }
]
