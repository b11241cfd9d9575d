import Testing

@testable import Intake

struct XMLEventsTests {
  private func events(_ xml: String) -> (seen: [String], isWhole: Bool) {
    var seen: [String] = []
    let isWhole = XMLEvents.walk(Array(xml.utf8)) { event in
      switch event {
      case .start(let element): seen.append("<\(element.name) \(element.attribute("k") ?? "-") \(element.namespace)")
      case .end(let element): seen.append(">\(element.name)")
      case .text(let words): seen.append(String(decoding: words, as: UTF8.self))
      }
    }
    return (seen, isWhole)
  }

  @Test("Elements, text and attributes come in order")
  func order() {
    let (seen, isWhole) = events("<a xmlns:n='u:n'><n:b n:k='1'/> x<![CDATA[<y>]]><!-- z -->&amp;</a>")
    #expect(isWhole)
    #expect(seen == ["<a - ", "<b 1 u:n", ">b", " x", "<y>", "&", ">a"])
  }

  @Test(
    "What is not well-formed or declares a document type is not read to the end",
    arguments: [
      "", "a", "<a>", "<a></b>", "<a>&unknown;</a>", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
      "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>", "<a>\u{1}</a>",
    ])
  func broken(xml: String) { #expect(!events(xml).isWhole) }

  @Test("Elements within elements end somewhere")
  func deep() {
    let depth = 100_000
    #expect(!events(String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).isWhole)
  }
}
