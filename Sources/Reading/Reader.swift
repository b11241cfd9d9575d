public import Model
public import Workbench

/// Somebody reading and coding a transcript: what is in focus, what is open, what was done.
///
/// Keys go in, wishes come out; what came of a wish is told by `hear`. Knows neither a terminal nor a study file.
public struct Reader {
  public struct Options: Equatable, Sendable {
    /// A whole key, Enter, a digit and the full stop move on after putting a code; Tab then stays.
    public var movesOn = false
    /// What other coders did is not shown.
    public var isBlind = false

    public init(movesOn: Bool = false, isBlind: Bool = false) {
      self.movesOn = movesOn
      self.isBlind = isBlind
    }
  }

  /// What the study is to do.
  public enum Wish: Equatable, Sendable {
    /// A code, as its place in the codebook.
    case put(Int, ReadingPlace)
    case take(Int, [TextSpan], ReadingPlace)
    /// The number of an act.
    case undo(Int)
    case redo
    case find(String)
    case memo(String, ReadingPlace)
    case reread
    case leave
  }

  /// What came of a wish.
  public enum Answer: Sendable {
    case changed(CodingChange, code: Int)
    case undone(String)
    case redone(String)
    case found(ReadingHits)
    case noted(Act, PlacedMemo)
    case failed(Problem)
    case reread(ReadingCopy)
  }

  /// A sentence for the status line.
  struct Notice: Equatable, Sendable {
    var text: String
    var isProblem = false
  }

  /// What was done here, so that it can be undone and redone.
  struct Deed: Equatable, Sendable {
    var act: Int
    var added: [PlacedCoding]
    var removed: [PlacedCoding]
    var memo: PlacedMemo?
  }

  public internal(set) var copy: ReadingCopy
  let options: Options
  let bytes: [UInt8]
  var line = CodingLine()
  var coverage: Coverage
  var search: CodeSearch
  /// Of each code: its own, else that of the nearest code above it that has one.
  var colours: [CodeColour?]
  /// From 0.
  public internal(set) var focus = 0
  /// How many rows of a segment that is higher than the screen are above it.
  var scroll = 0
  var part: PartOfSegment?
  var pane = Pane.text
  /// A memo that was begun and not written.
  var begunMemo = ""
  var notice: Notice?
  var recent = RecentCodes()
  var hits: ReadingHits?
  var deeds: [Deed] = []
  var undone: [Deed] = []
  var disagreements: [Int]?
  /// To move on when the code that was wished for is put.
  var willMoveOn = false
  var layout: ScreenLayout
  var flows = FlowCache()

  /// The bookmark says where reading was left.
  public init(_ copy: ReadingCopy, options: Options = .init(), bookmark: Bookmark? = nil, width: Int, height: Int) {
    self.copy = copy
    self.options = options
    bytes = Array(copy.transcript.text.utf8)
    coverage = Coverage(copy)
    search = CodeSearch(copy.codebook.codes)
    colours = CodeColour.all(of: copy.codebook)
    layout = ScreenLayout(width: width, height: height, segments: copy.segments.count)
    line = visibleLine()
    if let bookmark { open(at: bookmark) }
    coverage.see(focus)
  }

  /// The terminal has another size.
  public mutating func resize(width: Int, height: Int) {
    layout = ScreenLayout(width: width, height: height, segments: copy.segments.count)
    flows = FlowCache()
    scroll = 0
    showPart()
  }

  /// Goes to a segment, from 0; one that is not there is the nearest that is.
  public mutating func go(to segment: Int) {
    focus = min(max(0, segment), copy.segments.count - 1)
    scroll = 0
    part = nil
    coverage.see(focus)
  }

  private func visibleLine() -> CodingLine {
    CodingLine(options.isBlind ? copy.codings.filter { $0.coder == copy.coder } : copy.codings)
  }

  /// Where a code would go.
  var place: ReadingPlace {
    let words = spokenSpan(of: focus)
    let span = part?.span ?? words
    return ReadingPlace(segment: focus, span: span, isPart: span != words)
  }

