extension Catalogue {
  /// What the resolver says of names, types and other texts.
  static let names: KeyValuePairs<String, String> = [
    "nothing is named '{1}' here": "ở đây không có gì tên là '{1}'",
    "{1} has nothing named '{2}'": "{1} không có gì tên là '{2}'",
    "the context": "ngữ cảnh này",
    "it has {1}": "ở đó có {1}",
    "write '{1}'": "hãy viết '{1}'",
    "write {1}": "hãy viết {1}",
    "write \"{1}\"": "hãy viết \"{1}\"",
    "write @\"{1}\"": "hãy viết @\"{1}\"",
    "write one of {1}": "hãy viết một trong các tên {1}",
    "put an operator between '{1}' and '{2}'": "hãy đặt một phép toán giữa '{1}' và '{2}'",
    "'{1}' has a word of the language in it; give it another name":
      "'{1}' chứa một từ của ngôn ngữ; hãy đặt tên khác",
    "'?' stands only for the value that a test is about":
      "'?' chỉ dùng cho giá trị đang được kiểm tra",
    "'item' stands only for the element inside a filter":
      "'item' chỉ dùng cho phần tử trong bộ lọc",
    "there is no value that this comparison is about":
      "không có giá trị nào để phép so sánh này xét đến",
    "write a value before the sign": "hãy viết một giá trị trước dấu này",
    "'{1}' is a function": "'{1}' là hàm",
    "give its arguments in brackets": "hãy đưa các đối số trong dấu ngoặc",
    "there is no type '{1}'": "không có kiểu '{1}'",
    "there is no such type": "không có kiểu này",
    "{1} is needed here, and this is {2}": "ở đây cần {1}, còn đây là {2}",
    "no {1} is named '{2}'": "'{1}' không có tên nào là '{2}'",
    "there are two entries '{1}'": "có hai mục '{1}'",
    "make one list of it with 'flatten(…)'": "hãy gộp thành một danh sách bằng 'flatten(…)'",
    "in the function '{1}'": "trong hàm '{1}'",
    ", called with ({1})": ", được gọi với ({1})",
    "in the answer '{1}' to the reading '{2}'": "trong phương án '{1}' của cách hiểu '{2}'",
    "there is no reading '{1}'": "không có cách hiểu '{1}'",
    "'reading' takes the name of a reading in quotation marks":
      "'reading' cần tên của cách hiểu, viết trong ngoặc kép",
    "the reading '{1}' has no answer '{2}'": "cách hiểu '{1}' không có phương án '{2}'",
    "choose '{1}'": "hãy chọn '{1}'",
    "the function '{1}' is used inside itself": "hàm '{1}' được dùng trong chính nó",
    "the reading '{1}' is used inside itself": "cách hiểu '{1}' được dùng trong chính nó",
    "go through a list with 'for' instead": "hãy duyệt danh sách bằng 'for'",
    "functions and readings use one another too deep": "các hàm và cách hiểu gọi lẫn nhau quá sâu",
    "the expression has more than {1} parts, bodies of functions included":
      "biểu thức có quá {1} thành phần, kể cả thân các hàm",
    "the expression is nested more than {1} levels deep, functions included":
      "biểu thức lồng nhau quá {1} tầng, kể cả các hàm",
  ]
}
