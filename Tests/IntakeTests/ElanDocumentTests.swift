import Testing

@testable import Intake

struct ElanDocumentTests {
  @Test(
    "Slots without a value lie between their neighbours",
    arguments: [
      ([10, nil, nil, 40], [10, 20, 30, 40]), ([nil, 5, nil], [5, 5, 5]), ([nil, nil], [nil, nil]), ([], []),
      ([1, 2], [1, 2]),
    ] as [([Double?], [Double?])])
  func interpolated(slots: [Double?], filled: [Double?]) { #expect(ElanDocument.interpolated(slots) == filled) }

  @Test("A time that cannot be is none, and a ring of annotations ends")
  func hostile() {
    let xml = ElanFixture.document(
      slots: [("t1", "-5"), ("t2", "1e999"), ("t3", "x")],
      tiers: ElanFixture.tier("A", [("a", "t1", "t2", "een"), ("b", "t3", "t9", "twee")])
        + "<TIER TIER_ID=\"B\">" + ElanFixture.reference("c", of: "d", "drie")
        + ElanFixture.reference("d", of: "c", "vier")
        + "</TIER>")
    let document = ElanDocument(Array(xml.utf8), wanted: ["A", "B"])
    #expect(
      document?.tiers == [
        ElanDocument.Tier(
          name: "A", speaker: "A", isDependent: false,
          annotations: [.init(start: 0, end: 0, words: Array("een".utf8)), .init(start: 0, words: Array("twee".utf8))]),
        ElanDocument.Tier(
          name: "B", speaker: "B", isDependent: true,
          annotations: [
            .init(parent: "d", words: Array("drie".utf8)), .init(parent: "c", words: Array("vier".utf8)),
          ]),
      ])
  }

  @Test("Elements in odd places do no harm")
  func odd() {
    let xml =
      "<ANNOTATION_DOCUMENT><ANNOTATION_VALUE>x</ANNOTATION_VALUE><REF_ANNOTATION/><ALIGNABLE_ANNOTATION/><TIME_SLOT/>"
      + "<TIER/><TIME_ORDER/></ANNOTATION_DOCUMENT>"
    #expect(ElanDocument(Array(xml.utf8), wanted: [])?.tiers == [.init(name: "", speaker: "", isDependent: false)])
  }
}
