import Model

/// Memos as the notes of a project, each hung on what it is about.
struct QDANotesWriting {
  private(set) var ofStudy: [GUID] = []
  /// By the place of the code.
  private(set) var ofCodes: [Int: [GUID]] = [:]
  private(set) var ofTranscripts: [String: [GUID]] = [:]
  private(set) var ofPassages: [String: [TextSpan: [GUID]]] = [:]
  private(set) var ofCodings: [StudyCoding: [GUID]] = [:]
  private(set) var report = TransferReport()
  private let study: WholeStudy
  /// A case has no place for a reference: a link leads to it.
  private var links: [(note: GUID, target: GUID)] = []

  init(_ study: WholeStudy, _ codings: [[StudyCoding]]) {
    self.study = study
    let codes = Dictionary(study.codes.enumerated().map { ($1.code.key, $0) }, uniquingKeysWith: { first, _ in first })
    let cases = Dictionary(study.cases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let transcripts = Dictionary(
      study.transcripts.enumerated().map { ($1.transcript.name, $0) }, uniquingKeysWith: { first, _ in first })
    for memo in study.memos {
      let mark = Self.mark(of: memo)
      switch memo.subject {
      case .study: ofStudy.append(mark)
      case .code(let key): if let place = codes[key] { ofCodes[place, default: []].append(mark) }
      case .ofCase(let name):
        if let entry = cases[name] { links.append((mark, QDAProjectWriting.mark(of: entry))) }
      case .transcript(let name): ofTranscripts[name, default: []].append(mark)
      case .passage(let name, let span, let key):
        guard let place = transcripts[name] else { continue }
        let why = key.flatMap { codes[$0] }.flatMap { code in
          let all = codings[place].filter { $0.span == span && $0.code == code }
          return all.first { study.coders[$0.coder].name == memo.coder } ?? all.first
        }
        if let why {
          ofCodings[why, default: []].append(mark)
        } else {
          ofPassages[name, default: [:]][span, default: []].append(mark)
          if key != nil {
            report.lose("code of a memo whose coding is gone", "codes of memos whose codings are gone", key)
          }
        }
      }
    }
  }

  /// Writes the notes, and the links from notes to cases.
  func write(to text: inout QDAText) {
    guard !study.memos.isEmpty else { return }
    text.element("Notes") { text in
      for memo in study.memos {
        let coder = study.coders.first { $0.name == memo.coder }
        text.element(
          "Note",
          [
            ("guid", Self.mark(of: memo).text), ("name", Self.name(of: memo)),
            ("creatingUser", coder.map { QDAProjectWriting.mark(of: $0).text }),
            ("creationDateTime", memo.at.hasSuffix("Z") && memo.at.utf8.count == 20 ? memo.at : nil),
          ]
        ) { text in text.words("PlainTextContent", memo.text) }
      }
    }
    guard !links.isEmpty else { return }
    text.element("Links") { text in
      for (note, target) in links {
        text.element(
          "Link",
          [
            ("guid", GUID(of: "link/\(note.text)/\(target.text)").text), ("direction", "OneWay"),
            ("originGUID", note.text), ("targetGUID", target.text),
          ])
      }
    }
  }

  private static func name(of memo: Memo) -> String {
    var name = String.UnicodeScalarView()
    for scalar in memo.text.unicodeScalars.prefix(60) { name.append(scalar.value < 0x20 ? " " : scalar) }
    return String(name)
  }

  static func mark(of memo: Memo) -> GUID { GUID(memo.guid) ?? GUID(of: "memo/\(memo.guid)/\(memo.text)") }

  static func mark(of coding: StudyCoding, in study: WholeStudy) -> GUID {
    coding.guid
      ?? GUID(
        of: [
          "coding", study.transcripts[coding.transcript].transcript.name, "\(coding.span.start)",
          "\(coding.span.end)", study.codes[coding.code].code.key, study.coders[coding.coder].name,
        ].joined(separator: "/"))
  }
}
