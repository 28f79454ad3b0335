import type { TaggedPhrases } from '../tagged-phrases.ts'

/** What is done to plans, by which words goals are set, and how numbers are compared with plans. */
export const PLANS: readonly TaggedPhrases[] = [
  // What is done to plans says nothing of how far they are carried out.
  {
    tags: ['Adopt'],
    phrases: [
      'giao',
      'được giao',
      'phê duyệt',
      'được phê duyệt',
      'ban hành',
      'được ban hành',
      'ký',
      'ký ban hành',
      'thông qua',
      'được thông qua',
      'nêu',
      'quy định',
      'quyết định',
      'trình',
      'chỉ đạo',
      'công bố',
      'đưa ra',
      'điều chỉnh'
    ].map(verb => `đã ${verb}`)
  },
  {
    tags: ['Cue', 'Goal'],
    phrases: ['đề ra', 'đặt ra', 'xác định', 'cam kết', 'chốt', 'giao chỉ tiêu', 'đề xuất', 'yêu cầu', 'đề nghị', 'hạ chỉ tiêu'].map(
      verb => `đã ${verb}`
    )
  },
  // What a document or body does when it sets goals; read as a goal word behind one of these.
  {
    tags: ['Set', 'Noun'],
    phrases: [
      'xác định',
      'xác định rõ',
      'ghi',
      'ghi rõ',
      'nêu rõ',
      'giao',
      'yêu cầu',
      'đặt',
      'đặt yêu cầu',
      'chốt',
      'quyết nghị',
      'quyết nghị thông qua'
    ]
  },
  // Plans of money: what a share is of, and what a number behind them is the figure of.
  { tags: ['Noun'], phrases: ['dự toán', 'dự toán pháp lệnh'] },
  { tags: ['Compare'], phrases: ['so với', 'so', 'nếu so với', 'thay vì', 'thay cho'] },
  { tags: ['Exceed'], phrases: ['vượt', 'vượt trội', 'vượt hơn', 'đã vượt', 'vượt xa'] },
  {
    tags: ['Assign'],
    phrases: ['giao', 'được giao', 'phân bổ', 'được phân bổ', 'giao kế hoạch', 'được giao kế hoạch', 'giao vốn', 'giao dự toán']
  }
]
