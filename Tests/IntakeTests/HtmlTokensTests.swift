import Testing
import TestSupport

@testable import Intake

struct HtmlTokensTests {
  private func tokens(_ html: String) -> [String] {
    let bytes = Array(html.utf8)
    var tokens = HtmlTokens(bytes)
    var seen: [String] = []
    while let token = tokens.next() {
      switch token {
      case .start(let tag): seen.append("<\(tag.name)\(tag.isClosed ? "/" : "") \(tag.attribute("k") ?? "-")")
      case .end(let name): seen.append(">\(name)")
      case .text(let range): seen.append(bytes.string(range))
      }
    }
    return seen
  }

  @Test(
    "Tags, their attributes and the words between them",
    arguments: [
      ("<P k=1>a<br/></p>", ["<p 1", "a", "<br/ -", ">p"]),
      ("<a j='k=2' K = \"x>y\" k=3>b", ["<a x>y", "b"]), ("<a k>b", ["<a ", "b"]), ("<a k=>b", ["<a ", "b"]),
      ("a <3 & < b", ["a ", "<3 & ", "< b"]), ("a<!-- <b> -- > -->c", ["a", "c"]), ("<!-->a<!--->b", ["a", "b"]),
      ("<!DOCTYPE html><?xml x?></ x>a", ["a"]), ("<![if !x]>a<![endif]>", ["a"]),
      ("<script>if (a<b) '<p>'</SCRIPT >c", ["<script -", ">script", "c"]), ("<title>a<b></title", ["<title -"]),
      ("a<b", ["a"]), ("a<b k='", ["a"]), ("a<!--b", ["a"]), ("a</", ["a", "</"]), ("<", ["<"]), ("", []),
      ("<o:p></o:p>", ["<o:p -", ">o:p"]), ("<a /k=1 / j>", ["<a 1"]),
    ])
  func order(html: String, expected: [String]) { #expect(tokens(html) == expected) }

  @Test("Any bytes come to an end, and no word is read twice")
  func chance() {
    var generator = SeededGenerator(seed: 3)
    let parts = ["<", ">", "/", "!", "--", "a", "=", "'", "\"", " ", "script", "<!--", "</", "&"]
    for _ in 0..<2000 {
      let html = (0..<30).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      var tokens = HtmlTokens(Array(html.utf8))
      var end = 0
      while let token = tokens.next() {
        if case .text(let range) = token {
          #expect(range.lowerBound >= end && !range.isEmpty)
          end = range.upperBound
        }
      }
    }
  }
}
