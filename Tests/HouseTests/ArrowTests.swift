import Testing

/// What may import what: the one table that the manifest, the sources and the picture are held against.
enum Arrows {
  /// Steps by what they import, in the order of the flow.
  static let steps: KeyValuePairs<String, Set<String>> = [
    "Model": [],
    "Packages": ["Model"],
    "Intake": ["Model", "Packages"],
    "Segmentation": ["Model"],
    "Coding": ["Model"],
    "Retrieval": ["Model"],
    "Store": ["Model", "Retrieval"],
    "Analysis": ["Model"],
    "Exchange": ["Model", "Packages"],
    "Export": ["Model", "Packages"],
    "Workbench": [
      "Model", "Intake", "Segmentation", "Coding", "Retrieval", "Store", "Analysis", "Exchange", "Export",
    ],
    "Reading": ["Model", "Workbench"],
    "Commands": ["Model", "Workbench", "Reading"],
  ]

  /// Libraries by the steps that know them.
  static let outside: [String: Set<String>] = [
    "GRDB": ["Store"], "GRDBSQLite": ["Store"], "CStore": ["Store"], "CCrypto": ["Store"], "CZlib": ["Store"],
    "Yams": ["Intake", "Exchange"], "CZip": ["Packages"], "CLibXML2": ["Packages", "Intake"],
    "CHunspell": ["Retrieval"],
    "CXlsxWriter": ["Export"],
    "ArgumentParser": ["Commands"], "CLine": ["Commands"], "CSample": ["Workbench"],
  ]

  /// What comes with Swift and the system.
  static let platform: Set<String> = [
    "Swift", "Synchronization", "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Musl", "Darwin",
  ]

  /// Everything a step imports, libraries too.
  static var all: [String: Set<String>] {
    var all = Dictionary(uniqueKeysWithValues: steps.map { ($0.key, $0.value) })
    for (library, users) in outside { for step in users { all[step]?.insert(library) } }
    return all
  }
}

@Suite("Arrows")
struct ArrowTests {
  @Test("The manifest lists the steps in the order of the flow, with these imports")
  func manifest() throws {
    let text = try #require(Repository.file("Package.swift")).text
    let variables = ["grdb": "GRDB", "sqlite": "GRDBSQLite", "yams": "Yams", "arguments": "ArgumentParser"]
    var listed: [String] = []
    var declared: [String: Set<String>] = [:]
    for match in text.matches(of: try Regex(#"step\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?\s*\)"#)) {
      let name = String(try #require(match.output[1].substring))
      let names = (match.output[2].substring ?? "\"Model\"").split { !($0.isLetter || $0.isNumber) }.map(String.init)
      listed.append(name)
      declared[name] = Set(names.map { variables[$0] ?? $0 })
    }
    #expect(listed == Arrows.steps.map(\.key))
    #expect(declared == Arrows.all)
  }

  @Test("The sources import what the table says, all of it and nothing else")
  func imports() throws {
    let pattern = try Regex(
      #"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)"#
    )
    var imported: [String: Set<String>] = [:]
    for (file, code) in Repository.code where file.parts[0] == "Sources" {
      var modules = imported[file.parts[1], default: []]
      for line in code.lines {
        if let name = line.firstMatch(of: pattern)?.output[1].substring { modules.insert(String(name)) }
      }
      imported[file.parts[1]] = modules
    }
    var expected = Arrows.all
    expected["draad"] = ["Commands"]
    #expect(imported.mapValues { $0.subtracting(Arrows.platform) } == expected)
  }

  @Test("Every target has its tests", arguments: Arrows.steps.map(\.key))
  func tests(step: String) {
    #expect(Repository.tests.contains { $0.parts[1] == step + "Tests" && $0.text.contains("@Test") })
  }

  @Test("Every folder of sources is a step, a C library or the executable")
  func folders() {
    let known = Set(Arrows.steps.map(\.key)).union(Arrows.outside.keys.filter { $0.hasPrefix("C") }).union(["draad"])
    #expect(Set(Repository.folders(in: "Sources")) == known)
  }

  @Test("The picture in ARCHITECTURE.md has these arrows")
  func picture() throws {
    let text = try #require(Repository.file("ARCHITECTURE.md")).text
    let lines = text.split(separator: "\n").filter { $0.contains("─▶") }
    #expect(lines.contains { $0.hasPrefix("draad ──▶ Commands ──▶ Workbench ─┬─▶ ") })
    #expect(lines.contains { $0.hasSuffix("├──▶ Model") })
    for (step, imports) in Arrows.steps where !["Model", "Packages", "Workbench", "Commands"].contains(step) {
      let line = try #require(lines.first { $0.contains("─▶ \(step) ") })
      #expect(line.contains("┤") || line.contains("┐") || line.contains("┘") || line.contains("├"), "\(step)")
      if imports.contains("Retrieval") { #expect(line.contains("\(step) ──┐")) }
    }
    #expect(lines.contains { $0.contains("─▶ Retrieval ◀┘") })
  }
}
