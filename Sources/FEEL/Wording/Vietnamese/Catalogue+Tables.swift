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
  ]
}
