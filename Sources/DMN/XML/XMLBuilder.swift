internal import CExpat
internal import FEEL

/// Builds the tree of a document out of what expat reports.
///
/// A class because expat hands a pointer to it back with every report; it lives for one call of
/// `read`, which keeps it. Everything that touches a pointer stands in this file.
@safe final class XMLBuilder {
  private(set) var root: XMLElement?
  private(set) var prefixes: [String: String] = [:]
  private var open: [XMLElement] = []
  private var nodes = 0
  private var problem: Diagnostic?
  private var parser: OpaquePointer?

  /// Between a namespace and a name; it may stand in neither.
  private static let separator = UInt8(ascii: "\n")

  /// Reads a whole document.
  func read(_ bytes: [UInt8]) throws(Diagnostic) {
    guard let made = unsafe XML_ParserCreateNS("UTF-8", XML_Char(XMLBuilder.separator)) else {
      throw Diagnostic("there is no memory for reading the file", at: SourceSpan(0, 0))
    }
    unsafe parser = made
    // The parser keeps no pointer beyond this call, and `self` lives longer than the call.
    unsafe XML_SetUserData(made, Unmanaged.passUnretained(self).toOpaque())
    unsafe setHandlers(made)
    let isRead = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe XML_Parse(made, text.baseAddress, Int32(text.count), 1) == XML_STATUS_OK
      }
    }
    if !isRead, problem == nil { problem = failure() }
    unsafe XML_ParserFree(made)
    unsafe parser = nil
    if let problem { throw problem }
  }

  private func setHandlers(_ parser: OpaquePointer) {
    unsafe XML_SetElementHandler(
      parser,
      { unsafe XMLBuilder.of($0)?.start($1, $2) },
      { data, _ in unsafe XMLBuilder.of(data)?.end() })
    unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLBuilder.of($0)?.characters($1, $2) }
    unsafe XML_SetStartNamespaceDeclHandler(parser) {
      unsafe XMLBuilder.of($0)?.prefix($1, $2)
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      unsafe XMLBuilder.of(data)?.refuseDocumentType()
    }
    unsafe XML_SetXmlDeclHandler(parser) { data, _, encoding, _ in
      unsafe XMLBuilder.of(data)?.declaration(encoding)
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLBuilder? {
    guard let data = unsafe data else { return nil }
    return unsafe Unmanaged<XMLBuilder>.fromOpaque(data).takeUnretainedValue()
  }

  // MARK: Where the parser stands

  private var place: Int { unsafe max(0, Int(XML_GetCurrentByteIndex(parser))) }

  private var length: Int { unsafe max(0, Int(XML_GetCurrentByteCount(parser))) }

  private func failure() -> Diagnostic {
    let words = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
    return Diagnostic(
      "this is not well-formed XML: \(words ?? "unknown error")", at: SourceSpan(place, place))
  }

  /// Stops reading with the first problem.
  private func stop(_ message: Wording, remedy: Wording? = nil) {
    if problem == nil {
      problem = Diagnostic(message, at: SourceSpan(place, place + length), remedy: remedy)
    }
    unsafe _ = XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  // MARK: Reports

  private func start(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard problem == nil else { return }
    let (namespace, local) = XMLBuilder.divided(unsafe XMLBuilder.text(name))
    var pairs: [XMLElement.Attribute] = []
    var next = unsafe attributes
    while let key = unsafe next?.pointee, let value = unsafe next?.advanced(by: 1).pointee {
      let (space, name) = XMLBuilder.divided(unsafe String(cString: key))
      pairs.append(.init(namespace: space, name: name, value: unsafe String(cString: value)))
      unsafe next = next?.advanced(by: 2)
    }
    nodes += 1 + pairs.count
    if open.count >= XMLDocument.greatestDepth {
      return stop("elements are nested more than \(XMLDocument.greatestDepth) levels deep")
    }
    if nodes > XMLDocument.mostNodes {
      return stop("there are more than \(XMLDocument.mostNodes) elements and attributes")
    }
    open.append(
      XMLElement(
        namespace: namespace, name: local, attributes: pairs,
        span: SourceSpan(place, place + length)))
  }

  private func end() {
    guard problem == nil, let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  private func characters(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard problem == nil, !open.isEmpty, let text = unsafe text else { return }
    let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
    let part = unsafe String(decoding: bytes.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    open[open.count - 1].text.append(part, at: place, length: length)
  }

  private func prefix(_ prefix: UnsafePointer<XML_Char>?, _ uri: UnsafePointer<XML_Char>?) {
    unsafe prefixes[XMLBuilder.text(prefix)] = XMLBuilder.text(uri)
  }

  private func refuseDocumentType() {
    stop(
      "the file declares a document type, and entities could hide in it",
      remedy: "leave out '<!DOCTYPE …>'")
  }

  private func declaration(_ encoding: UnsafePointer<XML_Char>?) {
    let name = unsafe XMLBuilder.text(encoding).uppercased()
    guard !["", "UTF-8", "UTF8", "US-ASCII"].contains(name) else { return }
    stop("the file says that its encoding is \(name)", remedy: "write it in UTF-8")
  }

  // MARK: Texts

  private static func text(_ pointer: UnsafePointer<XML_Char>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }

  /// A namespace and a name without prefix.
  private static func divided(_ name: String) -> (String, String) {
    guard let cut = name.utf8.firstIndex(of: separator) else { return ("", name) }
    return (String(name[..<cut]), String(name[name.utf8.index(after: cut)...]))
  }
}
