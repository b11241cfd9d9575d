import Retrieval
import Testing

@Suite("Did you mean")
struct NearestTests {
  static let codes = ["personeel", "Werkdruk", "waiting", "Coördinatie", "personeelstekort", "B3", "B2", "werkdruk"]

  @Test(
    "The nearest names come first, at most three",
    arguments: [
      ("wiating", ["waiting"]),
      ("werkdrk", ["Werkdruk", "werkdruk"]),
      ("coordinatie", ["Coördinatie"]),
      ("personel", ["personeel"]),
      ("perso", ["personeel", "personeelstekort"]),
      ("B", ["B3", "B2"]),
      ("B4", ["B3", "B2"]),
      ("", []),
      ("xylofoon", []),
    ])
  func nearest(_ typed: String, _ names: [String]) {
    #expect(Nearest.names(to: typed, among: Self.codes) == names)
  }

  @Test("A name is offered once, and no more than three")
  func three() {
    #expect(
      Nearest.names(to: "toets", among: ["toets1", "toets2", "toets2", "toets", "toets4"]) == [
        "toets", "toets1", "toets2",
      ])
  }
}
