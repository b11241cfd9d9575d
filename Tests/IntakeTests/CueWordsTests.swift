import Testing

@testable import Intake

struct CueWordsTests {
  private func parts(_ line: String) -> [String] {
    let bytes = Array(line.utf8)
    return CueWords(0..<bytes.count, in: bytes).parts.map { part in
      (part.voice.map { "\($0): " } ?? "") + String(decoding: part.words, as: UTF8.self)
    }
  }

  @Test(
    "Tags go, entities become characters",
    arguments: [
      ("<i>Goed</i> <c.geel>zo</c>", "Goed zo"), ("<00:00:01.000>Goed", "Goed"), ("{\\an8}Boven", "Boven"),
      ("A &amp; B &lt;c&gt; &#233;&#xE9; &quot;d&quot;", "A & B <c> éé \"d\""), ("a < b & c > d", "a < b & c > d"),
      ("&onbekend; &#0; &#xD800;", "&onbekend; &#0; &#xD800;"), ("vijf <3", "vijf <3"), ("  te\tveel  ", "te veel"),
      ("<i", "<i"),
      ("{\\an8", "{\\an8"),
    ])
  func words(line: String, words: String) { #expect(parts(line) == [words]) }

  @Test(
    "Voices part the words",
    arguments: [
      ("<v Anna Smit>Hallo", ["Anna Smit: Hallo"]),
      ("<v.luid Anna>Hallo</v> <v Bram>Dag</v>", ["Anna: Hallo", "Bram: Dag"]),
      ("<v Anna>Ja</v> en", ["Anna: Ja", "en"]), ("<v A&amp;B>Ja", ["A&B: Ja"]), ("<v>Ja", ["Ja"]), ("<i></i>", []),
    ] as [(String, [String])])
  func voices(line: String, expected: [String]) { #expect(parts(line) == expected) }
}
