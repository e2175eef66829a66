// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "embed-swift",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "merit", path: "../..")],
  targets: [
    .executableTarget(
      name: "embed-swift", dependencies: [.product(name: "Merit", package: "merit")])
  ]
)
