import FEEL
import Files
import JSON
import Merit

/// Reads the names that expressions may use from a file.
///
/// A file whose name ends in `.feel` holds one expression that gives a context; every other, and
/// standard input (`-`), one JSON object. Texts in JSON stay texts: who wants a date writes
/// `date(x)`, or the context in FEEL with `@"2026-01-31"`.
struct FeelContext {
  let context: Context
  /// The text that it comes from.
  let source: SourceText

  /// - Throws: ``MeritError`` with all problems and their places.
  init(_ path: String, into scope: FeelScope, _ language: Language) throws(MeritError) {
    let bytes = try FeelContext.bytes(path)
    let value: Value
    if path.hasSuffix(".feel") {
      source = SourceText(String(decoding: bytes, as: UTF8.self), name: path)
      value = try FeelContext.value(source, scope, language)
    } else {
      let document = JSONDocument(bytes)
      source = SourceText(document.text, name: path == "-" ? "standard input" : path)
      value = try FeelContext.value(document, source, language)
    }
    guard case .context(let context) = value else {
      throw MeritError("'\(path)' gives no context but \(Type(of: value).inWords)")
    }
    self.context = context
  }

  /// The text of a file or of standard input.
  static func bytes(_ path: String) throws(MeritError) -> [UInt8] {
    do throws(FileProblem) {
      return path == "-"
        ? try InputFile.standardInput().readToEnd() : try InputFile.contents(of: path)
    } catch {
      throw MeritError(error.message)
    }
  }

  private static func value(
    _ source: SourceText, _ scope: FeelScope, _ language: Language
  ) throws(MeritError) -> Value {
    do throws(Problems) {
      let answer = try scope.answer(source)
      if let failure = answer.failure { throw Problems([Problem(failure.diagnostic, in: 0)]) }
      return answer.value
    } catch {
      throw MeritError(
        error.all.map { source.render($0.diagnostic, in: language) }.joined(separator: "\n"))
    }
  }

  private static func value(
    _ document: JSONDocument, _ source: SourceText, _ language: Language
  ) throws(MeritError) -> Value {
    guard let json = document.value, document.isValid else {
      throw MeritError(
        document.diagnostics.map { source.render($0, in: language) }.joined(separator: "\n"))
    }
    do throws(Diagnostic) {
      return try Value(json)
    } catch {
      throw MeritError(source.render(error, in: language))
    }
  }
}
