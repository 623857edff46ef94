// swift-tools-version: 6.2

import CompilerPluginSupport
import PackageDescription

// A target imports only from floors below its own; the folders under Sources follow the same floors.
//
//   floor 0  CLibXML2                the system's libxml2
//   floor 1  DataContractsCore       document, contracts, naming rules, lexical forms; no Foundation, no libxml2
//   floor 2  JSON, XML, ServiceStack, Fields  formats that know the core only
//   floor 3  Form, Multipart, Schema formats over the field names; contracts from XSD
//   floor 4  DataContracts           what users import
//            DataContractsMacros     the compiler plugin behind @DataContract
//            DataContractsFoundation Foundation's types as values
//   floor 5  transcode               the command line

let package = Package(
  name: "swift-data-contracts",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "DataContracts", targets: ["DataContracts"]),
    .library(name: "DataContractsFoundation", targets: ["DataContractsFoundation"]),
    .library(name: "DataContractsCore", targets: ["DataContractsCore"]),
    .library(name: "DataContractsJSON", targets: ["DataContractsJSON"]),
    .library(name: "DataContractsXML", targets: ["DataContractsXML"]),
    .library(name: "DataContractsServiceStack", targets: ["DataContractsServiceStack"]),
    .library(name: "DataContractsForm", targets: ["DataContractsForm"]),
    .library(name: "DataContractsMultipart", targets: ["DataContractsMultipart"]),
    .library(name: "DataContractsSchema", targets: ["DataContractsSchema"]),
    .executable(name: "transcode", targets: ["transcode"]),
  ],
  traits: [
    .trait(name: "CLI", description: "The transcode command line, which needs swift-argument-parser."),
    .trait(name: "Macros", description: "@DataContract and its relatives, which need swift-syntax."),
    .default(enabledTraits: ["CLI", "Macros"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", "602.0.0"..<"604.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .target(name: "DataContractsCore"),
    .target(name: "DataContractsJSON", dependencies: ["DataContractsCore"]),
    .target(name: "DataContractsXML", dependencies: ["DataContractsCore", "CLibXML2"]),
    .target(name: "DataContractsServiceStack", dependencies: ["DataContractsCore"]),
    .target(name: "DataContractsFields", dependencies: ["DataContractsCore"]),
    .target(name: "DataContractsForm", dependencies: ["DataContractsCore", "DataContractsFields"]),
    .target(name: "DataContractsMultipart", dependencies: ["DataContractsCore", "DataContractsFields"]),
    .target(name: "DataContractsSchema", dependencies: ["DataContractsCore", "DataContractsXML"]),
    .target(
      name: "DataContracts",
      dependencies: [
        "DataContractsCore", "DataContractsJSON", "DataContractsXML", "DataContractsForm",
        "DataContractsMultipart", "DataContractsSchema", "DataContractsServiceStack",
        .target(name: "DataContractsMacros", condition: .when(traits: ["Macros"])),
      ]
    ),
    .macro(
      name: "DataContractsMacros",
      dependencies: [
        "DataContractsCore", .syntax("SwiftSyntax"), .syntax("SwiftSyntaxBuilder"), .syntax("SwiftSyntaxMacros"),
        .syntax("SwiftDiagnostics"), .syntax("SwiftCompilerPlugin"),
      ]),
    .target(name: "DataContractsFoundation", dependencies: ["DataContractsCore"]),
    .executableTarget(
      name: "transcode",
      dependencies: [
        "DataContracts",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["CLI"])),
      ]
    ),

    .target(name: "SampleTypes", dependencies: ["DataContracts", "DataContractsFoundation"], path: "Samples/Types"),
    .target(name: "TestSupport", dependencies: ["DataContracts"], path: "Tests/TestSupport"),
    .testTarget(name: "DataContractsCoreTests", dependencies: ["DataContractsCore", "TestSupport"]),
    .testTarget(
      name: "DataContractsJSONTests", dependencies: ["DataContractsJSON", "DataContractsSchema", "TestSupport"]),
    .testTarget(name: "DataContractsXMLTests", dependencies: ["DataContractsXML", "TestSupport"]),
    .testTarget(
      name: "DataContractsServiceStackTests",
      dependencies: ["DataContracts", "DataContractsServiceStack", "TestSupport"]),
    .testTarget(name: "DataContractsFieldsTests", dependencies: ["DataContractsFields", "TestSupport"]),
    .testTarget(name: "DataContractsFormTests", dependencies: ["DataContractsForm", "TestSupport"]),
    .testTarget(
      name: "DataContractsMultipartTests", dependencies: ["DataContractsMultipart", "TestSupport"]),
    .testTarget(name: "DataContractsSchemaTests", dependencies: ["DataContractsSchema", "TestSupport"]),
    .testTarget(
      name: "DataContractsTests",
      dependencies: ["DataContracts", "DataContractsFoundation", "SampleTypes", "TestSupport"]),
    .testTarget(
      name: "DataContractsMacrosTests",
      dependencies: [
        "DataContractsMacros", .syntax("SwiftSyntaxMacroExpansion"), .syntax("SwiftParser"),
        .syntax("SwiftDiagnostics"),
      ],
      exclude: ["Expansions"]),
    .testTarget(name: "GoldenTests", dependencies: ["DataContracts", "SampleTypes", "TestSupport"]),
    .testTarget(name: "DataContractsFoundationTests", dependencies: ["DataContractsFoundation"]),
    .testTarget(
      name: "InteropTests", dependencies: ["DataContracts", "TestSupport"], path: "Tests/Interop",
      exclude: ["Oracle", "README.md"]),
    .testTarget(name: "TranscodeTests", dependencies: ["transcode", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

extension Target.Dependency {
  /// A product of swift-syntax, which enters with the trait `Macros` alone.
  static func syntax(_ name: String) -> Target.Dependency {
    .product(name: name, package: "swift-syntax", condition: .when(traits: ["Macros"]))
  }
}
