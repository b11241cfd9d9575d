import Model
import TestSupport
import Workbench

/// A study in a folder of its own, with a clock that stands still.
final class TestStudy {
  let folder: TemporaryFolder
  let workbench: Workbench
  /// Counts up, for names that must be new.
  var numbers = 0

  init(language: String = "nl") throws {
    folder = try TemporaryFolder()
    workbench = try Workbench.new(folder["study"], language: language, clock: { "2026-01-02T03:04:05Z" })
  }

  deinit { workbench.close() }

  /// The sample study of the repository, with the codings of both coders.
  static func sample() throws -> TestStudy {
    let study = try TestStudy()
    let corpus = RepositoryFiles.path("Corpus/np-onderwijs")
    _ = try study.workbench.importFiles([corpus])
    _ = try study.workbench.loadCodebook(RepositoryFiles.path("Codebooks/np-onderwijs.yaml"))
    _ = try study.workbench.loadCases(corpus + "/cases.csv")
    _ = try study.workbench.loadTranscripts(corpus + "/transcripts.csv")
    for coder in ["anna", "bram"] {
      _ = try study.workbench.loadCodings(corpus + "/codings-\(coder).csv", skipBad: false)
    }
    return study
  }

  func write(_ text: String, to name: String) throws -> String { try folder.write(text, to: name) }

  @discardableResult
  func importing(_ texts: [String: String]) throws -> ImportReport {
    for (name, text) in texts { try folder.write(text, to: "sources/" + name) }
    return try workbench.importFiles([folder["sources"]])
  }

  func loadCodebook(_ keys: [String]) throws {
    let codes = keys.map { "  - key: \($0)\n    name: Code \($0)\n" }.joined()
    _ = try workbench.loadCodebook(folder.write("codes:\n" + codes, to: "codes.yaml"))
  }

  /// Everything in the study that can be seen, as text; the log only where it is wanted.
  func dump(withLog: Bool = true) throws -> String {
    let csv = OutputRequest(format: "csv")
    var tables = [try workbench.casesTable(), try workbench.transcriptsTable(), try workbench.speakersTable()]
    if let codebook = try? workbench.codebookTable(withDefinitions: true) { tables.append(codebook) }
    for name in try workbench.transcriptNames() { tables.append(try workbench.segmentsTable(at: name, .init())) }
    if withLog { tables += [try workbench.info(), try workbench.log(limit: nil)] }
    var text = try tables.map { try Output.render($0, csv).text ?? "" }.joined(separator: "\n")
    _ = try workbench.exportCodings(to: folder["dump.csv"], coders: [], force: true)
    text += try folder.text(of: "dump.csv")
    for (name, values) in try workbench.attributeValues() { text += "\(name): \(values.joined(separator: ", "))\n" }
    return text
  }
}

extension Table {
  /// The cells of a row as text, found by what stands in the first column.
  func row(_ first: String) -> [String]? {
    rows.first { $0.first == .text(first) }?.map(\.shown)
  }

  func column(_ key: String) -> [String] {
    guard let index = columns.firstIndex(where: { $0.key == key }) else { return [] }
    return rows.map { $0[index].shown }
  }
}

extension Table.Cell {
  var shown: String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number): String(number)
    case .none: ""
    }
  }
}
