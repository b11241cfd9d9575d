import Model

extension Excerpt {
  /// Who said it, where, and the codes: `(leerkracht, School 1, s01-team:12) · K1, B3`, with `p. 3` where the
  /// source has pages; or what was chosen: `(leerkracht po)`.
  var attribution: String {
    if let ascription { return DisplayWidth.printable("(\(ascription.joined(separator: " ")))") }
    let source = [role ?? speaker, caseName, address, page.map { "p. \($0)" }].compactMap { $0 }.joined(separator: ", ")
    return DisplayWidth.printable("(\(source))" + (codes.isEmpty ? "" : " · " + codes.joined(separator: ", ")))
  }

  /// The paragraphs of the quote, each a line of its own.
  var paragraphs: [String] {
    text.split(whereSeparator: \.isNewline).map { DisplayWidth.printable(String($0)) }
  }
}
