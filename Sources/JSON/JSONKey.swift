/// A key in the form in which it is written, made once for many objects.
///
/// A value without references, where the name is not very long: threads that write with one key then
/// do not wait for each other to count them.
package struct JSONKey: Sendable {
  static let room = 32
  /// A comma, the name in quotes with its escapes, and the colon; filled up with noughts.
  let bytes: InlineArray<32, UInt8>
  /// How many of the bytes count.
  let count: Int
  /// What of a long key has no room among the bytes.
  let rest: [UInt8]?

  /// Makes the key of a name.
  package init(_ name: String) {
    var text = ByteText()
    text.append(UInt8(ascii: ","))
    text.appendQuoted(name)
    text.append(UInt8(ascii: ":"))
    let whole = text.bytes
    count = min(whole.count, JSONKey.room)
    bytes = InlineArray { $0 < whole.count ? whole[$0] : 0 }
    rest = count < whole.count ? Array(whole[count...]) : nil
  }
}
