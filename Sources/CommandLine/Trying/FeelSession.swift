import FEEL
import Merit

/// Expressions typed one after the other: each line is computed, gives a value a name, or asks
/// something of the session.
struct FeelSession {
  private(set) var scope: FeelScope
  let words: FeelWords
  private let style: FeelStyle
  private(set) var isOver = false

  /// What stands before a line, and before one that goes on.
  static let prompt = "> "
  static let goingOn = "… "

  init(_ scope: FeelScope, _ language: Language, _ form: FeelStyle.Form) {
    self.scope = scope
    words = FeelWords(language: language)
    style = FeelStyle(form: form, language)
  }

  /// Whether a text asks for another line.
  func isUnfinished(_ text: String) -> Bool {
    !text.trimmingSpaces.hasPrefix(":") && scope.isUnfinished(FeelSession.parts(text).expression)
  }

  /// Does what a text asks for; nothing for an empty one.
  mutating func reply(_ text: String) -> FeelReply {
    let trimmed = text.trimmingSpaces
    if trimmed.isEmpty { return FeelReply(output: "") }
    if trimmed.hasPrefix(":") { return command(String(trimmed.dropFirst())) }
    let parts = FeelSession.parts(text)
    // The name stays before the expression as white space, so that places hold for the whole text.
    let gap = String(repeating: " ", count: text.count - parts.expression.count)
    let source = SourceText(gap + parts.expression, name: "line")
    guard let name = parts.name else { return compute(source) }
    guard let name = entryName(name) else { return FeelReply(complaint: words.noName(name)) }
    return compute(source, as: name)
  }

  private mutating func compute(_ source: SourceText, as name: String? = nil) -> FeelReply {
    scope.now = DateTime(universalSecond: Number(Terminal.second))
    do throws(Problems) {
      let answer = try scope.answer(source)
      if let name { scope.define(name, answer.value, from: source) }
      return FeelReply(answer, source, style)
    } catch {
      return FeelReply(error, source, style)
    }
  }

  // MARK: Names

  /// The name and the expression of `name := expression`; no name for a mere expression.
  ///
  /// `:=` stands in no expression outside quotation marks, and no name has quotation marks.
  private static func parts(_ text: String) -> (name: String?, expression: String) {
    let head = text.prefix { $0 != "\"" && $0 != "\n" }
    guard let sign = head.firstRange(of: ":=") else { return (nil, text) }
    return (String(head[..<sign.lowerBound]).trimmingSpaces, String(text[sign.upperBound...]))
  }

  /// The name as a context would have it; nil for a text that can be none.
  private func entryName(_ text: String) -> String? {
    guard let answer = try? scope.answer(SourceText("{\(text): true}", name: "")),
      case .context(let context) = answer.value, context.names.count == 1
    else { return nil }
    return context.names[0]
  }

  // MARK: Commands

  private mutating func command(_ text: String) -> FeelReply {
    let name = String(text.prefix { !$0.isWhitespace })
    let operand = text.dropFirst(name.count).description.trimmingSpaces
    guard let command = FeelCommand(rawValue: name) else {
      let near = nearestName(to: name, among: FeelCommand.allCases.map(\.rawValue))
      return FeelReply(complaint: words.unknown(name, near: near))
    }
    if command.operand != nil, operand.isEmpty {
      return FeelReply(complaint: words.missing(command))
    }
    return perform(command, operand)
  }

  private mutating func perform(_ command: FeelCommand, _ operand: String) -> FeelReply {
    switch command {
    case .help: return FeelReply(output: words.help)
    case .names: return FeelReply(output: listing)
    case .context: return take(operand)
    case .quit:
      isOver = true
      return FeelReply(output: "")
    case .type, .trace:
      let source = SourceText(operand, name: "line")
      do throws(Problems) {
        return FeelReply(output: try inside(command, source))
      } catch {
        return FeelReply(
          error, source, .init(form: style.form == .json ? .json : .plain, style.language))
      }
    }
  }

  private func inside(_ command: FeelCommand, _ source: SourceText) throws(Problems) -> String {
    if command == .type { return try scope.type(source).name }
    guard let root = try scope.trace(source, limit: FeelTrace.kept) else { return "" }
    return FeelTrace(source, scope, words).text(root)
  }

  private mutating func take(_ path: String) -> FeelReply {
    do throws(MeritError) {
      let given = try FeelContext(path, into: scope, style.language)
      scope.define(given.context, from: given.source)
      return FeelReply(output: words.names(added: given.context.names.count))
    } catch {
      return FeelReply(complaint: error.message)
    }
  }

  private var listing: String {
    guard !scope.names.isEmpty else { return words.noNames }
    let width = min(24, scope.names.map(\.count).max() ?? 0)
    return zip(scope.names, scope.locals.values).map { name, value in
      "\(name.padded(to: width)) = \(value.brief)  // \(Type(of: value).name)"
    }.joined(separator: "\n")
  }
}

extension String {
  /// The text without white space at both ends.
  var trimmingSpaces: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
