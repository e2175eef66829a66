import Criteria
import Foundation
import TestSupport
import Testing

/// What must stand beside what.
@Suite struct FolderTests {
  @Test(arguments: Repository.names(in: "criteria").filter { !$0.contains(".") })
  func `every pack brings its cases and says what it is`(pack: String) {
    for file in ["pack.json", "cases.json", "README.md"] {
      let path = Repository.path("criteria/\(pack)/\(file)")
      #expect(FileManager.default.fileExists(atPath: path), "criteria/\(pack)/\(file)")
    }
  }

  @Test func `every file beside the tests is read by one`() throws {
    let all = Repository.files(under: "Tests")
    let rooms = Dictionary(grouping: all) { $0.split(separator: "/")[1] }
    for files in rooms.values {
      let sources = try files.filter { $0.hasSuffix(".swift") }.map(Repository.text).joined()
      for path in files where ![".swift", ".py", "README.md"].contains(where: path.hasSuffix) {
        let parts = path.split(separator: "/").dropFirst(2)
        let stem = parts.last?.split(separator: ".").first ?? ""
        let names = parts.dropLast() + [parts.last ?? "", stem]
        let isNamed = names.contains { sources.contains("\"\($0)") || sources.contains("/\($0)") }
        #expect(isNamed, "\(path): no test names it")
      }
    }
  }

  @Test func `the published schema is the shape that the reader uses`() throws {
    try expectGolden(PackSchema().text, "criteria/pack.schema.json")
  }

  @Test func `every pack keeps to the published schema`() throws {
    let paths =
      Repository.files(under: "criteria", suffix: "/pack.json")
      + Repository.files(under: "examples", suffix: "/pack.json")
    let script = """
      import json, sys
      try:
          from jsonschema import Draft202012Validator
      except ImportError:
          print("skipped: python3 has no jsonschema"); sys.exit(0)
      schema = json.load(open("criteria/pack.schema.json"))
      Draft202012Validator.check_schema(schema)
      wrong = 0
      for path in sys.argv[1:]:
          for error in Draft202012Validator(schema).iter_errors(json.load(open(path))):
              wrong += 1
              print(path, list(error.absolute_path), error.message[:200])
      sys.exit(1 if wrong else 0)
      """
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script] + paths
    python.currentDirectoryURL = Repository.root
    let pipe = Pipe()
    python.standardOutput = pipe
    python.standardError = pipe
    do { try python.run() } catch {
      print("skipped: python3 cannot be started")
      return
    }
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    if python.terminationStatus == 127 {
      print("skipped: there is no python3")
      return
    }
    if said.contains("skipped") { print(said) }
    #expect(python.terminationStatus == 0, "\(said)")
  }
}
