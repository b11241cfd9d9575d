import Testing

@testable import Intake

struct HtmlTextTests {
  private func text(_ html: String) -> String { String(decoding: HtmlText(Array(html.utf8)).bytes, as: UTF8.self) }

  @Test(
    "A paragraph is a line, and white space one blank",
    arguments: [
      ("<p>Een\n  twee</p>\n<p>drie</p>", "Een twee\ndrie\n"), ("a<br>b<br/><br>c", "a\nb\n\nc\n"),
      ("<p>a<br></p><p></p><p><br></p><p>b", "a\n\nb\n"), ("<div>a<div>b</div>c</div>d", "a\nb\nc\nd\n"),
      ("<b>a</b> <i>b</i><u> c</u>", "a b c\n"), ("<ul><li>een<li>twee</ul>drie", "een\ntwee\ndrie\n"),
      ("&eacute;&eacute;n&nbsp;&amp; x&lt;y", "één\u{A0}& x<y\n"), ("<h1>Kop</h1>tekst", "Kop\ntekst\n"),
      ("<pre>a  b\n\tc\n</pre>d", "a  b\n\tc\nd\n"), ("e\u{301}", "é\n"), ("", ""), ("<p> </p>", ""),
      ("a<wbr>b<o:p></o:p>", "ab\n"), ("x&#10;y &#9; z", "x y z\n"),
    ])
  func lines(html: String, expected: String) { #expect(text(html) == expected) }

  @Test(
    "What is not shown is not read",
    arguments: [
      "<head><title>t</title><style>p { }</style><script>'<p>x</p>'</script></head>", "<!-- x -->",
      "<div hidden>x<div>y</div>z</div>", "<p style='Display: None'>x<b>y</b><p>", "<nav><a>x</a></nav>",
      "<template><p>x</p></template>", "<del>x</del>", "<div title=\"header\"><p>x</p></div>",
      "<ul><li hidden>x<b>y</b></ul>", "<span style='mso-hide:all'>x</span>", "<input hidden><br hidden>",
    ])
  func unread(html: String) { #expect(text(html + "er") == "er\n") }

  @Test(
    "A row is a line with tabs",
    arguments: [
      ("<table><tr><th>a</th><th>b</th></tr><tr><td>c<td><p>d</p><p>e</p></table>f", "a\tb\nc\td\ne\nf\n"),
      ("<table>\n<tbody>\n<tr>\n<td>\n<p>a</p>\n</td>\n<td></td><td>b</td></tr></table>", "a\t\tb\n"),
      ("<table><td>a<td>b<tr><td>c", "a\tb\nc\n"),
      ("<table><tr><td><table><tr><td>a<td>b</table>c<td>d</table>", "a b c\td\n"),
      ("<td>a</td></tr></table>b", "a\nb\n"),
    ])
  func tables(html: String, expected: String) { #expect(text(html) == expected) }

  @Test("Bold words at the head of a line are remembered by their line")
  func bold() {
    let html = """
      <p>x</p><p><b>Anna</b> ja <b>nee</b></p><p><span style="font-weight: 700">Bram</span> zo<br><strong>Anna</strong> o</p>
      <p><b style="font-weight:normal">Niet</b> vet</p><p><i><b>Cor </b></i>wel</p><table><tr><td><b>Dirk</b></table>
      """
    #expect(HtmlText(Array(html.utf8)).boldNames == [1: "Anna", 2: "Bram", 3: "Anna", 5: "Cor"])
  }

  @Test("A time of oTranscribe stands apart from what follows")
  func times() {
    let stamp = "<span class=\"timestamp\" data-timestamp=\"0.56\">00:00.56</span>"
    #expect(text("<p>\(stamp)<b>Foo Bar</b>: Stuff</p><p>\(stamp) x</p>") == "00:00.56 Foo Bar: Stuff\n00:00.56 x\n")
  }

  @Test("Notes stand apart, their numbers are not read, and what never closes ends with the page")
  func notes() {
    let mark = "<a class='footnote-ref' href='#1'><sup>1</sup></a>"
    let list =
      "<section class='footnotes'><hr><ol><li><section>Anna</section> lacht.<a class='footnote-back'>x</a></section>"
    let text = HtmlText(Array("<p>Een.\(mark)</p>\(list)<p>Twee.</p><div class=footnotes>Nog een.".utf8))
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Een.\nTwee.\n")
    #expect(String(decoding: text.document.notes, as: UTF8.self) == "Anna\nlacht.\nNog een.\n")
    #expect(text.document.counts.footnotes == 1)
  }

  @Test("In XHTML an element without content may be closed in its own tag")
  func xhtml() {
    #expect(text("<?xml version='1.0'?><p><b/>a<del/>b</p><p hidden='hidden'/><p>c</p>") == "ab\nc\n")
  }

  @Test("Markup that never fits is read in one pass")
  func broken() {
    let many = 20_000
    for part in [
      "<b>", "</i>", "<td>", "<table><tr><td>", "<div hidden>", "</div>", "<!--", "<p hidden>", "<a b", "&#",
    ] {
      _ = text(String(repeating: part, count: many) + "x" + String(repeating: "</i></b>", count: many))
    }
    #expect(text(String(repeating: "<div>", count: many) + "x") == "x\n")
    #expect(text(String(repeating: "<table><tr><td>", count: many) + "x") == "x\n")
    #expect(text("<p" + (0..<many).map { " a\($0)" }.joined() + ">x") == "x\n")
  }
}
