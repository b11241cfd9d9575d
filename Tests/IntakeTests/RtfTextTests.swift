import TestSupport
import Testing

@testable import Intake

struct RtfTextTests {
  private func read(_ rtf: String) -> RtfText { RtfText(Array(("{\\rtf1\\ansi\\ansicpg1252 " + rtf + "}").utf8)) }

  private func text(_ rtf: String) -> String { String(decoding: read(rtf).document.bytes, as: UTF8.self) }

  @Test(
    "A paragraph is a line, whatever signs it is made of",
    arguments: [
      ("een\\par twee\\line drie\\par\r\n", "een\ntwee\ndrie\n"), ("een\\\ntwee", "een\ntwee\n"),
      ("\\par\\par x", "\n\nx\n"), ("op\\_ge\\-zet\\~x", "op\u{2011}ge\u{AD}zet\u{A0}x\n"),
      ("\\lquote a\\rquote\\ldblquote b\\rdblquote\\endash\\emdash\\bullet\\tab c", "‘a’“b”–—•\tc\n"),
      ("\\{a\\}\\\\", "{a}\\\n"), ("een\\page\\par twee\\sect drie", "een\n\ntwee\ndrie\n"),
      ("{\\field{\\*\\fldinst{HYPERLINK \"x\"}}{\\fldrslt{link}}}", "link\n"), ("a\\unknown7 b{c}", "abc\n"), ("", ""),
    ])
  func paragraphs(rtf: String, expected: String) { #expect(text(rtf) == expected) }

  @Test(
    "Characters by their byte and by their number",
    arguments: [
      ("\\'e9\\'e9n \\'93x\\'94", "één “x”\n"), ("\\u233?n", "én\n"), ("\\uc0\\u233 n", "én\n"),
      ("\\uc2\\u233\\'e9\\'e9n", "én\n"), ("\\u-10179?\\u-8704?", "😀\n"), ("\\u55357?\\u56832?", "😀\n"),
      ("\\u128512?", "😀\n"), ("\\u233{x}", "éx\n"), ("{\\uc0\\u233 }\\u233 ?x", "ééx\n"), ("\\u233\\tab x", "éx\n"),
      ("\\u55357?x", "x\n"), ("\\u56832?x", "x\n"), ("\\u-3913?x", "•x\n"), ("\\u99999999999?x", "x\n"),
      ("\\u?x", "x\n"),
      (
        "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset128 C;}}"
          + "\\'e8{\\f1\\'e8}{\\f2\\'b7}{\\f3\\'83A\\'83\\'41}\\'e8", "èč•アアè\n"
      ),
    ])
  func characters(rtf: String, expected: String) { #expect(text(rtf) == expected) }

  @Test(
    "What is no part of the talk is not read",
    arguments: [
      "{\\fonttbl{\\f0\\fswiss Arial;}}", "{\\colortbl;\\red0\\green0\\blue0;}", "{\\stylesheet{\\s0 Normal;}}",
      "{\\info{\\title Titel}{\\author Wie}}", "{\\header Kop\\par}", "{\\footerf 1\\par}", "{\\*\\generator X;}",
      "{\\pict\\wmetafile8 0a0b}", "{\\object{\\result x}}", "{\\pict\\bin4 }}}{}", "{\\*\\bkmkstart x}", "{\\v x}",
      "{\\deleted x\\par}", "{\\listtext 1.\\tab}", "{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}",
      "{\\deleted\\u233?}",
      "{\\*\\onbekend{\\b x}\\par}", "{\\upr{er}{\\*\\ud{er}}}{\\deleted er}{\\v er}{\\deleted",
    ])
  func unread(rtf: String) {
    #expect(text(rtf.hasPrefix("{\\upr") ? rtf.dropLast(9) + "" : rtf + "er") == "er\n")
  }

  @Test(
    "A row is a line with tabs",
    arguments: [
      ("\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\par c\\cell\\row\\pard d\\par", "a\tb\nc\nd\n"),
      ("\\trowd{\\intbl a\\cell}{b\\cell}{\\trowd\\row}\\trowd c\\cell\\cell\\row", "a\tb\nc\n"),
      ("a\\cell b\\cell\\row c", "a\tb\nc\n"),
      (
        "\\trowd\\intbl x{y\\nestcell z\\nestcell{\\*\\nesttableprops\\nestrow}{\\nonesttables\\par}}\\cell b\\cell\\row",
        "xy z\tb\n"
      ),
      ("\\trowd\\intbl a\\cell b", "a\tb\n"),
    ])
  func tables(rtf: String, expected: String) { #expect(text(rtf) == expected) }

  @Test("Notes and comments stand apart, a text box after its paragraph")
  func notes() {
    let text = read(
      "een{\\super\\chftn}{\\footnote\\pard\\chftn  Anna {\\b lacht}.\\par en zo}{\\*\\atnid N}{\\*\\annotation{\\*\\atndate 1} Kijk\\par}"
        + " twee{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn a}{\\sv b}}{\\shptxt kader\\par}}{\\shprslt kader}} drie\\par vier{\\v x}"
    )
    #expect(String(decoding: text.document.bytes, as: UTF8.self) == "een twee drie\nkader\nvier\n")
    #expect(String(decoding: text.document.notes, as: UTF8.self) == "Anna lacht.\nen zo\nKijk\n")
    #expect([text.document.counts.footnotes, text.document.counts.comments] == [1, 1])
    #expect(text.document.counts.hasHiddenText)
  }

  @Test("Words set apart at the head of a paragraph are remembered by their line")
  func names() {
    let text = read(
      "{\\colortbl;\\red0\\green0\\blue0;\\red0\\green0\\blue255;}x\\par{\\b Anna} ja\\par{\\cf2 Bram }{\\cf1 o}\\par{\\cf2 {\\b Cor} ja}\\par"
        + "{\\cf2 alles}\\par\\b Dirk\\b0  nee\\par\\b Kop\\par\\plain\\cf1 zwart\\plain x")
    #expect(text.document.names == [1: "Anna", 2: "Bram ", 3: "Cor", 5: "Dirk", 6: "Kop"])
  }

  @Test("Any bytes come to an end, and what never closes does too")
  func broken() {
    let many = 20_000
    for part in [
      "{", "}", "{\\*", "{\\b ", "\\trowd\\intbl", "\\cell ", "{\\footnote ", "{\\shptxt a\\par", "\\u1", "\\'e9",
      "\\f1",
    ] {
      _ = text(String(repeating: part, count: many) + "x" + String(repeating: "}", count: many))
    }
    #expect(text(String(repeating: "{", count: many) + "x") == "x\n")
    var generator = SeededGenerator(seed: 8)
    let parts = [
      "{", "}", "\\", "*", "\\b ", "\\par", "\\u55357", "\\trowd", "\\row", "\\cell", "\\footnote", "x", "\\shptxt",
      "'", "é",
    ]
    for _ in 0..<2000 { _ = text((0..<30).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()) }
  }
}
