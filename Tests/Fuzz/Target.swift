// The target of the fuzzer: one input is one text, or one decision table, in both semantics.
//
// `Tests/Fuzz/run` compiles it with the sources of FEEL into one program. It ends with a message where
// something that must hold for every text does not hold; a trap anywhere is a finding too.

/// Runs one input; the fuzzer calls it again and again.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  // The fuzzer lends the bytes for the length of the call.
  let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  let text = String(decoding: input, as: UTF8.self)
  for semantics in [Semantics.standard, .strict] {
    if text.contains("|") {
      Fuzzing(semantics).table(text)
    } else {
      Fuzzing(semantics).expression(text)
      Fuzzing(semantics).tests(text)
    }
  }
  return 0
}
