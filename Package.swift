// swift-tools-version: 6.2
import PackageDescription

// The map: targets in the order of the flow, each with what it may import (ARCHITECTURE.md shows the picture).
let house: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

func step(_ name: String, _ dependencies: [Target.Dependency] = ["Model"]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(_ step: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: step + "Tests", dependencies: [.init(stringLiteral: step), "Model", "TestSupport"] + dependencies,
    exclude: exclude, swiftSettings: house)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "draad",
  products: [.executable(name: "draad", targets: ["draad"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    // The words of the field as plain values.
    step("Model", []),
    // ZIP archives and XML, safely: below the steps that read and write them.
    step("Packages", ["Model", "CZip", "CLibXML2"]),
    // From a file to a transcript and a list of problems.
    step("Intake", ["Model", "Packages", "CLibXML2", yams]),
    // From a transcript to the units that are counted.
    step("Segmentation"),
    // Codes put on what was said: values in, values and an act out.
    step("Coding"),
    // What can be asked: a typed query, and what search knows of Dutch.
    step("Retrieval", ["Model", "CHunspell"]),
    // The one place that knows SQLite.
    step("Store", ["Model", "Retrieval", "CStore", "CCrypto", "CZlib", grdb, sqlite]),
    // What can be counted.
    step("Analysis"),
    // Codebooks, case sheets and codings, in and out.
    step("Exchange", ["Model", "Packages", yams]),
    // How tables and excerpts leave.
    step("Export", ["Model", "Packages", "CXlsxWriter"]),
    // The one place where the steps meet.
    step(
      "Workbench",
      ["Model", "Intake", "Segmentation", "Coding", "Retrieval", "Store", "Analysis", "Exchange", "Export", "CSample"]),
    // Reading and coding on a whole screen: keys in, lines and wishes out.
    step("Reading", ["Model", "Workbench"]),
    // The command tree, for the command line and the shell alike.
    step("Commands", ["Model", "Workbench", "Reading", "CLine", arguments]),
    .executableTarget(name: "draad", dependencies: ["Commands"], swiftSettings: house),

    // Each step's tests stand beside it; HouseTests guard the rules of the house itself.
    .target(name: "TestSupport", dependencies: ["Model"], path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"], swiftSettings: house),
    tests("Packages", ["CZip"]),
    tests("Intake", ["Packages", "CZip"], exclude: ["Fixtures"]),
    tests("Segmentation"),
    tests("Coding"),
    tests("Retrieval"),
    tests("Store", ["Retrieval", grdb]),
    tests("Analysis", exclude: ["Fixtures"]),
    tests("Exchange", ["Packages", "CLibXML2"], exclude: ["Schemas"]),
    tests("Export", ["CZip"], exclude: ["Golden"]),
    tests("Workbench", ["Intake", "Retrieval", "Store", grdb]),
    tests("Reading", ["Workbench"], exclude: ["Frames"]),
    tests("Commands", ["Workbench", "Reading"], exclude: ["Sessions", "Reference", "Terminals"]),
    .testTarget(
      name: "HouseTests", dependencies: ["Model", "Retrieval", "Commands", "TestSupport"], swiftSettings: house),

    // C libraries from Debian, and three small C targets.
    .systemLibrary(name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CStore", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "CLine", linkerSettings: [.linkedLibrary("edit")]),
    // The sample study inside the program.
    .target(name: "CSample", cSettings: [.headerSearchPath("../..")]),
  ],
  swiftLanguageModes: [.v6]
)
