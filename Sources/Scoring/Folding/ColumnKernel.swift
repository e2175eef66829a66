import Criteria
import FEEL

/// The folds of a plan as steps on columns, for records that are plain.
///
///     sum(tasks.completed work)      completed work = coefficient * completed
///
///     number 0 ← field 2, number 1 ← field 4, number 2 ← 0 × 1, total 0 += number 2
///
/// Numbers are significands with one number of places for a register. What is absent, unknown or leaves
/// a machine word is lacking, and what depends on it open; a record of which something open is asked is
/// evaluated as any other record. So a kernel gives exactly what the evaluator gives, or nothing.
package struct ColumnKernel: Sendable {
  /// What a fold adds for one record.
  struct Output: Sendable {
    /// The truths that must all hold.
    let conditions: [Int]
    /// The number that is added; 1 if there is none.
    let number: Int?
    /// Whether something is added where the last condition does not hold.
    let isNegated: Bool
  }

  /// A named value of a record.
  struct KeptValue: Sendable {
    /// Its index in the pack.
    let index: Int
    let operand: ColumnDraft.Operand
    /// Whether a number is that of a day.
    let isDay: Bool
  }

  let steps: [ColumnStep]
  /// What stands in a number register before the first step.
  struct Constant: Sendable {
    let number: ColumnStep.Decimal?
    let isLacking: Bool
  }

  let numbers: [Constant]
  /// The constant in each truth register; nil where a step writes it.
  let truths: [ColumnTruth?]
  let texts: [[UInt8]]
  let outputs: [Output]
  /// What is made of each output.
  let kinds: [FoldPlan.Fold.Kind]
  /// What a record is kept for.
  let keeps: [Output]
  /// The named values of the table that columns say, for records that are kept.
  let values: [KeptValue]
  /// Members of other tables.
  let lookups: [ColumnLookup]
  /// The truth that says whether a record counts in the period; nil if all do.
  let counts: Int?
  /// The truths of the table's checks.
  let checks: [Int]

  let ownerField: Int
  let ownerTable: Int
  /// The fields that name records, with their tables.
  package let references: [(field: Int, table: Int)]
  let knownOn: Int?

  /// The kernel of a fold in one world, or nil if one of its formulas is none for columns.
  package init?(_ plan: FoldPlan, in world: World) {
    let layout = world.pack.layout.tables[plan.table]
    guard layout.key != nil, let owner = layout.ownerField, layout.fields.count <= UInt64.bitWidth
    else {
      return nil
    }
    var draft = ColumnDraft(plan.table, world)
    let rules = world.pack.tableRules[plan.table]
    var counts: Int?
    if let program = rules.countsWhen {
      guard let truth = draft.truth(program) else { return nil }
      counts = truth
    }
    var checks: [Int] = []
    for check in rules.checks {
      guard let truth = draft.truth(check) else { return nil }
      checks.append(truth)
    }
    var outputs: [Output] = []
    for fold in plan.folds {
      guard let output = draft.output(fold) else { return nil }
      outputs.append(output)
    }
    var keeps: [Output] = []
    for keep in plan.keeps {
      guard let output = draft.output(keep) else { return nil }
      keeps.append(output)
    }
    values = keeps.isEmpty ? [] : draft.values()
    kinds = plan.folds.map(\.kind)
    (self.counts, self.checks, self.outputs, self.keeps) = (counts, checks, outputs, keeps)
    (steps, numbers, truths) = (draft.steps, draft.numbers, draft.truths)
    (texts, lookups, references) = (draft.texts, draft.lookups, draft.references)
    (ownerField, ownerTable, knownOn) = (owner, plan.owner, layout.knownOn)
  }
}
