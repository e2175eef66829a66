extension Catalogue {
  /// What the resolver says of operators, conditions, filters and loops.
  static let operators: KeyValuePairs<String, String> = [
    "a condition is needed here, and this is {1}": "ở đây cần điều kiện, còn đây là {1}",
    "this condition is always {1}": "điều kiện này luôn luôn {1}",
    "true": "đúng",
    "false": "sai",
    "remove it, or let it depend on something":
      "hãy bỏ đi, hoặc để nó phụ thuộc vào một giá trị nào đó",
    "nothing can be computed with null": "không tính được gì với null",
    "compare it with '= null'": "hãy so sánh bằng '= null'",
    "nothing can be divided by zero": "không chia được cho số 0",
    "a power may not reach a score unless its exponent is a whole number written here":
      "lũy thừa chỉ được dùng để tính điểm khi số mũ là số nguyên viết ngay ở đây",
    "multiply instead": "hãy dùng phép nhân",
    "make it a text with 'string(…)'": "hãy đổi thành chuỗi văn bản bằng 'string(…)'",
    "write a duration, as in @\"P3D\"": "hãy viết khoảng thời gian, ví dụ @\"P3D\"",
    "write '.days' behind the duration": "hãy viết '.days' sau khoảng thời gian",
    "write '.days' behind it": "hãy viết '.days' vào phía sau",
    "take the sum, or go through the list with 'for'":
      "hãy tính tổng, hoặc duyệt danh sách bằng 'for'",
    "{1} and {2} cannot be added": "không cộng được {1} với {2}",
    "{1} cannot be subtracted from {2}": "không thể lấy {2} trừ đi {1}",
    "{1} and {2} cannot be multiplied": "không nhân được {1} với {2}",
    "{1} cannot be divided by {2}": "không chia được {1} cho {2}",
    "{1} has no power with {2}": "không tính được lũy thừa của {1} với số mũ là {2}",
    "{1} has no opposite": "{1} không có giá trị đối",
    "this number is too large": "số này quá lớn",
    "'{1}' is no date, time or duration": "'{1}' không phải là ngày, giờ hay khoảng thời gian",
    "write it as in @\"2026-01-31\", @\"08:30:00\" or @\"P3D\"":
      "hãy viết như @\"2026-01-31\", @\"08:30:00\" hoặc @\"P3D\"",
    "nothing comes before or after null": "không có gì đứng trước hay sau null",
    "compare with '=' or '!='": "hãy so sánh bằng '=' hoặc '!='",
    "{1} and {2} cannot be {3}": "{1} và {2} không thể {3}",
    "put in an order": "xếp thứ tự với nhau",
    "compared": "so sánh với nhau",
    "{1} and {2} cannot {3}": "{1} và {2} không thể {3}",
    "be added": "cộng với nhau",
    "be subtracted": "trừ cho nhau",
    "be compared": "so sánh với nhau",
    "go together": "dùng cùng nhau",
    "write {1} without quotation marks": "hãy viết {1} không có ngoặc kép",
    "a filter needs a list, and this is {1}": "bộ lọc cần danh sách, còn đây là {1}",
    "put an operator before '['": "hãy đặt một phép toán trước '['",
    "a position may not depend on the elements": "vị trí không được phụ thuộc vào các phần tử",
    "write a condition, such as a comparison": "hãy viết một điều kiện, ví dụ một phép so sánh",
    "only whole numbers and dates can be counted through":
      "chỉ đếm lần lượt được các số nguyên và các ngày",
    "there is nothing to go through: this is {1}": "không có gì để duyệt qua: đây là {1}",
    "give a list, or a range such as 1..10": "hãy đưa ra một danh sách, hoặc một khoảng như 1..10",
  ]
}
