import Model
import Testing

@testable import Intake

struct LineJointsTests {
  private func joints(_ text: String, speakers: [Speaker] = [], boldNames: [Int: String] = [:]) -> [LineJoints.Joint] {
    let bytes = Array(text.utf8)
    return LineJoints(bytes, PageLines(bytes).lines, speakers: speakers, boldNames: boldNames).joints
  }

  @Test("Each kind of line end is told")
  func kinds() {
    #expect(
      joints("de leer-\nlingen van\nalle Noord-\nHolland, taal-\nen rekenles of/\nen klaar.\nEinde")
        == [.none, .whole(hyphen: 1), .blank, .hyphenated, .hanging, .slash, .none])
    #expect(joints("leer\u{AD}\nlingen leer\u{2010}\ndag") == [.none, .whole(hyphen: 2), .whole(hyphen: 3)])
  }

  @Test("A loose accent at the head of a line does not go to the letter before the hyphen")
  func accents() {
    #expect(joints("gei\u{AC}\n\u{308}nspireerd") == [.none, .none])
    #expect(joints("gei\u{AC}\nnspi\u{308}reerd") == [.none, .whole(hyphen: 2)])
  }

  @Test("A turn begins a line: by its label, by a name known beforehand, by bold words")
  func turns() {
    #expect(joints("Anna: ja\nBram: nee\nde juf: ho\nAnna: goed\nBram: ook") == [.none, .none, .blank, .none, .none])
    #expect(joints("hij zei\nde juf: ho", speakers: [Speaker(name: "de juf")]) == [.none, .none])
    #expect(
      joints("hij zei\nwim ja\nhij zei\nwim nee", boldNames: [1: "wim", 3: "wim"]) == [.none, .blank, .blank, .blank])
    #expect(
      joints("Anna\nnou ja\n\nAnna\nnou nee", speakers: [Speaker(name: "Anna")]) == Array(repeating: .none, count: 5))
  }

  @Test("A blank line parts, but not where a page ends")
  func blanks() {
    #expect(joints("de\n\nklas") == [.none, .none, .none])
    #expect(joints("de\n\n\u{C}\nklas") == [.none, .none, .none, .blank])
    #expect(joints("Klaar.\n\u{C}de klas") == [.none, .none])
  }

  @Test("Full lines go on only in a text that shows it was broken for a page")
  func fullLines() {
    let lines = [
      "Wij zagen dat er veel rust in de klas was en dat dat zo bleef.",
      "Niemand had daar iets op aan te merken want het was ook goed zo.",
      "Daarna kwam er iemand anders voor de klas en die deed weer anders.",
    ]
    #expect(joints(lines.joined(separator: "\n")) == [.none, .none, .none])
    let open = (lines.joined(separator: "\n").dropLast()) + "\nmaar niet veel.\nEinde."
    #expect(joints(String(open)) == [.none, .blank, .blank, .blank, .none])
  }
}
