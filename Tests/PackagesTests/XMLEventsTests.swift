import Testing

@testable import Packages

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
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(events(nested(XMLEvents.deepest)).isWhole)
    #expect(!events(nested(XMLEvents.deepest + 1)).isWhole)
    #expect(!events(nested(100_000)).isWhole)
  }

  @Test("Pieces of any size give the same events, and what cannot be read on is not whole")
  func pieces() {
    let xml = Array("<a k='één'>\(String(repeating: "woord één &amp; twee ", count: 900))<b/>slot</a>".utf8)
    func text(pieces size: Int, failingAt limit: Int = .max) -> (text: [UInt8], isWhole: Bool) {
      var (text, at) = ([UInt8](), 0)
      let isWhole = XMLEvents.walk {
        if case .text(let words) = $0 { text += words }
      } reading: { room in
        guard at < limit else { return -1 }
        let count = min(size, room.count, xml.count - at)
        room.copyBytes(from: xml[at..<at + count])
        at += count
        return count
      }
      return (text, isWhole)
    }
    let whole = Array((String(repeating: "woord één & twee ", count: 900) + "slot").utf8)
    for size in [1, 7, 4096, 1 << 20] {
      let (seen, isWhole) = text(pieces: size)
      #expect(isWhole && seen == whole)
    }
    #expect(!text(pieces: 100, failingAt: 300).isWhole)
  }

  @Test("XML in UTF-16 is read as well")
  func wide() {
    var seen = ""
    let xml = "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a>één</a>".utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(XMLEvents.walk(xml) { if case .text(let words) = $0 { seen += String(decoding: words, as: UTF8.self) } })
    #expect(seen == "één")
  }
}
