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
  /// The value that stands; no value is a thing that was taken away.
  func value(of cell: StudyCell, _ mine: CellValue?, _ theirs: CellValue?) -> CellValue? {
    switch self {
    case .mine: mine
    case .theirs: theirs
    case .both: Self.joined(cell, mine, theirs)
    }
  }

  /// What was changed is kept before what was taken away, a text before none; of two values where only one can stand, the
  /// one that comes last by its bytes.
  ///
  /// The same for all orders in which three copies are joined.
  private static func joined(_ cell: StudyCell, _ mine: CellValue?, _ theirs: CellValue?) -> CellValue? {
    guard let mine, let theirs else { return mine ?? theirs }
    guard let separator = cell.between, let one = mine.text, let other = theirs.text else { return max(mine, theirs) }
    var parts: [String] = []
    for part in one.components(by: separator) + other.components(by: separator) where !part.isEmpty {
      if !parts.contains(where: { $0.utf8.elementsEqual(part.utf8) }) { parts.append(part) }
    }
    return CellValue(parts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: separator))
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
