import FEEL
import Files
import JSON

/// What proves a closed period: `receipt.json`, the last file of its folder.
///
/// It names the pack, the readings, the inputs, every file of results with its hash, and the receipt of
/// the period before, so that a change after the fact shows.
struct Receipt: Sendable {
  static let fileName = "receipt.json"
  static let rowsName = "history.ndjson"

  let folder: Place
  let json: JSONValue
  /// The hash of the receipt itself.
  let hash: String

  /// Reads the receipt of a closed folder.
  ///
  /// - Throws: Where the folder was never closed, or the receipt cannot be read.
  init(of folder: String) throws(MeritError) {
    self.folder = Place(folder)
    let path = self.folder.appending(Receipt.fileName)
    guard path.exists else {
      throw MeritError("'\(folder)' has no \(Receipt.fileName); close it first: merit close")
    }
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: path.path) } catch { throw MeritError(error.message) }
    guard let value = JSONDocument(bytes).value, value["format"]?.string?.text == Receipt.format
    else { throw MeritError("'\(path.path)' is no receipt of a closed period") }
    json = value
    hash = SHA256.hexadecimal(SHA256.digest(of: bytes.span))
  }

  static let format = "merit receipt"

  /// The period that was closed.
  var period: String { json["period"]?["id"]?.string?.text ?? "" }
  /// The last day of the period.
  var lastDay: CalendarDate? { json["period"]?["to"]?.string.flatMap { CalendarDate($0.text) } }
  /// The name of the pack.
  var pack: String { json["pack"]?["name"]?.string?.text ?? "" }

  /// Compares every file of results with its hash.
  ///
  /// - Throws: Where a file is gone or was changed after the period was closed.
  /// - Complexity: O(bytes of the folder).
  func verify() throws(MeritError) {
    let results = json["results"]?.elements ?? []
    guard results.contains(where: { $0["file"]?.string?.text == Receipt.rowsName }) else {
      throw MeritError("the receipt of '\(folder.path)' does not name \(Receipt.rowsName)")
    }
    for file in results {
      let name = file["file"]?.string?.text ?? ""
      let place = folder.appending(name)
      let isInside = name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !["", ".", ".."].contains($0)
      }
      guard isInside, place.kind == .file else {
        throw MeritError("'\(place.path)' is gone; the receipt of the closed period names it")
      }
      let found: String
      do { found = try SHA256.hexadecimal(ofFile: place.path) } catch {
        throw MeritError(error.message)
      }
      if found != file["sha256"]?.string?.text {
        throw MeritError(
          "'\(place.path)' was changed after \(period) was closed; its hash is not that of the"
            + " receipt")
      }
    }
  }
}
