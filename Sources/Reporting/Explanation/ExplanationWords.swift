import Model

/// The words in which explanations are told, beside those of the pack.
extension Words {
  static let explanation = LocalizedText("GIẢI TRÌNH KẾT QUẢ", "EXPLANATION OF A RESULT")
  static let result = LocalizedText("KẾT QUẢ", "RESULT")
  static let computing = LocalizedText("CÁCH TÍNH", "HOW IT WAS COMPUTED")
  static let recordsUsed = LocalizedText("SỐ LIỆU ĐÃ DÙNG", "RECORDS USED")
  static let notUsed = LocalizedText("SỐ LIỆU KHÔNG DÙNG, VÀ LÝ DO", "RECORDS NOT USED, AND WHY")
  static let howLevel = LocalizedText("XÁC ĐỊNH MỨC", "HOW THE LEVEL WAS FOUND")
  static let shareAndOrder = LocalizedText("TỶ LỆ VÀ THỨ TỰ", "SHARE AND ORDER")
  static let listsOf = LocalizedText("DANH SÁCH (dự thảo)", "LISTS (drafts)")
  static let readingsOf = LocalizedText(
    "CÁCH HIỂU ĐÃ DÙNG (nơi văn bản có thể hiểu nhiều cách)",
    "READINGS USED (where the text can be read in several ways)")
  static let otherValues = LocalizedText(
    "CÁC GIÁ TRỊ KHÁC (không ảnh hưởng đến kết quả trên)",
    "OTHER VALUES (without effect on the result above)")
  static let isKnown = LocalizedText("đã xác định", "known")
  static let otherOptions = LocalizedText("cách hiểu khác: …", "other options: …")
  static let stillUnknown = LocalizedText("CÒN THIẾU, CẦN BỔ SUNG", "STILL UNKNOWN, TO CHASE")
  static let sources = LocalizedText("NGUỒN", "SOURCES")
  static let notComputedButDecided = LocalizedText(
    "theo quyết định, không phải do tính", "as decided, not computed")
  static let doesNotApply = LocalizedText("không áp dụng", "does not apply")
  static let because = LocalizedText("vì", "because")
  static let holds = LocalizedText("đúng", "holds")
  static let failsToHold = LocalizedText("không đúng", "does not hold")
  static let asked = LocalizedText("dòng này đòi hỏi", "the row asks for")
  static let isOpen = LocalizedText("chưa xác định được", "cannot be established")
  static let notLookedAt = LocalizedText(
    "không xét, vì đã có dòng đúng ở trên: …", "not looked at, as a row above holds: …")
  static let loweredFrom = LocalizedText("hạ từ “…”", "lowered from “…”")
  static let notLowered = LocalizedText("không làm giảm mức", "does not lower the level")
  static let candidateRefused = LocalizedText(
    "đủ điểm nhưng ngoài số suất; những người đứng trước: …",
    "enough points, but beyond the seats; ahead: …")
  static let candidateSeated = LocalizedText("có suất", "has a seat")
  static let noCandidate = LocalizedText(
    "không thuộc diện xét suất", "is no candidate for a seat")
  static let seatsOfBase = LocalizedText("số suất", "seats")
  static let shareOfBase = LocalizedText("tỷ lệ", "share")
  static let counted = LocalizedText("số người khác tính vào cơ số", "others counted in the base")
  static let rankOf = LocalizedText("đứng thứ", "rank")
  static let among = LocalizedText("trong số", "of")
  static let levelWith = LocalizedText("bằng điểm với: …", "level with: …")
  static let noRank = LocalizedText("chưa có thứ tự", "no rank")
  static let isListed = LocalizedText("có tên trong danh sách", "on the list")
  static let isNotListed = LocalizedText("không có tên trong danh sách", "not on the list")
  static let listNotMade = LocalizedText(
    "không lập, vì cơ quan chưa quy định: …", "not made, as the agency has not set: …")
  static let line = LocalizedText("dòng", "line")
  static let ofThePack = LocalizedText("của bộ tiêu chí", "of the pack")
  static let computedIn = LocalizedText("tính từ kỳ …", "computed in …")
  static let computedInPeriods = LocalizedText(
    "Tính từ số liệu của các kỳ …; xem giải trình của từng kỳ, lấy số liệu đến ",
    "Computed in …; see the explanations of those periods, as of ")
  static let leftBehind = LocalizedText(
    "ĐỂ LẠI CHO KỲ DÀI HƠN", "LEFT BEHIND FOR LONGER PERIODS")
  static let leavesRow = LocalizedText("có dòng kết quả", "there is a row")
  static let kept = LocalizedText("lấy", "kept")
  static let satisfying = LocalizedText("thỏa", "satisfying")
  static let everyOne = LocalizedText("mọi", "every")
  static let someOne = LocalizedText("có ít nhất một", "some")
  static let and = LocalizedText("và", "and")
  static let or = LocalizedText("hoặc", "or")
  static let not = LocalizedText("không phải", "not")
  static let explainedElsewhere = LocalizedText(
    "giải trình riêng tại …", "explained in its own: …")

  /// Why a record was not used.
  static func reason(_ reason: ExplainedRecord.Reason) -> LocalizedText {
    switch reason {
    case .outsidePeriod:
      LocalizedText("không tính trong kỳ này", "does not count in this period")
    case .knownLater:
      LocalizedText(
        "phát sinh hoặc được biết sau ngày lấy số liệu", "known only after the day of the results")
    case .setAside:
      LocalizedText(
        "mâu thuẫn với bản ghi khác cùng mã", "contradicts another record of the same key")
    case .perhaps:
      LocalizedText("chưa rõ có tính hay không", "not known whether it counts")
    case .filtered:
      LocalizedText("không thỏa điều kiện của phép tính", "left out by the conditions")
    case .notRead:
      LocalizedText("không có phép tính nào dùng đến", "no formula reads it")
    }
  }

  /// A level or a relation of the engine in words; nil for names of the pack.
  static func member(_ name: String) -> LocalizedText? { members[name] }

  private static let members = [
    "level": LocalizedText("mức tương ứng", "computed level"),
    "capped level": LocalizedText("mức sau giới hạn", "level after caps"),
    "proposed level": LocalizedText("mức dự kiến", "proposed level"),
    "standing level": LocalizedText("mức (theo quyết định, nếu có)", "level as it stands"),
    "led people": LocalizedText("người thuộc phạm vi phụ trách", "people led"),
    "led units": LocalizedText("đơn vị được phụ trách", "units led"),
    "members": LocalizedText("người trong đơn vị", "members"),
    "everyone": LocalizedText("người trong đơn vị và cấp dưới", "everyone"),
    "sub units": LocalizedText("đơn vị trực thuộc", "sub-units"),
    "postings": LocalizedText("vị trí công tác", "postings"),
    "decisions": LocalizedText("quyết định", "decisions"),
  ]

  /// A function of the language in words; nil for one that has none.
  static func function(_ name: String) -> LocalizedText? { functions[name] }

  private static let functions = [
    "sum": LocalizedText("tổng", "sum of"),
    "mean": LocalizedText("trung bình của", "mean of"),
    "min": LocalizedText("nhỏ nhất trong", "least of"),
    "max": LocalizedText("lớn nhất trong", "greatest of"),
    "count": LocalizedText("số", "number of"),
    "median": LocalizedText("trung vị của", "median of"),
    "product": LocalizedText("tích", "product of"),
    "working days": LocalizedText("số ngày làm việc", "working days"),
  ]
}
