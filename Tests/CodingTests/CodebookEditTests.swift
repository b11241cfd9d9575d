import Coding
import Model
import Testing

@Suite struct CodebookEditTests {
  private let codebook = Codebook(codes: [
    Code(key: "A", name: "Soil"), Code(key: "A1", name: "Clay", phrases: ["clay", "mud"], parent: "A"),
    Code(key: "A1a", name: "Wet clay", parent: "A1"),
    Code(key: "A2", name: "Sand", phrases: ["sand", "mud"], parent: "A"),
    Code(key: "B", name: "Rain"),
  ])

  @Test("A code is added after its siblings")
  func add() throws {
    let edit = try CodebookEdit.add(Code(key: "A3", name: "Peat", parent: "A"), to: codebook)
    #expect(edit.codebook.codes.map(\.key) == ["A", "A1", "A1a", "A2", "A3", "B"])
    #expect(edit.summary == "Added code A3 'Peat' under A.")
    #expect(edit.replacements.isEmpty)
    #expect(try CodebookEdit.add(Code(key: "C", name: "Sun"), to: codebook).summary == "Added code C 'Sun' at the top.")
  }

  @Test("A code is not added with a key that is taken or cannot be typed, or under a code that is not there")
  func addRefused() {
    #expect(throws: Problem("The key 'B' is taken by the code 'Rain'.", hint: "'codebook show' lists all keys.")) {
      try CodebookEdit.add(Code(key: "B", name: "Bees"), to: codebook)
    }
    #expect(throws: Problem("The key 'where' is a word of the query language.")) {
      try CodebookEdit.add(Code(key: "where", name: "Place"), to: codebook)
    }
    #expect(throws: Problem("No code has the key 'Z'.", hint: "'codebook show' lists all codes.")) {
      try CodebookEdit.add(Code(key: "Z1", name: "Bees", parent: "Z"), to: codebook)
    }
  }

  @Test("A code gets another name or another key, and its children follow")
  func rename() throws {
    let renamed = try CodebookEdit.rename("A1", to: " Loam ", in: codebook)
    #expect(renamed.codebook.code("A1")?.name == "Loam")
    #expect(renamed.summary == "Renamed code A1 from 'Clay' to 'Loam'.")
    let rekeyed = try CodebookEdit.rekey("A1", to: "K", in: codebook)
    #expect(rekeyed.codebook.codes.map(\.key) == ["A", "K", "A1a", "A2", "B"])
    #expect(rekeyed.codebook.code("A1a")?.parent == "K")
    #expect(rekeyed.replacements == ["A1": "K"])
    #expect(rekeyed.summary == "Code A1 'Clay' now has the key K.")
    #expect(throws: Problem("The key 'B' is taken by the code 'Rain'.", hint: "'codebook show' lists all keys.")) {
      try CodebookEdit.rekey("A1", to: "B", in: codebook)
    }
  }

  @Test("A code moves with all below it")
  func move() throws {
    let under = try CodebookEdit.move("A1", under: "B", in: codebook)
    #expect(under.codebook.codes.map(\.key) == ["A", "A2", "B", "A1", "A1a"])
    #expect(under.codebook.tree.parents == [-1, 0, -1, 2, 3])
    #expect(under.summary == "Moved code A1 with 1 code below it under B.")
    let top = try CodebookEdit.move("A2", under: nil, in: codebook)
    #expect(top.codebook.codes.map(\.key) == ["A", "A1", "A1a", "B", "A2"])
    #expect(top.summary == "Moved code A2 to the top.")
  }

  @Test("A code cannot move under itself or what is below it")
  func circle() {
    #expect(throws: Problem("The code 'A' cannot stand under itself.")) {
      try CodebookEdit.move("A", under: "A", in: codebook)
    }
    #expect(
      throws: Problem(
        "The code 'A1a' stands below 'A'.", hint: "'code move A1a ...' takes it out of there first.")
    ) { try CodebookEdit.move("A", under: "A1a", in: codebook) }
  }

  @Test("Merging hands over codings, children and phrases")
  func merge() throws {
    let edit = try CodebookEdit.merge("A1", into: "A2", in: codebook, codings: 12)
    #expect(
      edit.codebook
        == Codebook(codes: [
          Code(key: "A", name: "Soil"), Code(key: "A2", name: "Sand", phrases: ["sand", "mud", "clay"], parent: "A"),
          Code(key: "A1a", name: "Wet clay", parent: "A2"), Code(key: "B", name: "Rain"),
        ]))
    #expect(edit.replacements == ["A1": "A2"])
    #expect(edit.summary == "Merged code A1 into A2: 12 codings and 1 code below it taken over.")
    #expect(
      try CodebookEdit.merge("A2", into: "A", in: codebook, codings: 0).summary
        == "Merged code A2 into A: no coding taken over.")
    #expect(
      throws: Problem(
        "The code 'A1a' stands below 'A'.", hint: "'code move A1a ...' takes it out of there first.")
    ) { try CodebookEdit.merge("A", into: "A1a", in: codebook, codings: 1) }
  }

  @Test("Deleting takes codings along, and codes below only when they are to go too")
  func delete() throws {
    let counts = ["A1": 3, "A1a": 4]
    let edit = try CodebookEdit.delete("A1", withChildren: true, from: codebook) { counts[$0] ?? 0 }
    #expect(edit.codebook.codes.map(\.key) == ["A", "A2", "B"])
    #expect(edit.replacements == ["A1": nil, "A1a": nil])
    #expect(edit.summary == "Deleted code A1 'Clay' and 1 code below it with 7 codings.")
    #expect(
      throws: Problem(
        "The code 'A' has 3 codes below it.",
        hint: "'code move' puts them elsewhere first; 'code merge A OTHER' keeps the codings.")
    ) { try CodebookEdit.delete("A", withChildren: false, from: codebook) { _ in 0 } }
  }
}
