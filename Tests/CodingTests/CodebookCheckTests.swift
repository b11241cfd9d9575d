import Coding
import Model
import Testing

@Suite struct CodebookCheckTests {
  @Test("Codes are put in tree order, siblings as they stand")
  func order() {
    let codebook = Codebook(
      title: "Gardens",
      codes: [
        Code(key: "A2", name: "Sand", parent: "A"), Code(key: "B", name: "Rain"), Code(key: "A", name: "Soil"),
        Code(key: "A1a", name: "Wet clay", parent: "A1"), Code(key: "A1", name: "Clay", parent: "A"),
      ])
    let check = CodebookCheck.treeOrder(of: codebook)
    #expect(check.problems.isEmpty)
    #expect(check.codebook?.codes.map(\.key) == ["B", "A", "A2", "A1", "A1a"])
    #expect(check.codebook?.title == "Gardens")
    #expect(check.codebook?.tree.parents == [-1, -1, 1, 1, 3])
  }

  @Test("Doubled keys, unknown parents, circles and words of the query language are all named")
  func problems() {
    let check = CodebookCheck.treeOrder(
      of: Codebook(codes: [
        Code(key: "A", name: "Soil", parent: "Z"), Code(key: "B", name: "Rain", parent: "D"),
        Code(key: "C", name: "Sun", parent: "B"), Code(key: "D", name: "Wind", parent: "C"),
        Code(key: "E", name: "Leaf", parent: "B"), Code(key: "A", name: " "), Code(key: "Any", name: "All"),
        Code(key: "a/b", name: "Slash"), Code(key: "X", name: "Self", parent: "X"),
      ]))
    #expect(check.codebook == nil)
    #expect(
      check.problems.map(\.what) == [
        "The key 'A' is used twice.", "The code 'A' has no name.", "The key 'Any' is a word of the query language.",
        "The key 'a/b' has '/' in it; a key is made of letters, digits, '-', '_' and '.'.",
        "The parent 'Z' of the code 'A' is not in the codebook.",
        "Codes stand above each other in a circle: B under D under C under B.",
        "Codes stand above each other in a circle: X under X.",
      ])
  }

  @Test("A codebook without codes is in order")
  func empty() {
    #expect(CodebookCheck.treeOrder(of: Codebook()).codebook == Codebook())
  }
}
