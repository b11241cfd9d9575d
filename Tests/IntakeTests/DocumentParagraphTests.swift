import Testing

@testable import Intake

struct DocumentParagraphTests {
  private func paragraph(_ parts: [(String, TextLook)]) -> DocumentParagraph {
    var paragraph = DocumentParagraph()
    for (words, look) in parts { Array(words.utf8).withUnsafeBufferPointer { paragraph.append($0, look) } }
    return paragraph
  }

  private let bold = TextLook(isBold: true)

  @Test("The head is what is marked alike, and stands out; blanks between are marked in no way")
  func head() {
    let plain = TextLook()
    #expect(paragraph([("An", bold), (" ", plain), ("na", bold), (" ja", plain)]).markedHead == "An na")
    #expect(paragraph([("Anna", plain), (" ja", bold)]).markedHead == nil)
    #expect(paragraph([("Anna", bold), (" ja", TextLook(isBold: true, colour: 3))]).markedHead == nil)
    #expect(paragraph([("Anna", bold)]).markedHead == nil)
    #expect(paragraph([(String(repeating: "a", count: 161), bold), (" ja", plain)]).markedHead == nil)
    #expect(paragraph([]).markedHead == nil)
  }

  @Test("A paragraph that is marked as a whole may be a name, not a sentence")
  func whole() {
    #expect(paragraph([(" ", TextLook()), ("Anna ", bold)]).markedWhole == " Anna")
    #expect(paragraph([("Goed zo.", bold)]).markedWhole == nil)
    #expect(paragraph([("Anna", TextLook())]).markedWhole == nil)
    #expect(paragraph([("Anna", bold), ("ja", TextLook())]).markedWhole == nil)
  }
}
