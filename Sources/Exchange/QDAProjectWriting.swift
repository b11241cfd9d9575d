public import Model
import Packages

extension QDAProject {
  /// A package with the study in it, and what does not go over; the same study gives the same bytes.
  ///
  /// With `utf16` positions count units of UTF-16, as NVivo does, instead of code points, as the standard says.
  public static func write(
    _ study: WholeStudy, utf16: Bool = false
  ) throws(Problem) -> (bytes: [UInt8], report: TransferReport) {
    var writing = QDAProjectWriting(study, utf16: utf16)
    let files = try writing.files()
    return (try ZipPackage.bytes(of: files), writing.report)
  }
}

/// Puts the parts of a project in the order that the schema wants.
struct QDAProjectWriting {
  let study: WholeStudy
  let utf16: Bool
  var report = TransferReport()
  /// The codings of each transcript.
  private(set) var codings: [[StudyCoding]]
  var notes: QDANotesWriting
  /// By name.
  private let variables: [(name: String, mark: GUID, type: QDAValue)]
  /// The attachments that hold the text of a transcript, by its name.
  private let wholes: [String: Int]
  private var sources: [(name: String, bytes: [UInt8])] = []

  init(_ study: WholeStudy, utf16: Bool) {
    self.study = study
    self.utf16 = utf16
    codings = Array(repeating: [], count: study.transcripts.count)
    for coding in study.codings where codings.indices.contains(coding.transcript) {
      codings[coding.transcript].append(coding)
    }
    for place in codings.indices {
      codings[place].sort { ($0.span, $0.code, $0.coder) < ($1.span, $1.code, $1.coder) }
    }
    var wholes: [String: Int] = [:]
    for (place, attachment) in study.attachments.enumerated() {
      guard let transcript = attachment.transcript, [.pdf, .picture].contains(attachment.kind) else { continue }
      wholes[transcript] = wholes[transcript] ?? place
    }
    self.wholes = wholes
    variables = Self.variables(of: study)
    notes = QDANotesWriting(study, codings)
  }

  private static func variables(of study: WholeStudy) -> [(name: String, mark: GUID, type: QDAValue)] {
    var values: [String: [String]] = [:]
    for attribute in study.cases.flatMap(\.attributes) + study.transcripts.flatMap(\.transcript.attributes) {
      values[attribute.name, default: []].append(attribute.values.joined(separator: "|"))
    }
    return values.sorted { $0.key < $1.key }.map { name, values in
      (name, GUID(of: "variable/" + name), QDAValue.type(of: values))
    }
  }

  mutating func files() throws(Problem) -> [(name: String, bytes: [UInt8])] {
    for attachment in study.attachments where attachment.bytes.count > QDAPackage.largest {
      throw Problem(
        "The file '\(attachment.fileName)' has more than \(QDAPackage.largest) bytes, the most that a package may hold.",
        hint: "Keep it outside the study.")
    }
    tellLosses()
    var text = QDAText()
    let origin = utf16 ? "Draad (UTF-16)" : "Draad"
    text.element(
      "Project", [("xmlns", "urn:QDA-XML:project:1.0"), ("name", study.name), ("origin", origin)]
    ) { writeParts(to: &$0) }
    report.lose("character that XML cannot hold", "characters that XML cannot hold", count: text.dropped)
    return [("project.qde", text.bytes)] + sources
  }

  private mutating func writeParts(to text: inout QDAText) {
    if !study.coders.isEmpty {
      text.element("Users") { text in
        for coder in study.coders {
          text.element("User", [("guid", Self.mark(of: coder).text), ("name", coder.name)])
        }
      }
    }
    if !study.codes.isEmpty {
      text.element("CodeBook") { text in QDACodes.write(study.codes, notes: notes.ofCodes, to: &text) }
    }
    if !variables.isEmpty {
      text.element("Variables") { text in
        for variable in variables {
          text.element(
            "Variable",
            [("guid", variable.mark.text), ("name", variable.name), ("typeOfVariable", variable.type.rawValue)])
        }
      }
    }
    writeCases(to: &text)
    writeSources(to: &text)
    notes.write(to: &text)
    if let description = QDAFacts(of: study).description { text.words("Description", description) }
    for note in notes.ofStudy { text.element("NoteRef", [("targetGUID", note.text)]) }
  }

  private func writeCases(to text: inout QDAText) {
    guard !study.cases.isEmpty else { return }
    var members: [String: [GUID]] = [:]
    for entry in study.transcripts {
      if let name = entry.transcript.caseName { members[name, default: []].append(whole(of: entry)) }
    }
    text.element("Cases") { text in
      for entry in study.cases {
        text.element("Case", [("guid", Self.mark(of: entry).text), ("name", entry.name)]) { text in
          write(entry.attributes, to: &text)
          for mark in members[entry.name, default: []] { text.element("SourceRef", [("targetGUID", mark.text)]) }
        }
      }
    }
  }

  private func write(_ attributes: [Attribute], to text: inout QDAText) {
    for attribute in attributes {
      guard let variable = variables.first(where: { $0.name == attribute.name }) else { continue }
      variable.type.write(attribute.values.joined(separator: "|"), of: variable.mark, to: &text)
    }
  }

  private mutating func writeSources(to text: inout QDAText) {
    guard !study.transcripts.isEmpty || !study.attachments.isEmpty else { return }
    text.element("Sources") { text in
      for place in study.transcripts.indices where wholes[study.transcripts[place].transcript.name] == nil {
        write(transcript: place, as: "TextSource", to: &text)
      }
      for (place, attachment) in study.attachments.enumerated() { write(attachment, at: place, to: &text) }
    }
  }

