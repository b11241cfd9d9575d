import Model
import Testing

@testable import Reading

@Suite("Bookmark")
struct BookmarkTests {
  @Test("A bookmark reads back as it was written")
  func roundTrip() {
    for mark in [
      Bookmark(byte: 0), Bookmark(byte: 12, seen: [TextSpan(0, 5), TextSpan(9, 20)], codes: ["B3", "K1"]),
      Bookmark(byte: 3, codes: ["één twee"]),
    ] {
      #expect(Bookmark(mark.text) == mark)
    }
  }

  @Test("A broken line is none, or is read as far as it goes")
  func broken() {
    #expect(Bookmark("") == nil)
    #expect(Bookmark("x\t") == nil)
    #expect(Bookmark("5\t3-1,a-b,7,2-4,-") == Bookmark(byte: 5, seen: [TextSpan(2, 4)]))
  }

  @Test("Reading goes on where it stopped, also when the transcript was cut anew")
  func resumes() {
    var reader = SmallReading.reader()
    reader.type(" ")
    reader.type("b1")
    reader.type([.enter])
    reader.type(" ")
    let mark = reader.bookmark
    let again = Reader(SmallReading.copy(), bookmark: mark, width: 80, height: 24)
    #expect(again.focus == 2)
    #expect(again.bookmark == mark)
    #expect(again.coverage.seenRanges == [0..<3])
    let bySentence = Reader(SmallReading.copy(bySentence: true), bookmark: mark, width: 80, height: 24)
    #expect(bySentence.text(of: bySentence.spokenSpan(of: bySentence.focus)) == "En de werkdruk?")
    #expect(bySentence.recent.lastUsed == [1])
  }

  @Test("A bookmark from elsewhere does no harm", arguments: [-5, 1 << 40])
  func elsewhere(byte: Int) {
    let mark = Bookmark(
      byte: byte, seen: [TextSpan(-9, -3), TextSpan(0, 1 << 40), TextSpan(1 << 41, 1 << 42)], codes: ["no such"])
    let reader = Reader(SmallReading.copy(), bookmark: mark, width: 80, height: 24)
    #expect(reader.copy.segments.indices.contains(reader.focus))
    #expect(reader.recent.slots == [])
  }
}
