import Model

/// The text of a transcript with its lines joined and its misread words put right, as far as that was asked.
struct MendedBody {
  private(set) var bytes: [UInt8]
  /// By the number of the line in `bytes`, from 0.
  private(set) var boldNames: [Int: String]
  private(set) var repairs: [Repair: Int] = [:]
  /// Where each page begins in `bytes`; none where no form feeds part pages.
  private(set) var pages: [Int] = []
  /// The number in the file of the first line, so that a problem can name one; nil where lines mean nothing there.
  var firstLine: Int?
  private var slips: [ScannedWords.Slip]
  private var slipLines: [Int] = []
  private let read: [UInt8]

  /// Takes canonical text without its front matter; where form feeds part pages, lines are to be joined.
  init(
    _ text: [UInt8], boldNames: [Int: String], joinsLines: Bool, fixesScannedWords: Bool, speakers: [Speaker]
  ) {
    var body = text
    self.boldNames = boldNames
    var mending: TextMending?
    if joinsLines {
      let joined = TextMending(text, speakers: speakers, boldNames: boldNames)
      // Page numbers alone are better than nothing at all.
      if CanonicalText.hasWords(joined.bytes[...]) {
        body = joined.bytes
        self.boldNames = joined.moved(boldNames)
        repairs = joined.repairs
        mending = joined
      } else {
        body = text.map { $0 == PageLines.formFeed ? ASCII.lineFeed : $0 }
      }
    }
    let scanned = ScannedWords(body)
    read = body
    if let mending, text.contains(PageLines.formFeed) {
      pages = PageLines.firstLines(ofPagesIn: text).map(mending.offset)
      if fixesScannedWords { pages = scanned.moved(pages) }
    }
    bytes = fixesScannedWords ? scanned.fixed : body
    slips = scanned.slips
    let sure = slips.count { $0.isSure }
    if fixesScannedWords {
      if sure > 0 { repairs[.scannedWord] = sure }
      slips.removeAll { $0.isSure }
    }
    slipLines = slips.prefix(Self.shown).map { slip in
      mending?.line(at: slip.range.lowerBound) ?? body.lineNumber(at: slip.range.lowerBound) - 1
    }
  }

  private static let shown = 4

  /// The words that look misread and stand in the text as they were.
  func slips(in file: SourceFile) -> [IntakeProblem] {
    guard !slips.isEmpty else { return [] }
    let some = zip(slips, slipLines).map { slip, line in
      let place = firstLine.map { " (line \(line + $0))" } ?? ""
      return "'\(read.string(slip.range))'\(place): '\(String(decoding: slip.suggestion, as: UTF8.self))'?"
    }
    let more = slips.count > Self.shown ? " And \(slips.count - Self.shown) more." : ""
    let isSure = slips.contains(where: \.isSure)
    let hint =
      isSure
      ? "'--fix-ocr' puts right what is sure; mend the rest in the file before it is imported."
      : "Mend them in the file before it is imported; what is imported never changes."
    return [
      IntakeProblem(
        file: file.name,
        "\(counted(slips.count, "word looks", "words look")) misread by a scanner: \(some.joined(separator: " "))\(more)",
        isSure ? .warning : .note, hint: hint)
    ]
  }
}
