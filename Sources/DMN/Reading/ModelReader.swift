package import FEEL

/// Reads the file of a decision model, and collects every problem on the way.
package struct ModelReader {
  /// The namespaces of the model elements, from 1.1 to 1.5.
  package static let namespaces: Set<String> = [
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
  ]
  /// The most problems of a file that are collected.
  package static let mostProblems = 100

  /// The number of the file among those of the model.
  let file: Int
  /// The texts of all files so far.
  package private(set) var texts: ModelTexts
  /// The problems of the file, in the order in which they were found.
  package private(set) var problems: [Diagnostic] = []

  /// Creates a reader.
  package init(file: Int, texts: ModelTexts) {
    self.file = file
    self.texts = texts
  }

  /// The model that a file holds; nil, with a problem, if it is no model.
  package mutating func definitions(_ bytes: [UInt8]) -> Definitions? {
    do throws(Diagnostic) {
      return definitions(try XMLDocument(bytes).root)
    } catch {
      problems.append(error)
      return nil
    }
  }

  // MARK: Problems

  mutating func fail(_ message: Wording, _ span: SourceSpan, remedy: Wording? = nil) {
    guard problems.count < ModelReader.mostProblems else { return }
    problems.append(Diagnostic(message, at: span, remedy: remedy))
  }

  /// The elements of the model inside an element; those of other namespaces and what says nothing of
  /// the meaning are left out, and a name that is not among `expected` is a problem.
  mutating func children(_ element: XMLElement, _ expected: Set<String>) -> [XMLElement] {
    var found: [XMLElement] = []
    for child in element.children where ModelReader.namespaces.contains(child.namespace) {
      if expected.contains(child.name) {
        found.append(child)
      } else if !ModelReader.silent.contains(child.name) {
        let near = nearestName(to: child.name, among: expected.sorted())
        let all = expected.sorted().map { "<\($0)>" }.joined(separator: ", ")
        fail(
          "<\(element.name)> has no <\(child.name)> inside", child.span,
          remedy: near.map { "write <\($0)>" } ?? "expected are \(all)")
      }
    }
    return found
  }

  /// Elements that say nothing of the meaning.
  private static let silent: Set = ["description", "extensionElements", "import", "artifact"]

  // MARK: Parts

  mutating func text(_ element: XMLElement) -> Text {
    texts.add(element.text, of: element, in: file)
  }

  mutating func text(_ text: String, at element: XMLElement) -> Text {
    texts.add(text, at: element.span, in: file)
  }

  /// An attribute that must be there; nil, with a problem, if it is not.
  mutating func required(_ attribute: String, of element: XMLElement) -> String? {
    guard let value = element[attribute] else {
      fail("<\(element.name)> has no attribute '\(attribute)'", element.span)
      return nil
    }
    return value
  }

  /// The name of an element, in single spaces.
  mutating func name(of element: XMLElement) -> String? {
    required("name", of: element).map(ModelReader.normalized)
  }

  static func normalized(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The type that the attribute `typeRef` names, nil for any.
  mutating func type(of element: XMLElement) -> Text? {
    element["typeRef"].flatMap { typeName($0, at: element) }
  }

  /// A name of a type without the prefix of its namespace; nil for any.
  mutating func typeName(_ written: String, at element: XMLElement) -> Text? {
    let name = ModelReader.normalized(String(written.split(separator: ":").last ?? ""))
    return name.isEmpty || name == "Any" ? nil : text(name, at: element)
  }

  /// The address of another element.
  mutating func reference(_ element: XMLElement) -> Reference? {
    required("href", of: element).map { Reference(address: $0, span: element.span) }
  }

  /// What an element with a variable is called in expressions.
  ///
  /// Source: DMN 1.5, 6.3.7: the variable has the name of the element.
  mutating func head(_ element: XMLElement) -> ElementHead? {
    guard let name = name(of: element) else { return nil }
    let variable = element.child("variable")
    return ElementHead(
      id: element["id"], name: name, type: variable.flatMap { type(of: $0) }, span: element.span)
  }
}
