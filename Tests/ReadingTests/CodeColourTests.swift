import Model
import Testing

@testable import Reading

@Suite("CodeColour")
struct CodeColourTests {
  @Test("A colour of the codebook is read, anything else is none")
  func reads() {
    #expect(CodeColour("#FF8000").map { [$0.red, $0.green, $0.blue] } == [255, 128, 0])
    for text in ["", "red", "#FFF", "#GG0000", "#12345é", "FF8000#", nil] { #expect(CodeColour(text) == nil) }
  }

  @Test("A code without a colour has that of the family")
  func family() {
    let codes = [
      Code(key: "A", name: "A", color: "#000001"), Code(key: "A1", name: "A1", parent: "A"),
      Code(key: "A11", name: "A11", parent: "A1"), Code(key: "A2", name: "A2", color: "#000002", parent: "A"),
      Code(key: "B", name: "B"),
    ]
    #expect(CodeColour.all(of: Codebook(codes: codes)).map { $0?.blue } == [1, 1, 1, 2, nil])
  }

  @Test(
    "The nearest of the cube is the nearest by distance",
    arguments: ["#000000", "#FFFFFF", "#4477AA", "#EE6677", "#228833", "#66CCEE", "#2F5F87", "#727272"])
  func indexed(text: String) throws {
    let colour = try #require(CodeColour(text))
    let levels = [0, 95, 135, 175, 215, 255]
    func nearest(_ level: UInt8) -> Int {
      levels.indices.min { abs(levels[$0] - Int(level)) < abs(levels[$1] - Int(level)) } ?? 0
    }
    #expect(colour.indexed == 16 + 36 * nearest(colour.red) + 6 * nearest(colour.green) + nearest(colour.blue))
  }
}
