// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "embed-feel",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "merit", path: "../..")],
  targets: [
    .executableTarget(
      name: "embed-feel", dependencies: [.product(name: "FEEL", package: "merit")])
  ]
)
