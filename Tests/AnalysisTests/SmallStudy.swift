import Model

/// Four invented interviews at three schools, one of them at none; A has the children B and C, D stands alone.
enum SmallStudy {
  static let tree = CodeTree(parents: [-1, 0, 0, -1])

  static let sketch = GroundSketch(
    cases: ["Elm", "Oak", "Ash"],
    interviews: [
      .init(name: "elm-1", caseName: "Elm", turns: [[10, 10], [20]]),
      .init(name: "elm-2", caseName: "Elm", turns: [[10]]),
      .init(name: "oak-1", caseName: "Oak", turns: [[10], [10], [10]]),
      .init(name: "stray", caseName: nil, turns: [[10, 10]]),
    ],
    codings: [
      ("elm-1", 0, 8, "B", 0), ("elm-1", 0, 8, "B", 1), ("elm-1", 0, 8, "C", 0), ("elm-1", 5, 15, "D", 0),
      ("elm-1", 20, 30, "B", 1), ("elm-2", 0, 10, "D", 0), ("oak-1", 0, 10, "A", 0), ("oak-1", 10, 20, "D", 1),
      ("oak-1", 15, 20, "C", 0), ("stray", 0, 10, "B", 0), ("stray", 9, 20, "D", 0),
    ])

  static let ground = sketch.ground
}
