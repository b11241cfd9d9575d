import Model

/// Reads ELAN files: the tiers of the speakers, put together in the order of time.
struct ElanReader: TranscriptReader {
  let format = "eaf"
  let endings = ["eaf"]

  /// The element that holds an ELAN document is among the first bytes.
  func recognises(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1000)
    let name = Array("<ANNOTATION_DOCUMENT".utf8)
    var at = head.startIndex
    while let open = head[at...].firstIndex(of: UInt8(ascii: "<")) {
      if head[open...].starts(with: name) { return true }
      at = open + 1
    }
    return false
  }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    if file.bytes.isEmpty { return refused(file, "'\(file.shortName)' is empty.") }
    let wanted = options.tiers.map(\.trimmed)
    guard let document = ElanDocument(file.bytes, wanted: wanted) else {
      return refused(file, "'\(file.shortName)' is damaged or cut off.", hint: "Open it in ELAN and save it anew.")
    }
    guard document.isElan else { return refused(file, "'\(file.shortName)' is no file of ELAN.") }
    let names = Set(document.tiers.map(\.name))
    if let unknown = wanted.first(where: { !names.contains($0) }) {
      return refused(file, "'\(file.shortName)' has no tier '\(unknown)'.", hint: theTiers(document.tiers.map(\.name)))
    }
    return reading(of: document, file, options)
  }

  private func theTiers(_ names: [String]) -> String {
    names.isEmpty ? "It has no tiers at all." : "Its tiers are \(quoted(names))."
  }

  private func quoted(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }

  private func refused(_ file: SourceFile, _ text: String, hint: String? = nil) -> Reading {
    Reading(problems: [IntakeProblem(file: file.name, text, .refused, hint: hint)])
  }

  private func reading(of document: ElanDocument, _ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let utterances = document.tiers.flatMap { tier in
      tier.annotations.map { annotation in
        Utterance(start: annotation.start, end: annotation.end, voice: voice(of: tier), words: annotation.words)
      }
    }
    var problems: [IntakeProblem] = []
    let hanging = document.tiers.filter(\.isDependent).map(\.name)
    if options.tiers.isEmpty, !hanging.isEmpty {
      problems.append(
        IntakeProblem(
          file: file.name, "Left out, as each belongs to another tier: \(quoted(hanging)).", .note,
          hint: "Import the file with '--tier NAME', once for each tier, to read others."))
    }
    return UtteranceDraft(file: file, format: format, utterances: utterances, problems: problems).reading(options)
  }

  private func voice(of tier: ElanDocument.Tier) -> String? { tier.speaker.isEmpty ? nil : tier.speaker }
}
