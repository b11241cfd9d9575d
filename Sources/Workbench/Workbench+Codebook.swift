import Coding
import Exchange
import Foundation
public import Model
import Store

/// A change with what one should know of it besides.
public struct Outcome: Equatable, Sendable {
  public var act: Act
  public var notes: [String]
}

extension Workbench {
  private struct LoadedCodebook {
    var codebook: Codebook
    var warnings: [String]
    /// Codes of another program, which keep their marks.
    var marked: [StudyCode] = []
  }

  /// A codebook of another program: codes that are here already, by mark or by name, have the keys they have here.
  private func readQDACodebook(_ path: String) throws -> LoadedCodebook {
    let read = try QDACodebook.read(try SourceFiles.bytes(of: path), file: path)
    return try merged(read.codes, hasKeys: read.hasKeys, read.report, path)
  }

  private func merged(
    _ codes: [StudyCode], hasKeys: Bool, _ report: TransferReport, _ path: String
  ) throws -> LoadedCodebook {
    var incoming = WholeStudy(name: path)
    incoming.codes = codes
    let merge = StudyMerge(
      incoming, into: try store.knownStudy(), matchesKeys: hasKeys, file: path, digest: { $0 })
    var report = report
    report.append(merge.report)
    let told = StudyTransfer(summary: "", report)
    // The format has no place for title and language: those of the study stay.
    let here = try codebook()
    return LoadedCodebook(
      codebook: Codebook(title: here.title, language: here.language, codes: merge.study.codes.map(\.code)),
      warnings: told.problems.map { "\(path): \($0.what)" } + told.remarks, marked: merge.study.codes)
  }

  /// A codebook of another program in a sheet; nil for one of ours.
  private func readForeignSheet(_ path: String) throws -> LoadedCodebook? {
    let records = try records(of: path)
    guard ForeignCodebookSheet.recognises(records.first?.fields ?? []) else { return nil }
    let (codes, problems) = ForeignCodebookSheet.read(records, file: path)
    try refuse(problems, file: path)
    var report = TransferReport()
    report.note("The codes have no keys of their own; they got keys made of their names.")
    return try merged(codes, hasKeys: false, report, path)
  }

  private func readCodebook(_ path: String) throws -> LoadedCodebook {
    if PathText.ending(of: path) == "qdc" { return try readQDACodebook(path) }
    if ["csv", "tsv", "txt"].contains(PathText.ending(of: path)) || Self.isSpreadsheet(path),
      let sheet = try readForeignSheet(path)
    {
      return sheet
    }
    let text = try text(of: path)
    let isSheet = ["csv", "tsv"].contains(PathText.ending(of: path)) || Self.isSpreadsheet(path)
    let (codebook, problems) =
      isSheet ? CodebookSheet.read(text, file: path) : CodebookFile.read(text, file: path)
    guard let codebook else {
      try refuse(problems, file: path)
      throw Problem("There are no codes in '\(path)'.")
    }
    let shown = problems.prefix(5).map { "\($0.place ?? path): \($0.what)" }
    let more = problems.count > 5 ? ["\(path): and \(problems.count - 5) more such remarks."] : []
    return LoadedCodebook(codebook: codebook, warnings: shown + more)
  }

  /// Merges a codebook file into the study's codebook, by key; no code is lost.
  public func loadCodebook(_ path: String) throws -> Outcome {
    let loaded = try readCodebook(path)
    let change = CodebookChange(loading: loaded.codebook, from: path, into: try codebook())
    let act = try store.perform(act()) { study in
      try study.set(change.codebook)
      try study.setMarks(of: loaded.marked)
      return change.summary
    }
    forgetCodebook()
    return Outcome(act: act, notes: loaded.warnings + change.notes)
  }

  /// What loading a codebook file would change, a sentence each.
  public func codebookDiff(_ path: String) throws -> [String] {
    CodebookDiff(from: try codebook(), to: try readCodebook(path).codebook).changes.map(\.sentence)
  }

