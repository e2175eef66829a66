extension Catalogue {
  /// What is said of decision tables.
  static let tables: KeyValuePairs<String, String> = [
    "the table has no output": "bảng không có cột kết quả",
    "the table has more than {1} cells": "bảng có quá {1} ô",
    "row '{1}' has {2} tests, and the table has {3} inputs":
      "dòng '{1}' có {2} phép kiểm tra, còn bảng có {3} cột đầu vào",
    "write '-' where nothing is asked": "ô nào không hỏi gì thì viết '-'",
    "row '{1}' gives {2} values, and the table has {3} outputs":
      "dòng '{1}' cho {2} giá trị, còn bảng có {3} cột kết quả",
    "{1} makes one value of one output, and the table has {2}":
      "{1} tính một giá trị từ một cột kết quả, còn bảng có {2} cột",
    "{1} makes one value of one output": "{1} tính một giá trị từ một cột kết quả",
    "{1} has no {2}": "{1} không tính được {2}",
    "what is not allowed says nothing of an order":
      "liệt kê giá trị không được phép thì không cho biết thứ tự",
    "only one row may hold": "chỉ một dòng được phép thỏa mãn",
    "their outputs differ": "kết quả của chúng khác nhau",
    "rows '{1}' and '{2}' hold, but {3}": "các dòng '{1}' và '{2}' cùng thỏa mãn, nhưng {3}",
    "{1} is not an allowed value of the output '{2}'":
      "{1} không phải là giá trị được phép của cột kết quả '{2}'",
    "{1} is not an allowed value of input {2} of the table":
      "{1} không phải là giá trị được phép của cột đầu vào {2} của bảng",
    "no row of the table holds": "không có dòng nào của bảng thỏa mãn",
    "no row of the table holds for {1}": "không có dòng nào của bảng thỏa mãn với {1}",
    "rows {1} and {2} both hold for {3}, and only one may":
      "các dòng {1} và {2} cùng thỏa mãn với {3}, mà chỉ một dòng được phép",
    "rows {1} and {2} both hold for {3}, and their outputs differ":
      "các dòng {1} và {2} cùng thỏa mãn với {3}, mà kết quả khác nhau",
    "row {1} is never the result: {2} come first, as for {3}":
      "dòng {1} không bao giờ cho kết quả: {2} đứng trước, ví dụ với {3}",
    "row {1} never holds: no value of '{2}' passes its test":
      "dòng {1} không bao giờ thỏa mãn: không có giá trị nào của '{2}' qua được phép kiểm tra của dòng này",
    "row {1} gives a value that is not allowed for '{2}'":
      "dòng {1} cho một giá trị không được phép của '{2}'",
    "not proven: what row '{1}' adds or hides, as its test of '{2}' is no comparison with constants":
      "chưa chứng minh được dòng '{1}' thêm hay che khuất gì, vì phép kiểm tra '{2}' của dòng này không phải là so sánh với hằng số",
    "not proven: what row '{1}' gives, as it is no constant":
      "chưa chứng minh được dòng '{1}' cho kết quả gì, vì kết quả không phải là hằng số",
    "not proven: which values of '{1}' are allowed":
      "chưa chứng minh được những giá trị nào của '{1}' được phép",
    "not proven: that a row of the table holds for {1}":
      "chưa chứng minh được có dòng của bảng thỏa mãn với {1}",
    "not proven: that nothing else is wrong, as the table is too large":
      "chưa chứng minh được không còn gì sai, vì bảng quá lớn",
  ]
}
