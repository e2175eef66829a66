extension Catalogue {
  /// What the reader of packs says of written tables.
  static let writtenTables: KeyValuePairs<String, String> = [
    "'{1}' says in more than one way what its cells are": "'{1}' ghi nhiều cách lấy giá trị của ô",
    "keep one of 'is', 'count', 'sum', 'mean' and 'shows'":
      "hãy giữ lại một trong 'is', 'count', 'sum', 'mean', 'shows'",
    "nothing is known of a row by the name '{1}'":
      "dòng của biểu không có nội dung nào tên là '{1}'",
    "nothing can be shown as '{1}'": "không có cách trình bày '{1}'",
    "'{1}' does not say what must hold": "'{1}' chưa ghi điều phải đúng",
    "write 'each in one of' or 'adds up' with names of columns":
      "hãy viết 'each in one of' hoặc 'adds up' kèm tên các cột",
    "'{1}' has both 'rows' and 'within'": "'{1}' có cả 'rows' và 'within'",
    "there is no list '{1}' of '{2}' whose lines could be rows":
      "không có danh sách '{1}' của '{2}' để lấy làm dòng",
    "'{1}' has no columns": "'{1}' không có cột nào",
    "there is no quota '{1}' of '{2}' within these groups":
      "không có tỷ lệ '{1}' của '{2}' theo các nhóm này",
    "the column '{1}' has no heading": "cột '{1}' không có tiêu đề",
    "add \"label\"": "hãy thêm \"label\"",
    "the column '{1}' does not fit the rows of the table":
      "cột '{1}' không hợp với các dòng của biểu",
    "'{1}' has no column '{2}'": "'{1}' không có cột '{2}'",
    "the column '{1}' counts nothing": "cột '{1}' không đếm gì",
    "'{1}' has no total that could add up": "'{1}' không có dòng tổng để đối chiếu",
    "'{1}' cannot be the name of a file": "'{1}' không dùng làm tên tệp được",
    "use letters, digits and hyphens": "hãy dùng chữ cái, chữ số và gạch nối",
    "'{1}' and '{2}' would both write '{3}'": "'{1}' và '{2}' cùng ghi ra '{3}'",
    "give one of them another 'file'": "hãy đặt 'file' khác cho một trong hai",
  ]
}
