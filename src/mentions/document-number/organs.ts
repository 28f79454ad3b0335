/**
 * Organ suffixes of document numbers: which system they belong to and who they are.
 * Sources: Decree 30/2020/NĐ-CP, annex III; Guidance 36-HD/VPTW.
 */
export interface Organ {
  readonly code: string
  readonly system: 'party' | 'state'
  /** Issuer id, or null when the place must come from the text. */
  readonly issuer: string | null
  readonly level: 'national' | 'province' | 'district' | 'any'
}

const organ = (code: string, system: Organ['system'], level: Organ['level'], issuer: string | null = null): Organ => ({
  code,
  system,
  level,
  issuer
})

const MINISTRIES = [
  'BTTTT',
  'BKHCN',
  'BKHĐT',
  'BTC',
  'BNV',
  'BCT',
  'BGDĐT',
  'BYT',
  'BXD',
  'BGTVT',
  'BTNMT',
  'BNNPTNT',
  'BNNMT',
  'BLĐTBXH',
  'BVHTTDL',
  'BTP',
  'BCA',
  'BQP',
  'BNG',
  'BDTTG'
]

const ORGANS: readonly Organ[] = [
  organ('TW', 'party', 'national'),
  organ('VPTW', 'party', 'national', 'vptw'),
  organ('TU', 'party', 'province'),
  organ('HU', 'party', 'district'),
  organ('QU', 'party', 'district'),
  organ('ThU', 'party', 'district'),
  organ('ĐU', 'party', 'any'),
  organ('BCSĐ', 'party', 'any'),
  organ('CTN', 'state', 'national', 'chu_tich_nuoc'),
  organ('CP', 'state', 'national', 'chinh_phu'),
  organ('TTg', 'state', 'national', 'thu_tuong'),
  organ('VPCP', 'state', 'national', 'vpcp'),
  organ('VPQH', 'state', 'national', 'vpqh'),
  organ('TTKQH', 'state', 'national', 'ttkqh'),
  organ('QH', 'state', 'national', 'quoc_hoi'),
  organ('UBTVQH', 'state', 'national', 'ubtvqh'),
  organ('HĐND', 'state', 'any'),
  organ('UBND', 'state', 'any'),
  organ('UB', 'state', 'any'),
  organ('UBDT', 'state', 'national', 'ubdt'),
  organ('NHNN', 'state', 'national', 'nhnn'),
  organ('TTCP', 'state', 'national', 'ttcp'),
  organ('BNN', 'state', 'national', 'bnnptnt'),
  ...MINISTRIES.map(code => organ(code, 'state', 'national', code.toLowerCase().replaceAll('đ', 'd')))
]

const BY_CODE = new Map(ORGANS.map(o => [o.code, o]))
const VARIANTS: Readonly<Record<string, string>> = {
  TTG: 'TTg',
  Ttg: 'TTg',
  ttg: 'TTg',
  'T.Ư': 'TW',
  'T.W': 'TW',
  TƯ: 'TW',
  Tw: 'TW',
  'T.U': 'TU',
  Tu: 'TU',
  HDND: 'HĐND',
  HĐNĐ: 'HĐND',
  UBNĐ: 'UBND',
  UNBD: 'UBND',
  NDUB: 'UBND',
  TTg: 'TTg',
  THU: 'ThU'
}

/** An organ suffix in canonical writing (`TTG` → `TTg`); unknown ones as printed. */
export function canonicalOrgan(printed: string): string {
  return VARIANTS[printed] ?? printed
}

/** The organ a canonical suffix begins with (`UBTVQH15`, `BNN-TT`), or undefined. */
export function organOf(suffix: string): Organ | undefined {
  const head = suffix.split('-')[0] as string
  return BY_CODE.get(head) ?? BY_CODE.get(head.replace(/\d{1,9}$/, ''))
}

/** Whether a suffix belongs to the party: TW and TU with what is written before or behind them, HU, QU, ThU, ĐU, steering committees of TW. */
export function isPartyOrgan(suffix: string): boolean {
  return organOf(suffix)?.system === 'party' || /^(?:TW|[A-ZĐ]{2,}TU$|[A-ZĐ]{2,10}TW|ĐU|HU)/.test(suffix)
}
