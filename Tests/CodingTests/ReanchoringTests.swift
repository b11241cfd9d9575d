import Model
import TestSupport
import Testing

@testable import Coding

@Suite struct ReanchoringTests {
  /// Where the marked words are now: `=words`, `~words` where they changed, `-` where they are lost.
  private func place(in old: MarkedText, when new: String) throws -> String {
    let after = Array(new.utf8)
    func words(_ span: TextSpan) -> String { String(decoding: after[span.start..<span.end], as: UTF8.self) }
    return switch Reanchoring(from: old.text, to: new).place(of: try #require(old.spans.first)) {
    case .same(let span): "=" + words(span)
    case .changed(let span): "~" + words(span)
    case .lost: "-"
    }
  }

  @Test(
    "A passage stays on its words, takes their mending over, and is lost with them",
    arguments: [
      ("Anna: ⟦We waited⟧ long.", "Anna: We waited long.", "=We waited"),
      ("Anna: ⟦We waited⟧ long.", "INTERVIEW 1\nAnna: We waited long.", "=We waited"),
      ("Anna: ⟦We waited⟧ long.", "Anna: Yes. We waited, you know, long.", "=We waited"),
      ("We ⟦waited for a long time⟧.", "We waited for a very long time.", "~waited for a very long time"),
      ("We ⟦waited for a long time⟧.", "We wated for a long tyme.", "~wated for a long tyme"),
      ("Anna: So. Bram: ⟦Why was that?⟧ Anna: Well.", "Anna: So. Anna: Well.", "-"),
      ("⟦Nobody knew the reason.⟧ Bram: Why?", "Bram: Why? Nobody knew the reason.", "=Nobody knew the reason."),
      ("⟦Nobody knew the reason.⟧ Why?", "Why? Nobody knew the reason. Nobody knew the reason.", "-"),
      ("Ja. ⟦Ja.⟧ Nee.", "Ja. Nee.", "-"), ("⟦We waited⟧", "", "-"), ("Het ⟦één⟧ en ander", "Het een en ander", "-"),
    ])
  func places(old: String, new: String, expected: String) throws {
    #expect(try place(in: MarkedText(old), when: new) == expected)
  }

  @Test(
    "Words that were not touched are the same words afterwards, whatever was changed around them", arguments: 1...200)
  func untouched(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["ja ", "nee ", "één ", "wachten ", "school ", ", ", ".\n", "👩‍🏫 ", "Anna: ", "hoor "]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined()
    }
    let (before, coded, after) = (text(12), "de kern " + text(Int.random(in: 0...6, using: &random)), text(12))
    func edited(_ text: String) -> String {
      String(decoding: RandomEdit.edited(Array(text.utf8), words: words, using: &random), as: UTF8.self)
    }
    let new = edited(before) + coded + edited(after)
    let span = TextSpan(before.utf8.count, before.utf8.count + coded.utf8.count)
    guard case .same(let place) = Reanchoring(from: before + coded + after, to: new).place(of: span) else {
      Issue.record("'\(coded)' is not found in '\(new)'")
      return
    }
    #expect(Array(new.utf8)[place.start..<place.end].elementsEqual(coded.utf8))
  }

  @Test("A place is always inside the new version, on whole characters", arguments: 1...100)
  func inside(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = ["ja", "één", "👩‍🏫", " ", "\n", "x"]
    let old = (0..<20).map { _ in words.randomElement(using: &random) ?? "" }.joined()
    let new = String(decoding: RandomEdit.edited(Array(old.utf8), words: words, using: &random), as: UTF8.self)
    let anchoring = Reanchoring(from: old, to: new)
    var offsets = [0]
    for scalar in old.unicodeScalars { offsets.append(offsets[offsets.count - 1] + String(scalar).utf8.count) }
    for (number, start) in offsets.dropLast().enumerated() {
      let span = TextSpan(start, offsets[Int.random(in: number + 1..<offsets.count, using: &random)])
      switch anchoring.place(of: span) {
      case .same(let place), .changed(let place):
        let bytes = Array(new.utf8)
        #expect(place.start < place.end && place.end <= bytes.count)
        #expect(String(validating: bytes[place.start..<place.end], as: UTF8.self) != nil)
      case .lost(let near): #expect(near >= 0 && near <= new.utf8.count)
      }
    }
  }
}
