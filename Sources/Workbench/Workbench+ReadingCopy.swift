import Coding
public import Model
import Segmentation
import Store

/// A change of codings with the codings it added and removed, in no order.
public struct CodingChange: Equatable, Sendable {
  /// Its number is 0 where nothing was changed.
  public var act: Act
  public var added: [TextSpan]
  public var removed: [TextSpan]

  public init(act: Act, added: [TextSpan] = [], removed: [TextSpan] = []) {
    self.act = act
    self.added = added
    self.removed = removed
  }
}

extension Workbench {
  /// A transcript to be read and coded, with the number of the segment (from 1) that was named, if one was.
  public func readingCopy(_ typed: String) throws -> (copy: ReadingCopy, segment: Int?) {
    let address = try readAddress(typed)
    guard let stored = try store.transcript(named: address.transcript) else {
      throw try unknownTranscript(address.transcript)
    }
    if let first = address.segments?.lowerBound, first > stored.segments.count {
      throw Problem(
        "'\(address.transcript)' has no segment \(first): it has \(stored.segments.count).",
        hint: "See them with: show \(address.transcript)")
    }
    guard !stored.segments.isEmpty else { throw Problem("There are no words in '\(address.transcript)'.") }
    guard stored.isSound else {
      throw Problem(
        "The segments of '\(address.transcript)' do not fit its words: the study is damaged.",
        hint: "See what is wrong with: check")
    }
    var copy = ReadingCopy(
      transcript: stored.transcript, segments: stored.segments,
      digest: try store.textDigest(of: address.transcript) ?? "", codebook: try codebook(), coders: [], codings: [],
      coder: nil)
    try reread(&copy)
    return (copy, address.segments?.lowerBound)
  }

  /// Reads the codebook, the codings and the memos of a transcript that is being read anew.
  public func reread(_ copy: inout ReadingCopy) throws {
    forgetCodebook()
    copy.codebook = try codebook()
    let found = try store.readingCodings(of: copy.transcript.name)
    copy.coders = found.coders
    copy.coder = coder.map { name in
      if let known = copy.coders.firstIndex(of: name) { return known }
      copy.coders.append(name)
      return copy.coders.count - 1
    }
    let columns = found.columns
    copy.codings = (0..<columns.count).map { row in
      PlacedCoding(
        span: TextSpan(Int(columns.start[row]), Int(columns.end[row])), code: Int(columns.code[row]),
        coder: Int(columns.coder[row]))
    }
    copy.memos = try passageMemos(of: copy.transcript.name).compactMap { memo in
      guard case .passage(_, let span, _) = memo.subject else { return nil }
      return PlacedMemo(span: span, coder: memo.coder, text: memo.text)
    }
  }

  /// Keeps a memo about a place of a transcript, as the present coder.
  public func note(_ text: String, on place: ReadingPlace, of copy: ReadingCopy) throws -> (act: Act, memo: PlacedMemo)
  {
    let transcript = copy.transcript.name
    guard try store.textDigest(of: transcript) == copy.digest else {
      throw Problem(
        "The words of '\(transcript)' were replaced or removed since you opened it; no memo was written.",
        hint: "Leave, and open it again with: read \(transcript)")
    }
    let act = try addMemo(about: .passage(transcript: transcript, span: place.span, code: nil), text)
    return (act, PlacedMemo(span: place.span, coder: coder, text: text))
  }

  /// Puts a code, named by its key, on a place of a transcript, as the present coder.
  public func put(_ key: String, on place: ReadingPlace, of copy: ReadingCopy) throws -> CodingChange {
    let (coder, transcript) = (try requireCoder(), copy.transcript.name)
    let tagging = CodingRules.tag(
      CodingPlace(transcript: transcript, spans: [place.span], address: place.address(in: transcript)),
      codes: [key], coder: coder,
      existing: try store.codings(of: transcript, code: key, coder: coder, around: place.span), line: line)
    let act = try store.perform(act()) { change in
      try change.requireText(copy.digest, of: transcript)
      if !tagging.added.isEmpty {
        try change.ensureCoder(coder)
        _ = try change.add(Self.batch(tagging.added))
      }
      return tagging.act.summary
    }
    return CodingChange(act: act, added: tagging.added.map(\.span))
  }

