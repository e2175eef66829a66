/// The Vietnamese of every sentence and phrase, by its English template.
///
/// The sentences of all rooms stand here, so that one word is always rendered by the same word. Holes
/// such as `{1}` keep their numbers; their order may change. Sentences begin in lower case and have no
/// full stop; a way out begins with *hãy*. Code stands between `'…'` as it does in English.
///
/// | English | Vietnamese | | English | Vietnamese |
/// |---|---|---|---|---|
/// | expression | biểu thức | | pack | bộ tiêu chí |
/// | value | giá trị | | entry | mục |
/// | number | số | | citation | căn cứ |
/// | text | chuỗi văn bản | | law | văn bản |
/// | true or false | giá trị đúng/sai | | reading | cách hiểu |
/// | date, time | ngày, giờ | | option, answer | phương án |
/// | duration | khoảng thời gian | | policy value | giá trị do cơ quan quy định |
/// | list, element | danh sách, phần tử | | level, scale | mức, thang |
/// | range, end | khoảng, đầu mút | | table | bảng |
/// | context | ngữ cảnh | | row, cell | dòng, ô |
/// | function | hàm | | input, output | cột đầu vào, cột kết quả |
/// | parameter, argument | tham số, đối số | | record | bản ghi |
/// | name | tên | | field | trường |
/// | type, unit | kiểu, đơn vị đo | | unknown | chưa biết |
/// | condition | điều kiện | | needs decision | chờ quyết định |
/// | operator | phép toán | | file, key | tệp, khóa |
/// | bracket | dấu ngoặc | | error, warning, note | lỗi, cảnh báo, ghi chú |
package enum Catalogue {
  /// What is said of expressions and decision tables.
  package static let language: [KeyValuePairs<String, String>] = [
    kinds, syntax, names, operators, calls, tables, reasons, patterns,
  ]

  /// All pages, one for each part of the program that speaks.
  package static let pages =
    language + [json, packs, packChecks, writtenTables, records, cases, models, zones]

  /// The Vietnamese by the template.
  static let vietnamese: [String: String] = {
    var all: [String: String] = [:]
    for page in pages {
      for (template, translation) in page { all[template] = translation }
    }
    return all
  }()
}
