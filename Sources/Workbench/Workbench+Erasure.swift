import Foundation
public import Model
import Store

extension Workbench {
  /// Takes a transcript out for good, for a participant who withdraws; lines that tell what was done and what is left to do.
  ///
  /// Without `confirmed` nothing is done, and a problem says what would be; `withCopies` removes the copies of the study
  /// that Draad made by itself too.
  public func erase(transcript name: String, confirmed: Bool, withCopies: Bool = false) throws -> [String] {
    guard let erasure = try store.erasure(ofTranscript: name) else { throw try unknownTranscript(name) }
    return try erase(erasure, named: "'\(name)'", again: "remove \(name) --erase", confirmed, withCopies)
  }

  /// Takes a case out for good, with its transcripts and all that is known of it.
  public func erase(case name: String, confirmed: Bool, withCopies: Bool = false) throws -> [String] {
    guard let erasure = try store.erasure(ofCase: name) else {
      throw Problem("No case named '\(name)'.", hint: "'cases' lists all cases.")
    }
    return try erase(erasure, named: "case '\(name)'", again: "case erase \(name)", confirmed, withCopies)
  }

  private func erase(
    _ erasure: Erasure, named: String, again: String, _ confirmed: Bool, _ withCopies: Bool
  ) throws -> [String] {
    let copies = try store.allCopies(copies, former: formerCopyFolders())
    let codings = try erasure.transcripts.reduce(0) { try $0 + store.codings(of: $1).count }
    let what = "\(counted(erasure.transcripts.count, "transcript")) with \(counted(codings, "coding"))"
    guard confirmed else {
      let also =
        copies.own.isEmpty || withCopies ? "" : " The copies that Draad made hold it too: add --copies to remove those."
      let told = try store.mentions(of: erasure).map { "\n  " + $0.sentence }.joined()
      throw Problem(
        "This takes \(named) out for good: \(what), the kept files, the index and what the log tells of it. "
          + "No undo brings it back, and nothing that was done before can be undone any more." + also
          + (told.isEmpty
            ? ""
            : "\nNames or words of it may stand here too; change them first, for it takes them out of the log then:")
          + told,
        hint: "Keep a backup elsewhere if you may; then: \(again) --yes", kind: .usage)
    }
    // The log must not tell again what is taken out of it.
    let act = Act(at: clock(), coder: coder, line: "erased", summary: "Erased \(what) for good.")
    let erased = try store.erase(erasure, act: act)
    forgetCodebook()
    var lines = [
      erased.unwiped == nil ? "Erased \(named) for good: \(what)." : "Took \(named) out of the study: \(what)."
    ]
    if !erased.emptiedFiles.isEmpty {
      lines.append("Others came from the same file too; its bytes are no longer kept, for the words stood in them:")
      lines += erased.emptiedFiles.map { "  \($0)" }
    }
    lines += try tell(of: copies, removing: withCopies)
    lines += try leftovers(erased)
    if !erased.mentions.isEmpty {
      lines.append("Names or words of it may stand here too; look, and change what tells of it:")
      lines += erased.mentions.map { "  " + $0.sentence }
      lines.append("What you change from now on stands in the log as it was, until you erase again: \(again) --yes")
    }
    guard var unwiped = erased.unwiped else { return lines }
    unwiped.what = ([unwiped.what] + lines).joined(separator: "\n  ")
    throw unwiped
  }

  /// Where copies went before they went elsewhere.
  private func formerCopyFolders() throws -> [String] {
    try store.exports().map(\.file).filter { file in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && isFolder.boolValue
    }
  }

  private func tell(of copies: CopySearch, removing: Bool) throws -> [String] {
    var lines: [String] = []
    func list(_ what: String, _ paths: [String]) {
      if !paths.isEmpty { lines += [what] + paths.map { "  \($0)" } }
    }
    let kept = removing ? copies.own.filter { (try? FileManager.default.removeItem(atPath: $0)) == nil } : copies.own
    if removing, copies.own.count > kept.count {
      lines.append("Removed \(counted(copies.own.count - kept.count, "copy", "copies")) that Draad had made.")
    }
    list(
      removing
        ? "These copies cannot be removed, and hold it still:"
        : "These copies hold it still; remove them when you can do without:", kept)
    list("Copies that were made of other files of this study hold it too:", copies.others)
    list("These files are copies of this study; erase it in them too:", copies.studies)
    let left = copies.unfinished.filter { !StudyStore.removeUnfinished($0) }
    if copies.unfinished.count > left.count {
      lines.append(
        "Removed what was left of \(counted(copies.unfinished.count - left.count, "copy", "copies")) that had not come to an end."
      )
    }
    list("These are being made, or cannot be removed, and may hold it:", left)
    return lines
  }

  /// Where else something of it may be, which only people can look after.
  private func leftovers(_ erased: Erased) throws -> [String] {
    var lines: [String] = []
    if !erased.exports.isEmpty {
      lines.append("Before that these files were written from this study; look whether they hold any of it:")
      lines += erased.exports.map { "  \($0.at.prefix(10)) \($0.file)" }
    }
    let files = try store.attachmentNames()
    if !files.isEmpty {
      lines.append("Files that came with a project and belong to no erased transcript are still there; look at them:")
      lines += files.map { "  \($0)" }
    }
    return lines + [
      "What was typed in the shell stands in its history, and bookmarks name transcripts: look in ~/.local/state/draad."
    ]
  }

  /// Keeps in mind that a result was written to a file.
  public func recordExport(_ path: String) {
    let full = URL(fileURLWithPath: path).standardizedFileURL.path
    store.record(ExportRecord(at: clock(), coder: coder, line: line, file: full))
  }

  /// What was written to files.
  public func exportsTable() throws -> Table {
    let rows: [[Table.Cell]] = try store.exports().map { export in
      [.text(export.at), export.coder.map { .text($0) } ?? .none, .text(export.file), .text(export.line)]
    }
    guard !rows.isEmpty else {
      throw Problem("Nothing was written to a file from this study yet.", kind: .nothingFound)
    }
    return Table(
      title: "Files written from the study",
      columns: [
        .init("at", "When", .text), .init("coder", "Coder", .text), .init("file", "File", .text),
        .init("line", "Typed", .text),
      ], rows: rows)
  }
}