  /// Takes a code, named by its key, off a place of a transcript: the present coder's codings on these spans go.
  public func take(
    _ key: String, _ spans: [TextSpan], off place: ReadingPlace, of copy: ReadingCopy
  ) throws -> CodingChange {
    let (coder, transcript) = (try requireCoder(), copy.transcript.name)
    let untagging = try CodingRules.untag(
      CodingPlace(transcript: transcript, spans: [place.span], address: place.address(in: transcript)),
      codes: [key], coder: coder,
      existing: spans.map { CodeAssignment(transcript: transcript, span: $0, code: key, coder: coder) }, line: line)
    let act = try store.perform(act()) { change in
      try change.requireText(copy.digest, of: transcript)
      _ = try change.remove(untagging.removed)
      return untagging.act.summary
    }
    return CodingChange(act: act, removed: untagging.removed.map(\.span))
  }

  /// Takes an act back, if nothing was done after it.
  public func undo(act number: Int) throws -> String {
    let last = try store.log(limit: 1, undoable: true).first
    guard let last, last.number == number else {
      let later = last.map { "Something else was done since: \($0.summary)" }
      throw Problem(
        later ?? "There is nothing to undo.", hint: "'log' lists what was done, 'undo' takes the last back.")
    }
    return try undo(1).joined(separator: " ")
  }

  /// What a query finds in one transcript: words as for `search`, or after `find` a query as for `find`.
  public func hits(_ typed: String, in copy: ReadingCopy) throws -> ReadingHits {
    let text = typed.trimmed
    let query = text.hasPrefix("find ") ? try query(String(text.dropFirst(5))) : try query(matching: text)
    var search = try search(query, typed: text, FilterRequest())
    search.selection = try select(
      FilterRequest(), also: query.condition,
      and: .comparison(attribute: "transcript", .equal, value: copy.transcript.name))
    let matcher = search.expansion?.matcher
    var passages = try passages(search, limit: nil).passages
    if search.mustMatch, let matcher {
      passages = try store.passages(passages, in: search.selection.scope, judge: matcher.matches)
    }
    guard !passages.isEmpty else {
      throw Problem("Nothing found for '\(query)' in '\(copy.transcript.name)'.", kind: .nothingFound)
    }
    var segments: [Int] = []
    for passage in passages {
      let segment = copy.segment(at: passage.span.start)
      if segments.last != segment { segments.append(segment) }
    }
    return ReadingHits(query: text, segments: Array(Set(segments)).sorted()) { matcher?.hits(in: $0) ?? [] }
  }

  /// The sentences of some words, in bytes, without the blanks between them.
  public static func sentences(of words: String) -> [TextSpan] {
    var transcript = Transcript(name: "", format: "", text: words)
    transcript.turns = [Turn(span: TextSpan(0, words.utf8.count))]
    let bytes = Array(words.utf8)
    return SegmentUnit.sentence.segmenter.segments(of: transcript).compactMap { segment in
      var (start, end) = (segment.span.start, segment.span.end)
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      return start < end ? TextSpan(start, end) : nil
    }
  }
}

extension StoredTranscript {
  /// Whether the segments follow each other inside the text, each in a turn that is there.
  fileprivate var isSound: Bool {
    var end = 0
    for segment in segments {
      guard segment.span.start == end, segment.span.start <= segment.wordsStart,
        segment.wordsStart <= segment.span.end, transcript.turns.indices.contains(segment.turn)
      else { return false }
      end = segment.span.end
    }
    return end == transcript.text.utf8.count
  }
}

extension ReadingCopy {
  /// The segment, from 0, in which a byte of the transcript lies.
  public func segment(at byte: Int) -> Int {
    var (low, high) = (0, segments.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if segments[middle].span.start <= byte { low = middle } else { high = middle - 1 }
    }
    return max(0, low)
  }
}
