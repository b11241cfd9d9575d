import Testing

@testable import Packages

struct XMLElementTests {
  private enum Tag: String {
    case a = "n:a"
    case b = "n:b"
  }

  @Test("Attributes are found by their names without prefix, with what their signs mean")
  func attributes() {
    var seen: [[String?]] = []
    _ = XMLEvents.walk(Array("<a xmlns:n='u' n:ab='1' a='&lt;&amp;&#233;' c=''/>".utf8)) {
      if case .start(let element) = $0 { seen.append(["ab", "a", "c", "b", ""].map { element.attribute($0) }) }
    }
    #expect(seen == [["1", "<&é", "", nil, nil]])
  }

  @Test("A vocabulary knows elements by name and namespace")
  func vocabulary() {
    var vocabulary = XMLVocabulary<Tag> { $0 == "u" ? "n" : nil }
    var seen: [Tag?] = []
    _ = XMLEvents.walk(Array("<m:a xmlns:m='u'><a/><m:b><a xmlns='u'/></m:b><m:c/></m:a>".utf8)) {
      if case .start(let element) = $0 { seen.append(vocabulary.tag(of: element)) }
    }
    #expect(seen == [.a, nil, .b, .a, nil])
  }
}
