import Testing

@testable import Retrieval

@Suite("Verbs on -eren")
struct DutchLoanVerbsTests {
  @Test(
    "A finite form gives its stem, and the stem its infinitive",
    arguments: [
      ("evalueerde", "evalueer", "evalueren"), ("evalueert", "evalueer", "evalueren"),
      ("varieerden", "varieer", "variëren"), ("creëert", "creëer", "creëren"),
      ("organiseer", "organiseer", "organiseren"),
      ("herdefinieerd", "herdefinieer", "herdefiniëren"),
    ])
  func forms(_ form: String, _ stem: String, _ infinitive: String) {
    #expect(DutchLoanVerbs.stem(of: form) == stem)
    #expect(DutchLoanVerbs.infinitive(of: stem) == infinitive)
  }

  @Test("What has no other vowel before the ending is none", arguments: ["keer", "leert", "eer", "eerde", "werkt", ""])
  func others(_ word: String) {
    #expect(DutchLoanVerbs.stem(of: word) == nil)
  }
}
