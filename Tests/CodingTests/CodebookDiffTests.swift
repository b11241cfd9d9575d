import Coding
import Model
import Testing

@Suite struct CodebookDiffTests {
  private let old = Codebook(
    title: "Gardens",
    codes: [
      Code(key: "A", name: "Soil", definition: "Ground.", phrases: ["clay"]),
      Code(key: "A1", name: "Clay", color: "#000000", parent: "A"), Code(key: "A2", name: "Sand", parent: "A"),
      Code(key: "B", name: "Rain"),
    ])

  @Test("The same codebook has no changes")
  func same() {
    #expect(CodebookDiff(from: old, to: old).isEmpty)
  }

  @Test("Every kind of change is found and said in a sentence")
  func changes() {
    let new = Codebook(
      title: "Gardens", language: "en",
      codes: [
        Code(key: "B", name: "Rainfall"),
        Code(key: "A", name: "Soil", definition: "Earth.", use: "Often.", phrases: ["clay", "mud"]),
        Code(key: "A1", name: "Clay", parent: "B"), Code(key: "C", name: "Sun", parent: "A"),
      ])
    let diff = CodebookDiff(from: old, to: new)
    #expect(
      diff.changes == [
        .language(from: nil, to: "en"), .renamed(key: "B", from: "Rain", to: "Rainfall"),
        .changed(key: "A", field: .definition, from: "Ground.", to: "Earth."),
        .changed(key: "A", field: .use, from: nil, to: "Often."),
        .changed(key: "A", field: .phrases, from: "clay", to: "clay|mud"),
        .changed(key: "A1", field: .color, from: "#000000", to: nil), .moved(key: "A1", from: "A", to: "B"),
        .added(Code(key: "C", name: "Sun", parent: "A")), .reordered(parent: nil),
        .removed(Code(key: "A2", name: "Sand", parent: "A")),
      ])
    #expect(
      diff.changes.map(\.sentence) == [
        "The language is new: 'en'.", "Code 'B' is now named 'Rainfall', formerly 'Rain'.",
        "The definition of 'A' is now 'Earth.', formerly 'Ground.'.", "When to use of 'A' is new: 'Often.'.",
        "The phrases of 'A' are now 'clay|mud', formerly 'clay'.", "The colour of 'A1' is gone: '#000000'.",
        "Code 'A1' now stands under 'B', formerly under 'A'.", "Code 'C' is new: 'Sun', under 'A'.",
        "The codes at the top stand in another order.", "Code 'A2' is gone: 'Sand'.",
      ])
  }

  @Test("A long text is cut to where it differs")
  func longTexts() {
    let start = "What people say about the ground, wet or dry, on which they stand and in which "
    let change = CodebookDiff.Change.changed(
      key: "A", field: .definition, from: start + "they dig.", to: start + "the plants of the garden have to grow up.")
    #expect(
      change.sentence
        == "The definition of 'A' is now '…stand and in which the plants of the garden have to grow up.', formerly '…ound, wet or dry, on which they stand and in which they dig.'."
    )
  }
}
