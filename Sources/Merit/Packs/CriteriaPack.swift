package import Criteria
import FEEL
import Files
import JSON
package import Model
package import Scoring

/// A criteria pack with everything it builds on, read and checked.
///
/// Reading never fails: what is wrong is in ``problems``, and a pack with errors scores nothing.
public struct CriteriaPack: Sendable {
  package private(set) var pack: Pack
  package let reading: PackProblems
  /// The folder of the pack, where its cases are.
  package let folder: String
  /// The plans made of `pack` as it stands.
  private var plans = PlanMemo()

  /// Reads a pack from its documents, parents first.
  ///
  /// - Parameter folder: Where the cases of the pack are.
  package init(_ documents: [PackDocument], folder: String) {
    (pack, reading) = Pack.read(documents)
    self.folder = folder
  }

  /// A pack that is read already, and what is wrong with it.
  init(_ read: (pack: Pack, problems: PackProblems), folder: String) {
    (pack, reading) = read
    self.folder = folder
  }

  /// The name of the pack.
  public var name: String { pack.name }

  /// The title of the pack in Vietnamese.
  public var title: String { pack.title.vietnamese }

  /// The plan for one kind of period, or the problems that keep it from being made.
  package func plan(
    for kind: PeriodKind, readings: [String: String]
  ) -> (plan: Plan?, problems: PackProblems) {
    plans.plan(for: kind, readings: readings) { makePlan(for: kind, readings: readings) }
  }

  private func makePlan(
    for kind: PeriodKind, readings: [String: String]
  ) -> (plan: Plan?, problems: PackProblems) {
    guard !reading.hasErrors else { return (nil, reading) }
    let (resolved, found) = ResolvedPack.resolve(pack, for: kind, overrides: readings)
    guard let resolved else { return (nil, found) }
    var problems = found
    let (plan, circles) = Plan.make(resolved)
    for problem in circles.all { problems.add(problem.diagnostic, in: problem.document) }
    return (problems.hasErrors ? nil : plan, problems)
  }

  /// The same pack with policy values set for a case.
  func setting(_ policy: JSONValue?) -> CriteriaPack {
    var copy = self
    for member in policy?.members ?? [] {
      guard let text = member.value.number, let number = Number(text) else { continue }
      copy.pack.set(member.key.text, .number(number))
      copy.plans = PlanMemo()
    }
    return copy
  }

  /// The problems of the pack as a person reads them: place, line, caret and a way out.
  func rendered(_ problems: PackProblems, in language: Language) -> String {
    problems.rendered(pack.documents, in: language)
  }
}
