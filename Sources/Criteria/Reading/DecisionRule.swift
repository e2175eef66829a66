package import FEEL

/// A decision table of the pack, in the place of a formula.
package struct DecisionRule: Sendable {
  /// The texts of the table; those of cells are formulas of the pack.
  package let table: DecisionTable
  /// The hit policy as it is written, which stands for the table where a formula is asked for.
  package let formula: FormulaText
  /// The inputs, in the order of the table's.
  package let inputs: [EntryHead]
  /// The rows, in the order of the table's.
  package let rows: [EntryHead]
}
