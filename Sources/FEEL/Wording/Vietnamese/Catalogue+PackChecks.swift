extension Catalogue {
  /// What the checks of a pack say.
  static let packChecks: KeyValuePairs<String, String> = [
    "'{1}' cannot stand in a formula": "'{1}' không dùng được trong công thức",
    "use letters, digits and single spaces, and no word such as 'and', 'or', 'in'":
      "hãy dùng chữ cái, chữ số, mỗi chỗ một dấu cách, và không dùng các từ như 'and', 'or', 'in'",
    "'{1}' is declared here": "'{1}' được khai báo ở đây",
    "'{1}' is declared twice": "'{1}' được khai báo hai lần",
    "'{1}' has a decision but no value": "'{1}' có quyết định nhưng chưa có giá trị",
    "the citation of '{1}' names no law of the pack: '{2}'":
      "căn cứ của '{1}' không chỉ đến văn bản nào của bộ tiêu chí: '{2}'",
    "'{1}' is no mark of confidence": "'{1}' không phải là ký hiệu độ tin cậy",
    "write V2, V1, SEC, MEM or INT": "hãy viết V2, V1, SEC, MEM hoặc INT",
    "two values of '{1}' begin on one day": "hai giá trị của '{1}' bắt đầu cùng một ngày",
    "values of '{1}' overlap": "các giá trị của '{1}' chồng thời gian lên nhau",
    "between two values of '{1}' is a gap": "giữa hai giá trị của '{1}' có khoảng trống thời gian",
    "there is no message '{1}' to tell the reason": "không có câu '{1}' để nói lý do",
    "add it to 'messages' in both languages": "hãy thêm vào 'messages' bằng cả hai ngôn ngữ",
    "the row '{1}' is {2}": "dòng '{1}' có căn cứ {2}",
    "as a case: {1}": "viết thành trường hợp mẫu: {1}",
    "only texts have labels, and '{1}' is none":
      "chỉ chuỗi văn bản có tên gọi, mà '{1}' không phải",
    "leave out \"labels\"": "hãy bỏ \"labels\"",
    "'{1}' allows no '{2}' in '{3}'": "'{1}' không cho phép '{2}' trong '{3}'",
    "leave out the label, or allow the value": "hãy bỏ tên gọi này, hoặc cho phép giá trị",
    "the reading has no option '{1}'": "cách hiểu này không có phương án '{1}'",
    "there is no table '{1}'": "không có bảng '{1}'",
    "the scale has no level '{1}'": "thang không có mức '{1}'",
    "'{1}' has nothing named '{2}'": "'{1}' không có gì tên là '{2}'",
    "'one a day for' names no field of '{1}'": "'one a day for' không chỉ đến trường nào của '{1}'",
    "'one a day for' needs records with the field 'from', and '{1}' has none":
      "'one a day for' cần bản ghi có trường 'from', mà '{1}' không có",
    "add \"allowed\"": "thêm \"allowed\"",
    "no allowed values say which output of '{1}' goes before which: PRIORITY is FIRST here":
      "không có giá trị cho phép để biết kết quả nào của '{1}' đứng trước: PRIORITY ở đây chỉ là FIRST",
    "no allowed values put the outputs of '{1}' in order: OUTPUT ORDER is RULE ORDER here":
      "không có giá trị cho phép để xếp thứ tự kết quả của '{1}': OUTPUT ORDER ở đây chỉ là RULE ORDER",
    "'for each' names no field of '{1}'": "'for each' không chỉ đến trường nào của '{1}'",
    "'sum of' names no number of '{1}'": "'sum of' không chỉ đến trường số nào của '{1}'",
    "records are checked before anything is computed, and '{1}' is computed":
      "bản ghi được kiểm tra trước khi tính, mà '{1}' là giá trị được tính",
    "there is no policy value '{1}'": "không có giá trị '{1}' do cơ quan quy định",
    "'{1}' is left behind by a {2}, which the pack does not score":
      "'{1}' để lại số liệu của kỳ '{2}', mà bộ tiêu chí không chấm điểm kỳ này",
    "write '{1}' into 'periods', or leave it out of 'in'":
      "hãy ghi '{1}' vào 'periods', hoặc bỏ khỏi 'in'",
    "the records of '{1}' do not belong to '{2}'": "bản ghi của '{1}' không thuộc '{2}'",
    "'{1}' has no {2} field '{3}', which every row needs":
      "'{1}' không có trường '{3}' kiểu '{2}', mà dòng nào cũng cần",
    "'{1}' is {2}, but its formula gives {3}": "'{1}' là {2}, nhưng công thức cho {3}",
    "'{1}' is in {2}, but its formula gives {3}":
      "'{1}' tính theo đơn vị '{2}', nhưng công thức cho đơn vị '{3}'",
    "'{1}' is not for a formula: the period fills it":
      "'{1}' không dành cho công thức: kỳ tự điền trường này",
    "nothing says what '{1}' is in a row of '{2}'":
      "không có chỗ nào cho biết '{1}' trong một dòng của '{2}' là gì",
    "'{1}' is no unit": "'{1}' không phải là đơn vị đo",
    "this is no unit": "đây không phải là đơn vị đo",
    "'{1}' is declared in {2}, but its formula gives {3}":
      "'{1}' được khai báo theo đơn vị '{2}', nhưng công thức cho đơn vị '{3}'",
    "expected {1} here, found {2}": "ở đây cần {1}, nhưng lại là {2}",
    "lines stand by texts and dates, found {1}":
      "các dòng xếp theo chữ hoặc theo ngày, nhưng đây lại là {1}",
    "records belong to 'people' or to 'units'": "bản ghi phải thuộc 'people' hoặc 'units'",
    "the field '{1}' is there already": "trường '{1}' đã có",
    "'{1}' is there already": "'{1}' đã có",
    "choose another name": "hãy chọn tên khác",
    "'{1}' has no field '{2}'": "'{1}' không có trường '{2}'",
    "'{1}' is no type and no table": "'{1}' không phải là kiểu, cũng không phải là bảng",
    "these depend on each other in a circle: {1} → {2}":
      "các mục này phụ thuộc vòng quanh lẫn nhau: {1} → {2}",
    "a circle may only pass through 'led people' or 'sub units'":
      "chỉ được phụ thuộc vòng quanh thông qua 'led people' hoặc 'sub units'",
    "the person's posting": "vị trí công tác của người",
    "which {1} count": "bản ghi nào của {1} được tính",
    "there is no pack '{1}' to extend": "không có bộ tiêu chí '{1}' để kế thừa",
    "'mark' names a field of true or false that is false when absent and has no formula":
      "'mark' phải là tên một trường đúng/sai, vắng mặt nghĩa là sai và không có công thức",
  ]
}
