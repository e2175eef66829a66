import FEEL
import JSON
import Model
import Reporting

extension Receipt {
  /// The sheet that tells people what the receipt proves.
  static let sheetName = "receipt.csv"

  /// A receipt as a Vietnamese sheet of one row; files stand with the hashes of their bytes.
  static func sheet(_ receipt: JSONValue) -> [UInt8] {
    var sheet = SheetText()
    sheet.row(headings)
    let counts = receipt["counts"]
    let period = receipt["period"]?["id"]?.string?.text ?? ""
    sheet.row([
      Period(period)?.words(.vietnamese) ?? period,
      receipt["closing"]?["on"].day ?? "",
      receipt["closing"]?["by"]?.string?.text ?? "",
      counts?["withResult"]?.number ?? "", counts?["without"]?.number ?? "",
      counts?["pending"]?.number ?? "",
      receipt["pack"]?["name"]?.string?.text ?? "", readings(receipt),
      files(receipt["inputs"]), files(receipt["results"]),
      receipt["previous"]?["receipt"]?.string?.text ?? "",
    ])
    return sheet.bytes
  }

  private static func readings(_ receipt: JSONValue) -> String {
    (receipt["readings"]?.elements ?? []).map {
      "\($0["name"]?.string?.text ?? ""): \($0["option"]?.string?.text ?? "")"
    }.joined(separator: "; ")
  }

  private static func files(_ list: JSONValue?) -> String {
    (list?.elements ?? []).map {
      "\($0["file"]?.string?.text ?? ""): \($0["sha256"]?.string?.text ?? "")"
    }.joined(separator: "; ")
  }

  private static let headings = [
    "Kỳ", "Ngày chốt", "Người chốt", "Số người có kết quả", "Số người không có kết quả",
    "Số người chờ kết quả", "Bộ tiêu chí", "Cách hiểu đã dùng", "Mã dữ liệu vào", "Mã kết quả",
    "Mã biên bản trước",
  ]
}

extension Optional where Wrapped == JSONValue {
  /// A day as Vietnamese papers write it.
  fileprivate var day: String? {
    let parts = (self?.string?.text ?? "").split(separator: "-")
    return parts.count == 3 ? "\(parts[2])/\(parts[1])/\(parts[0])" : nil
  }
}
