import Model

/// One page that needs no other file and no network: for a browser, for a screen reader and for print.
struct HTMLExporter: TextualExporter {
  func text(of result: ExportedResult, options: ExportOptions) -> String {
    switch result {
    case .table(let table):
      let report = ReportTable(table, options)
      return page(
        title: report.title, body: HTMLTable(table, report, options).text + notes(report.notes), script: true, options)
    case .excerpts(let excerpts):
      let title = DisplayWidth.printable(options.labels.title(excerpts.title))
      let heading = title.isEmpty ? "" : "<h1>\(MarkupText.escaped(title))</h1>\n"
      let lines = excerpts.noteLines(options.labels)
      return page(
        title: title,
        body: heading + excerpts.parts.map { part($0.section, $0.items, options.labels) }.joined() + notes(lines),
        script: false, options)
    }
  }

  private func page(title: String, body: String, script: Bool, _ options: ExportOptions) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(options.labels.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'">
    <title>\(MarkupText.escaped(title.isEmpty ? options.labels.label("Result") : title))</title>
    <style>
    \(HTMLPage.style)
    </style>
    </head>
    <body>
    <main>
    \(body)</main>
    \(script ? "<script>\n\(HTMLPage.sorting)\n</script>\n" : "")</body>
    </html>

    """
  }

  private func notes(_ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    let items = lines.map { "<li>\(MarkupText.escaped($0))</li>\n" }.joined()
    return "<ul class=\"notes\">\n\(items)</ul>\n"
  }

  private func part(_ section: ExcerptSection?, _ items: ArraySlice<Excerpt>, _ labels: LabelLanguage) -> String {
    let quotes = items.map(quote).joined()
    guard let section else { return quotes }
    let text = SectionText(section, labels)
    let level = 2 + min(3, max(0, section.depth))
    let definition = text.definition.map { "<p>\(MarkupText.escaped($0))</p>\n" }.joined()
    let memos = self.memos(text.memos)
    let counts = text.counts.map { "<p class=\"counts\">\(MarkupText.escaped($0))</p>\n" } ?? ""
    return
      "<section>\n<h\(level)>\(MarkupText.escaped(text.heading))</h\(level)>\n\(definition)\(counts)\(memos)\(quotes)</section>\n"
  }

  private func memos(_ paragraphs: [String]) -> String {
    paragraphs.map { "<p class=\"memo\">\(MarkupText.escaped($0))</p>\n" }.joined()
  }

  private func quote(_ excerpt: Excerpt) -> String {
    func context(_ segments: [ContextSegment]) -> String {
      segments.map { "<p class=\"context\">\(MarkupText.escaped($0.spoken))</p>\n" }.joined()
    }
    let words = HitWords(excerpt).paragraphs.map { pieces in
      let line = pieces.map { piece in
        let words = MarkupText.escaped(piece.text)
        return piece.isHit ? "<mark>\(words)</mark>" : words
      }
      return "<p>\(line.joined())</p>\n"
    }
    return """
      <figure>
      <blockquote>
      \(context(excerpt.before))\(words.joined())\(context(excerpt.after))</blockquote>
      <figcaption>\(MarkupText.escaped(excerpt.attribution))</figcaption>
      \(memos(excerpt.memos.flatMap(\.paragraphs)))</figure>

      """
  }
}
