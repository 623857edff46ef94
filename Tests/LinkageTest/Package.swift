// swift-tools-version: 6.2

import PackageDescription

// A consumer that wants the core alone: what it links and what its graph holds is checked by `run`.

let package = Package(
  name: "LinkageTest",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "swift-data-contracts", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "CoreLinkage",
      dependencies: [.product(name: "DataContractsCore", package: "swift-data-contracts")])
  ],
  swiftLanguageModes: [.v6]
)
