import Model

/// Which way of counting positions another program used, and how that was told.
struct PositionChoice {
  enum Reason: Equatable {
    /// The user said so.
    case told
    /// All ways come to the same.
    case noDifference
    /// The words that stand beside so many of the selections are there this way.
    case quotes(Int, of: Int)
    case origin(String)
    /// So many of the selections begin and end with a word this way.
    case words(Int, of: Int)
  }

  let form: PositionForm
  let reason: Reason

  /// A selection in one of the sources: its positions as written, and the name that may be its first words.
  struct Selection {
    var source: Int
    var start: Int
    var end: Int
    var name: String?
  }

  /// A text that is made when it is asked for: of all texts at once it would be much.
  struct Source {
    var hasPairs: Bool
    var hasLongLineEnds: Bool
    var text: () -> SourceText

    var isPlain: Bool { !hasPairs && !hasLongLineEnds }
  }

  init(_ texts: [SourceText], _ selections: [Selection], origin: String?, told: PositionForm?) {
    let sources = texts.map { text in
      Source(hasPairs: text.hasPairs, hasLongLineEnds: text.hasLongLineEnds, text: { text })
    }
    self.init(sources, selections, origin: origin, told: told)
  }

  init(_ texts: [Source], _ selections: [Selection], origin: String?, told: PositionForm?) {
    if let told {
      (form, reason) = (told, .told)
      return
    }
    let doubtful = selections.filter { !texts[$0.source].isPlain }
    guard !doubtful.isEmpty else {
      (form, reason) = (.codePoints, .noDifference)
      return
    }
    let pairs = doubtful.contains { texts[$0.source].hasPairs }
    let lineEnds = doubtful.contains { texts[$0.source].hasLongLineEnds }
    var best = PositionForm.allCases.filter { (pairs || !$0.countsUTF16) && (lineEnds || !$0.countsLineEndOnce) }
    let tallies = Self.tallies(texts, doubtful, best)
    let quoted = best.map { tallies[$0]?.quotes ?? 0 }.max() ?? 0
    if quoted > 0 { best = best.filter { tallies[$0]?.quotes == quoted } }
    if quoted > 0, best.count == 1 {
      (form, reason) = (best[0], .quotes(quoted, of: doubtful.count { $0.name != nil }))
      return
    }
    if let origin, let usual = Self.usual(for: origin).first(where: best.contains) {
      let rivals = Self.usual(for: origin).filter(best.contains)
      let most = rivals.map { tallies[$0]?.words ?? 0 }.max() ?? 0
      form = rivals.first { tallies[$0]?.words == most } ?? usual
      reason = .origin(origin)
      return
    }
    let most = best.map { tallies[$0]?.words ?? 0 }.max() ?? 0
    form = best.first { tallies[$0]?.words == most } ?? .codePoints
    reason = quoted > 0 ? .quotes(quoted, of: doubtful.count { $0.name != nil }) : .words(most, of: doubtful.count)
  }

  /// How a program is known to count, the likeliest first.
  private static func usual(for origin: String) -> [PositionForm] {
    let origin = origin.lowercased()
    if origin.contains("nvivo") { return [.utf16] }
    if origin.contains("atlas") { return [.codePointsOneLineEnd, .utf16OneLineEnd] }
    if origin.hasPrefix("draad") { return origin.contains("utf-16") ? [.utf16] : [.codePoints] }
    if ["qualcoder", "maxqda", "taguette", "qc ", "requal"].contains(where: origin.contains) { return [.codePoints] }
    return []
  }

  private static func tallies(
    _ texts: [Source], _ selections: [Selection], _ forms: [PositionForm]
  ) -> [PositionForm: Tally] {
    var tallies = Dictionary(uniqueKeysWithValues: forms.map { ($0, Tally()) })
    for (source, own) in Dictionary(grouping: selections, by: \.source) {
      let text = texts[source].text()
      let quote = SelectionQuote(text.text)
      for form in forms { tallies[form]?.take(own, text.bytes(counting: form), quote) }
    }
    return tallies
  }

  private struct Tally {
    var quotes = 0
    var words = 0

    mutating func take(_ selections: [Selection], _ bytes: [Int32], _ quote: SelectionQuote) {
      for selection in selections {
        guard selection.start >= 0, selection.start < selection.end, selection.end < bytes.count,
          bytes[selection.start] >= 0, bytes[selection.end] >= 0
        else { continue }
        let span = TextSpan(Int(bytes[selection.start]), Int(bytes[selection.end]))
        if let name = selection.name, quote.fits(name, span) { quotes += 1 }
        if quote.isWhole(span) { words += 1 }
      }
    }
  }
}
