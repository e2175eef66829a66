extension Catalogue {
  /// What is told of the cases of a pack.
  static let cases: KeyValuePairs<String, String> = [
    "there is no '{1}' of {2}/{3}": "{2}/{3} không có '{1}'",
    "this says nothing that a value could be": "phần này không ghi giá trị nào có thể có",
    "{1} is {2}": "{1} là {2}",
    "there is no list '{1}' in this period": "kỳ này không có danh sách '{1}'",
    "{1} is held back by: {2}": "{1} chưa được đưa vào vì: {2}",
    "there is no value '{1}' of {2} to be given": "{2} không có giá trị '{1}' để gán sẵn",
    "a list does not tell '{1}'": "danh sách không có phần '{1}'",
    "'{1}' is no line of '{2}'": "'{1}' không phải là một dòng của '{2}'",
    "this period leaves nothing behind in '{1}'": "kỳ này không để lại gì trong '{1}'",
    "there is no {1}/{2}": "không có {1}/{2}",
    "{1} leaves a row in '{2}'": "{1} để lại một dòng trong '{2}'",
    "{1} leaves no row in '{2}'": "{1} không để lại dòng nào trong '{2}'",
    "it is open whether {1} leaves a row in '{2}': {3}":
      "chưa rõ {1} có để lại dòng nào trong '{2}' không: {3}",
    "there is no '{1}' that could wait in this period":
      "kỳ này không có mục '{1}' nào để chờ xử lý",
    "the problems are: {1}": "các vấn đề là: {1}",
    "{1}: {2} errors, {3} warnings": "{1}: {2} lỗi, {3} cảnh báo",
    "; cases: {1} passed, {2} failed": "; trường hợp mẫu: {1} đạt, {2} không đạt",
    "… and {1} more": "… và {1} vấn đề nữa",
  ]
}
