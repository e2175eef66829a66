/// One step of a pattern as a program; a search goes through the steps with a place in the text.
enum PatternStep: Sendable {
  /// The next scalar must be this one.
  case scalar(Unicode.Scalar)
  /// The next scalar must be in the set with this number.
  case set(Int)
  /// The place must be an edge.
  case edge(PatternEdge)
  /// The text of a group must come again.
  case again(Int)
  /// Go on at `first`, and if that fails at `second`; the forks are numbered from 0.
  case fork(first: Int, second: Int, number: Int)
  /// Go on elsewhere.
  case jump(Int)
  /// Keep the place in a register.
  case keep(Int)
  /// The place must be another one than that in the register.
  case moved(Int)
  /// The pattern fits.
  case fit
}
