import Model

extension ExcerptMemo {
  /// The paragraphs of a memo, the first of which tells whose it is: `Memo (anna): hier aarzelt ze`.
  var paragraphs: [String] {
    let lines = text.split(whereSeparator: \.isNewline).map { DisplayWidth.printable(String($0)) }
    let label = DisplayWidth.printable(coder.map { "Memo (\($0)): " } ?? "Memo: ")
    return [label + (lines.first ?? "")] + lines.dropFirst()
  }
}
