public import Model
import Store

/// The program itself.
public enum Program {
  public static let version = "0.1.0"
}

extension Workbench {
  /// How what is being asked can be made again.
  func recipe() throws -> Recipe {
    let content = try store.content()
    return Recipe(
      command: "draad " + command, version: Program.version, content: content.digest, lastChange: content.lastChange)
  }

  /// The same of a result that was made of files, without a study.
  static func recipe(files paths: [String], command: String) throws -> Recipe {
    recipe(files: try paths.map { ($0, try SourceFiles.bytes(of: $0)) }, command: command)
  }

  static func recipe(files: [(name: String, bytes: [UInt8])], command: String) -> Recipe {
    let files = files.map { Recipe.File(name: $0.name, sha256: Digest.sha256($0.bytes)) }
    return Recipe(command: "draad " + command, version: Program.version, files: files)
  }

  /// The digest of what the study holds now, worked out anew.
  public func contentDigest() throws -> String { try store.workOutContent().digest }

  /// The acts after which the content had a digest that begins as typed, the newest first.
  ///
  /// Throws when none is known: a digest is kept only when it was worked out.
  public func log(digest typed: String, limit: Int?) throws -> Table {
    let start = typed.lowercased()
    guard start.utf8.count >= 4, start.utf8.count <= 64, start.allSatisfy(\.isHexDigit) else {
      throw Problem(
        "'\(typed)' is no digest.", hint: "Give 4 or more of its digits, as under a result: log --digest 3f2a91c0",
        kind: .usage)
    }
    // Of the present content too, which nobody may have asked for yet.
    let now = try store.content()
    let known = try store.acts(withDigest: start)
    guard let digest = known.first?.digest else {
      throw Problem(
        "No act is known after which the content had the digest '\(start)'.",
        hint:
          "Only what was asked of leaves its digest. Go back with 'undo', and look with 'info --digest'; 'redo' comes back.",
        kind: .nothingFound)
    }
    guard known.allSatisfy({ $0.digest == digest }) else {
      throw Problem(
        "More than one digest begins with '\(start)'.", hint: "Give more of its digits: log --digest \(digest)")
    }
    let numbers = Set(known.map(\.act))
    var acts = try store.log(limit: nil).filter { numbers.contains($0.number) }
    if numbers.contains(0) {
      acts.append(
        Act(at: try store.study("made") ?? "", coder: nil, line: "", summary: "The study was made; nothing else yet."))
    }
    var table = Self.table(
      of: Array(limit.map { acts.prefix($0) } ?? acts[...]),
      title: "Acts after which the content had this digest, the newest first")
    table.notes = [
      .init("Content", digest), .init("Now", now.digest == digest ? "the same" : "another: \(now.digest)"),
    ]
    return table
  }
}