  private mutating func write(_ attachment: StudyAttachment, at place: Int, to text: inout QDAText) {
    let mark = Self.mark(of: attachment).text
    let ending = PathText.ending(of: attachment.fileName)
    let file = mark + (ending.isEmpty ? "" : "." + ending)
    sources.append(("sources/" + file, attachment.bytes))
    let name = attachment.kind == .pdf ? "PDFSource" : attachment.kind.rawValue.capitalized + "Source"
    text.element(name, [("guid", mark), ("name", attachment.name), ("path", "internal://" + file)]) { text in
      guard let transcript = attachment.transcript, wholes[transcript] == place,
        let number = study.transcripts.firstIndex(where: { $0.transcript.name == transcript })
      else { return }
      write(transcript: number, as: attachment.kind == .pdf ? "Representation" : "TextDescription", to: &text)
    }
  }

  private mutating func write(transcript place: Int, as element: String, to text: inout QDAText) {
    let entry = study.transcripts[place]
    let transcript = entry.transcript
    let mark = Self.mark(of: entry).text
    sources.append(("sources/\(mark).txt", Array(transcript.text.utf8)))
    text.element(
      element, [("guid", mark), ("name", transcript.name), ("plainTextPath", "internal://\(mark).txt")]
    ) { text in
      writeSelections(of: place, to: &text)
      for note in notes.ofTranscripts[transcript.name, default: []] {
        text.element("NoteRef", [("targetGUID", note.text)])
      }
      write(transcript.attributes, to: &text)
    }
  }

  private func writeSelections(of place: Int, to text: inout QDAText) {
    let entry = study.transcripts[place]
    let source = Self.mark(of: entry)
    let positions = QDAPositions(entry.transcript.text, utf16: utf16)
    let own = codings[place]
    let bare = notes.ofPassages[entry.transcript.name, default: [:]]
    let spans = Set(own.map(\.span)).union(bare.keys).sorted()
    var next = 0
    for span in spans {
      let first = next
      while next < own.count, own[next].span == span { next += 1 }
      guard let (start, end) = positions[span] else { continue }
      // One for each coder: some programs know whose a selection is, and not whose its codings are.
      let byCoder = Dictionary(grouping: own[first..<next], by: \.coder)
      let coders: [Int?] = byCoder.isEmpty ? [nil] : byCoder.keys.sorted().map { $0 }
      for (number, coder) in coders.enumerated() {
        let user = coder.map { Self.mark(of: study.coders[$0]).text }
        let mark = "selection/\(source.text)/\(span.start)/\(span.end)" + (number == 0 ? "" : "/\(user ?? "")")
        text.element(
          "PlainTextSelection",
          [
            ("guid", GUID(of: mark).text), ("name", positions.name(of: span)), ("startPosition", "\(start)"),
            ("endPosition", "\(end)"), ("creatingUser", user),
          ]
        ) { text in
          for coding in coder.flatMap({ byCoder[$0] }) ?? [] { write(coding, of: place, to: &text) }
          guard number == 0 else { return }
          for note in bare[span, default: []] { text.element("NoteRef", [("targetGUID", note.text)]) }
        }
      }
    }
  }

  private func write(_ coding: StudyCoding, of place: Int, to text: inout QDAText) {
    text.element(
      "Coding",
      [
        ("guid", QDANotesWriting.mark(of: coding, in: study).text),
        ("creatingUser", Self.mark(of: study.coders[coding.coder]).text),
      ]
    ) { text in
      text.element("CodeRef", [("targetGUID", QDACodes.mark(of: study.codes[coding.code]).text)])
      for note in notes.ofCodings[coding, default: []] { text.element("NoteRef", [("targetGUID", note.text)]) }
    }
  }

  /// The mark of what a case refers to: of the file, where the text stands within one.
  private func whole(of entry: StudyTranscript) -> GUID {
    wholes[entry.transcript.name].map { Self.mark(of: study.attachments[$0]) } ?? Self.mark(of: entry)
  }

  static func mark(of coder: StudyCoder) -> GUID { coder.guid ?? GUID(of: "coder/" + coder.name) }
  static func mark(of entry: StudyCase) -> GUID { entry.guid ?? GUID(of: "case/" + entry.name) }
  static func mark(of entry: StudyTranscript) -> GUID { entry.guid ?? GUID(of: "transcript/" + entry.transcript.name) }
  static func mark(of attachment: StudyAttachment) -> GUID { attachment.guid ?? GUID(of: "file/" + attachment.name) }

  private mutating func tellLosses() {
    for entry in study.transcripts {
      let transcript = entry.transcript
      for speaker in transcript.speakers {
        report.lose("speaker, whose name stays in the text", "speakers, whose names stay in the text", speaker.name)
        if let role = speaker.role { report.lose("role of a speaker", "roles of speakers", role) }
        report.lose("attribute of a speaker", "attributes of speakers", count: speaker.attributes.count)
      }
      report.lose("time of a turn", "times of turns", count: transcript.turns.count { $0.time != nil })
      if !entry.segments.isEmpty {
        report.lose("cutting of a text into segments", "cuttings of texts into segments", transcript.name)
      }
      if transcript.format != "txt" {
        report.lose("kind of file a text came from", "kinds of files texts came from", transcript.format)
      }
      if !transcript.pages.isEmpty { report.lose("list of pages", "lists of pages", transcript.name) }
    }
    for attachment in study.attachments where attachment.transcript.map({ wholes[$0] == nil }) ?? false {
      report.lose("tie of a recording to its transcript", "ties of recordings to their transcripts", attachment.name)
    }
    report.lose(
      "coding whose words are no longer in the text", "codings whose words are no longer in the text",
      count: study.unplaced.count)
    report.append(notes.report)
  }
}
