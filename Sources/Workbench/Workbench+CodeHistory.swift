import Coding
public import Model
import Retrieval
import Store

extension Workbench {
  /// What a code meant, version by version, with how many codings stand that were put under each; what was done to it in the
  /// notes.
  public func codeHistory(_ typed: String) throws -> Table {
    let code = try code(typed)
    let versions = try store.versions(ofCode: code.key)
    let rows: [[Table.Cell]] = versions.map { version in
      func cell(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .none }
      return [
        .count(version.number), .text(version.name), cell(version.definition), cell(version.use), cell(version.not),
        .count(version.codings),
      ]
    }
    let acts = try store.log(limit: nil).reversed().filter { !$0.undone && Self.names($0.summary, code.key) }
    return Table(
      title: "History of \(code.key) \(code.name)",
      columns: [
        .init("version", "Version", .count), .init("name", "Name", .text),
        .init("definition", "Definition", .text), .init("use", "Use", .text), .init("not", "Not", .text),
        .init("codings", "Codings", .count),
      ], rows: rows,
      notes: [.init("Codings", "that stand now and were put under this version; the last version counts now")]
        + acts.map { act in
          .init(String(act.at.prefix(10)) + (act.coder.map { " " + $0 } ?? ""), act.summary)
        })
  }

  /// Whether a sentence of the log is about changing a code of that key.
  private static func names(_ summary: String, _ key: String) -> Bool {
    let verbs = ["Added code", "Renamed code", "Moved code", "Merged code", "Split code", "Retired code", "Code "]
    guard verbs.contains(where: summary.hasPrefix) else { return false }
    return summary.split { !($0.isLetter || $0.isNumber || "-_.".contains($0)) }.contains { word in
      word == key || word == key + "."
    }
  }

  /// The codings that were put under an older definition, use or not of their code: what to look at again.
  public func outdatedCodings(_ codes: [String], coders: [String] = []) throws -> Table {
    let tree = try codebook().tree
    let retired = Set(try codebook().codes.filter { CodeRetirement.sentence(of: $0) != nil }.map(\.key))
    let wanted = Set(try codeIndices(codes).map { tree.keys[$0] }).subtracting(retired)
    let seen = try seen(FilterRequest(coders: coders))
    let coders = try seen.filter.coders.map(coderNamed)
    var versions: [String: [CodeVersion]] = [:]
    var rows: [[Table.Cell]] = []
    let found = try store.outdatedCodings().filter { outdated in
      wanted.contains(outdated.coding.code) && (coders.isEmpty || coders.contains(outdated.coding.coder))
    }
    let places = try passages(found.map { ($0.coding.transcript, $0.coding.span) })
    for (outdated, place) in zip(found, places) {
      let key = outdated.coding.code
      if versions[key] == nil { versions[key] = try store.versions(ofCode: key) }
      func definition(_ number: Int) -> Table.Cell {
        versions[key]?.first { $0.number == number }?.definition.map { .text($0) } ?? .none
      }
      rows.append([
        .text(key), .text(place.address), .text(outdated.coding.coder), definition(outdated.version),
        definition(outdated.now), .text(place.words),
      ])
    }
    return Table(
      title: "Codings put under an older definition",
      columns: [
        .init("code", "Code", .text), .init("passage", "Passage", .text), .init("coder", "Coder", .text),
        .init("then", "Defined then", .text), .init("now", "Defined now", .text), .init("text", "Words", .text),
      ], rows: rows, notes: [.init("Codings", "\(rows.count)"), .init("Story", "code history CODE")] + seen.notes)
  }

  /// Makes two codes one, with the reason and the counts before and after in the log.
  public func mergeCode(_ typed: String, into other: String, reason: String) throws -> Act {
    let (key, heir) = (try code(typed).key, try code(other).key)
    try requireInUse([heir])
    let counts = try store.codingCounts()
    let (gone, before) = (counts[key, default: 0], counts[heir, default: 0])
    let edit = try CodebookEdit.merge(key, into: heir, in: codebook(), codings: gone)
    return try performEdit { study in
      try study.set(edit.codebook, replacing: edit.replacements)
      return "\(edit.summary) Before: \(key) \(gone), \(heir) \(before); after: \(heir) "
        + "\(try study.codingCount(of: heir)). Reason: \(reason.trimmed)"
    }
  }