  /// The codebook as a file: YAML, or CSV or REFI-QDA where the name ends so.
  public func exportCodebook(to path: String, force: Bool) throws -> String {
    let codebook = try codebook()
    let ending = (path as NSString).pathExtension.lowercased()
    guard ["yaml", "yml", "csv", "qdc"].contains(ending) else {
      throw Problem(
        "A codebook cannot be written as '\(path)'.", hint: "Let the name end in .yaml, .csv or .qdc.", kind: .usage)
    }
    if ending == "qdc" {
      let bytes = try QDACodebook.write(try store.knownStudy().codes).bytes
      try WrittenFile.write(bytes, to: path, force: force)
      recordExport(path)
      return "Wrote \(counted(codebook.codes.count, "code")) to \(path)."
    }
    let isSheet = ending == "csv"
    let text = isSheet ? CodebookSheet.write(codebook) : CodebookFile.write(codebook)
    try WrittenFile.write(Array(text.utf8), to: path, force: force)
    recordExport(path)
    return "Wrote \(counted(codebook.codes.count, "code")) to \(path)."
  }

  /// The tree of codes with their codings: their own, and with those of the codes below.
  public func codebookTable(withDefinitions: Bool = false) throws -> Table {
    let codebook = try codebook()
    guard !codebook.codes.isEmpty else {
      throw Problem("The study has no codebook yet.", hint: "Load one with: codebook load FILE", kind: .nothingFound)
    }
    let tree = codebook.tree
    let counts = try store.codingCounts()
    let rows: [[Table.Cell]] = codebook.codes.enumerated().map { index, code in
      let family = tree.family(of: index).reduce(0) { $0 + counts[tree.keys[$1], default: 0] }
      return [
        .text(code.key), .text(String(repeating: "  ", count: tree.depths[index]) + code.name),
        .count(counts[code.key, default: 0]), .count(family),
      ] + (withDefinitions ? [code.definition.map { .text($0) } ?? .none] : [])
    }
    return Table(
      title: codebook.title ?? "Codebook",
      columns: [
        .init("code", "Code", .text), .init("name", "Name", .text), .init("own", "Own", .count),
        .init("codings", "Codings", .count),
      ] + (withDefinitions ? [.init("definition", "Definition", .text)] : []), rows: rows,
      notes: [.init("Codings", "rows of all coders; 'Own' without, 'Codings' with those of the codes below")])
  }

  /// Everything the codebook says of one code, as lines.
  public func describe(_ typed: String) throws -> [String] {
    let code = try code(typed)
    var lines = ["\(code.key)  \(code.name)"]
    let parts = [
      ("Definition", code.definition), ("Use", code.use), ("Not", code.not), ("Example", code.example),
      ("Phrases", code.phrases.isEmpty ? nil : code.phrases.joined(separator: ", ")), ("Below", code.parent),
    ]
    for (label, text) in parts { if let text { lines.append("\(label): \(text)") } }
    return lines
  }

  public func addCode(key: String, name: String, under parent: String?, definition: String?) throws -> Act {
    let above = try parent.map { try code($0).key }
    return try edit(
      try CodebookEdit.add(Code(key: key, name: name, definition: definition, parent: above), to: codebook()))
  }

  public func renameCode(_ typed: String, to name: String) throws -> Act {
    try edit(try CodebookEdit.rename(code(typed).key, to: name, in: codebook()))
  }

  public func moveCode(_ typed: String, under parent: String?) throws -> Act {
    let above = try parent.map { try code($0).key }
    return try edit(try CodebookEdit.move(code(typed).key, under: above, in: codebook()))
  }

  public func mergeCode(_ typed: String, into other: String) throws -> Act {
    let key = try code(typed).key
    let heir = try code(other).key
    try requireInUse([heir])
    let count = try store.codingCounts()[key, default: 0]
    return try edit(try CodebookEdit.merge(key, into: heir, in: codebook(), codings: count))
  }

  public func deleteCode(_ typed: String, withChildren: Bool) throws -> Act {
    let counts = try store.codingCounts()
    return try edit(
      try CodebookEdit.delete(code(typed).key, withChildren: withChildren, from: codebook()) { counts[$0, default: 0] })
  }

  private func edit(_ edit: CodebookEdit) throws -> Act {
    let act = try store.perform(act()) { study in
      try study.set(edit.codebook, replacing: edit.replacements)
      return edit.summary
    }
    forgetCodebook()
    return act
  }
}
