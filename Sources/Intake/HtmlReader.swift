/// Reads web pages, as word processors and browsers save them: what a browser would show.
struct HtmlReader: TranscriptReader {
  let format = "html"
  let endings = ["html", "htm", "xhtml"]

  /// By the first tag, which is that of a page or its document type.
  func recognises(_ bytes: [UInt8]) -> Bool {
    var head = Array(bytes.prefix(1024).lazy.map(HtmlTag.lowered))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    var at = head[...]
    while true {
      at = at.drop(while: HtmlTag.isSpace)
      let end: [UInt8]
      if at.starts(with: "<?xml".utf8) {
        end = Array("?>".utf8)
      } else if at.starts(with: "<!--".utf8) {
        end = Array("-->".utf8)
      } else {
        return at.starts(with: "<!doctype html".utf8) || at.starts(with: "<html".utf8)
      }
      while !at.isEmpty, !at.starts(with: end) { at.removeFirst() }
      at = at.dropFirst(end.count)
    }
  }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let page = Self.declaredPage(in: file.bytes)
    let utf8 = page.map { SourceFile(name: file.name, bytes: $0.utf8(file.bytes)) }
    let decoding = TextDecoding(utf8 ?? file)
    if decoding.problems.refuse { return Reading(problems: decoding.problems) }
    var reading = HtmlText(decoding.bytes).document.reading(of: file, format: format, options)
    reading.problems = decoding.problems + reading.problems
    if let page {
      reading.encoding = page == .windows1252 ? .windows1252 : nil
    } else {
      reading.encoding = decoding.encoding
    }
    return reading
  }

  /// The character set that a page names in its first 1024 bytes, as a browser looks for it.
  ///
  /// None where the bytes themselves show that they are UTF-8 or UTF-16, whatever the page says.
  private static func declaredPage(in bytes: [UInt8]) -> CodePage? {
    let head = bytes.prefix(1024)
    guard TextEncoding.marked(bytes) == nil, !head.contains(0) else { return nil }
    let survey = UTF8Survey(bytes[...])
    guard survey.broken > 0 || survey.characters == 0 else { return nil }
    var tokens = HtmlTokens(Array(head))
    while let token = tokens.next() {
      guard case .start(let tag) = token, tag.name == "meta" else { continue }
      if let label = tag.attribute("charset") { return CodePage(label: label) }
      let content = tag.attribute("content")?.lowercased().split(separator: ";") ?? []
      if let part = content.map({ String($0).trimmed }).first(where: { $0.hasPrefix("charset=") }) {
        return CodePage(label: String(part.dropFirst("charset=".count)))
      }
    }
    return nil
  }
}