  /// Puts a code out of use; its codings stay.
  public func retireCode(_ typed: String, reason: String) throws -> Act {
    let key = try code(typed).key
    let edit = try CodeRetirement.retire(
      key, on: String(clock().prefix(10)), reason: try required(reason, "code retire \(key)"), in: codebook(),
      codings: store.codingCounts()[key, default: 0])
    return try performEdit { study in
      try study.set(edit.codebook)
      return edit.summary
    }
  }

  /// Makes a new code of the codings of another on whose words something is said; it stands beside the other.
  ///
  /// - Parameter words: what must occur in the coded words, without regard to capitals and accents.
  public func splitCode(
    _ typed: String, into key: String, named name: String, containing words: String, reason: String
  ) throws -> Act {
    let source = try code(typed)
    let reason = try required(reason, "code split \(source.key) \(key) \"\(name)\" --containing WORDS")
    let wanted = Folding.fold(words.trimmed)
    guard !wanted.isEmpty else {
      throw Problem(
        "Which codings go to the new code was not said.", hint: "Name words in them: --containing WORDS", kind: .usage)
    }
    var moved: [CodeAssignment] = []
    for transcript in try store.transcriptNames() {
      let codings = try store.codings(of: transcript).filter { $0.code == source.key }
      guard !codings.isEmpty, let text = try store.text(ofTranscript: transcript).map({ Array($0.utf8) }) else {
        continue
      }
      moved += codings.filter { coding in
        let words = text.prefix(coding.span.end).dropFirst(coding.span.start)
        return Folding.fold(String(decoding: words, as: UTF8.self)).contains(wanted)
      }
    }
    guard !moved.isEmpty else {
      throw Problem(
        "No coding of '\(source.key)' has '\(words)' in its words.", hint: "See them with: find code:\(source.key)",
        kind: .nothingFound)
    }
    let edit = try CodebookEdit.add(
      Code(key: key, name: name, definition: source.definition, parent: source.parent), to: codebook())
    let before = try store.codingCounts()[source.key, default: 0]
    return try performEdit { study in
      try study.set(edit.codebook)
      _ = try study.remove(moved)
      _ = try study.add(
        Self.batch(
          moved.map { CodeAssignment(transcript: $0.transcript, span: $0.span, code: key, coder: $0.coder) }))
      return
        "Split code \(source.key): \(counted(moved.count, "coding")) with '\(words.trimmed)' went to \(key) '\(name)'. "
        + "Before: \(source.key) \(before); after: \(source.key) \(try study.codingCount(of: source.key)), \(key) "
        + "\(try study.codingCount(of: key)). Reason: \(reason)"
    }
  }

  private func required(_ reason: String, _ command: String) throws -> String {
    guard !reason.trimmed.isEmpty else {
      throw Problem("It needs a reason.", hint: "\(command) --reason \"...\"", kind: .usage)
    }
    return reason.trimmed
  }

  private func performEdit(_ body: (StudyChange) throws -> String) throws -> Act {
    let act = try store.perform(act(), body)
    forgetCodebook()
    return act
  }

  /// The key of a code that is still put.
  func codeInUse(_ typed: String) throws -> String {
    let key = try code(typed).key
    try requireInUse([key])
    return key
  }

  /// Throws where a code is put no more.
  func requireInUse(_ codes: [String]) throws {
    let codebook = try codebook()
    for key in codes {
      guard let sentence = codebook.code(key).flatMap(CodeRetirement.sentence) else { continue }
      throw Problem(
        "The code '\(key)' is put no more. \(sentence)", hint: "See its story with: code history \(key)")
    }
  }
}
