/** Units as they are printed, and the form in which records name them. Patterns are of lower-case text. */
import { anyOf } from '../../text/pattern.ts'

/** Currencies: printed form → unit. */
const MONEY: Readonly<Record<string, string>> = {
  'đồng': 'VND', vnđ: 'VND', vnd: 'VND', đ: 'VND', 'việt nam đồng': 'VND', usd: 'USD', 'đô la mỹ': 'USD', 'đô la': 'USD', 'đôla': 'USD', 'đôla mỹ': 'USD',
  'mỹ kim': 'USD', euro: 'EUR', eur: 'EUR', 'yên nhật': 'JPY', 'nhân dân tệ': 'CNY', won: 'KRW', 'bảng anh': 'GBP'
}

/** Measures whose printed form is not the unit's name in records. */
const MEASURE_NAMES: Readonly<Record<string, string>> = {
  'héc-ta': 'ha', 'hec-ta': 'ha', 'héc ta': 'ha', 'hecta': 'ha', hécta: 'ha', 'ki lô mét': 'km', 'ki-lô-mét': 'km', kilômét: 'km', 'cây số': 'km',
  'mét khối': 'm3', 'mét vuông': 'm2', 'ki lô gam': 'kg', 'm³': 'm³', 'm²': 'm²', 'km²': 'km²', '㎡': '㎡', 'mb/s': 'Mbps', mbps: 'Mbps', 'mbit/s': 'Mbit/s', gbps: 'Gbps', 'gb/s': 'Gbps',
  mw: 'MW', gw: 'GW', kw: 'kW', kwh: 'kWh', mwh: 'MWh', gwh: 'GWh', mwp: 'MWp', kwp: 'kWp', twh: 'TWh', kv: 'kV', mva: 'MVA', gb: 'GB', tb: 'TB', mb: 'MB', teu: 'TEU', dwt: 'DWT', 'tấn co2': 'tấn CO2', 'co2': 'CO2', '°c': '°C', '‰': '‰', toe: 'TOE', ktoe: 'kTOE', mtoe: 'MTOE'
}

const MEASURES = [
  'triệu tấn', 'tấn', 'tạ', 'yến', 'kg', 'gam', 'lít', 'ml', 'mét', 'm', 'cm', 'mm', 'km', 'km2', 'm2', 'm3', 'ha', 'sào', 'mẫu', 'điểm', 'bậc', 'lần', 'phút', 'giây',
  'giờ', 'ngày', 'tuần', 'tháng', 'năm', 'tuổi', 'm2 sàn', 'ha/năm', 'độ', 'lượt', 'thùng', 'giạ', 'tín chỉ carbon', 'tín chỉ', 'm3/ngày đêm', 'm3/ngày', 'tấn/ha', 'tạ/ha', 'tấn/năm', 'tấn co2 tương đương'
]

