import Coding
import Model
import Testing

@Suite struct CodebookChangeTests {
  private let existing = Codebook(
    title: "Gardens", language: "en",
    codes: [
      Code(key: "A", name: "Soil", definition: "Ground.", example: "Here."), Code(key: "A1", name: "Clay", parent: "A"),
      Code(key: "A2", name: "Sand", parent: "A"), Code(key: "A3", name: "Peat", parent: "A"),
      Code(key: "B", name: "Rain"),
    ])

  @Test("A new key that differs from a known one only in capitals is told")
  func twins() {
    let loaded = Codebook(codes: [Code(key: "a", name: "Air"), Code(key: "c", name: "Sun")])
    #expect(
      CodebookChange(loading: loaded, from: "garden.yaml", into: existing).notes.last
        == "'a' is new beside 'A' (Soil): the two keys differ only in capitals."
        + " If they are one code, 'undo', and give it the key 'A' in the file.")
  }

  @Test("Loading merges by key: new codes come, changed ones follow the file, absent ones stay in their place")
  func merge() {
    let loaded = Codebook(codes: [
      Code(key: "A", name: "Soil", definition: "Earth."), Code(key: "A1", name: "Clay", parent: "A"),
      Code(key: "A3", name: "Peat", parent: "A"), Code(key: "C", name: "Sun"),
    ])
    let change = CodebookChange(loading: loaded, from: "garden.yaml", into: existing)
    #expect(
      change.codebook
        == Codebook(
          title: "Gardens", language: "en",
          codes: [
            Code(key: "A", name: "Soil", definition: "Earth."), Code(key: "A1", name: "Clay", parent: "A"),
            Code(key: "A2", name: "Sand", parent: "A"), Code(key: "A3", name: "Peat", parent: "A"),
            Code(key: "B", name: "Rain"), Code(key: "C", name: "Sun"),
          ]))
    #expect(
      change.diff.changes == [
        .changed(key: "A", field: .definition, from: "Ground.", to: "Earth."),
        .changed(key: "A", field: .example, from: "Here.", to: nil), .added(Code(key: "C", name: "Sun")),
      ])
    #expect(change.kept == ["A2", "B"])
    #expect(change.redefined == ["A"])
    #expect(change.summary == "Loaded 4 codes from garden.yaml: 1 added, 1 changed and 2 as before.")
    #expect(
      change.notes == [
        "'A2' and 'B' are not in the file and kept; 'code delete' removes a code.",
        "The file has no 'example' for 'A', where there was one; it was removed.",
      ])
  }

  @Test("Loading into a study without codes adds them all")
  func first() {
    let change = CodebookChange(loading: existing, from: "garden.yaml", into: Codebook())
    #expect(change.codebook == existing)
    #expect(change.summary == "Loaded 5 codes from garden.yaml: 5 added.")
    #expect(change.notes.isEmpty)
  }

  @Test("Loading the same file again changes nothing")
  func again() {
    let change = CodebookChange(loading: existing, from: "garden.yaml", into: existing)
    #expect(change.codebook == existing)
    #expect(change.diff.isEmpty)
    #expect(change.summary == "Loaded 5 codes from garden.yaml: 5 as before.")
  }

  @Test("A kept code stays under its parent when the file moves that parent")
  func movedParent() {
    let loaded = Codebook(codes: [Code(key: "B", name: "Rain"), Code(key: "A", name: "Soil", parent: "B")])
    let change = CodebookChange(loading: loaded, from: "f.csv", into: existing)
    #expect(change.codebook.codes.map(\.key) == ["B", "A", "A1", "A2", "A3"])
    #expect(change.codebook.tree.parents == [-1, 0, 1, 1, 1])
  }
}
