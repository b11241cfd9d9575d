import Model
import Testing

@Suite struct PathTextTests {
  @Test(
    "The folder is what stands before the last slash",
    arguments: [("x", ""), ("é", ""), ("a/b.csv", "a"), ("/a", "/"), ("/a/b", "/a"), ("", ""), ("./x", ".")])
  func folders(path: String, folder: String) { #expect(PathText.folder(of: path) == folder) }
}
