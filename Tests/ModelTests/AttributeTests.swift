import Model
import Testing

@Suite struct AttributeTests {
  @Test("An empty cell is no answer", arguments: ["", "  ", "\t", "|", " | |"])
  func noAnswer(_ cell: String) {
    #expect(Attribute(name: "sector", cell: cell) == nil)
  }

  @Test("A dash is an answer with nothing in it")
  func dash() {
    #expect(Attribute(name: "partners", cell: " - ") == Attribute("partners", ["-"]))
  }

  @Test("A bar separates several answers, and white space around them goes")
  func several() {
    #expect(
      Attribute(name: "groups", cell: "groep 3| groep 4 ||groep 5 ")
        == Attribute("groups", ["groep 3", "groep 4", "groep 5"]))
    #expect(Attribute(name: "town", cell: " Den  Haag ") == Attribute("town", ["Den  Haag"]))
  }

  @Test("White space of any kind is taken off both ends")
  func trimming() {
    #expect("\u{A0}\t een kop \r\n".trimmed == "een kop")
    #expect("   ".trimmed.isEmpty)
    #expect("abc".dropFirst().trimmed == "bc")
  }

  @Test("A line of blanks takes a time that grows with its length only")
  func manyBlanks() {
    let blanks = String(repeating: " ", count: 400_000)
    #expect((blanks + "é" + blanks).trimmed == "é")
  }
}
