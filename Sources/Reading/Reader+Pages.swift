import Model
import Workbench

extension Reader {
  /// A page that covers the transcript: the keys, or what a code means.
  mutating func draw(_ page: InfoPage) -> Frame {
    let all = lines(of: page.subject)
    let height = layout.bodyHeight(list: 0)
    var lines = [header()] + all.dropFirst(page.top).prefix(height)
    lines += Array(repeating: StyledLine(), count: height + 1 - lines.count)
    let more = page.top + height < all.count
    lines.append(StyledLine(more ? " ↓ goes on; any other key goes back." : " Any key goes back.", .faint))
    lines.append(StyledLine())
    return Frame(lines: lines.map { $0.cut(to: layout.width) })
  }

  func lines(of subject: InfoPage.Subject) -> [StyledLine] {
    switch subject {
    case .help: KeyHelp.lines(width: layout.width)
    case .code(let code): meaning(of: code)
    case .memos(let segment): memos(on: segment).flatMap { memo in paragraph(memo.coder ?? "Nobody named", memo.text) }
    }
  }

  private func paragraph(_ label: String, _ text: String) -> [StyledLine] {
    let width = max(10, min(96, layout.width - 5))
    let lines = TextFlow.lines(of: text, width: width).map { StyledLine("   " + text.utf8Part($0)) }
    return [StyledLine(), StyledLine(" " + label, .bold)] + lines
  }

  private func meaning(of number: Int) -> [StyledLine] {
    let code = copy.codebook.codes[number]
    var lines = [StyledLine()]
    var head = StyledLine(" ▌" + code.key + " ", Style.bold.coloured(colours[number]))
    head.append(code.name, .bold)
    lines.append(head)
    let parts = [
      ("What it is", code.definition), ("When to use it", code.use), ("When not", code.not), ("Example", code.example),
      ("Words that point to it", code.phrases.isEmpty ? nil : code.phrases.joined(separator: ", ")),
      ("Below", code.parent.flatMap { parent in copy.codebook.code(parent).map { "\($0.key) \($0.name)" } }),
    ]
    for (label, text) in parts {
      if let text { lines += paragraph(label, text) }
    }
    return lines
  }
}
