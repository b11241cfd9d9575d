import Model

/// A text of a project that is to become a transcript, with the element its selections stand in.
struct QDASourceText {
  let element: QDAElement
  /// Its place in the list of transcripts.
  let transcript: Int
  let words: QDAWords
}

extension QDAProjectReading {
  /// Reads every source: texts become transcripts, files are kept beside them.
  mutating func readSources() {
    var names = FreeNames()
    for element in root.first("Sources")?.children ?? [] where !options.isStopped() {
      switch element.name {
      case "textsource": readText(element, called: name(of: element), &names)
      case "pdfsource": readFile(element, .pdf, text: element.first("Representation"), &names)
      case "picturesource": readFile(element, .picture, text: element.first("TextDescription"), &names)
      case "audiosource": readRecording(element, .audio, &names)
      case "videosource": readRecording(element, .video, &names)
      default: report.lose("source of a kind that is not known", "sources of a kind that is not known", element.name)
      }
    }
  }

  private func name(of element: QDAElement) -> String {
    let path = element["plainTextPath"] ?? element["richTextPath"] ?? element["path"]
    return element["name"]?.nameContent ?? path.map { PathText.stem(of: $0) }?.nameContent ?? "source"
  }

  /// A text source, or what stands for the text of another; `mark` is that of the whole source.
  @discardableResult
  private mutating func readText(
    _ element: QDAElement, called name: String, _ names: inout FreeNames, standingFor whole: GUID? = nil
  ) -> Int? {
    let mark = marks.mark(element["guid"], of: name, place: "source/\(name)/\(study.transcripts.count)")
    guard let words = words(of: element, name) else { return nil }
    guard !words.text.allSatisfy(\.isWhitespace) else {
      report.lose("text with nothing in it", "texts with nothing in them", name)
      return nil
    }
    let place = study.transcripts.count
    let unique = names.name(name)
    var transcript = Transcript(name: unique, format: "txt", text: words.text)
    transcript.attributes = attributes(of: element)
    study.transcripts.append(StudyTranscript(transcript, guid: mark))
    for known in [mark, whole].compactMap({ $0 }) {
      sources[known] = place
      if hasLinks { linked[known] = .transcript(unique) }
    }
    if let words = element.text(of: "Description") {
      addMemo(words, about: .transcript(unique), mark: GUID(of: mark.text + "/description"))
    }
    hang(element, on: .transcript(unique), coder: nil)
    if let path = element["richTextPath"] {
      package.passOver(path)
      report.lose(
        "text with styles, of which the words are kept,", "texts with styles, of which the words are kept,", unique)
    }
    texts.append(QDASourceText(element: element, transcript: place, words: words))
    return place
  }

  private mutating func words(of element: QDAElement, _ name: String) -> QDAWords? {
    if let inline = element.first("PlainTextContent"), !inline.bytes.isEmpty { return QDAWords(inline.text) }
    guard let path = element["plainTextPath"] else {
      report.problem("'\(TransferReport.shown(name))' has no text in the project.", file: file)
      return nil
    }
    switch package.words(path) {
    case .there(let words):
      if words.isBroken {
        report.problem(
          "The text of '\(TransferReport.shown(name))' is not in UTF-8 everywhere; what is none shows as �.", file: file
        )
      }
      report.lose("control character", "control characters", count: words.dropped)
      return words
    case .elsewhere(let path):
      report.problem(
        "The text of '\(TransferReport.shown(name))' is not in the package: '\(TransferReport.shown(path))'.",
        file: file)
    case .unreadable(let reason):
      report.problem("The text of '\(TransferReport.shown(name))' \(reason).", file: file)
    }
    return nil
  }

  /// A PDF or a picture: the file is kept, its text becomes a transcript.
  private mutating func readFile(
    _ element: QDAElement, _ kind: StudyAttachment.Kind, text: QDAElement?, _ names: inout FreeNames
  ) {
    let name = name(of: element)
    let mark = marks.mark(element["guid"], of: name, place: "file/\(name)/\(study.attachments.count)")
    var place: Int?
    if let text {
      place = readText(text, called: text["name"]?.nameContent ?? name, &names, standingFor: mark)
      if let place {
        for attribute in attributes(of: element) { study.transcripts[place].transcript.attributes.append(attribute) }
        hang(element, on: .transcript(study.transcripts[place].transcript.name), coder: nil)
      }
    }
    keep(element, kind, name, mark, place)
    let kinds = ["pdfselection": "place on a page", "pictureselection": "place in a picture"]
    for (selection, one) in kinds.sorted(by: <) {
      let many = one.replacing("place", with: "places", maxReplacements: 1)
      report.lose(one, many, count: element.all(selection).count)
    }
    let codings = element.all("Coding").count
    report.lose("code of a whole file", "codes of whole files", count: codings)
  }

  /// A recording: the file is kept, its transcripts become transcripts with the times of their lines.
  private mutating func readRecording(
    _ element: QDAElement, _ kind: StudyAttachment.Kind, _ names: inout FreeNames
  ) {
    let name = name(of: element)
    let mark = marks.mark(element["guid"], of: name, place: "file/\(name)/\(study.attachments.count)")
    var place: Int?
    for transcript in element.all("Transcript") {
      let own = transcript["name"]?.nameContent ?? name
      let read = readText(transcript, called: own, &names, standingFor: place == nil ? mark : nil)
      place = place ?? read
    }
    if let place {
      for attribute in attributes(of: element) { study.transcripts[place].transcript.attributes.append(attribute) }
    }
    keep(element, kind, name, mark, place)
    let selections = element.all("AudioSelection").count + element.all("VideoSelection").count
    report.lose("passage of a recording", "passages of recordings", count: selections)
    report.lose("code of a whole file", "codes of whole files", count: element.all("Coding").count)
  }

  private mutating func keep(
    _ element: QDAElement, _ kind: StudyAttachment.Kind, _ name: String, _ mark: GUID, _ place: Int?
  ) {
    guard let path = element["path"] else {
      report.problem("'\(TransferReport.shown(name))' names no file.", file: file)
      return
    }
    switch package.content(path) {
    case .there(let bytes):
      // In the package it is called by its mark.
      let ending = PathText.ending(of: path)
      let fileName = ending.isEmpty || PathText.ending(of: name) == ending ? name : name + "." + ending
      study.attachments.append(
        StudyAttachment(
          name, kind: kind, fileName: PathText.name(of: fileName.cleanName), bytes: bytes,
          transcript: place.map { study.transcripts[$0].transcript.name }, guid: mark))
    case .elsewhere: report.lose("file outside the package", "files outside the package", name)
    case .unreadable(let reason): report.problem("The file of '\(TransferReport.shown(name))' \(reason).", file: file)
    }
  }

  /// Notes the notes that are hung on something.
  mutating func hang(_ element: QDAElement, on subject: Memo.Subject, coder: Int?) {
    for reference in element.all("NoteRef") {
      if let note = QDAMarks.target(reference["targetGUID"]) { anchors.append((subject, note, coder)) }
    }
  }
}