/** Things that are counted, by more than one syllable: the unit of `400 doanh nghiệp công nghệ số` is `doanh nghiệp`. */
const COUNTED = [
  'nhân viên', 'nhân viên y tế', 'nhân sự', 'công ty', 'tập đoàn', 'tập đoàn kinh tế', 'phòng thử nghiệm', 'phòng thí nghiệm', 'phòng xét nghiệm', 'đồ án', 'đồ án quy hoạch', 'quy hoạch', 'trường đại học', 'trường cao đẳng', 'trường trung học phổ thông', 'trường tiểu học', 'trường mầm non', 'cơ sở giáo dục', 'cơ sở giáo dục nghề nghiệp', 'nhà cung cấp', 'nhà cung ứng', 'cầu cảng', 'bến cảng', 'cảng biển', 'cảng cạn', 'cảng hàng không', 'ngân hàng', 'trạm thu phí', 'hộ kinh doanh', 'công dân', 'giảng viên', 'làng nghề', 'nhóm sản phẩm', 'kỳ lân', 'sàn giao dịch', 'tổ công nghệ số cộng đồng', 'khu chế xuất', 'khu công nghệ cao', 'khu công nghệ thông tin', 'khu công viên phần mềm', 'khu du lịch', 'khu nông nghiệp', 'khu nông nghiệp công nghệ cao', 'khu thương mại tự do', 'khu công nghệ số tập trung', 'điểm du lịch', 'điểm trường', 'cầu vượt', 'bãi đỗ xe', 'bãi xe', 'đường dây', 'trạm biến áp', 'tổ máy', 'nhà máy điện', 'toa xe', 'đầu máy', 'đoàn tàu', 'chỗ đỗ', 'chỗ ngồi', 'chủ thể', 'nhân khẩu', 'khẩu', 'cán bộ, công chức', 'cán bộ, công chức, viên chức', 'cán bộ quản lý', 'doanh nhân', 'nhà quản lý', 'thạc sĩ', 'loại vaccine', 'loại vắc xin', 'mô hình, dự án', 'lượt hành khách', 'hành khách', 'nhà vệ sinh', 'nhà tiêu', 'sáng kiến kinh nghiệm', 'tổ hợp', 'trụ sở', 'phòng giao dịch', 'chi nhánh', 'máy atm', 'thẻ', 'giao dịch', 'tàu bay', 'tuyến bay', 'đường bay', 'tuyến cáp', 'cáp quang biển', 'máy chủ', 'vệ tinh', 'bệnh án',
  'doanh nghiệp', 'hợp tác xã', 'tổ hợp tác', 'xã', 'phường', 'huyện', 'quận', 'thị xã', 'thành phố', 'tỉnh, thành phố', 'tỉnh', 'thôn', 'bản', 'ấp', 'buôn', 'làng', 'khu dân cư',
  'tổ dân phố', 'khu phố', 'hộ', 'hộ gia đình', 'hộ nghèo', 'hộ dân', 'người', 'lao động', 'nhân lực', 'dân', 'lượt khách', 'lượt người', 'khách', 'du khách', 'lượt du khách', 'lượt du khách quốc tế', 'lượt khách quốc tế', 'khách quốc tế',
  'học sinh', 'sinh viên', 'giáo viên', 'bác sĩ', 'bác sỹ', 'dược sĩ', 'điều dưỡng', 'giường bệnh', 'giường', 'trường', 'trường học', 'phòng học', 'lớp', 'cơ sở', 'trung tâm', 'trung tâm logistics', 'trung tâm dữ liệu', 'dự án',
  'công trình', 'nhiệm vụ', 'chỉ tiêu', 'tiêu chí', 'dịch vụ', 'thủ tục', 'thủ tục hành chính', 'hồ sơ', 'sản phẩm', 'sản phẩm ocop', 'thương hiệu', 'mô hình', 'chuỗi', 'vùng', 'khu', 'cụm', 'khu công nghiệp', 'cụm công nghiệp',
  'khu kinh tế', 'khu đô thị', 'khu đô thị thông minh', 'đô thị', 'đô thị thông minh', 'căn', 'căn hộ', 'căn nhà', 'nhà ở xã hội', 'nhà', 'tuyến', 'tuyến đường', 'cầu', 'bến', 'cảng', 'sân bay', 'trạm', 'trạm bts', 'điểm đến', 'tài khoản', 'thuê bao',
  'đề án', 'chương trình', 'kế hoạch', 'văn bản', 'thông tư', 'nghị định', 'dự thảo', 'dự luật', 'luật', 'đơn vị', 'đơn vị hành chính', 'cơ quan', 'tổ chức', 'đầu mối', 'chi bộ', 'tổ chức đảng', 'đảng viên', 'đoàn viên', 'hội viên', 'cán bộ',
  'công chức', 'viên chức', 'chuyên gia', 'kỹ sư', 'tiến sĩ', 'nhà khoa học', 'nhà đầu tư', 'khách hàng', 'cổ phiếu', 'cổ phần', 'đại diện', 'bộ dữ liệu', 'cơ sở dữ liệu', 'nền tảng', 'ứng dụng', 'hệ thống', 'phần mềm', 'bằng sáng chế',
  'sáng chế', 'công bố', 'bài báo', 'giải pháp', 'sáng kiến', 'lượt', 'lượt người dùng', 'lượt chuyến', 'chuyến', 'chuyến bay', 'phương tiện', 'xe', 'xe buýt', 'tàu', 'tàu cá', 'máy bay', 'con', 'cây', 'cây xanh', 'trụ', 'trạm sạc', 'cửa hàng', 'siêu thị',
  'chợ', 'hồ', 'hồ chứa', 'bể', 'giếng', 'kết nối', 'định danh', 'smartphone', 'điện thoại', 'máy', 'máy tính', 'vụ', 'vụ việc', 'vụ tai nạn', 'cuộc', 'buổi', 'lớp tập huấn', 'hội nghị', 'suất', 'suất ăn', 'suất học bổng', 'việc làm', 'việc làm mới',
  'thành viên', 'nghệ nhân', 'di tích', 'di sản', 'lễ hội', 'nhà văn hóa', 'sân', 'đội', 'đội tuyển', 'vận động viên', 'huy chương', 'huy chương vàng', 'hcv', 'bàn thắng', 'trận', 'giải', 'tỷ lệ', 'bộ', 'ngành', 'địa phương', 'nước', 'quốc gia', 'thị trường', 'đối tác',
  'trang trại', 'cơ sở sản xuất', 'nhà máy', 'phân xưởng', 'lò', 'kho', 'cửa khẩu', 'điểm phục vụ', 'liều', 'liều vaccine', 'ca', 'bệnh nhân', 'bệnh viện', 'trạm y tế', 'phòng khám', 'gia đình', 'phụ nữ', 'trẻ em', 'trẻ', 'thanh niên', 'nông dân', 'ngư dân', 'dn', 'htx', 'cư dân', 'dân cư',
  'phòng', 'ban', 'sở', 'biên chế', 'suất tái định cư', 'lô đất', 'thửa đất', 'thửa', 'giấy phép', 'giấy chứng nhận', 'hợp đồng', 'đơn hàng', 'mặt hàng', 'nhãn hiệu', 'mã số', 'mã số vùng trồng', 'chỉ dẫn địa lý', 'dòng sản phẩm', 'gian hàng', 'bé trai', 'ki-ốt', 'tác phẩm', 'bài hát', 'bộ phim', 'phim', 'ấn phẩm', 'đầu sách', 'cuốn sách', 'dòng họ', 'cộng đồng', 'học viên', 'thí sinh', 'nguyện vọng', 'sao', 'quỹ', 'gói thầu', 'nút giao', 'làn xe', 'đường băng', 'nhà ga', 'ga', 'hầm', 'cống', 'đập', 'turbine', 'tua bin', 'tổ máy', 'nguồn', 'đợt', 'phiếu', 'tổ', 'nhóm', 'loại', 'điều', 'khoản', 'chương', 'kỹ thuật viên', 'công nhân', 'người lao động', 'người dân', 'người nghèo', 'người nước ngoài', 'hành khách', 'lượt hành khách', 'tấn hàng', 'container', 'đầu xe', 'bãi', 'ô', 'đàn', 'tổ chức tín dụng', 'chi nhánh', 'phòng giao dịch', 'cây atm', 'máy pos', 'điểm chấp nhận thanh toán', 'định danh số', 'kios', 'lồng', 'lồng bè', 'bè', 'ao', 'khu tái định cư', 'khu nhà ở', 'khu bảo tồn', 'vườn', 'vườn quốc gia', 'công viên', 'bảo tàng', 'thư viện', 'cán bộ, công chức', 'nữ', 'ứng viên', 'ý tưởng', 'buồng', 'buồng khách sạn', 'nền', 'điểm đen', 'trẻ mồ côi', 'bình chữa cháy', 'dược sĩ', 'dược sỹ', 'quần chúng', 'quần chúng ưu tú', 'bộ chỉ số', 'nhà ở', 'lượt lao động', 'khóa đào tạo', 'lớp đào tạo', 'tàu thuyền', 'tiểu thương', 'đại biểu', 'nhóm trẻ'
]

