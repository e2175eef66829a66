package import Criteria
package import FEEL

/// How the records of one large table are folded into values of their owners, so that no record has
/// to be kept.
///
/// A formula such as `sum(tasks.completed work)` reads the records of a person only through an
/// aggregate. Each such aggregate becomes a slot of the owner; the formula then reads the slot.
///
///     share(sum(tasks.completed work), sum(tasks.assigned work))   becomes   share(slot 0, slot 1)
///
/// Lists and reports may also pick records out, such as `tasks[done > deadline].id`: of a record for
/// which none of these conditions can hold nothing is kept, and they find the same among the others.
///
/// Records of other tables may name some of the folded ones, as the steps of a task do. Those that are
/// named are kept, and those that name them are joined once the table was read; of all others it is known
/// that nothing names them.
///
/// A table is folded only when every formula reads it so; otherwise its records are kept, with the
/// same results. Explanations always read the records themselves.
package struct FoldPlan: Sendable {
  /// One aggregate over the records of an owner.
  package struct Fold: Sendable {
    package enum Kind: Sendable {
      case sum, count, least, greatest, some, every
      /// What is taken of each record, in the order of the records.
      case list
    }
    package let kind: Kind
    /// For a quantifier the whole condition, else the list itself.
    ///
    /// Evaluated on an owner who has a single record.
    package let program: Program
  }

  /// What stands in a formula in the place of an aggregate.
  enum Slot: Sendable {
    case fold(Int)
    /// One fold divided by another.
    case mean(sum: Int, count: Int)
    /// What a formula makes of all records of an owner together.
    case whole(Int)
  }

  /// What a record is kept for.
  package enum Keep: Sendable {
    /// What is evaluated; nil where nothing has to be.
    package var program: Program? {
      switch self {
      case .picked(let fold), .any(let fold): fold.program
      case .line(let condition): condition
      case .all: nil
      }
    }

    /// A formula of a list or report picks it out of the records of its owner.
    ///
    /// As that of a fold, evaluated on an owner who has a single record: a list, empty or not.
    case picked(Fold)
    /// A formula of a list or report asks whether its owner has such a record: one is enough.
    case any(Fold)
    /// It may be a line of its own; the condition is about the record itself.
    case line(Program)
    /// Every one that counts: a list or report reads them in a way that no condition stands for, as all
    /// lines of a table or the order among them.
    case all
  }

  /// The table whose records are not kept.
  package let table: Int
  package let owner: Int
  package let folds: [Fold]
  /// Formulas about an owner that need all records of it together.
  let wholes: [Program]
  /// By the numbers of the slots in ``plan``.
  let slots: [Slot]
  /// A record is kept for each of these that may hold of it.
  package let keeps: [Keep]
  /// The plan in which the aggregates are slots.
  package let plan: Plan
  /// What must be computed before records can be folded.
  package let needs: Set<PlanNode>
  /// The tables whose records name those of the table, directly or by way of others.
  package let naming: Set<Int>
  /// What must be computed of these before the records that they name can be folded.
  let late: Set<PlanNode>
  /// The fields by which records belong together that add up to a whole: those records are held back
  /// until all are read.
  package let shared: [Int]

  /// The tables of a pack that might be folded.
  package static func candidates(_ pack: ResolvedPack) -> [Int] {
    pack.layout.tables.indices.filter { table in
      table >= EngineTable.allCases.count && pack.layout.tables[table].owner != nil
        && pack.layout.tables[table].key != nil
        && pack.layout.tables[table].rule?.rows.isEmpty == true
    }
  }

  /// Whether the records of an owner must be read together.
  package var readsTogether: Bool { !wholes.isEmpty }

  /// The plan that folds one table, or `nil` where a formula needs its records.
  ///
  /// ``folds`` is empty where no formula reads the table at all.
  ///
  /// - Parameter together: Whether values of owners may need all records of an owner together, as a median
  ///   does: the records must then be folded owner by owner.
  package init?(_ plan: Plan, table: Int, together: Bool = false) {
    var folding = Folding(table, plan.pack, together: together)
    guard let naming = folding.naming, let folded = folding.folded() else { return nil }
    func needs(_ keeps: [Keep]) -> FoldNeeds? {
      FoldNeeds(
        plan.with(folded), table: table, naming: naming,
        folding.folds.map(\.program) + folding.wholes + keeps.compactMap(\.program))
    }
    // What a list asks of a record may be known only after all are folded: then each may be picked.
    var keeps = folding.keeps
    var found = needs(keeps)
    if found == nil { (keeps, found) = ([.all], needs([.all])) }
    guard let needs = found else { return nil }
    self.keeps = keeps
    (self.table, self.naming, self.needs, late) = (table, naming, needs.early, needs.late)
    owner = plan.pack.layout.tables[table].owner ?? 0
    (folds, slots, wholes) = (folding.folds, folding.slots, folding.wholes)
    shared = plan.pack.constraints.filter { $0.table == table && $0.isOfSums }.flatMap(\.fields)
    self.plan = plan.with(folded)
  }
}

extension FoldPlan.Keep {
  /// Whether nothing is left out.
  var isOfAll: Bool { if case .all = self { true } else { false } }
}
