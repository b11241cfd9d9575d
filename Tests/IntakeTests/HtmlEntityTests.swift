import Testing

@testable import Intake

struct HtmlEntityTests {
  private func read(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let entity = HtmlEntity(bytes, at: 0, to: bytes.count) else { return "-" }
    return entity.character + "|" + String(decoding: bytes[entity.end...], as: UTF8.self)
  }

  @Test(
    "Names and numbers of characters, as browsers take them",
    arguments: [
      ("&eacute;n", "é|n"), ("&amp;lt;", "&|lt;"), ("&rsquo;", "’|"), ("&nbsp;x", "\u{A0}|x"), ("&apos;", "'|"),
      ("&#233;x", "é|x"), ("&#xE9;", "é|"), ("&#x1F600;", "😀|"), ("&#8217 x", "’| x"), ("&#150;", "–|"),
      ("&amp", "&|"), ("&eacute", "é|"), ("&rsquo", "-"), ("&nobody;", "-"), ("&", "-"), ("& x", "-"), ("&;", "-"),
      ("&#;", "-"), ("&#x;", "-"), ("&#0;", "\u{FFFD}|"), ("&#xD800;", "\u{FFFD}|"), ("&#99999999;", "\u{FFFD}|"),
      ("&#99999999999999999999;", "-"),
    ])
  func entities(text: String, expected: String) { #expect(read(text) == expected) }
}
