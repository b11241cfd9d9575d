import Model
import Testing

@testable import Store

struct WrittenValuesTests {
  @Test("What is held is read as it was written")
  func roundTrip() throws {
    let texts: [String?] = [nil, "", "a", "\"one\"\n\u{1F}two\\", "é", "e\u{301}"]
    let values = Set(texts.map { CellValue($0) })
    for held in [
      HeldValues(), HeldValues(CellValue(nil)), HeldValues(standing: values, isGone: true),
      HeldValues(all: values, isGone: true, isTakenOff: true), HeldValues(standing: [CellValue("b")], all: values),
    ] {
      #expect(try WrittenValues.values(WrittenValues.text(held)) == held)
    }
  }

  @Test("It is a line of JSON in the order of the bytes")
  func line() throws {
    let held = HeldValues(
      standing: [CellValue("b"), CellValue(nil)], all: [CellValue("a/c"), CellValue("Z")], isGone: true)
    #expect(try WrittenValues.text(held) == #"{"gone":true,"others":["Z","a/c"],"standing":[null,"b"]}"#)
  }

  @Test("What Draad did not write is nothing", arguments: ["", "{}", "[", "{\"standing\":1,\"others\":[]}"])
  func foreign(text: String) { #expect(WrittenValues.values(text) == nil) }
}
