/// All keys of the reading mode, as its help shows them.
enum KeyHelp {
  static let sections: [(title: String, keys: [(key: String, what: String)])] = [
    (
      "Reading",
      [
        ("↓ Space", "next segment"), ("↑ Backspace", "segment before"), ("PgDn PgUp", "a screen on, back"),
        (") (", "next turn, turn before"), ("Tab  Shift-Tab", "next answer without a code of yours, one before"),
        ("/", "search words in this transcript; after 'find ' a query"), ("> <", "next hit, hit before"),
        ("] [", "next segment on which coders differ, one before"), (": 120 Enter", "segment 120"),
        ("Home End", "first, last segment"),
      ]
    ),
    (
      "Coding",
      [
        ("letters", "find a code by key or name; a whole key puts it, Enter the chosen one"),
        ("Tab in the list", "puts the chosen code and goes to the next answer"),
        ("in the list", "↓ ↑ choose, → explains, Esc closes"), ("1 to 9", "put the code under this key"),
        (".", "put the last code again"), ("+", "list all codes, for keys that begin with a digit"),
        ("-  Delete", "take a code off"), ("= letters", "explain a code"),
        (";  ,", "write a memo, read those that are here"),
        ("Ctrl-Z  Ctrl-Y", "undo, redo"),
      ]
    ),
    (
      "A part of a segment",
      [
        ("→ ←", "begin with the first or last word; then a word on, back"),
        ("↓ ↑", "the whole sentence; then a sentence on, back"),
        ("Space", "hold: moving now makes the part longer"), ("Shift with an arrow", "make the part longer"),
        ("Esc", "the whole segment again"),
      ]
    ),
    (
      "Else",
      [
        ("Ctrl-L", "read codes and codings anew, draw the screen again"),
        ("Ctrl-Q", "leave; what you coded is in the study already"), ("?  F1", "this page"),
      ]
    ),
  ]

  static func lines(width: Int) -> [StyledLine] {
    let isNarrow = width < 60
    var lines: [StyledLine] = []
    for (title, keys) in sections {
      lines += [StyledLine(), StyledLine(" " + title, .bold)]
      for (key, what) in keys {
        var line = StyledLine("   " + key, .bold)
        if isNarrow { lines.append(line) }
        let indent = isNarrow ? 6 : 24
        for (number, range) in TextFlow.lines(of: what, width: max(10, width - indent - 1)).enumerated() {
          if isNarrow || number > 0 { line = StyledLine() }
          line.pad(to: indent)
          line.append(what.utf8Part(range))
          lines.append(line)
        }
      }
    }
    return lines
  }
}
