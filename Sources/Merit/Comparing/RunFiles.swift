import Files
import JSON
import Reporting

/// The files of one run as a comparison reads them: of a folder, or of results not written yet.
struct RunFiles: Sendable {
  let name: String
  private let contents: @Sendable (String) throws(MeritError) -> [UInt8]?
  /// The names of the files.
  let names: [String]

  /// The files of a finished run.
  ///
  /// - Throws: Where the folder is no finished run.
  init(folder: String) throws(MeritError) {
    let place = Place(folder)
    guard place.appending("run.json").exists else {
      throw MeritError("'\(folder)' is no finished run: it has no run.json")
    }
    do { names = try place.names() } catch { throw MeritError(error.message) }
    name = folder
    contents = { (file) throws(MeritError) in
      let path = place.appending(file)
      guard path.exists else { return nil }
      return try RunFiles.bytes(of: path)
    }
  }

  private static func bytes(of place: Place) throws(MeritError) -> [UInt8] {
    do { return try InputFile.contents(of: place.path) } catch { throw MeritError(error.message) }
  }

  /// The files of results that are in memory; each is made when it is asked for.
  init(name: String, _ files: [ReportFile]) {
    self.name = name
    names = files.flatMap(\.names)
    contents = { (name) throws(MeritError) in
      files.lazy.compactMap { $0.bytes(of: name) }.first
    }
  }

  /// The JSON values of a file, one on each line; none where there is no such file.
  func lines(_ file: String) throws(MeritError) -> [JSONValue] {
    (try contents(file) ?? []).split(separator: UInt8(ascii: "\n")).compactMap {
      JSONDocument(Array($0)).value
    }
  }

  /// The JSON value of a whole file.
  func value(_ file: String) throws(MeritError) -> JSONValue? {
    try contents(file).flatMap { JSONDocument($0).value }
  }
}
