import Coding
import Exchange
public import Model
import Store

extension Workbench {
  /// Puts codes on segments, as the present coder.
  public func tag(_ address: String, _ codes: [String]) throws -> Act {
    let coder = try requireCoder()
    let (address, codes) = try typed(address, codes)
    try requireInUse(codes)
    let place = try place(address)
    let tagging = CodingRules.tag(
      place, codes: codes, coder: coder, existing: try store.codings(of: place.transcript),
      line: line)
    return try store.perform(act()) { change in
      if !tagging.added.isEmpty {
        try change.ensureCoder(coder)
        _ = try change.add(Self.batch(tagging.added))
      }
      return tagging.act.summary
    }
  }

  /// Takes codes off segments, as the present coder.
  public func untag(_ address: String, _ codes: [String]) throws -> Act {
    let (address, codes) = try typed(address, codes)
    let place = try place(address)
    let untagging = try CodingRules.untag(
      place, codes: codes, coder: try requireCoder(),
      existing: try store.codings(of: place.transcript), line: line)
    return try store.perform(act()) { change in
      _ = try change.remove(untagging.removed)
      return untagging.act.summary
    }
  }

  /// An address and the keys of codes, however they were typed: `T 12 K1, K2` for `T:12 K1 K2`, a name in several words.
  private func typed(_ address: String, _ words: [String]) throws -> (address: String, codes: [String]) {
    var (address, words) = (address, words)
    if !address.contains(":"), words.count > 1, let first = words.first,
      first.allSatisfy({ $0.isNumber || $0 == "-" }), try store.transcriptNames().contains(address)
    {
      address += ":" + words.removeFirst()
    }
    do {
      return (address, try words.flatMap { $0.split(separator: ",") }.map { try code(String($0)).key })
    } catch {
      guard words.count > 1, let whole = try? code(words.joined(separator: " ")) else { throw error }
      return (address, [whole.key])
    }
  }

  /// The segments an address names, each as the span of its words.
  func place(_ typed: String) throws -> CodingPlace {
    let address = try Address(typed)
    let stored = try segments(address)
    return CodingPlace(
      transcript: address.transcript, spans: stored.map { $0.spokenSpan }, address: typed)
  }

  private func segments(_ address: Address) throws -> [SpokenSegment] {
    guard let all = try spokenSegments(of: address.transcript) else { throw try unknownTranscript(address.transcript) }
    guard let range = address.segments else { return all.segments }
    guard range.upperBound <= all.segments.count else {
      throw Problem(
        "'\(address.transcript)' has no segment \(range.upperBound): it has \(all.segments.count).",
        hint: "See them with: show \(address.transcript)")
    }
    return Array(all.segments[(range.lowerBound - 1)..<range.upperBound])
  }

  /// A segment with the span of its words: without label before and blanks behind.
  struct SpokenSegment {
    var spokenSpan: TextSpan
  }

  func spokenSegments(of name: String) throws -> (text: String, segments: [SpokenSegment])? {
    guard let stored = try store.transcript(named: name) else { return nil }
    let bytes = Array(stored.transcript.text.utf8)
    return (
      stored.transcript.text,
      stored.segments.map { segment in
        var end = segment.span.end
        while end > segment.wordsStart, bytes[end - 1] <= 0x20 { end -= 1 }
        return SpokenSegment(
          spokenSpan: end > segment.wordsStart ? TextSpan(segment.wordsStart, end) : segment.span)
      }
    )
  }

  static func batch(_ assignments: [CodeAssignment]) -> CodingBatch {
    var batch = CodingBatch()
    func index(_ name: String, _ names: inout [String]) -> Int32 {
      if let known = names.lastIndex(of: name) { return Int32(known) }
      names.append(name)
      return Int32(names.count - 1)
    }
    for coding in assignments {
      batch.columns.append(
        transcript: index(coding.transcript, &batch.transcripts), start: Int32(coding.span.start),
        end: Int32(coding.span.end), code: index(coding.code, &batch.codes), coder: index(coding.coder, &batch.coders))
    }
    return batch
  }

  /// Loads codings from a sheet.
  ///
  /// With a row that does not fit nothing is kept, unless bad rows are to be skipped.
  public func loadCodings(_ path: String, skipBad: Bool) throws -> Outcome {
    if Self.isSpreadsheet(path) { return try loadSegments(path, skipBad: skipBad) }
    let text = try text(of: path)
    if Self.isSegmentSheet(text) { return try loadSegments(path, skipBad: skipBad) }
    let (read, problems) = CodingSheet.read(text, file: path)
    guard let sheet = read else {
      try refuse(problems, file: path)
      throw Problem("There are no codings in '\(path)'.")
    }
    var known: [String: String] = [:]
    let placement = try CodingPlacement(
      sheet, file: path, coder: coder,
      code: { typed in
        if let key = known[typed] { return key }
        let key = try self.code(typed).key
        known[typed] = key
        return key
      }, unknown: { try self.unknownTranscript($0) },
      read: { name in
        if sheet.form == .codePoints { return try self.store.text(ofTranscript: name).map { ($0, []) } }
        return try self.spokenSegments(of: name).map { ($0.text, $0.segments.map(\.spokenSpan)) }
      })
    let bad = (problems + placement.problems).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    if !bad.isEmpty, !skipBad { try refuseWithHint(bad, file: path) }
    let rows = placement.batch.columns.count
    let act = try store.perform(act(), bulk: true) { change in
      let added = try change.add(placement.batch, bulk: true)
      return "Loaded codings from \(path): \(CodingSummary.counts(added: added, present: rows - added))"
    }
    let skipped = bad.prefix(20).map { "Skipped \($0.place ?? path): \($0.what)" }
    let left = sheet.count + sheet.badRows - rows
    let more = left > skipped.count ? ["Skipped \(left) rows in all."] : []
    return Outcome(act: act, notes: sheet.notes + skipped + more)
  }

  private func refuseWithHint(_ problems: [Problem], file: String) throws {
    do {
      try refuse(problems, file: file)
    } catch var problem as Problem {
      let hint = "Nothing was kept. Mend the rows, or load the others with: codings load \(file) --skip-bad"
      problem.hint = problem.hint.map { "\($0)\n  \(hint)" } ?? hint
      throw problem
    }
  }

  /// Writes all codings as a sheet, positions in code points.
  public func exportCodings(to path: String, coders: [String], force: Bool) throws -> String {
    guard path.lowercased().hasSuffix(".csv") else {
      throw Problem(
        "Codings are written as CSV.", hint: "Let the name end in .csv: codings export FILE.csv", kind: .usage)
    }
    let coders = try coders.map(coderNamed)
    var writer = CodingSheetWriter()
    var bytes: [UInt8] = []
    var rows = 0
    for name in try store.transcriptNames() {
      guard let text = try store.text(ofTranscript: name) else { continue }
      let positions = TextPositions(text)
      for coding in try store.codings(of: name) where coders.isEmpty || coders.contains(coding.coder) {
        guard let start = positions.codePoint(ofByte: coding.span.start),
          let end = positions.codePoint(ofByte: coding.span.end)
        else { continue }
        writer.append(transcript: name, start: start, end: end, code: coding.code, coder: coding.coder)
        rows += 1
      }
      bytes += writer.take()
    }
    bytes += writer.take()
    try WrittenFile.write(bytes, to: path, force: force)
    recordExport(path)
    return "Wrote \(counted(rows, "coding")) to \(path)."
  }
}
