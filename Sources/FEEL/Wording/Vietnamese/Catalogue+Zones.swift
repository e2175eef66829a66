extension Catalogue {
  /// What is said of the files of time zones.
  static let zones: KeyValuePairs<String, String> = [
    "the file of the zone is too long": "tệp múi giờ quá dài",
    "the zone counts leap seconds": "múi giờ này tính cả giây nhuận",
    "the file of the zone is damaged: {1}": "tệp múi giờ bị hỏng: {1}",
    "the file of the zone has an old version": "tệp múi giờ thuộc phiên bản cũ",
    "it is no zone file": "đây không phải tệp múi giờ",
    "it ends too early": "tệp kết thúc quá sớm",
    "it has no offset": "tệp không có độ lệch giờ",
    "an offset is more than a day": "có độ lệch giờ lớn hơn một ngày",
    "its changes are not in order": "các lần đổi giờ không theo thứ tự",
    "its rule cannot be read": "không đọc được quy tắc đổi giờ",
  ]
}
