public import Model

/// Text with marks around spans, for tests with positions: `MarkedText("We waited ⟦three hours⟧")`.
public struct MarkedText: Equatable {
  public let text: String
  /// The marked spans in UTF-8 bytes, in order of their opening marks.
  public let spans: [TextSpan]

  public init(_ marked: String) {
    var text = ""
    var open: [Int] = []
    var spans: [TextSpan] = []
    for character in marked {
      switch character {
      case "⟦":
        open.append(spans.count)
        spans.append(TextSpan(text.utf8.count, text.utf8.count))
      case "⟧":
        if let last = open.popLast() { spans[last].end = text.utf8.count }
      default: text.append(character)
      }
    }
    self.text = text
    self.spans = spans
  }
}
