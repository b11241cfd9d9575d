import Model

/// An excerpt for reading: where and who on a line, the whole quote indented under it.
struct ExcerptText {
  let options: ExportOptions

  private static let indent = "  "

  func text(of excerpt: Excerpt) -> String {
    let quote = HitMarks(excerpt.text, excerpt.hits, colour: options.colour)
    let width = options.width.map { max(10, $0 - Self.indent.count) }
    let lines = TextWrap.lines(of: excerpt.text.trimmedEnd, width: width).map { range in
      range.isEmpty ? "\n" : Self.indent + quote.text(in: range) + "\n"
    }
    return attribution(of: excerpt) + "\n" + context(excerpt.before, width) + lines.joined()
      + context(excerpt.after, width) + excerpt.memos.flatMap(\.paragraphs).map { faint($0, width) }.joined()
  }

  /// What stands around the quote, fainter and further in, each with who said it.
  private func context(_ segments: [ContextSegment], _ width: Int?) -> String {
    segments.map { segment in
      faint(DisplayWidth.printable(segment.spoken), width)
    }.joined()
  }

  private func faint(_ text: String, _ width: Int?) -> String {
    TextWrap.lines(of: text, width: width.map { max(10, $0 - Self.indent.count) }).map { range in
      let line = String(decoding: Array(text.utf8)[range], as: UTF8.self)
      return Self.indent + Self.indent + TerminalCode.faint(line, options.colour) + "\n"
    }.joined()
  }

  private func attribution(of excerpt: Excerpt) -> String {
    if excerpt.ascription != nil {
      return TerminalCode.bold(DisplayWidth.printable(excerpt.address), options.colour) + "  " + excerpt.attribution
    }
    let speaker = excerpt.speaker.map { name in excerpt.role.map { "\(name) (\($0))" } ?? name } ?? excerpt.role
    let place = excerpt.page.map { "p. \($0)" } ?? excerpt.time.flatMap(NumberText.clock)
    let source = [excerpt.caseName, speaker, place].compactMap { $0 }
    var parts = [TerminalCode.bold(DisplayWidth.printable(excerpt.address), options.colour)]
    if !source.isEmpty { parts.append(DisplayWidth.printable(source.joined(separator: " · "))) }
    if !excerpt.codes.isEmpty { parts.append(DisplayWidth.printable("[\(excerpt.codes.joined(separator: " "))]")) }
    return parts.joined(separator: "  ")
  }
}

extension String {
  /// Without white space at the end, so that offsets from the start stay true.
  fileprivate var trimmedEnd: String {
    var view = self[...]
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
