import Model
import Testing

struct MarkedCodingTests {
  @Test("The mark of a coding is sixteen bytes, or twice as many hexadecimal digits")
  func bytes() {
    let bytes = (1...16).map { UInt8($0) }
    let guid = MarkedCoding.GUID(bytes: bytes)
    #expect(guid.bytes == bytes)
    #expect(MarkedCoding.GUID(hexadecimal: "0102030405060708090A0b0c0d0e0f10") == guid)
    #expect(MarkedCoding.GUID(bytes: []) == MarkedCoding.GUID(0, 0))
  }

  @Test("Other digits are no mark", arguments: ["", "01", "0102030405060708090A0b0c0d0e0fxx", "é1"])
  func otherDigits(digits: String) { #expect(MarkedCoding.GUID(hexadecimal: digits) == nil) }
}
