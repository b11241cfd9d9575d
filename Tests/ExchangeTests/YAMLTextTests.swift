import Testing

@testable import Exchange

@Suite struct YAMLTextTests {
  @Test(
    "A text stands bare where nothing in it can be misread",
    arguments: [
      ("Soil and sand", "Soil and sand"), ("groep*", "groep*"), ("één op één", "één op één"), ("z'n tuin", "z'n tuin"),
      ("yes", "\"yes\""), ("12", "\"12\""), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("*a", "\"*a\""),
      ("say \"x\\y\"", "\"say \\\"x\\\\y\\\"\""), ("a\tb\nc\r", "\"a\\tb\\nc\\r\""),
      ("\u{7}\u{2028}\u{1FFFF}", "\"\\x07\\u2028\u{1FFFF}\""), ("", "\"\""),
    ])
  func scalars(_ text: String, _ scalar: String) {
    #expect(YAMLText.scalar(text) == scalar)
  }

  @Test("A comma must be quoted in a list only")
  func commas() {
    #expect(YAMLText.scalar("wind, rain") == "wind, rain")
    #expect(YAMLText.scalar("wind, rain", inList: true) == "\"wind, rain\"")
  }

  @Test("Only words with one blank between them can be folded")
  func folding() {
    #expect(
      ["one two", "one  two", " one", "one ", "one\ntwo", "one\u{85}two"].map(YAMLText.folds)
        == [true, false, false, false, false, false])
    #expect(YAMLText.wrapped("one two three four", width: 9) == ["one two", "three", "four"])
    #expect(YAMLText.wrapped("extraordinarily long", width: 5) == ["extraordinarily", "long"])
  }
}
