extension Catalogue {
  /// What the resolver says of functions and their arguments.
  static let calls: KeyValuePairs<String, String> = [
    "there is no function '{1}'": "không có hàm '{1}'",
    "'{1}' is {2} and cannot be called": "'{1}' là {2}, không gọi như hàm được",
    "{1} cannot be called": "{1} không gọi như hàm được",
    "put '*' before the bracket": "hãy đặt '*' trước dấu ngoặc",
    "may not reach a score, as its result is not exact":
      "không được dùng để tính điểm vì kết quả không chính xác tuyệt đối",
    "would give another result every day": "sẽ cho kết quả khác nhau mỗi ngày",
    "use 'as of'": "hãy dùng 'as of'",
    "is not there yet": "chưa dùng được",
    "compare with '<', '<=' or 'in'": "hãy so sánh bằng '<', '<=' hoặc 'in'",
    "the function takes {1}, found {2}": "hàm này cần {1}, nhưng có {2}",
    "{1} takes {2}, found {3}": "{1} cần {2}, nhưng có {3}",
    "'known' takes one value, found {1}": "'known' cần một giá trị, nhưng có {1}",
    "1 argument{1}": "1 đối số{1}",
    "{1} arguments{2}": "{1} đối số{2}",
    "the names of the parameters are not known here": "ở đây chưa biết tên các tham số",
    "the function": "hàm này",
    "the arguments do not fit": "các đối số không phù hợp",
    "the arguments of '{1}' do not fit": "các đối số của '{1}' không phù hợp",
    "the arguments do not fit: it is {1}": "các đối số không phù hợp: hãy viết {1}",
    "arguments are given either all by name or all by place":
      "các đối số phải cùng viết theo tên hoặc cùng viết theo thứ tự",
    "{1} has no parameter '{2}'": "{1} không có tham số '{2}'",
    "its parameters are {1}": "các tham số là {1}",
    "'{1}' is given twice": "'{1}' được ghi hai lần",
    "{1} needs '{2}'": "{1} cần '{2}'",
    "'{1}' of '{2}' is {3}, and this is {4}": "'{1}' của '{2}' phải là {3}, còn đây là {4}",
    "{1} and {2} do not go together": "{1} và {2} không dùng cùng nhau được",
    "there is no '{1}' of elements that are each {2}":
      "không tính được '{1}' khi mỗi phần tử là {2}",
  ]
}
