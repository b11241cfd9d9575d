import Model

/// A piece to `\input` in a report: a table with the rules of booktabs, or quotes with who said it below.
struct LaTeXExporter: TextualExporter {
  /// Rows that still fit a page.
  private static let page = 40
  /// Columns of text that are wider, in characters, become paragraphs.
  private static let widest = 36

  func text(of result: ExportedResult, options: ExportOptions) -> String {
    switch result {
    case .table(let table):
      let report = ReportTable(table, options)
      return report.rowCount > Self.page ? long(report, options) : short(report)
    case .excerpts(let excerpts):
      return quotes(excerpts, options)
    }
  }

  private func short(_ report: ReportTable) -> String {
    let rows = (0..<report.rowCount).map { row($0, of: report) }.joined()
    let caption = report.title.isEmpty ? "" : "\\caption{\(LaTeXText.escaped(report.title))}\n"
    return """
      % Needs \\usepackage{booktabs} and \\usepackage{textcomp}.
      \\begin{table}[htbp]
      \\centering
      \(caption)\\begin{tabular}{\(columns(of: report))}
      \\toprule
      \(heads(of: report))\\midrule
      \(rows)\\bottomrule
      \\end{tabular}
      \(notes(report.notes, in: "\\par\\smallskip\n"))\\end{table}

      """
  }

  /// A table that goes on over pages, with its heads on each.
  private func long(_ report: ReportTable, _ options: ExportOptions) -> String {
    let rows = (0..<report.rowCount).map { row($0, of: report) }.joined()
    let caption = report.title.isEmpty ? "" : "\\caption{\(LaTeXText.escaped(report.title))}\\\\\n"
    let heads = heads(of: report)
    return """
      % Needs \\usepackage{booktabs}, \\usepackage{longtable} and \\usepackage{textcomp}.
      \\begin{longtable}{\(columns(of: report))}
      \(caption)\\toprule
      \(heads)\\midrule
      \\endfirsthead
      \\toprule
      \(heads)\\midrule
      \\endhead
      \\midrule
      \\endfoot
      \\bottomrule
      \\endlastfoot
      \(rows)\\end{longtable}
      \(notes(report.notes, in: ""))
      """
  }

  private func columns(of report: ReportTable) -> String {
    report.columns.map { column in
      if column.isNumeric { return "r" }
      let width = column.cells.reduce(0) { max($0, $1.count) }
      return width > Self.widest ? "p{0.4\\linewidth}" : "l"
    }.joined()
  }

  private func heads(of report: ReportTable) -> String {
    let line = report.columns.map { LaTeXText.escaped($0.head) }.joined(separator: " & ") + " \\\\\n"
    guard report.hasGroups else { return line }
    var rules = ""
    var place = 1
    let groups = report.headGroups.map { group in
      defer { place += group.count }
      guard let name = group.name else { return String(repeating: "& ", count: group.count - 1) }
      rules += "\\cmidrule(lr){\(place)-\(place + group.count - 1)}"
      return "\\multicolumn{\(group.count)}{c}{\(LaTeXText.escaped(name))}"
    }
    return groups.joined(separator: " & ") + " \\\\\n" + rules + "\n" + line
  }

  private func row(_ number: Int, of report: ReportTable) -> String {
    report.columns.map { LaTeXText.escaped($0.cells[number]) }.joined(separator: " & ") + " \\\\\n"
  }

  private func notes(_ lines: [String], in before: String) -> String {
    guard !lines.isEmpty else { return "" }
    let text = lines.map(LaTeXText.escaped).joined(separator: "\\\\\n")
    return before + "\\begin{minipage}{\\linewidth}\\footnotesize\\raggedright\n\(text)\n\\end{minipage}\n"
  }

  private func quotes(_ excerpts: Excerpts, _ options: ExportOptions) -> String {
    let title =
      excerpts.title.isEmpty ? "" : "\\paragraph{\(LaTeXText.escaped(options.labels.title(excerpts.title)))}\n\n"
    let quotes = excerpts.parts.flatMap { part in
      (part.section.map { [heading($0, options.labels)] } ?? []) + part.items.map(quote)
    }
    let lines = excerpts.noteLines(options.labels)
    return "% Needs \\usepackage{textcomp}.\n" + title + quotes.joined(separator: "\n")
      + notes(lines, in: quotes.isEmpty ? "" : "\n")
  }

  private func heading(_ section: ExcerptSection, _ labels: LabelLanguage) -> String {
    let text = SectionText(section, labels)
    let command = section.depth == 0 ? "section" : section.depth == 1 ? "subsection" : "subsubsection"
    let counts = text.counts.map { ["\\textit{\(LaTeXText.escaped($0))}"] } ?? []
    return
      (["\\\(command)*{\(LaTeXText.escaped(text.heading))}"] + text.definition.map(LaTeXText.escaped) + counts
      + text.memos.map { "\\textit{\(LaTeXText.escaped($0))}" })
      .joined(separator: "\n\n") + "\n"
  }

  private func quote(_ excerpt: Excerpt) -> String {
    func context(_ segments: [ContextSegment]) -> [String] {
      segments.map { "\\textit{\(LaTeXText.escaped($0.spoken))}" }
    }
    let paragraphs =
      context(excerpt.before) + excerpt.paragraphs.map(LaTeXText.escaped) + context(excerpt.after)
    let memos = excerpt.memos.flatMap(\.paragraphs).map { "\n\\textit{\(LaTeXText.escaped($0))}\n" }
    return "\\begin{quote}\n" + paragraphs.joined(separator: "\n\n") + "\n\n\\hfill "
      + LaTeXText.escaped(excerpt.attribution) + "\n" + memos.joined() + "\\end{quote}\n"
  }
}
