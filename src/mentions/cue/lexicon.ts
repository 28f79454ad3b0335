/**
 * Closed-class words that the grammar and the status rules read, by tag. A phrase may have several tags. The longest
 * phrase wins, so a word inside a fixed phrase (`mục tiêu quốc gia`) is not read by itself.
 * Sources: the genre's fixed phrases; domain knowledge of goal, result and forecast wording.
 */
export const LEXICON: readonly { readonly tags: readonly string[]; readonly phrases: readonly string[] }[] = [
  // -- what makes a number a goal
  {
    tags: ['Cue', 'Goal'],
    phrases: [
      'mục tiêu', 'đặt mục tiêu', 'đặt ra mục tiêu', 'đề ra mục tiêu', 'với mục tiêu', 'mục tiêu đặt ra', 'mục tiêu đề ra', 'mục tiêu cụ thể', 'mục tiêu cơ bản', 'mục tiêu chung', 'mục tiêu tổng quát', 'mục tiêu là', 'mục tiêu phấn đấu', 'mục tiêu chủ yếu', 'các mục tiêu', 'một số mục tiêu', 'xác định mục tiêu', 'nêu mục tiêu', 'nêu rõ mục tiêu', 'đưa ra mục tiêu', 'mục tiêu trung hạn', 'mục tiêu dài hạn', 'mục tiêu của', 'hiện thực hóa mục tiêu', 'thực hiện mục tiêu', 'đạt mục tiêu', 'đạt được mục tiêu', 'hoàn thành mục tiêu',
      'chỉ tiêu', 'các chỉ tiêu', 'chỉ tiêu chủ yếu', 'các chỉ tiêu chủ yếu', 'chỉ tiêu cụ thể', 'một số chỉ tiêu', 'đặt chỉ tiêu', 'giao chỉ tiêu', 'được giao chỉ tiêu', 'chỉ tiêu được giao', 'chỉ tiêu phấn đấu', 'đặt ra chỉ tiêu', 'đề ra chỉ tiêu', 'đảm bảo chỉ tiêu', 'chỉ tiêu đề ra', 'chỉ tiêu kế hoạch', 'chỉ tiêu giao',
      'phấn đấu', 'phấn đấu đạt', 'tiếp tục phấn đấu', 'quyết tâm', 'quyết tâm đạt', 'ra sức phấn đấu', 'nỗ lực phấn đấu', 'đặt quyết tâm', 'quyết tâm phấn đấu', 'nỗ lực đạt', 'cố gắng đạt', 'đặt đích', 'đích đến', 'cán mốc', 'muốn đạt', 'muốn tăng trưởng', 'muốn tăng', 'muốn giảm', 'muốn nâng', 'muốn đưa', 'mong muốn', 'đặt yêu cầu', 'cái đích', 'hứa', 'hạ chỉ tiêu', 'chịu trách nhiệm để', 'chinh phục mốc', 'tham vọng', 'khát vọng', 'đặt ra', 'đề ra', 'đặt kế hoạch', 'lên kế hoạch', 'kế hoạch kinh doanh', 'kế hoạch sản xuất kinh doanh', 'kế hoạch doanh thu', 'kế hoạch lợi nhuận', 'đặt kế hoạch doanh thu', 'kế hoạch chia cổ tức', 'kế hoạch cổ tức', 'kế hoạch lãi', 'đặt kế hoạch lãi', 'kế hoạch sản lượng', 'chỉ tiêu doanh thu', 'hướng tới', 'hướng đến', 'hướng tới mục tiêu', 'hướng đến mục tiêu', 'nhằm đạt', 'nhằm đạt được', 'để đạt', 'để đạt được', 'nhằm đưa', 'nhằm mục tiêu', 'yêu cầu đạt', 
    ]
  },
  {
    tags: ['Cue', 'Weak', 'Adverb'],
    phrases: ['cam kết', 'muốn có', 'sẽ', 'phải', 'cần', 'cần phải', 'phải đạt', 'sẽ phấn đấu', 'phải bảo đảm', 'sẽ đạt', 'cần đạt', 'sẽ có', 'phải có', 'cần có', 'sẽ là']
  },
  {
    tags: ['Cue', 'Weak', 'Ensure'],
    phrases: ['đảm bảo', 'bảo đảm', 'yêu cầu', 'lộ trình', 'đòi hỏi']
  },
  {
    tags: ['Ensure'],
    phrases: ['duy trì', 'giữ vững', 'giữ ổn định', 'duy trì ổn định', 'tiếp tục duy trì', 'tiếp tục giữ vững', 'đề nghị', 'nhiệm vụ', 'định hướng', 'tập trung', 'tiếp tục', 'đẩy mạnh', 'tầm nhìn']
  },
  { tags: ['Process', 'Noun'], phrases: ['đẩy nhanh tiến độ', 'tháo gỡ', 'rà soát', 'tháo gỡ khó khăn cho', 'đẩy nhanh', 'kiểm tra', 'thanh tra', 'chương trình tín dụng', 'gói tín dụng', 'gói hỗ trợ', 'gói'] },
  { tags: ['Cue', 'Expect'], phrases: ['kỳ vọng', 'kì vọng', 'đặt kỳ vọng', 'kỳ vọng sẽ'] },
  // What is done to plans says nothing of how far they are carried out.
  { tags: ['Adopt'], phrases: ['giao', 'được giao', 'phê duyệt', 'được phê duyệt', 'ban hành', 'được ban hành', 'ký', 'ký ban hành', 'thông qua', 'được thông qua', 'nêu', 'quy định', 'quyết định', 'trình', 'chỉ đạo', 'công bố', 'đưa ra', 'điều chỉnh'].map(verb => `đã ${verb}`) },
  { tags: ['Cue', 'Goal'], phrases: ['đề ra', 'đặt ra', 'xác định', 'đăng ký', 'cam kết', 'chốt', 'giao chỉ tiêu', 'đề xuất', 'yêu cầu', 'đề nghị', 'hạ chỉ tiêu'].map(verb => `đã ${verb}`) },
  // What a document or body does when it sets goals; read as a goal word behind one of these.
  { tags: ['Set', 'Noun'], phrases: ['xác định', 'xác định rõ', 'ghi', 'ghi rõ', 'nêu rõ', 'giao', 'yêu cầu', 'đặt', 'đặt yêu cầu', 'chốt', 'quyết nghị'] },
  { tags: ['Compare'], phrases: ['so với', 'so', 'nếu so với', 'thay vì', 'thay cho'] },
  { tags: ['Exceed'], phrases: ['vượt', 'vượt trội', 'vượt hơn', 'đã vượt', 'vượt xa'] },
  { tags: ['Assign'], phrases: ['giao', 'được giao', 'phân bổ', 'được phân bổ', 'giao kế hoạch', 'được giao kế hoạch', 'giao vốn', 'giao dự toán'] },
  // -- what makes it a result, a forecast, something else
  {
    tags: ['Cue', 'Result'],
    phrases: [
      'đã', 'đã đạt', 'đạt được', 'đã có', 'đã hoàn thành', 'đã đạt được', 'hiện', 'hiện nay', 'hiện tại', 'hiện có', 'hiện đã', 'hiện đạt', 'hiện chiếm', 'đến nay', 'tới nay', 'cho đến nay', 'đến thời điểm này', 'đến thời điểm hiện tại', 'tính đến nay', 'tính đến thời điểm này', 'tính đến', 'tính chung', 'lũy kế', 'cộng dồn',
      'thực hiện được', 'thực hiện đạt', 'ghi nhận', 'theo thống kê', 'theo số liệu', 'số liệu thống kê', 'thống kê cho thấy', 'theo báo cáo của', 'báo cáo cho thấy', 'kết quả là', 'kết quả cho thấy', 'kết quả đạt được', 'vừa qua', 'thời gian qua', 'những năm qua', 'nhiều năm qua', 'trong những năm qua', 'đang', 'đang có', 'trước đây', 'trước đó', 'vẫn còn', 'còn có', 'mới đạt', 'mới chỉ', 'mới chỉ đạt', 'chỉ đạt', 'mới có', 'mới được', 'mới xong', 'mới là', 'mới chiếm', 'mới ở mức', 'mới giải ngân', 'mới dừng ở', 'dừng ở', 'mới hoàn thành', 'bước đầu', 'hoàn thành các chỉ tiêu', 'hoàn thành tất cả các chỉ tiêu', 'hoàn thành toàn bộ chỉ tiêu', 'hoàn thành toàn bộ các chỉ tiêu', 'hoàn thành tất cả chỉ tiêu', 'đạt và vượt mức kế hoạch đề ra', 'vượt mức kế hoạch đề ra', 'vượt mức kế hoạch', 'đạt và vượt kế hoạch', 'đạt và vượt chỉ tiêu', 'đạt và vượt mục tiêu', 'đạt và vượt kế hoạch đề ra', 'đạt và vượt mục tiêu đề ra', 'đạt và vượt chỉ tiêu đề ra', 'vượt kế hoạch đề ra', 'vượt mục tiêu đề ra', 'vượt chỉ tiêu đề ra', 'vượt chỉ tiêu được giao', 'vượt kế hoạch', 'vượt chỉ tiêu', 'vượt mục tiêu', 'đạt kế hoạch', 'hoàn thành kế hoạch', 'hoàn thành chỉ tiêu', 'hoàn thành vượt', 'hoàn thành vượt mức', 'đạt và vượt', 'tăng so với', 'giảm so với', 'so với cùng kỳ', 'so với năm trước', 'so với tháng trước', 'so cùng kỳ', 'bằng so với', 'cho thấy', 'kể từ khi', 'nhờ đó', 'nhờ vậy', 'qua đó đã', 'đứng thứ', 'xếp thứ'
    ]
  },
  {
    tags: ['Cue', 'Forecast'],
    phrases: ['dự kiến', 'dự báo', 'dự đoán', 'ước đạt', 'ước tính', 'ước', 'ước tính đạt', 'ước thực hiện', 'ước tăng', 'có thể đạt', 'có thể', 'có khả năng đạt', 'có khả năng sẽ', 'nhiều khả năng', 'khả năng cao', 'khả năng đạt', 'khả năng hoàn thành', 'có khả năng hoàn thành', 'khái toán', 'kịch bản cơ sở', 'kịch bản cao', 'kịch bản thấp', 'kịch bản trung bình', 'kịch bản tích cực', 'kịch bản tiêu cực', 'kịch bản cực đoan', 'kịch bản xấu', 'kịch bản lạc quan', 'kịch bản bi quan', 'triển vọng', 'dự phóng', 'được kỳ vọng', 'dự kiến đạt', 'dự tính', 'theo dự báo', 'được dự báo', 'được dự đoán', 'nếu', 'giả sử', 'giả định']
  },
  {
    tags: ['Cue', 'Other'],
    phrases: [
      'thuế suất', 'lãi suất', 'lãi suất cho vay', 'thuế giá trị gia tăng', 'mức đóng', 'tỷ lệ đóng', 'mức hỗ trợ', 'được hỗ trợ', 'hỗ trợ', 'hỗ trợ tối đa', 'hỗ trợ không quá', 'mức phạt', 'phạt tiền', 'phạt', 'bị phạt', 'xử phạt', 'giảm giá', 'khuyến mãi', 'khuyến mại', 'chiết khấu', 'ưu đãi', 'được hưởng', 'hưởng', 'được giảm', 'được miễn', 'miễn giảm', 'tán thành', 'biểu quyết', 'phiếu bầu', 'số phiếu', 'người được hỏi', 'được khảo sát', 'khảo sát', 'người tham gia khảo sát', 'doanh nghiệp được hỏi', 'theo quy định', 'quy định tại', 'mức thuế', 'thuế', 'thuế thu nhập', 'khấu trừ', 'phí', 'phụ cấp', 'lương cơ sở', 'mức lương', 'giá vé', 'giá bán', 'nồng độ cồn', 'độ ẩm', 'khả năng mưa', 'tỷ lệ cược', 'thương tật', 'vốn điều lệ', 'cổ phần', 'tỷ lệ sở hữu', 'sở hữu', 'nắm giữ', 'ký quỹ'
    ]
  },
  // -- verbs and particles between an indicator and its value
  {
    tags: ['Reach'],
    phrases: [
      'đạt là', 'đạt được là', 'đạt', 'chiếm', 'là', 'ở mức', 'đạt mức', 'bằng', 'đạt tỷ lệ', 'đạt tỉ lệ', 'lên mức', 'tương đương', 'đạt bình quân', 'bình quân đạt', 'đạt trung bình', 'trung bình đạt', 'đóng góp', 'chiếm tỷ trọng', 'chiếm tỷ lệ', 'chiếm tỉ lệ', 'giữ ở mức', 'duy trì ở mức', 'đạt ở mức', 'đạt con số', 'đạt giá trị', 'đạt tổng', 'cán mốc', 'đạt mốc', 'chạm mốc', 'vào mức', 'đáp ứng', 'có mức', 'đạt quy mô', 'giữ mức', 'đạt độ', 'ổn định ở mức', 'duy trì ổn định ở mức', 'giữ ổn định ở mức', 'ổn định quanh mức', 'đạt ở mức độ'
    ]
  },
  { tags: ['Reach', 'Level', 'Up'], phrases: ['lên', 'tăng lên', 'nâng lên', 'lên đến', 'lên tới', 'tăng lên đến', 'tăng lên thành', 'nâng lên thành', 'tăng lên mức', 'lên thành', 'lên mức cao nhất là', 'lên mức cao nhất', 'lên mức tối đa', 'vươn lên mức'] },
  { tags: ['Reach', 'Level', 'Down'], phrases: ['còn', 'xuống', 'xuống còn', 'giảm xuống', 'giảm xuống còn', 'giảm còn', 'chỉ còn', 'hạ xuống', 'kéo giảm xuống còn', 'giảm xuống mức', 'còn ở mức', 'về mức', 'xuống mức', 'giảm về', 'đưa về'] },
  { tags: ['Change', 'Up'], phrases: ['tăng', 'tăng thêm', 'tăng bình quân', 'tăng trung bình', 'thêm', 'bổ sung thêm', 'tăng nhanh', 'tăng mạnh', 'tăng tới', 'tăng đến', 'gia tăng', 'tăng nhẹ', 'tăng đều', 'tăng ở mức', 'tăng ở tốc độ', 'tăng với tốc độ', 'tăng nhanh với tốc độ', 'duy trì mức tăng', 'đạt mức tăng', 'duy trì tốc độ tăng'] },
  { tags: ['Change', 'Down'], phrases: ['giảm', 'giảm bình quân', 'giảm trung bình', 'giảm thêm', 'cắt giảm', 'cắt giảm được', 'tiết giảm', 'kéo giảm', 'giảm mạnh', 'giảm dần', 'giảm nhẹ', 'giảm ở mức', 'duy trì mức giảm', 'giữ mức giảm', 'đạt mức giảm', 'tiết kiệm', 'tiết kiệm thêm', 'đơn giản hóa', 'cắt giảm, đơn giản hóa', 'hạ'] },
  { tags: ['Raise'], phrases: ['nâng', 'đưa', 'nâng tổng', 'kéo', 'giữ', 'hạ chỉ tiêu', 'kiềm chế', 'kiểm soát', 'khống chế', 'nâng cao'] },
  { tags: ['Cue', 'Goal', 'Raise'], phrases: ['phấn đấu đưa', 'phấn đấu nâng', 'phấn đấu giảm'] },
  { tags: ['Have'], phrases: ['có', 'gồm', 'bao gồm', 'có được', 'với', 'có thêm', 'đạt có', 'còn có', 'đón', 'thu hút', 'thu hút được', 'huy động', 'huy động được', 'tạo ra', 'tạo', 'đón được', 'phục vụ', 'đón và phục vụ'] },
  {
    tags: ['Do', 'Noun'],
    phrases: [
      'hình thành mới', 'hình thành mới được', 'thành lập mới được',       'xây dựng', 'xây dựng được', 'xây mới', 'hình thành', 'hình thành được', 'thành lập', 'phát triển', 'phát triển được', 'phát triển thêm', 'đào tạo', 'đào tạo được', 'đào tạo nghề', 'bồi dưỡng', 'giải quyết', 'giải quyết việc làm cho', 'giải quyết việc làm', 'tạo việc làm cho', 'tạo việc làm mới cho', 'hoàn thành', 'hoàn thành xây dựng', 'đầu tư', 'khởi công', 'khởi công xây dựng', 'trồng', 'trồng mới', 'trồng được', 'nâng cấp', 'công nhận', 'công nhận mới', 'triển khai', 'kết nạp', 'kết nạp được', 'cấp', 'cấp mới', 'cung cấp', 'tổ chức', 'tích hợp', 'số hóa', 'mở', 'mở mới', 'tuyển', 'tuyển mới', 'tuyển dụng', 'xóa', 'xóa được', 'sắp xếp', 'giải ngân', 'giải ngân được', 'thực hiện', 'phủ', 'bố trí', 'vận động', 'xuất khẩu', 'sản xuất', 'khai thác', 'hỗ trợ cho', 'hỗ trợ xây dựng', 'lắp đặt', 'trang bị', 'ban hành', 'trình', 'đưa vào sử dụng', 'đưa vào vận hành', 'đưa vào khai thác', 'thông xe', 'chuyển đổi', 'thu gom', 'xử lý', 'tháo dỡ', 'cải tạo', 'di dời', 'bảo tồn', 'phục hồi', 'thả', 'tiêm', 'khám', 'đăng ký', 'cứng hóa', 'bê tông hóa', 'nhựa hóa', 'kiên cố hóa', 'nhân rộng', 'chiêu sinh', 'tuyển sinh được', 'giành', 'đoạt'
    ]
  },
  // -- what may stand between without ending a clause
  { tags: ['Adverb'], phrases: ['kỷ lục', 'ban đầu', 'đều', 'cũng', 'vẫn', 'chỉ', 'luôn', 'thường xuyên', 'tương ứng', 'lần lượt', 'mới', 'ngay', 'hoàn toàn', 'cơ bản', 'đạt và duy trì', 'dần', 'nhanh chóng', 'lần lượt là', 'tương ứng là', 'lần lượt đạt', 'tổng cộng', 'tổng', 'còn lại', 'ước chừng'] },
  { tags: ['Rate'], phrases: ['bình quân', 'trung bình', 'bình quân hàng năm', 'bình quân hằng năm', 'bình quân mỗi năm', 'hàng năm', 'hằng năm', 'mỗi năm', 'trung bình mỗi năm', 'bình quân năm', 'trung bình hàng năm', 'trung bình hằng năm', 'hàng năm đạt', 'bình quân giai đoạn', 'bình quân cả giai đoạn', 'một năm', 'mỗi tháng', 'hằng tháng', 'hàng tháng', 'thường niên', 'bình quân chung', 'bình quân 5 năm', 'từng năm', 'từ nay', 'hàng quý'] },
  { tags: ['Of'], phrases: ['của'] },
  { tags: ['And'], phrases: ['và', 'hoặc', 'cùng', 'cùng với', 'lẫn', 'cũng như'] },
  {
    tags: ['Boundary'],
    phrases: [
      'trong đó', 'cụ thể', 'cụ thể là', 'cụ thể như sau', 'theo đó', 'ngoài ra', 'đồng thời', 'bên cạnh đó', 'cùng với đó', 'song song đó', 'song song với đó', 'để', 'nhằm', 'khi', 'tuy nhiên', 'mặc dù', 'vì', 'nên', 'thì', 'mà', 'qua đó', 'từ đó', 'góp phần', 'trong khi', 'trong khi đó', 'như', 'nhưng', 'tiếp đó', 'tiếp theo', 'sau đó', 'do đó', 'vì vậy', 'thông qua', 'bởi', 'tức là', 'nghĩa là', 'thứ nhất', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'nêu rõ', 'cho biết', 'cho rằng', 'nhấn mạnh', 'khẳng định', 'chia sẻ', 'mục tiêu này', 'các mục tiêu này', 'những mục tiêu này', 'mục tiêu trên', 'các mục tiêu trên', 'những mục tiêu trên', 'mục tiêu đó', 'chỉ tiêu này', 'các chỉ tiêu này', 'chỉ tiêu trên', 'mục tiêu nói trên', 'hơn nữa', 'đặc biệt', 'nhất là', 'riêng', 'riêng đối với', 'tạo đà', 'tạo nền tảng', 'làm cơ sở', 'trong bối cảnh', 'nếu như', 'tương đương với', 'nhờ'
    ]
  },
  // -- who a goal is said of, and prepositions: inside an indicator phrase they stay, at its start they are no part of it
  { tags: ['Subject', 'Noun'], phrases: ['tỉnh', 'thành phố', 'huyện', 'toàn tỉnh', 'toàn thành phố', 'toàn huyện', 'địa phương', 'ngành', 'toàn ngành', 'đơn vị', 'công ty', 'doanh nghiệp này', 'toàn quốc', 'toàn xã', 'toàn vùng', 'tập đoàn', 'ngân hàng', 'tổng công ty', 'hđqt', 'ban lãnh đạo', 'nhà trường', 'tp', 'trên địa bàn', 'trên địa bàn tỉnh', 'trên địa bàn thành phố', 'trên địa bàn huyện', 'toàn thị xã', 'bộ', 'công ty này'] },
  { tags: ['Preposition', 'Noun'], phrases: ['về', 'tại', 'theo', 'đối với', 'trong', 'trên', 'ở', 'cho', 'từ', 'dành cho', 'trong lĩnh vực', 'vào', 'trong tổng số', 'trong số', 'tới', 'đến'] },
  // -- heads of indicator phrases: what a measured thing begins with
  {
    tags: ['Head', 'Noun'],
    phrases: [
      'tỷ lệ', 'tỉ lệ', 'tỷ trọng', 'tỉ trọng', 'tỷ suất', 'tỉ suất', 'số', 'số lượng', 'tổng số', 'số lượt', 'mức', 'mức độ', 'tốc độ', 'tốc độ tăng', 'tốc độ tăng trưởng', 'tốc độ tăng bình quân', 'tốc độ tăng trưởng bình quân', 'tốc độ tăng trưởng kinh tế', 'tổng', 'tổng thu', 'tổng chi', 'tổng mức', 'tổng giá trị', 'tổng sản lượng', 'tổng diện tích', 'tổng vốn', 'tổng chiều dài', 'tổng kim ngạch', 'tổng doanh thu', 'diện tích', 'sản lượng', 'năng suất', 'giá trị', 'giá trị sản xuất', 'giá trị gia tăng', 'giá trị tăng thêm', 'kim ngạch', 'kim ngạch xuất khẩu', 'doanh thu', 'lợi nhuận', 'lợi nhuận sau thuế', 'lợi nhuận trước thuế', 'thu nhập', 'thu nhập bình quân', 'thu nhập bình quân đầu người', 'thu ngân sách', 'thu ngân sách nhà nước', 'chi ngân sách', 'vốn', 'vốn đầu tư', 'chỉ số', 'độ che phủ', 'quy mô', 'công suất', 'công suất thiết kế', 'chiều dài', 'khối lượng', 'dư nợ', 'huy động vốn', 'tăng trưởng', 'tăng trưởng kinh tế', 'tăng trưởng tín dụng', 'nợ xấu', 'bội chi', 'lạm phát', 'cổ tức', 'tuổi thọ', 'lượng', 'lượng khách', 'khách du lịch', 'mật độ', 'cơ cấu', 'cơ cấu kinh tế', 'mức tăng', 'mức tăng trưởng', 'hiệu suất', 'tần suất', 'thị phần', 'đàn', 'tổng đàn'
    ]
  },
  // -- phrases that hold a cue word and are none
  {
    tags: ['Noun'],
    phrases: [
      'trung bình và cao', 'chuyển giao', 'bàn giao', 'giao lưu', 'giao thương', 'giao nhận', 'giao lại', 'chuyển giao lại', 'không phải', 'phải nộp', 'phải đóng', 'phải truy đóng', 'phải trả', 'phải chịu', 'phải kiểm tra', 'phải nuôi', 'phải cách ly', 'phải hoàn', 'xác định thời hạn', 'không xác định thời hạn', 'đặt mình', 'lẽ ra phải', 'và tương đương', 'đặc biệt khó khăn', 'đặc biệt quan trọng', 'đóng góp của', 'phần đóng góp', 'tỷ trọng đóng góp', 'mức đóng góp', 'tỷ lệ đóng góp', 'đảng viên mới', 'nông thôn mới', 'việc làm mới', 'thành lập mới', 'xây dựng mới', 'đoàn viên mới', 'hội viên mới', 'doanh nghiệp mới', 'chuẩn mới', 'kiểu mới', 'mô hình mới', 'đổi mới sáng tạo', 'đổi mới', 'sáng tạo', 'nhân tạo', 'trí tuệ nhân tạo', 'chế tạo', 'cải tạo', 'tái tạo', 'năng lượng tái tạo', 'giả tạo', 'kiến tạo', 'hậu cần', 'dịch vụ hậu cần', 'hạ tầng', 'hạ lưu', 'cơ sở hạ tầng', 'xuống cấp', 'địa chỉ', 'lẽ phải', 'công nghiệp hỗ trợ', 'công nghệ hỗ trợ', 'chứng chỉ', 'địa chỉ', 'tín chỉ', 'còn lại', 'phát hiện', 'thể hiện', 'xuất hiện', 'hiện thực', 'hiện hữu', 'hiện vật', 'biểu hiện', 'hiện hành', 'hiện trạng', 'hiện tượng', 'ước mơ', 'mơ ước', 'công ước', 'quy ước', 'cần thiết', 'phải chăng', 'bên phải', 'mới đây', 'có thể thấy', 'một số', 'đa số', 'đại đa số', 'thứ bậc', 'nâng hạng', 'tăng cường', 'giảm thiểu', 'thiết bị', 'điều kiện', 'mục đích', 'đóng góp ý kiến', 'bằng cấp', 'văn bằng', 'công bằng', 'cân bằng', 'đồng bằng', 'thăng bằng', 'mặt bằng', 'giải phóng mặt bằng', 'tổ chức thực hiện', 'bản lĩnh', 'lên kế hoạch chi tiết', 'vươn lên', 'đi lên', 'mức sống', 'mục tiêu, chỉ tiêu', 'tiêu chuẩn', 'quyết định', 'là chính', 'còn thấp', 'có hiệu quả', 'có chất lượng', 'mục tiêu quốc gia', 'chương trình mục tiêu quốc gia', 'mục tiêu kép', 'giảm nghèo', 'giảm nghèo bền vững', 'chương trình mục tiêu', 'vốn chương trình mục tiêu', 'bảo hiểm', 'tăng trưởng xanh', 'đầu tư công', 'đầu tư', 'bình quân đầu người', 'nâng cao chất lượng', 'nông thôn mới nâng cao', 'chỉ tiêu, tiêu chí', 'được giao đất', 'phát triển kinh tế', 'dịch vụ công', 'tổng sản phẩm trên địa bàn', 'sẵn sàng', 'giá trị gia tăng', 'giá trị tăng thêm', 'hỗ trợ việc làm', 'phí tổn', 'kết quả giải quyết', 'trả kết quả', 'thuế sản phẩm', 'trợ cấp sản phẩm', 'trợ cấp', 'giao dịch', 'giao thông', 'cơ bản', 'học phí', 'chi phí', 'kinh phí', 'lệ phí', 'bưu chính', 'các tỉnh', 'cấp tỉnh', 'cấp huyện', 'cấp xã', 'thành thị', 'đô thị', 'xã hội', 'hợp tác xã', 'bộ phận', 'cán bộ', 'tiến bộ', 'ngành nghề', 'nghề', 'đường bộ', 'nội bộ', 'bộ máy', 'phương tiện', 'thu hút đầu tư', 'tạo việc làm', 'đào tạo nghề', 'lao động qua đào tạo', 'qua đào tạo', 'được đào tạo', 'được thu gom', 'được xử lý', 'được cung cấp', 'được cấp', 'được sử dụng', 'được công nhận', 'có điện', 'có việc làm', 'thu nộp ngân sách', 'công ty cổ phần', 'đạt chuẩn', 'đạt yêu cầu', 'đạt tiêu chuẩn', 'đạt quy chuẩn', 'đạt tiêu chí', 'đạt danh hiệu', 'đạt chất lượng', 'đạt trình độ', 'không đạt', 'có nhu cầu', 'đủ điều kiện', 'theo quy chuẩn', 'theo chuẩn nghèo', 'theo chuẩn', 'theo giá', 'theo giá so sánh', 'theo giá hiện hành', 'theo tiêu chuẩn', 'về số lượng', 'về giá trị', 'tăng thu', 'đường thủy', 'còi', 'tại chỗ', 'tại nhà', 'thu nhập thấp', 'có thu nhập', 'tham gia bảo hiểm', 'tiết kiệm năng lượng', 'tiết kiệm điện', 'nước ngoài', 'đầu tư nước ngoài', 'hiện đại', 'kết nối', 'tập trung đông dân cư', 'xử lý nước thải tập trung', 'cấp nước tập trung', 'khu công nghiệp tập trung', 'có trách nhiệm', 'tổ chức tín dụng', 'cơ quan, đơn vị', 'đơn vị hành chính', 'đơn vị sự nghiệp', 'sở, ban, ngành', 'các ngành', 'nhiều ngành', 'ngành hàng', 'xã đạt chuẩn', 'số xã', 'số huyện', 'doanh nghiệp xã hội', 'tăng trưởng hai con số', 'chương trình hành động', 'hợp phần', 'có hiệu lực', 'công suất', 'tỉnh táo', 'xã, phường', 'huyện, thị xã', 'xã, phường, thị trấn', 'tỉnh, thành phố', 'bộ, ngành', 'bộ, ngành, địa phương', 'trình độ', 'lãnh đạo', 'được tiếp cận', 'được tham gia', 'được bảo vệ', 'được quản lý', 'được phủ', 'được kết nối', 'được định danh', 'được số hóa', 'được giải quyết', 'được thực hiện', 'được tích hợp', 'được thiết kế', 'được phê duyệt', 'được tập huấn', 'được khám', 'được tiêm', 'được hưởng thụ'
    ]
  }
]
