extension Catalogue {
  /// What is said of decision models.
  static let models: KeyValuePairs<String, String> = [
    "there is no value": "không có giá trị",
    "'{1}' is no decision service": "'{1}' không phải là dịch vụ quyết định",
    "no value is given for '{1}'": "chưa có giá trị cho '{1}'",
    "there is no memory for reading the file": "không đủ bộ nhớ để đọc tệp",
    "this is not well-formed XML: {1}": "đây không phải là XML đúng cú pháp: {1}",
    "unknown error": "lỗi không rõ",
    "elements are nested more than {1} levels deep": "các phần tử lồng nhau quá {1} tầng",
    "there are more than {1} elements and attributes": "có quá {1} phần tử và thuộc tính",
    "the file declares a document type, and entities could hide in it":
      "tệp khai báo kiểu tài liệu, trong đó có thể ẩn các thực thể",
    "leave out '<!DOCTYPE …>'": "hãy bỏ '<!DOCTYPE …>'",
    "the file says that its encoding is {1}": "tệp ghi bảng mã là {1}",
    "write it in UTF-8": "hãy viết ở dạng UTF-8",
    "the file is larger than {1} MiB": "tệp lớn hơn {1} MiB",
    "divide the model into several files and import them":
      "hãy chia mô hình thành nhiều tệp rồi nhập vào",
    "the file has no element": "tệp không có phần tử nào",
    "there is no hit policy '{1}' with the aggregation '{2}'":
      "không có quy tắc chọn dòng '{1}' kèm phép gộp '{2}'",
    "there is no hit policy '{1}'": "không có quy tắc chọn dòng '{1}'",
    "known are {1}": "hiện có {1}",
    "<input> has no <inputExpression> with a <text>":
      "<input> không có <inputExpression> kèm <text>",
    "a decision model begins with <definitions> in a namespace of DMN 1.1 to 1.5, and this is <{1}> in '{2}'":
      "mô hình quyết định bắt đầu bằng <definitions> trong không gian tên của DMN 1.1 đến 1.5, còn đây là <{1}> trong '{2}'",
    "nothing is known of <{1}>": "không biết <{1}> là gì",
    "the expression is written in '{1}', and only FEEL is known":
      "biểu thức viết bằng '{1}', mà ở đây chỉ dùng FEEL",
    "<literalExpression> has no <text>": "<literalExpression> không có <text>",
    "the expression is empty": "biểu thức rỗng",
    "<{1}> has no <{2}>": "<{1}> không có <{2}>",
    "<{1}> of <{2}> has no expression": "<{1}> của <{2}> không có biểu thức",
    "the entry is empty": "mục này rỗng",
    "the context has two entries without a name": "ngữ cảnh có hai mục không có tên",
    "the context has two entries named '{1}'": "ngữ cảnh có hai mục tên là '{1}'",
    "the row has {1} cells, and there are {2} columns": "dòng có {1} ô, còn bảng có {2} cột",
    "<invocation> does not say what is called": "<invocation> không ghi gọi hàm nào",
    "<binding> has no <parameter>": "<binding> không có <parameter>",
    "no argument is given": "chưa có đối số",
    "the function is written in {1}, which is not run here":
      "hàm viết bằng {1}, ở đây không chạy được",
    "<{1}> has no body": "<{1}> không có thân",
    "<{1}> has no <{2}> inside": "<{1}> không có <{2}> bên trong",
    "write <{1}>": "hãy viết <{1}>",
    "expected are {1}": "ở đây cần {1}",
    "<{1}> has no attribute '{2}'": "<{1}> không có thuộc tính '{2}'",
    "input '{1}'": "đầu vào '{1}'",
    "decision '{1}'": "quyết định '{1}'",
    "function '{1}'": "hàm '{1}'",
    "decision service '{1}'": "dịch vụ quyết định '{1}'",
    "the {1} has the name of the {2}": "{1} trùng tên với {2}",
    "the other one stands here": "cái kia ở đây",
    "the id '{1}' is given twice": "mã '{1}' được ghi hai lần",
    "there is no element with the id '{1}'": "không có phần tử nào mang mã '{1}'",
    "there is no model with the namespace '{1}'": "không có mô hình nào mang không gian tên '{1}'",
    "write '#{1}'": "hãy viết '#{1}'",
    "the element belongs to '{1}', which is not imported": "phần tử thuộc '{1}' chưa được nhập vào",
    "put its file beside this one": "hãy đặt tệp của nó cạnh tệp này",
    "in the {1}": "trong {1}",
    "add an <import>": "hãy thêm một <import>",
    "the {1} cannot be needed here": "ở đây không thể cần đến {1}",
    "needs itself: {1}": "cần đến chính mình: {1}",
    " needs ": " cần ",
    "the {1} {2}": "{1} {2}",
    "the expression has mistakes: {1}": "biểu thức có lỗi: {1}",
    "the decision '{1}' has no logic": "quyết định '{1}' không có cách tính",
    "the function '{1}' has no logic": "hàm '{1}' không có cách tính",
    "the type '{1}' is made of itself": "kiểu '{1}' được tạo từ chính nó",
    "types are made of one another too deep": "các kiểu được tạo từ nhau quá nhiều tầng",
    "a decision service has no counterpart in a pack":
      "bộ tiêu chí không có gì tương ứng với dịch vụ quyết định",
    "use its decisions": "hãy dùng các quyết định của nó",
    "what the type '{1}' allows does not come with the field '{2}'":
      "những gì kiểu '{1}' cho phép không đi theo trường '{2}'",
    "state it as 'allowed' of an input or as a check of the table":
      "hãy ghi bằng 'allowed' của một đầu vào hoặc bằng một kiểm tra của bảng",
    "the type of the input '{1}' is not declared": "chưa khai báo kiểu của đầu vào '{1}'",
    "give it a 'typeRef'": "hãy ghi 'typeRef' cho nó",
    "the input '{1}' is {2}, which no field of a pack can be":
      "đầu vào '{1}' là {2}, mà trường của bộ tiêu chí không thể là như vậy",
    "make inputs of its parts: numbers, texts, dates, true or false":
      "hãy tách thành các đầu vào: số, chữ, ngày, đúng hoặc sai",
    "the function '{1}' is not one expression": "hàm '{1}' không phải là một biểu thức",
    "write its logic as one expression": "hãy viết cách tính thành một biểu thức",
    "the logic of '{1}' is neither one expression nor a decision table":
      "cách tính của '{1}' không phải một biểu thức, cũng không phải bảng quyết định",
    "make decisions of its parts": "hãy tách các phần của nó thành quyết định riêng",
    "'{1}' cannot be a name in a pack": "'{1}' không thể là tên trong bộ tiêu chí",
    "use letters, digits and single spaces, and no word of the language":
      "hãy dùng chữ cái, chữ số và dấu cách đơn, không dùng từ của ngôn ngữ",
    "'{1}' and '{2}' are one name in a pack": "'{1}' và '{2}' là một tên trong bộ tiêu chí",
    "rename one of them": "hãy đổi tên một trong hai",
    "the inputs are one JSON object, and this is {1}":
      "đầu vào là một đối tượng JSON, còn đây là {1}",
    "the model has no input '{1}'": "mô hình không có đầu vào '{1}'",
    "cannot write the output: {1}": "không ghi được kết quả: {1}",
    "no command is given\n\n": "chưa ghi lệnh nào\n\n",
  ]
}
