import Model

/// Writes a plain study, file after file.
struct PlainStudyWriting {
  private let study: WholeStudy
  /// The places of transcripts, by name.
  private let order: [Int]
  private let positions: [TextPositions]
  private let fileNames: [String]

  init(_ study: WholeStudy) {
    self.study = study
    order = study.transcripts.indices.sorted {
      study.transcripts[$0].transcript.name < study.transcripts[$1].transcript.name
    }
    positions = study.transcripts.map { TextPositions($0.transcript.text) }
    var names = FreeNames()
    var fileNames = Array(repeating: "", count: study.transcripts.count)
    for place in order { fileNames[place] = Self.fileName(study.transcripts[place].transcript.name, &names) }
    self.fileNames = fileNames
  }

  func files() -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, text: String)] = [
      (PlainStudy.marker, "# A study written by 'draad export FOLDER --plain'.\nform: \(PlainStudy.form)\n"),
      ("codebook.yaml", CodebookFile.write(study.codebook)),
      (
        "codes.csv",
        sheet(["code", "guid", "folder"], study.codes.map { [$0.code.key, mark($0.guid), $0.isFolder ? "yes" : ""] })
      ),
      ("coders.csv", sheet(["coder", "guid"], study.coders.map { [$0.name, mark($0.guid)] })),
      ("cases.csv", sheet(["case", "guid"], study.cases.map { [$0.name, mark($0.guid)] })),
      ("attributes.csv", attributes()), ("transcripts.csv", transcripts()), ("speakers.csv", speakers()),
      ("codings.csv", codings()),
      ("unplaced.csv", unplaced()), ("memos.csv", memos()),
      ("queries.csv", sheet(["query", "text"], study.queries.map { [$0.name, $0.text] })),
    ]
    for place in order {
      let path = "transcripts/" + fileNames[place]
      files.append((path + ".txt", study.transcripts[place].transcript.text))
      files.append((path + ".turns.csv", turns(of: place)))
      files.append((path + ".segments.csv", segments(of: place)))
    }
    var found = files.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    var names = FreeNames()
    let own = study.attachments.map { Self.fileName($0.fileName, &names) }
    let list = zip(study.attachments, own).map { [$0.name, $0.kind.rawValue, $1, $0.transcript ?? "", mark($0.guid)] }
    found.append(
      ("attachments.csv", Array(sheet(["attachment", "kind", "file", "transcript", "guid"], list).utf8)))
    found += zip(study.attachments, own).map { ("attachments/" + $1, $0.bytes) }
    return found
  }

  /// Rows in the order of their cells.
  private func sheet(_ head: [String], _ rows: [[String]], isSorted: Bool = true) -> String {
    let rows = isSorted ? rows.sorted { $0.lexicographicallyPrecedes($1) } : rows
    return CSVText.row(head) + rows.map { CSVText.row($0) }.joined()
  }

  private func mark(_ guid: GUID?) -> String { guid?.text ?? "" }

  /// A name that every system takes, other for every transcript, capitals aside.
  static func fileName(_ name: String, _ names: inout FreeNames) -> String {
    var safe = ""
    for scalar in name.unicodeScalars {
      let isSafe =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_ .".unicodeScalars.contains(scalar)
      safe.unicodeScalars.append(isSafe ? scalar : "-")
      if safe.utf8.count > 100 { break }
    }
    while safe.hasPrefix(".") || safe.hasPrefix(" ") { safe.removeFirst() }
    while safe.hasSuffix(".") || safe.hasSuffix(" ") { safe.removeLast() }
    if safe.isEmpty { safe = "unnamed" }
    // Two names that differ in capitals are one file for some systems.
    let free = names.name(safe.lowercased())
    return safe + free.dropFirst(safe.lowercased().count)
  }

  private func attributes() -> String {
    var rows: [[String]] = []
    func add(_ kind: String, _ name: String, _ speaker: String, _ attributes: [Attribute]) {
      for attribute in attributes {
        for (number, value) in attribute.values.enumerated() {
          rows.append([kind, name, speaker, attribute.name, String(number + 1), value])
        }
      }
    }
    for entry in study.cases { add("case", entry.name, "", entry.attributes) }
    for entry in study.transcripts.map(\.transcript) {
      add("transcript", entry.name, "", entry.attributes)
      for speaker in entry.speakers { add("speaker", entry.name, speaker.name, speaker.attributes) }
    }
    rows.sort { ($0[..<4], Int($0[4]) ?? 0) < ($1[..<4], Int($1[4]) ?? 0) }
    return sheet(["of", "name", "speaker", "attribute", "number", "value"], rows, isSorted: false)
  }

  private func transcripts() -> String {
    sheet(
      ["transcript", "file", "case", "format", "unit", "pages", "guid"],
      order.map { place in
        let entry = study.transcripts[place]
        let pages = entry.transcript.pages.compactMap { positions[place].codePoint(ofByte: $0) }.map { "\($0)" }
        return [
          entry.transcript.name, fileNames[place], entry.transcript.caseName ?? "", entry.transcript.format,
          entry.unit.rawValue, pages.joined(separator: " "), mark(entry.guid),
        ]
      }, isSorted: false)
  }

  private func speakers() -> String {
    sheet(
      ["transcript", "speaker", "role"],
      order.flatMap { place in
        let transcript = study.transcripts[place].transcript
        return transcript.speakers.map { [transcript.name, $0.name, $0.role ?? ""] }
      }, isSorted: false)
  }

  private func turns(of place: Int) -> String {
    let transcript = study.transcripts[place].transcript
    return sheet(
      ["start", "end", "words", "speaker", "seconds"],
      transcript.turns.map { turn in
        [turn.span.start, turn.span.end, turn.wordsStart].map { point(place, $0) }
          + [turn.speaker.map { transcript.speakers[$0].name } ?? "", turn.time.map { "\($0)" } ?? ""]
      }, isSorted: false)
  }

  private func segments(of place: Int) -> String {
    sheet(
      ["start", "end", "words", "turn"],
      study.transcripts[place].segments.map { segment in
        [segment.span.start, segment.span.end, segment.wordsStart].map { point(place, $0) } + ["\(segment.turn + 1)"]
      }, isSorted: false)
  }

  private func point(_ place: Int, _ byte: Int) -> String { "\(positions[place].codePoint(ofByte: byte) ?? 0)" }

  private func codings() -> String {
    var numbers = Array(repeating: 0, count: study.transcripts.count)
    for (number, place) in order.enumerated() { numbers[place] = number }
    func key(_ coding: StudyCoding) -> (Int, TextSpan, String, String) {
      (numbers[coding.transcript], coding.span, study.codes[coding.code].code.key, study.coders[coding.coder].name)
    }
    return sheet(
      ["transcript", "start", "end", "code", "coder", "quote", "guid"],
      study.codings.sorted { key($0) < key($1) }.map { coding in
        let place = coding.transcript
        return [
          study.transcripts[place].transcript.name, point(place, coding.span.start), point(place, coding.span.end),
          study.codes[coding.code].code.key, study.coders[coding.coder].name, quote(place, coding.span),
          mark(coding.guid),
        ]
      }, isSorted: false)
  }

  private func unplaced() -> String {
    sheet(
      ["transcript", "code", "coder", "words", "near", "guid"],
      study.unplaced.map { coding in
        [
          study.transcripts[coding.transcript].transcript.name, study.codes[coding.code].code.key,
          study.coders[coding.coder].name, coding.words,
          "\(positions[coding.transcript].codePoint(ofByte: coding.near) ?? 0)", mark(coding.guid),
        ]
      })
  }

  /// The beginning of the words, in one line: for people, and to find that a text was changed.
  private func quote(_ place: Int, _ span: TextSpan) -> String {
    let words = positions[place].text(of: TextSpan(span.start, min(span.end, span.start + 240)))
    var quote = String.UnicodeScalarView()
    for scalar in words.unicodeScalars.prefix(60) where scalar != "\u{FFFD}" {
      quote.append(scalar.value < 0x20 ? " " : scalar)
    }
    return String(quote)
  }

  private func memos() -> String {
    let places = Dictionary(
      study.transcripts.enumerated().map { ($1.transcript.name, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [(rank: (Int, String, Int, Int, String), cells: [String])] = []
    for memo in study.memos {
      var (about, name, start, end, code) = ("study", "", "", "", "")
      var span = TextSpan(0, 0)
      switch memo.subject {
      case .study: break
      case .ofCase(let own): (about, name) = ("case", own)
      case .code(let key): (about, code) = ("code", key)
      case .transcript(let own): (about, name) = ("transcript", own)
      case .passage(let own, let passage, let key):
        guard let place = places[own] else { continue }
        (about, name, code, span) = ("passage", own, key ?? "", passage)
        (start, end) = (point(place, passage.start), point(place, passage.end))
      }
      let rank = ["study", "case", "code", "transcript", "passage"].firstIndex(of: about) ?? 0
      rows.append(
        (
          (rank, name + code, span.start, span.end, memo.text + memo.guid),
          [about, name, start, end, code, memo.coder ?? "", memo.at, memo.text, memo.guid]
        ))
    }
    return sheet(
      ["about", "name", "start", "end", "code", "coder", "at", "text", "guid"],
      rows.sorted { $0.rank < $1.rank }.map(\.cells), isSorted: false)
  }
}

/// Cells one after the other, as rows of a sheet are put in order.
private func < (a: (ArraySlice<String>, Int), b: (ArraySlice<String>, Int)) -> Bool {
  a.0 == b.0 ? a.1 < b.1 : a.0.lexicographicallyPrecedes(b.0)
}
