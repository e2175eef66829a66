extension Catalogue {
  /// What is told of the cases of a pack.
  static let cases: KeyValuePairs<String, String> = [
    "there is no '{1}' of {2}/{3}": "{2}/{3} không có '{1}'",
    "this says nothing that a value could be": "phần này không ghi giá trị nào có thể có",
    "{1}/{2}.{3} is {4}": "{1}/{2}.{3} là {4}",
    "there is no list '{1}' in this period": "kỳ này không có danh sách '{1}'",
    "{1} is held back by: {2}": "{1} chưa được đưa vào vì: {2}",
    "the problems are: {1}": "các vấn đề là: {1}",
    "{1}: {2} errors, {3} warnings": "{1}: {2} lỗi, {3} cảnh báo",
    "; cases: {1} passed, {2} failed": "; trường hợp mẫu: {1} đạt, {2} không đạt",
    "… and {1} more": "… và {1} vấn đề nữa",
  ]
}
