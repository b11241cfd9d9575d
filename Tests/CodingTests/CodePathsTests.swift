import Model
import Testing

@testable import Coding

@Suite struct CodePathsTests {
  private let garden = Codebook(codes: [
    Code(key: "A", name: "Soil"), Code(key: "A1", name: "Wet clay", parent: "A"), Code(key: "B", name: "Rain"),
  ])

  @Test("Names that are there are found, and the others added below the codes above them")
  func mixed() {
    let paths = CodePaths([["soil", "Wet Clay"], ["Soil", "Sand & grit"], ["Wind"], ["Wind", "West"]], in: garden)
    #expect(paths.keys == ["A1", "sand-grit", "wind", "west"])
    #expect(
      paths.codebook.codes == [
        Code(key: "A", name: "Soil"), Code(key: "A1", name: "Wet clay", parent: "A"),
        Code(key: "sand-grit", name: "Sand & grit", parent: "A"), Code(key: "B", name: "Rain"),
        Code(key: "wind", name: "Wind"), Code(key: "west", name: "West", parent: "wind"),
      ])
  }

  @Test("The same name under another family is another code")
  func homonyms() {
    let paths = CodePaths([["Rain", "Late"], ["Soil", "Late"], ["Rain", "late"]], in: garden)
    #expect(paths.keys == ["late", "late-2", "late"])
    #expect(paths.codebook.code("late-2")?.parent == "A")
  }

  @Test(
    "A key can be typed in a query, whatever the name",
    arguments: [
      ("Één goede school!", "één-goede-school"), ("and", "code-and"), ("???", "code"), ("-.x.-", "x"),
      (String(repeating: "ab ", count: 30), "ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-a"),
    ])
  func keys(name: String, key: String) {
    #expect(CodeKeyRule.key(for: name, taken: []) == key)
    #expect(CodeKeyRule.fault(in: key) == nil)
  }
}
