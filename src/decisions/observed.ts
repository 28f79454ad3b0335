import type { Status } from '../model/values.ts'

/** A share that is no goal, and what is said of it before. */
export interface Observed {
  /** The words of its clause and of its sentence before it, in lower case. */
  readonly clause: string
  readonly said: string
  /** The words that make a forecast of it, in lower case; empty where none do. */
  readonly forecast: string
  /** The year in which the text was written, where that is known. */
  readonly year: number | undefined
}

// What is charged, paid or ruled by shares.
const RULED =
  /(?<![a-zà-ỹđ])(?:thuế|thuế suất|lãi suất|lãi|phí|lệ phí|phạt|giảm giá|chiết khấu|quy định|trường hợp|điều kiện|mức đóng|mức hưởng|hỗ trợ|trợ cấp|đặt cọc|sở hữu|cổ phần|vốn điều lệ|cổ phiếu|độ ẩm|nồng độ)(?![a-zà-ỹđ])/

/** What a share is of which nothing is said: in news mostly what was counted, else what is charged or ruled. */
export function unsaid({ clause }: Observed): Status {
  return RULED.test(clause) ? 'other' : 'result'
}

// A time that is not over when a text is written: the whole year, its end.
const WHOLE = /(?<![a-zà-ỹđ])(?:cả năm|năm nay|cuối năm|hết năm|năm tới|thực hiện năm)(?![a-zà-ỹđ])/
const YEAR = /(?<!(?:tháng|quý|kỳ|đầu|với) )(?<!(?:tháng|quý) \S{1,4} )năm (20\d\d)(?![\d])/

/** `10 tháng ước đạt …`: what is estimated of a time that is over was counted, of one that is not it is expected. */
export function estimated({ said, forecast, year }: Observed): Status | undefined {
  if (!forecast.startsWith('ước')) return undefined
  if (WHOLE.test(said) || forecast === 'ước thực hiện') return 'forecast'
  const named = YEAR.exec(said)?.[1]
  return named !== undefined && year !== undefined && Number(named) >= year && !/tháng|quý/.test(said) ? 'forecast' : 'result'
}
