import Model
import Testing

@Suite struct PathTextTests {
  @Test(
    "The folder is what stands before the last slash",
    arguments: [("x", ""), ("é", ""), ("a/b.csv", "a"), ("/a", "/"), ("/a/b", "/a"), ("", ""), ("./x", ".")])
  func folders(path: String, folder: String) { #expect(PathText.folder(of: path) == folder) }

  @Test("A path has a name, a stem and an ending")
  func names() {
    #expect(
      ["a/b.c", "b", "a\\b.TXT", "a/.b", "a/", ""].map { PathText.name(of: $0) } == ["b.c", "b", "b.TXT", ".b", "", ""])
    #expect(["a/b.c.d", "b", ".b"].map { PathText.stem(of: $0) } == ["b.c", "b", ".b"])
    #expect(["a/b.c.D", "b", ".b", "b."].map { PathText.ending(of: $0) } == ["d", "", "", ""])
  }

  @Test("Escapes stand for characters; what is none stays")
  func escapes() {
    #expect(PathText.unescaped("a%20b%C3%A9") == "a bé")
    #expect(PathText.unescaped("100%") == "100%")
    #expect(PathText.unescaped("%4") == "%4")
    #expect(PathText.unescaped("plain") == nil)
  }
}