  /// The words of a segment, in bytes, without label before and blanks behind; the whole of one without words.
  func spokenSpan(of number: Int) -> TextSpan {
    let segment = copy.segments[number]
    var end = segment.span.end
    while end > segment.wordsStart, bytes[end - 1] <= 0x20 { end -= 1 }
    return end > segment.wordsStart ? TextSpan(segment.wordsStart, end) : segment.span
  }

  func text(of span: TextSpan) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

  /// The codings on a segment that are shown.
  func codings(on segment: Int) -> [PlacedCoding] { line.touching(copy.segments[segment].span) }

  /// The memos on a segment that are shown.
  func memos(on segment: Int) -> [PlacedMemo] {
    let span = copy.segments[segment].span
    let name = copy.coder.map { copy.coders[$0] }
    return copy.memos.filter { $0.span.overlaps(span) && (!options.isBlind || $0.coder == name) }
  }

  /// The coder's own codings where a code would go.
  var ownCodings: [PlacedCoding] { line.touching(place.span).filter { $0.coder == copy.coder } }

  /// Takes notice of what came of a wish.
  public mutating func hear(_ answer: Answer) {
    let movesOn = willMoveOn
    willMoveOn = false
    switch answer {
    case .changed(let change, let code):
      notice = Notice(text: change.act.summary)
      keep(change, code: code)
      if movesOn { moveOn() }
    case .undone(let summary):
      if let deed = deeds.popLast() {
        apply(removed: deed.added, added: deed.removed)
        copy.memos.removeAll { $0 == deed.memo }
        undone.append(deed)
      }
      notice = Notice(text: summary)
    case .redone(let summary):
      if let deed = undone.popLast() {
        apply(removed: deed.removed, added: deed.added)
        if let memo = deed.memo { copy.memos.append(memo) }
        deeds.append(deed)
      }
      notice = Notice(text: summary)
    case .found(let found):
      hits = found
      goToHit(1, orHere: true)
    case .noted(let act, let memo):
      begunMemo = ""
      notice = Notice(text: act.summary)
      copy.memos.append(memo)
      deeds.append(Deed(act: act.number, added: [], removed: [], memo: memo))
      undone = []
    case .failed(let problem):
      let hint = problem.hint.map { " " + $0 } ?? ""
      notice = Notice(text: problem.what + hint, isProblem: problem.kind != .nothingFound)
    case .reread(let copy): take(copy)
    }
  }

  private mutating func keep(_ change: CodingChange, code: Int) {
    guard let coder = copy.coder else { return }
    func placed(_ spans: [TextSpan]) -> [PlacedCoding] {
      spans.map { PlacedCoding(span: $0, code: code, coder: coder) }
    }
    if change.removed.isEmpty { recent.use(code) }
    guard change.act.number > 0 else { return }
    let deed = Deed(act: change.act.number, added: placed(change.added), removed: placed(change.removed))
    apply(removed: deed.removed, added: deed.added)
    deeds.append(deed)
    undone = []
  }

  private mutating func apply(removed: [PlacedCoding], added: [PlacedCoding]) {
    disagreements = nil
    for coding in removed where line.remove(coding) { coverage.count(copy.segments(touching: coding.span), by: -1) }
    for coding in added where line.add(coding) { coverage.count(copy.segments(touching: coding.span), by: 1) }
  }

  /// The codings and the codebook may be others now; codes that were used are known by their keys.
  private mutating func take(_ copy: ReadingCopy) {
    let keys = recent.lastUsed.map { self.copy.codebook.codes[$0].key }
    let seen = coverage.seenRanges
    self.copy = copy
    line = visibleLine()
    coverage = Coverage(copy)
    for range in seen { for segment in range { coverage.see(segment) } }
    search = CodeSearch(copy.codebook.codes)
    colours = CodeColour.all(of: copy.codebook)
    recall(keys)
    (deeds, undone, disagreements) = ([], [], nil)
    notice = Notice(text: "Read anew.")
  }

  /// Takes codes, the one used last first, as used; those that are no longer there are passed over.
  mutating func recall(_ keys: [String]) {
    recent = RecentCodes()
    for key in keys.reversed() {
      if let code = copy.codebook.codes.firstIndex(where: { $0.key == key }) { recent.use(code) }
    }
  }
}
