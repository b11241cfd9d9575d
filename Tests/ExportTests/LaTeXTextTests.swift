import Testing

@testable import Export

struct LaTeXTextTests {
  @Test(
    "Words read as they are",
    arguments: [
      ("IB'er & co: 50% #1", "IB'er \\& co: 50\\% \\#1"), ("a_b{c}$", "a\\_b\\{c\\}\\$"),
      ("\\^~", "\\textbackslash{}\\textasciicircum{}\\textasciitilde{}"), ("'' ,, -- ---", "'{}' ,{}, -{}- -{}-{}-"),
      ("[a] *", "{[}a{]} {*}"), ("<\"|>`", "\\textless{}\\textquotedbl{}\\textbar{}\\textgreater{}\\textasciigrave{}"),
      ("één", "één"),
    ])
  func escaped(text: String, expected: String) { #expect(LaTeXText.escaped(text) == expected) }

  @Test("A table that is longer than a page goes on on the next")
  func long() {
    var table = Samples.frequencies
    table.rows = Array(repeating: table.rows[0], count: 41)
    let text = ExportFormat.tex.text(table)
    #expect(text.contains("\\begin{longtable}{llrrr}") && text.contains("\\endhead"))
  }
}
