import Packages

/// Reads the parts of a Word file: the document, its styles, and the notes it refers to.
struct WordPackage {
  private let archive: OpenArchive
  /// The entry with the document: `word/document.xml`, or what the archive's list of parts calls so.
  let document: String

  enum Answer: Equatable {
    case text(DocumentText)
    /// The XML of the document is not well-formed.
    case malformed
    case refused(ZipArchive.Answer)
  }

  /// nil where the archive says of itself that it holds no Word document.
  init?(_ archive: OpenArchive) {
    self.archive = archive
    let usual = "word/document.xml"
    switch Self.relations(in: archive, "_rels/.rels") {
    case .success(let relations):
      guard let part = relations["officeDocument"].map({ Self.place($0, from: "") }), part.hasPrefix("word/") else {
        return nil
      }
      document = part
    case .failure:
      guard archive.has(usual) else { return nil }
      document = usual
    }
  }

  func read(notes: ReadingOptions.Notes) -> Answer {
    var relations: [String: String] = [:]
    if case .success(let own) = Self.relations(in: archive, relationsPart) { relations = own }
    var styles = WordStyles()
    if let part = part("styles", relations), archive.walk(part, { styles.take($0) }) != .whole { styles = WordStyles() }
    var text = WordText(styles: styles.sheet)
    switch archive.walk(document, { text.take($0) }) {
    case .whole: break
    case .malformed: return .malformed
    case .refused(let answer): return .refused(answer)
    }
    if notes == .end { addNotes(to: &text, relations, styles.sheet) }
    return .text(text.finished())
  }

  /// Footnotes, endnotes and comments, each in the order in which the talk refers to them.
  private func addNotes(to text: inout WordText, _ relations: [String: String], _ styles: StyleSheet) {
    for kind in WordText.Reference.Kind.allCases where text.references.contains(where: { $0.kind == kind }) {
      guard let part = part(kind.rawValue, relations) else { continue }
      var notes = WordText(styles: styles)
      guard archive.walk(part, { notes.take($0) }) == .whole else { continue }
      var left = notes.notes
      for reference in text.references where reference.kind == kind {
        if let note = left.removeValue(forKey: reference.id) { text.add(note: note) }
      }
    }
  }

  private var folder: String { document.lastIndex(of: "/").map { String(document[...$0]) } ?? "" }

  private var relationsPart: String { "\(folder)_rels/\(document.dropFirst(folder.count)).rels" }

  private func part(_ kind: String, _ relations: [String: String]) -> String? {
    let part = relations[kind].map { Self.place($0, from: folder) } ?? "\(folder)\(kind).xml"
    return archive.has(part) ? part : nil
  }

  private static func place(_ target: String, from folder: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
  }

  private struct NoRelations: Error {}

  /// The parts that a list names, by the last word of what they are to it: `styles`, `footnotes`.
  private static func relations(
    in archive: OpenArchive, _ list: String
  ) -> Result<[String: String], NoRelations> {
    var relations: [String: String] = [:]
    let walked = archive.walk(list, limit: 1 << 20) { event in
      guard case .start(let element) = event, element.name == "Relationship" else { return }
      guard let type = element.attribute("Type"), let slash = type.lastIndex(of: "/") else { return }
      relations[String(type[type.index(after: slash)...])] = element.attribute("Target")
    }
    if case .refused = walked { return .failure(NoRelations()) }
    return .success(walked == .whole ? relations : [:])
  }
}
