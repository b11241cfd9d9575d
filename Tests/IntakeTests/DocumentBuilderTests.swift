import Testing

@testable import Intake

struct DocumentBuilderTests {
  private func add(_ words: String, to builder: inout DocumentBuilder, _ look: TextLook = TextLook()) {
    let bytes = Array(words.utf8)
    bytes.withUnsafeBufferPointer { builder.append($0, look) }
  }

  private func paragraph(_ words: String, in builder: inout DocumentBuilder) {
    builder.openParagraph()
    add(words, to: &builder)
    builder.closeParagraph()
  }

  @Test("Cells, rows, boxes and notes may stand where no one expects them")
  func loose() {
    var builder = DocumentBuilder()
    add("nowhere", to: &builder)
    builder.openCell()
    paragraph("cell", in: &builder)
    builder.closeCell()
    builder.openRow()
    builder.openCell()
    paragraph("row", in: &builder)
    builder.closeCell()
    builder.closeRow()
    builder.openBox()
    paragraph("box", in: &builder)
    builder.closeBox()
    builder.openParagraph()
    builder.openNote()
    add("outside", to: &builder)
    paragraph("note", in: &builder)
    #expect(builder.closeNote() == Array("note\n".utf8))
    paragraph("inner", in: &builder)
    add("outer", to: &builder)
    builder.closeParagraph()
    #expect(String(decoding: builder.finished().bytes, as: UTF8.self) == "cell\nrow\nbox\ninner\nouter\n")
  }

  @Test("What is closed and was not opened changes nothing")
  func unopened() {
    var builder = DocumentBuilder()
    builder.closeTable()
    builder.closeRow()
    builder.closeCell()
    builder.closeBox()
    builder.closeParagraph()
    #expect(builder.closeNote() == [])
    #expect(builder.finished() == DocumentText())
  }

  @Test("Notes are kept without empty lines and the blanks at their heads")
  func notes() {
    var builder = DocumentBuilder()
    builder.add(notes: Array("\t een\n \n\ntwee".utf8))
    #expect(String(decoding: builder.finished().notes, as: UTF8.self) == "een\ntwee\n")
  }

  @Test("Hidden words and unknown signs are counted")
  func counts() {
    var builder = DocumentBuilder()
    builder.openParagraph()
    add("weg", to: &builder, TextLook(isHidden: true))
    builder.append(symbol: 0xF001, of: .wingdings, TextLook())
    builder.append(symbol: 0xE123, of: nil, TextLook())
    builder.append(symbol: 0x2022, of: nil, TextLook())
    builder.closeParagraph()
    let text = builder.finished()
    #expect(text.bytes == Array("•\n".utf8))
    #expect(text.counts == DocumentText.Counts(symbols: 2, hasHiddenText: true))
  }
}
