// swift-tools-version: 6.2
import PackageDescription

// Every room is a target of its own, so that an import against the direction of the building does
// not compile. The listing below is in the order in which the code builds on itself.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(
  _ name: String, sees: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: sees, path: "Sources/\(name)", exclude: exclude,
    swiftSettings: strict)
}

func tests(_ name: String, see: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: see, path: "Tests/\(name)Tests",
    exclude: exclude, swiftSettings: strict)
}

/// What several test rooms share: golden files, seeded numbers, small datasets, formula tokens.
let testSupport = Target.target(
  name: "TestSupport",
  dependencies: [
    "Merit", "FEEL", "JSON", "Files", "Model", "Criteria", "Records", "Scoring", "Standing",
  ],
  path: "Tests/TestSupport", swiftSettings: strict)

let package = Package(
  name: "merit",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "FEEL", targets: ["FEEL"]),
    .library(name: "Merit", targets: ["Merit"]),
    .executable(name: "merit", targets: ["CommandLine"]),
    .executable(name: "feel-tck", targets: ["Conformance"]),
  ],
  targets: [
    room("FEEL", exclude: ["Grammar.md", "FEEL.docc"]),
    room("JSON", sees: ["FEEL"]),
    .target(name: "CDigest", path: "Sources/CDigest"),
    room("Files", sees: ["CDigest"]),
    room("Model", sees: ["FEEL"]),
    room("Criteria", sees: ["FEEL", "JSON", "Model"]),
    .target(name: "CScan", path: "Sources/CScan"),
    room("Records", sees: ["FEEL", "JSON", "Files", "Model", "CScan"]),
    room("Scoring", sees: ["FEEL", "Files", "Model", "Criteria", "Records"]),
    room("Standing", sees: ["FEEL", "Model", "Criteria", "Scoring"]),
    room("Reporting", sees: ["FEEL", "JSON", "Model", "Criteria", "Scoring", "Standing"]),
    room(
      "Merit",
      sees: [
        "FEEL", "JSON", "Files", "Model", "Criteria", "Records", "Scoring", "Standing", "Reporting",
      ]),
    .systemLibrary(
      name: "CExpat", path: "Sources/CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    room("DMN", sees: ["FEEL", "CExpat"]),
    .executableTarget(
      name: "Conformance", dependencies: ["DMN", "FEEL", "Files"], path: "Sources/Conformance",
      swiftSettings: strict),
    tests("JSON", see: ["JSON", "FEEL"]),
    tests("Files", see: ["Files"]),
    tests("Records", see: ["Records", "FEEL", "JSON", "Files", "Model"]),
    .target(name: "CMemory", path: "Sources/CMemory"),
    .executableTarget(
      name: "CommandLine",
      dependencies: ["Merit", "FEEL", "DMN", "JSON", "Files", "CEdit", "CMemory"],
      path: "Sources/CommandLine", swiftSettings: strict),
    // Line editing of a terminal, for the program alone: `apt-get install libedit-dev`.
    .systemLibrary(name: "CEdit", path: "Sources/CEdit", providers: [.apt(["libedit-dev"])]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["FEEL", "Files", "Model", "Criteria", "Records", "Scoring", "Merit"],
      path: "Sources/Benchmarks",
      exclude: [
        "README.md", "instructions.py", "national_month.py", "peers", "random_pack.py",
        "reading.py", "standard_month.py", "zen_formula.py", "zen_table.py",
      ],
      swiftSettings: strict),
    tests("DMN", see: ["DMN", "FEEL"]),
    tests("FEEL", see: ["FEEL"], exclude: ["Tables", "Told"]),
    tests("Number", see: ["FEEL"]),
    tests("CommandLine", see: ["CommandLine", "Merit", "FEEL"]),
    tests(
      "Reporting",
      see: [
        "Reporting", "Merit", "FEEL", "JSON", "Files", "Model", "Criteria", "Records", "Scoring",
        "Standing",
      ],
      exclude: ["Golden", "Data"]),
    tests("Standing", see: ["Standing", "Model", "FEEL"]),
    tests(
      "Explanation",
      see: [
        "TestSupport", "Merit", "Reporting", "Standing", "Scoring", "Criteria", "Model", "JSON",
        "FEEL",
      ],
      exclude: ["Golden", "Data"]),
    testSupport,
    tests(
      "Merit",
      see: [
        "TestSupport", "Merit", "FEEL", "JSON", "Files", "Model", "Criteria", "Records", "Scoring",
        "Standing", "Reporting",
      ],
      exclude: ["Golden", "Inner", "Written", "Compared", "Folded"]),
    tests(
      "Criteria", see: ["TestSupport", "Merit", "Criteria", "JSON", "FEEL"],
      exclude: ["Bad", "Good", "Warned"]),
    tests(
      "Scoring", see: ["TestSupport", "Merit", "Scoring", "Standing", "Records", "Model", "FEEL"]),
    tests("House", see: ["TestSupport", "Criteria", "JSON", "FEEL"]),
  ]
)
