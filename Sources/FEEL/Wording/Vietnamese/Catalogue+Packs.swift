extension Catalogue {
  /// What the reader of packs says.
  static let packs: KeyValuePairs<String, String> = [
    "{1}: the records of '{2}' are read once and folded into '{3}'":
      "{1}: bản ghi của '{2}' chỉ đọc một lần và gộp vào '{3}'",
    "{1}: the records of '{2}' are kept, for formulas that read them together":
      "{1}: bản ghi của '{2}' được giữ lại vì có công thức cần đọc chung",
    "  kept are {1}: {2} fields and {3} values, up to {4} bytes each, besides long texts":
      "  giữ lại {1}: {2} trường và {3} giá trị, mỗi bản ghi đến {4} byte, chưa kể chuỗi dài",
    "all records": "mọi bản ghi",
    "  where the table is larger than '--memory', it is divided by '{1}' on disk first":
      "  bảng lớn hơn '--memory' thì được chia theo '{1}' trên đĩa trước",
    "those that lists may pick": "những bản ghi mà danh sách có thể nêu",
    "those that lists may pick or that records of {1} name":
      "những bản ghi mà danh sách có thể nêu hoặc được {1} dẫn đến",
    "those that records of {1} name": "những bản ghi được {1} dẫn đến",
    "  on columns: {1}": "  tính theo cột: {1}",
    "  record by record: {1}": "  tính từng bản ghi: {1}",
    "  with all records of an owner: {1}": "  cần mọi bản ghi của từng chủ thể: {1}",
    "the pack does not say '{1}'": "bộ tiêu chí chưa ghi '{1}'",
    "'{1}' does not say '{2}'": "'{1}' chưa ghi '{2}'",
    "'{1}' expects {2}, found {3}": "'{1}' cần {2}, nhưng ở đây là {3}",
    "a list of lists of names": "danh sách gồm các danh sách tên",
    "expected a list of names, found {1}": "ở đây cần danh sách tên, nhưng lại là {1}",
    "expected {\"from\": …, \"value\": …}": "ở đây cần {\"from\": …, \"value\": …}",
    "expected {\"vi\": …, \"en\": …}, found {1}":
      "ở đây cần {\"vi\": …, \"en\": …}, nhưng lại là {1}",
    "expected a formula in quotes, found {1}":
      "ở đây cần công thức trong ngoặc kép, nhưng lại là {1}",
    "expected a text, found {1}": "ở đây cần chuỗi văn bản, nhưng lại là {1}",
    "expected a date such as \"2026-01-01\", found {1}":
      "ở đây cần ngày, ví dụ \"2026-01-01\", nhưng lại là {1}",
    "expected a number, a text, true, false or null, found {1}":
      "ở đây cần số, chuỗi văn bản, true, false hoặc null, nhưng lại là {1}",
    "only fields that name a record have \"found as\", and '{1}' names none":
      "chỉ trường dẫn đến bản ghi mới có \"found as\", còn '{1}' không dẫn đến bản ghi nào",
    "leave out \"found as\"": "bỏ \"found as\"",
    "expected a kind of period": "ở đây cần loại kỳ",
    "write 'month', 'quarter', 'half-year' or 'year'":
      "hãy viết 'month', 'quarter', 'half-year' hoặc 'year'",
    "expected an object here, found {1}": "ở đây cần đối tượng, nhưng lại là {1}",
    "expected an object of entries by id, found {1}":
      "ở đây cần đối tượng gồm các mục theo mã, nhưng lại là {1}",
    "nothing here is named '{1}'": "ở đây không có mục nào tên là '{1}'",
    "'{1}' is set by an agency and needs its decision":
      "'{1}' do cơ quan quy định nên cần có quyết định của cơ quan",
    "add \"decision\" with number and date": "hãy thêm \"decision\" ghi số và ngày",
    "the default is none of the options": "mặc định không phải là một trong các phương án",
    "'{1}' has no citation": "'{1}' chưa có căn cứ",
    "add \"cite\" with the law's id and the article": "hãy thêm \"cite\" ghi mã văn bản và điều",
    "'{1}' and '{2}' both set '{3}', and neither builds on the other":
      "'{1}' và '{2}' cùng quy định '{3}' mà không bộ nào kế thừa bộ nào",
    "in a pack that builds on both, replace '{1}' and cite the choice":
      "trong bộ tiêu chí kế thừa cả hai, hãy thay '{1}' và nêu căn cứ của lựa chọn",
    "'{1}' already says '{2}'": "'{1}' đã ghi '{2}'",
    "add \"replaces\": \"{1}\" and a citation to replace the whole entry":
      "muốn thay cả mục, hãy thêm \"replaces\": \"{1}\" và căn cứ",
    "there is no '{1}' left to replace": "không còn '{1}' để thay",
    "a replacement needs a citation": "thay một mục thì phải nêu căn cứ",
    "there is no entry '{1}' to stand before": "không có mục '{1}' để đứng trước",
    "there is no entry '{1}' to stand after": "không có mục '{1}' để đứng sau",
    "'{1}' is a decision table and has a formula as well":
      "'{1}' là bảng quyết định mà lại có cả công thức",
    "remove one of them": "hãy bỏ một trong hai",
    "row '{1}' gives nothing for '{2}'": "dòng '{1}' không cho giá trị nào của '{2}'",
    "'{1}' expects an object of formulas by name, found {2}":
      "'{1}' cần một đối tượng gồm các công thức theo tên, nhưng lại là {2}",
    "the table has nothing named '{1}'": "bảng không có gì tên là '{1}'",
    "'{1}' is no date of 'periods'": "'{1}' không phải ngày của bảng 'periods'",
  ]
}
