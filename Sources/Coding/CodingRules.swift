public import Model

/// The segments somebody names to put codes on them or take codes off.
public struct CodingPlace: Equatable, Sendable {
  public var transcript: String
  /// One span a segment, in bytes.
  public var spans: [TextSpan]
  /// As typed: `s01-team:12-14`.
  public var address: String

  public init(transcript: String, spans: [TextSpan], address: String) {
    self.transcript = transcript
    self.spans = spans
    self.address = address
  }
}

/// How codes are put on what was said and taken off again: codings in, codings and an act out.
public enum CodingRules {
  public struct Tagging: Equatable, Sendable {
    /// In the order of the segments, for each segment in the order of the codes.
    public var added: [CodeAssignment]
    /// How many were there already.
    public var present: Int
    public var act: Act
  }

  public struct Untagging: Equatable, Sendable {
    /// In the order of the existing codings.
    public var removed: [CodeAssignment]
    /// How many of them reached beyond the segments.
    public var larger: Int
    public var act: Act
  }

  /// Puts each code on each segment, one coding a segment.
  ///
  /// A code is there already when the same coder has it on a span that contains the segment.
  public static func tag(
    _ place: CodingPlace, codes: [String], coder: String, existing: some Sequence<CodeAssignment>, line: String
  ) -> Tagging {
    let codes = codes.distinct()
    let spans = place.spans.distinct()
    var known: [String: [TextSpan]] = [:]
    for coding in existing where coding.transcript == place.transcript && coding.coder == coder {
      known[coding.code, default: []].append(coding.span)
    }
    let coverage = known.mapValues { SpanCover($0) }
    var added: [CodeAssignment] = []
    var present = 0
    for span in spans {
      for code in codes {
        if coverage[code]?.contains(span) == true {
          present += 1
        } else {
          added.append(CodeAssignment(transcript: place.transcript, span: span, code: code, coder: coder))
        }
      }
    }
    let summary =
      "Tagged \(place.address) with \(codes.listed()) as \(coder): "
      + CodingSummary.counts(added: added.count, present: present)
    return Tagging(added: added, present: present, act: Act(coder: coder, line: line, summary: summary))
  }

  /// Takes codes off: every coding of this coder with one of these codes that touches one of the segments goes.
  ///
  /// A coding that reaches beyond the segments is removed whole, and the summary says so.
  /// Throws a problem when there is nothing to remove.
  public static func untag(
    _ place: CodingPlace, codes: [String], coder: String, existing: some Sequence<CodeAssignment>, line: String
  ) throws(Problem) -> Untagging {
    let codes = codes.distinct()
    let named = Set(codes)
    let cover = SpanCover(place.spans)
    let removed = existing.filter { coding in
      coding.transcript == place.transcript && coding.coder == coder && named.contains(coding.code)
        && cover.touches(coding.span)
    }
    guard !removed.isEmpty else {
      throw Problem(
        "\(coder) has no coding with \(codes.quoted("or")) on '\(place.address)'.",
        hint: "'show \(place.transcript)' lists the codes on each segment.", kind: .nothingFound)
    }
    let area = SpanCover(merging: place.spans)
    let larger = removed.count { !area.contains($0.span) }
    var summary =
      "Untagged \(place.address) from \(codes.listed()) as \(coder): \(Count(removed.count, "coding")) removed"
    if larger > 0 {
      summary += ", \(larger) of which reached beyond \(place.spans.count == 1 ? "the segment" : "these segments")"
    }
    return Untagging(
      removed: removed, larger: larger, act: Act(coder: coder, line: line, summary: summary + "."))
  }
}
