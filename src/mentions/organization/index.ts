import * as z from 'zod'
import type { MentionType } from '../../model/rule.ts'
import { LOWER, UPPER } from '../../text/letters.ts'
import { pattern } from '../../text/pattern.ts'
import {
  AIM,
  CALLED,
  CAPITAL,
  COUNTRY,
  calledBy,
  DOES,
  HAS_AIM,
  HEAD,
  IN_BRACKETS,
  IS_COUNTRY,
  isBegun,
  isForeign,
  isShouted,
  NAMES,
  NOT_NAMED,
  type Organization,
  SET_BY,
  SETS,
  SHORT_COUNTRY,
  TAIL,
  TRADE,
  tradeNameOf
} from './names.ts'

export const organization: MentionType<Organization> = {
  type: 'organization',
  isPublic: false,
  isCaseSensitive: true,
  schema: z.strictObject({ name: z.string(), also: z.string().optional() }),
  tags: () => ['Organization', 'Noun'],
  rules: [
    {
      id: 'organization/company',
      pattern: pattern`(?<span>${HEAD} (?<full>(?:(?:${CAPITAL} )?(?:${TRADE}) ){0,6}${TAIL}))${CALLED}`,
      produce: (groups, around) => {
        const name = tradeNameOf(groups)
        if (isShouted(name) || name === 'Việt Nam' || isBegun(name, around.after)) return undefined
        return calledBy(name.replace(/['&]{1,41}$/, ''), groups)
      },
      examples: [
        { text: 'tại ⟦CTCP Chế biến Thực phẩm Sao Mai - Hướng Dương⟧ (UPCoM: SHD)', value: { name: 'Sao Mai - Hướng Dương', also: 'SHD' } },
        { text: '⟦CTCP Đầu tư Bất động sản Thiên Lộc⟧ thông qua', value: { name: 'Thiên Lộc' } },
        { text: '⟦Tổng công ty Vận tải thủy Việt Nam⟧ đặt', value: { name: 'Vận tải thủy Việt Nam' } },
        { text: '⟦Ngân hàng Hàng hải Việt Nam⟧ lãi', value: { name: 'Hàng hải Việt Nam' } },
        { text: '⟦CTCP Gạch Đồng Tâm⟧ (mã GDT)', value: { name: 'Gạch Đồng Tâm', also: 'GDT' } },
        { text: '⟦Tập đoàn Hòa Phát⟧ đặt', value: { name: 'Hòa Phát' } },
        { text: '⟦Công ty Cổ phần Chứng khoán Sông Đà⟧ (mã SDX)', value: { name: 'Chứng khoán Sông Đà', also: 'SDX' } },
        { text: '⟦Ngân hàng TMCP Đông Hà⟧ (mã DHB-HOSE)', value: { name: 'DHB', also: 'Đông Hà' } },
        {
          text: ['⟦Công ty Cổ phần Đầu tư Đông Hà⟧ (mã DHA-HOSE)', '⟦CTCP Đông Hà⟧ (UPCoM: DHA)'],
          value: { name: 'Đông Hà', also: 'DHA' }
        },
        { text: '⟦Ngân hàng TMCP Đông Hà⟧ (DHA)', value: { name: 'DHA', also: 'Đông Hà' } },
        { text: '⟦Tập đoàn Mekong⟧ (Pakistan)', value: { name: 'Mekong' } }
      ],
      counterexamples: [
        'công ty này',
        'Tổng công ty Bưu điện đặt',
        'các Ngân hàng Việt Nam',
        'TỪ HTX GIẢI THỂ ĐẾN HTX LÀM GIÀU',
        'Ngân hàng trung ương',
        'Ngân hàng Trung ương nâng',
        'Công ty đặt mục tiêu'
      ]
    },
    {
      // A name that ends in small words, told by the short one behind it.
      id: 'organization/called',
      pattern: pattern`(?<span>${HEAD}(?: (?:${CAPITAL}|${TRADE})){1,10})${IN_BRACKETS}`,
      produce: groups => {
        const called = calledBy('', groups)
        return called.also === undefined ? undefined : { name: called.name === '' ? called.also : called.name }
      },
      examples: [
        { text: '⟦Ngân hàng TMCP Quân đội⟧ (MBX) công bố', value: { name: 'MBX' } },
        { text: '⟦Công ty cổ phần Phát triển nhà⟧ (mã PTN-HOSE)', value: { name: 'PTN' } }
      ],
      counterexamples: ['Ngân hàng niêm yết trên sàn (HNX)', 'Công ty Luật (Hà Nội)']
    },
    {
      // Whoever sets a goal has a name: a company's short one, another country, an alliance.
      id: 'organization/sets-goals',
      pattern: pattern`(?<span>(?!${NOT_NAMED}(?! minh châu Âu))(?<name>(?:${SHORT_COUNTRY.join('|')})|${NAMES}))(?=${SETS})`,
      produce: (groups, around) => {
        const name = groups['name'] as string
        // The end of a longer name is none (`Thái Bình Dương`).
        if (
          /(?:(?<!\p{L})\p{Lu}\p{L}{0,9}(?: -)?|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|đồng chí|tướng|[Tt]ỉnh|ủy|uỷ|phố|[Hh]uyện|[Xx]ã|[Qq]uận|dân|bộ|phường) $|\p{L}[-–]$/u.test(
            around.before
          )
        )
          return undefined
        // One word with small letters may begin a sentence; a name has several, is foreign, or an abbreviation.
        const isName = IS_COUNTRY.test(name) || name.includes(' ') || isForeign(name) || SHORT_COUNTRY.includes(name)
        // `tuyên bố sẽ` is said of people too; of these here only governments set goals with it.
        const isSpeech = /^(?: \S+){0,3} tuyên bố sẽ/.test(around.after) && !IS_COUNTRY.test(name)
        return isShouted(name) || /^[IVXLC]+$/.test(name) || !isName || isSpeech ? undefined : { name }
      },
      examples: [
        { text: 'năm 2031, ⟦Na Uy⟧ cam kết giảm 45% lượng', value: { name: 'Na Uy' } },
        { text: '⟦Vinagas⟧ đặt kế hoạch doanh thu 300 tỷ đồng', value: { name: 'Vinagas' } },
        { text: 'mới đây ⟦VNG⟧ đã thống nhất kế hoạch năm 2018', value: { name: 'VNG' } },
        { text: '⟦Vinagas⟧ - hãng gas lớn nhất miền Bắc - lên kế hoạch', value: { name: 'Vinagas' } },
        { text: '⟦Vinagas⟧ hướng tới năm 2027 với các chỉ tiêu', value: { name: 'Vinagas' } },
        { text: '⟦Vinagas⟧ kỳ vọng đạt doanh thu 300 tỷ đồng', value: { name: 'Vinagas' } },
        { text: '⟦VNG⟧ cũng sẽ trình cổ đông phương án', value: { name: 'VNG' } },
        { text: 'còn ⟦RGA⟧ (Liên minh) đã cam kết góp 2 tỷ USD', value: { name: 'RGA' } },
        { text: '⟦châu Phi⟧ đặt mục tiêu tăng', value: { name: 'châu Phi' } }
      ],
      counterexamples: [
        'Ông Nguyễn Văn Phúc cam kết',
        'ông Đậu Văn Phúc cam kết',
        'châu Á - Thái Bình Dương cam kết',
        'Ngành đặt mục tiêu',
        'Việt Nam-Nga đặt mục tiêu',
        'quy hoạch cảng XIII đặt mục tiêu',
        'Tỉnh ủy Kiên Giang đặt mục tiêu',
        'Bộ Công Thương đặt mục tiêu',
        'Huyện cũng đặt mục tiêu',
        'PAR INDEX năm nay phấn đấu xếp trong tốp 10',
        'Elon Musk tuyên bố sẽ cắt giảm'
      ]
    },
    {
      // Whose an aim is said to be, behind it.
      id: 'organization/aims',
      pattern: pattern`(?:(?<=${AIM} [^.;:?!]{0,24}của )|(?<=${AIM} [^.;:?!]{0,40}mà )(?=${NAMES} (?:đã |từng |đang )?${SET_BY}))(?<span>(?!(?!Nhà )${NOT_NAMED})(?<name>${NAMES}))`,
      produce: groups => {
        const name = groups['name'] as string
        const isName = IS_COUNTRY.test(name) || name.includes(' ') || isForeign(name)
        return isName && !isShouted(name) ? { name } : undefined
      },
      examples: [
        { text: 'đã vượt mục tiêu 2% của ⟦BOJ⟧ trong', value: { name: 'BOJ' } },
        { text: 'mục tiêu mà ⟦Nhà Trắng⟧ đề ra là 5-10%', value: { name: 'Nhà Trắng' } }
      ],
      counterexamples: ['mục tiêu của Chính phủ', 'mục tiêu của Nhà nước', 'lợi nhuận của BOJ', 'mục tiêu mà Tuấn đề ra']
    },
    {
      // Who leads a company speaks for it.
      id: 'organization/board',
      pattern: pattern`(?:HĐQT|Hội đồng quản trị|ĐHĐCĐ|Đại hội đồng cổ đông|Ban lãnh đạo|Ban điều hành|Ban Tổng giám đốc) (?:của )?(?<span>(?!${NOT_NAMED})(?<name>${NAMES}))`,
      produce: groups => {
        const name = groups['name'] as string
        return (name.includes(' ') || isForeign(name)) && !isShouted(name) ? { name } : undefined
      },
      examples: [{ text: 'HĐQT ⟦PHD⟧ dự kiến trình', value: { name: 'PHD' } }],
      counterexamples: ['HĐQT Công ty', 'Ban lãnh đạo Tỉnh']
    },
    {
      id: 'organization/premier',
      pattern: pattern`(?:Thủ tướng|Tổng thống) (?<span>(?<name>${COUNTRY}))(?: ${NAMES})?(?=${SETS})`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [{ text: 'Thủ tướng ⟦Nhật Bản⟧ Fumio Kishida đặt mục tiêu', value: { name: 'Nhật Bản' } }],
      counterexamples: ['Thủ tướng Nhật Bản Fumio Kishida nói', 'Thủ tướng Chính phủ đặt mục tiêu']
    },
    {
      id: 'organization/government',
      pattern: pattern`(?<span>Chính phủ (?<name>${COUNTRY}))(?![ -][${UPPER}])`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [{ text: '⟦Chính phủ Thái Lan⟧ tuyên bố sẽ tăng tỷ trọng điện gió', value: { name: 'Thái Lan' } }],
      counterexamples: ['Chính phủ Việt Nam', 'Chính phủ Anh hùng']
    },
    {
      // Banks of other countries that set what prices are to rise by.
      id: 'organization/central-bank',
      pattern: pattern`(?<span>Cục Dự trữ [Ll]iên bang(?: Mỹ| Hoa Kỳ)?|(?:Ngân hàng [Tt]rung ương|NHTW) (?:${COUNTRY}|châu Âu|Anh(?! hùng)|Thụy Sĩ|Thuỵ Sỹ))(?! ?-? ?[${UPPER}])(?: ?\(?(?<short>[A-Z][A-Za-z]{1,6})\))?`,
      produce: ({ span, short }) => (short === undefined ? { name: span as string } : { name: short, also: span as string }),
      examples: [
        { text: 'của ⟦Cục Dự trữ Liên bang Mỹ⟧ (Fed)', value: { name: 'Fed', also: 'Cục Dự trữ Liên bang Mỹ' } },
        { text: '⟦Ngân hàng Trung ương Nhật Bản⟧ giữ', value: { name: 'Ngân hàng Trung ương Nhật Bản' } }
      ],
      counterexamples: ['Ngân hàng Trung ương nâng', 'Ngân hàng Trung ương Anh hùng']
    },
    {
      id: 'organization/country',
      pattern: pattern`(?<span>(?<![${LOWER}${UPPER}0-9] )(?<name>${COUNTRY}|${SHORT_COUNTRY.join('|')}))(?=${DOES} )`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [
        { text: '⟦Nhật Bản⟧ mong muốn thông qua cơ chế chung để đạt được mục tiêu giảm 46%', value: { name: 'Nhật Bản' } },
        { text: '⟦Na Uy⟧, với kế hoạch mới, sẽ giảm 26% phát thải', value: { name: 'Na Uy' } },
        { text: '⟦EU⟧ đã lập thị trường tín chỉ nhằm giảm 55%', value: { name: 'EU' } },
        { text: '⟦Nga⟧ cũng tuyên bố tiếp tục cắt giảm sản lượng', value: { name: 'Nga' } },
        { text: '⟦Malaysia⟧ năm nay kỳ vọng thu hút 31 triệu khách', value: { name: 'Malaysia' } }
      ],
      counterexamples: ['Nhật Bản sẽ tài trợ dự án', 'xuất khẩu sang Trung Quốc sẽ tăng 15%', 'giữa Việt Nam và Ấn Độ sẽ đạt 20 tỷ USD']
    },
    {
      // `Giới phân tích nhận định Trung Quốc vẫn có thể đạt được mục tiêu`
      id: 'organization/country-aims',
      pattern: pattern`(?<=(?:^|[,;.:“"\n] |[,;.:“"\n]|rằng |định |báo |thấy |việc |khi |nếu |do |vì |giúp |để |là ))(?<span>(?<name>${COUNTRY}|${SHORT_COUNTRY.join('|')}|Châu Âu))(?=${HAS_AIM})`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [
        { text: 'Giới phân tích nhận định ⟦Trung Quốc⟧ vẫn có thể đạt được mục tiêu tăng trưởng 5%', value: { name: 'Trung Quốc' } },
        { text: '⟦Châu Âu⟧ đang trên đà đạt tới mục tiêu làm đầy 90% kho', value: { name: 'Châu Âu' } }
      ],
      counterexamples: ['nhập khẩu từ Trung Quốc để đạt mục tiêu 5%', 'Nhật Bản sẽ giúp Việt Nam đạt mục tiêu']
    },
    {
      id: 'organization/brand',
      pattern: pattern`(?<span>(?!World Bank|Asian Development Bank)(?<name>(?:[A-Z][A-Za-z]{1,40} ){1,3}(?:Airlines|Airways|Group|Holdings|Corporation|Corp|Bank|Motors|Land|Securities|Telecom)|[A-Z][A-Za-z]{1,40}[bB]ank))`,
      produce: groups => ({ name: groups['name'] as string }),
      examples: [
        { text: '⟦Sunrise Airlines⟧ bay', value: { name: 'Sunrise Airlines' } },
        { text: 'cổ đông ⟦An Phu Group⟧ bầu', value: { name: 'An Phu Group' } },
        { text: '⟦Minhlongbank⟧ công bố', value: { name: 'Minhlongbank' } },
        { text: '⟦SMBank⟧ đặt', value: { name: 'SMBank' } }
      ],
      counterexamples: ['World Bank dự báo', 'Facebook']
    }
  ],
  names: ({ name, also }) =>
    [name, also].flatMap(called =>
      called !== undefined && (called.includes(' ') || (isForeign(called) && !IS_COUNTRY.test(called)))
        ? [{ name: called, value: { name }, rule: IS_COUNTRY.test(name) ? 'organization/country-name' : 'organization/short-name' }]
        : []
    )
}
