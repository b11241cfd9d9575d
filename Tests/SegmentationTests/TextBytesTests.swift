@testable import Segmentation
import Model
import Testing

struct TextBytesTests {
  private let text = "a\u{A0}\u{202F}\té\n漢"

  @Test("White space is skipped whatever its length in bytes")
  func whiteSpace() {
    let bytes = text.utf8.span
    #expect(bytes.skippingWhiteSpace(from: 1, before: bytes.count) == 7)
    #expect(bytes.skippingWhiteSpace(from: 1, before: 3) == 3)
    #expect(bytes.skippingWhiteSpace(from: 0, before: 7) == 0)
    #expect(bytes.whiteSpace(at: 1, before: 2) == 0)
  }

  @Test("A line is found from inside, and its width is in code points")
  func lines() {
    let bytes = text.utf8.span
    #expect(bytes.lineEnd(from: 0, before: bytes.count) == 9)
    #expect(bytes.lineStart(of: 12, notBefore: 0) == 10)
    #expect(bytes.lineStart(of: 7, notBefore: 3) == 3)
    #expect(bytes.width(of: TextSpan(0, 13)) == 7)
  }

  @Test("A character is read from its bytes, and half a character is none")
  func scalars() {
    let bytes = "é漢😀a".utf8.span
    #expect([0, 2, 5, 9].map { bytes.scalar(at: $0, before: 10) } == ["é", "漢", "😀", "a"])
    #expect(bytes.scalar(at: 5, before: 8) == nil)
    #expect(bytes.scalar(at: 1, before: 10) == nil)
  }
}
