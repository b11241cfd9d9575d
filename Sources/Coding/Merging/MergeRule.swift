import Model

/// Whose value stands where two copies changed the same thing in different ways.
public enum MergeRule: String, CaseIterable, Sendable {
  /// That of the study that merges.
  case mine
  /// That of the other copy.
  case theirs
  /// Both where there is room for both; which copy merges which makes no difference.
  case both
}

extension MergeRule {
  /// What stands where copies have several values: both where there is room, a text before none, else the one that comes
  /// last by its bytes.
  static func joined(_ cell: StudyCell, _ values: Set<CellValue>) -> CellValue? {
    let texts = values.compactMap(\.text)
    guard let separator = cell.between, texts.count > 1 else { return values.max() }
    var parts: Set<CellValue> = []
    for text in texts {
      for part in text.components(by: separator) where !part.isEmpty { parts.insert(CellValue(part)) }
    }
    return CellValue(parts.sorted().compactMap(\.text).joined(separator: separator))
  }
}

extension StudyCell {
  /// What stands between two values of which both are kept; nil where only one can stand.
  var between: String? {
    switch (kind, field) {
    case (.code, "name"): " / "
    case (.code, "definition"), (.code, "use"), (.code, "not"), (.code, "example"), (.memo, "text"):
      "\n\n* * *\n\n"
    case (.code, "phrases"): "\n"
    case (.fact, _): owner == "title" ? " / " : nil
    default: field.hasPrefix("@") ? Self.separator : nil
    }
  }
}

extension String {
  fileprivate func components(by separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
