extension Catalogue {
  /// Why the data leaves a value open.
  static let records: KeyValuePairs<String, String> = [
    "no value of '{1}' is in force on {2}":
      "không có giá trị nào của '{1}' có hiệu lực vào ngày {2}",
    "the agency has not set '{1}'": "cơ quan chưa quy định: {1}",
    "two records differ": "hai bản ghi cùng mã nhưng khác nội dung",
    "names a record that is not there": "chỉ đến bản ghi không có",
    "is missing": "không có số liệu",
    "could not be read": "số liệu ghi sai, không đọc được",
    "breaks '{1}'": "sai quy tắc: {1}",
    "contradicts another record of the same key": "mâu thuẫn với bản ghi khác cùng mã",
    "not computed yet": "chưa tính được",
    "the pack does not say how a posting is found":
      "bộ tiêu chí chưa nói cách xác định vị trí công tác",
    "no posting in the period": "không có vị trí công tác trong kỳ",
    "no agency above the unit": "không rõ cơ quan của đơn vị",
    "level with others at the last seat": "bằng điểm ở suất cuối, chờ quyết định",
    "somebody in the cohort is pending": "trong nhóm còn người chưa có kết quả",
    "leads or units form a circle": "quan hệ phụ trách hoặc đơn vị tạo thành vòng khép kín",
    "the pack gives no level": "bộ tiêu chí không quy định mức",
    "no row of the levels matches": "không có mức nào tương ứng, chờ quyết định",
    "the level depends on what is unknown": "mức phụ thuộc vào số liệu còn thiếu",
    "decisions of one date differ": "các quyết định cùng ngày khác nhau",
  ]
}
