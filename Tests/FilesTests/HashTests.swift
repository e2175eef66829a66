import Files
import Foundation
import Testing

@Suite struct HashTests {
  /// The examples published with the standard.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `published examples`(_ text: String, _ digest: String) {
    #expect(SHA256.hexadecimal(SHA256.digest(of: Array(text.utf8).span)) == digest)
  }

  static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
  }

  @Test func `every length up to three blocks agrees with hashlib`() throws {
    let expected = try Python.lines(
      """
      import hashlib
      for n in range(200):
          print(hashlib.sha256(bytes((i * 31 + (i >> 8)) & 255 for i in range(n))).hexdigest())
      """)
    guard let expected else { return }
    let found = (0..<200).map {
      SHA256.hexadecimal(SHA256.digest(of: HashTests.bytes($0).span))
    }
    #expect(found == expected)
  }

  @Test func `the machine and Swift alone give the same`() {
    guard SHA256.isBuiltIn else { return print("not tried: no instructions for SHA-256 here") }
    for count in [0, 1, 55, 56, 63, 64, 65, 127, 128, 129, 1_000, 65_537] {
      let bytes = HashTests.bytes(count)
      let digests = [false, true].map { usesMachine in
        var hash = SHA256(usesMachine: usesMachine)
        hash.update(bytes.span.extracting(0..<count / 3))
        hash.update(bytes.span.extracting(count / 3..<count))
        return hash.digest()
      }
      #expect(digests[0] == digests[1], "\(count) bytes")
    }
  }

  @Test func `two at once have the digests that each has alone`() {
    for (count, other) in [(0, 0), (64, 64), (1_000, 1_000), (65_537, 65_537), (0, 70), (200, 63)] {
      let bytes = HashTests.bytes(count + other)
      let first = bytes.span.extracting(0..<count)
      let second = bytes.span.extracting(count..<count + other)
      for usesMachine in Set([SHA256.isBuiltIn, false]) {
        let pair = SHA256.digests(of: first, second, usesMachine: usesMachine)
        #expect(pair.first == SHA256.digest(of: first), "\(count) bytes")
        #expect(pair.second == SHA256.digest(of: second), "\(other) bytes")
      }
    }
  }

  @Test func `pieces of any size give the same digest`() {
    let bytes = HashTests.bytes(1_000)
    let whole = SHA256.digest(of: bytes.span)
    for size in [1, 3, 63, 64, 65, 127, 999] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.update(bytes.span.extracting(start..<min(start + size, bytes.count)))
      }
      #expect(hash.digest() == whole, "pieces of \(size)")
    }
  }

  @Test func `the hash of hashes agrees with hashlib for any number of threads`() throws {
    let sizes = [0, 1, 1 << 20, (1 << 20) + 1, 2 << 20, (3 << 20) + 7]
    let expected = try Python.lines(
      """
      import hashlib
      leaf = 1 << 20
      for n in \(sizes):
          b = bytes(i % 251 for i in range(n))
          parts = [hashlib.sha256(b[i:i + leaf]).digest() for i in range(0, n, leaf)]
          print(hashlib.sha256(b"".join(parts)).hexdigest())
      """)
    let room = try TemporaryFolder()
    for (index, size) in sizes.enumerated() {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 % 251) }
      let path = room.place.appending("\(size)").path
      let file = try OutputFile(path)
      try file.write(bytes)
      try file.finish()
      let hash = InputHash(bytes)
      #expect(hash.size == size)
      for threads in [1, 3] { #expect(try InputHash(of: path, threads: threads) == hash) }
      if let expected { #expect(hash.root == expected[index]) }
    }
  }
}

/// The standard library of Python, as an oracle.
enum Python {
  /// What a program prints, by line; `nil` with a reason printed where there is no Python.
  static func lines(_ program: String) throws -> [String]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      print("skipped: there is no python3")
      return nil
    }
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map { String($0) }
  }
}