/** A currency in lower-case text. `đ` only right behind a digit. */
export const MONEY_UNIT = anyOf(...Object.keys(MONEY).filter(m => m !== 'đ'))
/** A measure in lower-case text. */
export const MEASURE_UNIT = anyOf(...MEASURES, ...Object.keys(MEASURE_NAMES).filter(m => m !== '°c'))
/** A counted thing in lower-case text. */
export const COUNTED_NOUN = anyOf(...COUNTED)

const PER_UNITS = anyOf(
  'năm', 'tháng', 'ngày', 'ngày đêm', 'giờ', 'phút', 'giây', 'người', 'người dân', 'ha', 'héc ta', 'vụ', 'lượt', 'lượt khách', 'khách', 'cổ phiếu', 'cổ phần', 'hộ', 'dự án', 'kg', 'tấn', 'm2', 'm3', 'km', 'km2', 'suất', 'đơn vị', 'tuần', 'quý',
  '100 dân', '1.000 dân', '1000 dân', '10.000 dân', '10 000 dân', '10000 dân', 'vạn dân', '1 vạn dân', 'một vạn dân', 'nghìn dân', 'ngàn dân', '1 nghìn dân', 'lao động', 'học sinh', 'sinh viên', 'xã', 'huyện', 'tỉnh', 'doanh nghiệp', 'căn', 'chuyến', 'đầu người', 'con', 's', 'h', 'đvdt', 'đêm', 'lớp', '100 bé gái', 'ca', 'trạm', 'sào', 'thẻ', 'liều', 'tấn/năm', 'thửa', 'nhân khẩu', 'khẩu', '100.000 dân', '1.000 người', 'đảng viên', 'mẫu', 'lít', 'kwh', 'tín chỉ', 'hợp tác xã', 'thành viên'
)
/** A denominator: `/năm`, `/người/năm`, `/10.000 dân`. */
export const PER = `(?: ?/ ?${PER_UNITS}(?![a-zà-ỹđ0-9]))`

/** The unit of a printed currency. */
export function moneyUnit(printed: string): string {
  return MONEY[printed] ?? printed.toUpperCase()
}

/** The unit of a printed measure. */
export function measureUnit(printed: string): string {
  return MEASURE_NAMES[printed] ?? printed
}

/** A printed denominator in the form of records: `/ người / năm` → `/người/năm`. */
export function perUnit(printed: string | undefined): string {
  return printed ? printed.replace(/ ?\/ ?/g, '/') : ''
}
