import Model
import TestSupport
import Testing

@Suite struct CodeTreeTests {
  private let codebook = Codebook(codes: [
    Code(key: "A", name: "Garden"), Code(key: "A1", name: "Soil", parent: "A"),
    Code(key: "A1a", name: "Clay", parent: "A1"), Code(key: "A2", name: "Weeds", parent: "A"),
    Code(key: "B", name: "Kitchen"),
  ])

  @Test("A codebook becomes a tree of indices with depths")
  func tree() {
    let tree = codebook.tree
    #expect(tree.keys == ["A", "A1", "A1a", "A2", "B"])
    #expect(tree.names == ["Garden", "Soil", "Clay", "Weeds", "Kitchen"])
    #expect(tree.parents == [-1, 0, 1, 0, -1])
    #expect(tree.depths == [0, 1, 2, 1, 0])
  }

  @Test("A lineage goes up to the top, a family goes down to the leaves")
  func lineageAndFamily() {
    let tree = codebook.tree
    #expect(tree.lineage(of: 2) == [2, 1, 0])
    #expect(tree.lineage(of: 4) == [4])
    #expect(tree.family(of: 0) == [0, 1, 2, 3])
    #expect(tree.family(of: 1) == [1, 2])
    #expect(tree.family(of: 4) == [4])
  }

  @Test("A code is in the family of exactly the codes of its lineage")
  func mirror() {
    var generator = SeededGenerator(seed: 3)
    var parents: [Int] = []
    for index in 0..<40 { parents.append(Int.random(in: -1..<max(index, 0), using: &generator)) }
    let names = parents.indices.map { "c\($0)" }
    let tree = CodeTree(keys: names, names: names, parents: parents)
    for code in 0..<tree.count {
      let above = (0..<tree.count).filter { tree.family(of: $0).contains(code) }
      #expect(above == tree.lineage(of: code).sorted())
      #expect(tree.depths[code] == above.count - 1)
    }
  }

  @Test("A code is found by its exact key")
  func code() {
    #expect(codebook.code("A2")?.name == "Weeds")
    #expect(codebook.code("a2") == nil)
  }
}
