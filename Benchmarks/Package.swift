// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that nothing the benchmarks need reaches users of the library.
//
// Hummingbird brings 20 packages and about two minutes of building for one form coder, so it sits behind a trait:
// `--disable-default-traits` leaves it out.

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "ratios", targets: ["ratios"])],
  traits: [
    .trait(name: "Hummingbird", description: "Hummingbird's form coder as a peer."),
    .default(enabledTraits: ["Hummingbird"]),
  ],
  dependencies: [
    .package(name: "swift-data-contracts", path: "..", traits: []),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    .package(url: "https://github.com/CoreOffice/XMLCoder", exact: "0.18.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
  ],
  targets: [
    .target(name: "Corpus", path: "Corpus"),
    .target(name: "Measure", path: "Measure"),
    .systemLibrary(
      name: "CSystemXML", path: "CSystemXML", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "Peers", dependencies: ["CSystemXML", .product(name: "XMLCoder", package: "XMLCoder")], path: "Peers"),
    .target(
      name: "Contenders",
      dependencies: [
        "Corpus", "Measure", "Peers", .product(name: "DataContracts", package: "swift-data-contracts"),
        .product(name: "DataContractsFoundation", package: "swift-data-contracts"),
      ],
      path: "Contenders"),
    .executableTarget(name: "ratios", dependencies: ["Corpus", "Measure", "Contenders"], path: "Tools/ratios"),

    .target(
      name: "Registration",
      dependencies: ["Contenders", "Measure", .product(name: "Benchmark", package: "benchmark")],
      path: "Registration"),
    .question("JSONBenchmarks", path: "JSON"),
    .question("XMLBenchmarks", path: "XML"),
    .question("FormAndMultipartBenchmarks", path: "FormAndMultipart"),
    .question(
      "HummingbirdFormBenchmarks", path: "HummingbirdForm",
      [
        .product(
          name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Hummingbird"]))
      ]),

    .testTarget(name: "CorpusTests", dependencies: ["Corpus"], path: "Tests/CorpusTests"),
  ],
  swiftLanguageModes: [.v6]
)

extension Target {
  /// An executable that `swift package benchmark` finds and runs.
  static func question(_ name: String, path: String, _ more: [Dependency] = []) -> Target {
    .executableTarget(
      name: name,
      dependencies: ["Registration", "Contenders", .product(name: "Benchmark", package: "benchmark")] + more,
      path: path,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  }
}
