import Model
import TestSupport
import Testing

@testable import Intake

@Suite struct StructuredTextTests {
  private func read(_ text: String) -> StructuredText { StructuredText(Array(text.utf8)) }

  /// Each document as marked text, with the codes in the order of the marks behind it.
  private func shown(_ text: String) -> [String] {
    read(text).documents.map { document in
      "\(document.name)@\(document.line) \(String(decoding: document.text, as: UTF8.self))"
        + document.passages.map { passage in
          "{\(passage.code.joined(separator: ">")): "
            + String(decoding: document.text[passage.span.start..<passage.span.end], as: UTF8.self) + "}"
        }.joined()
    }
  }

  @Test("Documents, codes and subcodes; the control lines are no text")
  func documents() {
    let text = """

      #TEXTInterview 01
      #CODEQuestion 1
      Answer to the first.
      #ENDCODE
      #CODEQuestion 2\\Detail
      Answer to
      the second.

      #ENDCODE
      #TEXT Interview 02
      Words.
      """
    #expect(
      shown(text) == [
        "Interview 01@2 Answer to the first.\nAnswer to\nthe second.\n\n{Question 1: Answer to the first.}"
          + "{Question 2>Detail: Answer to\nthe second.}", "Interview 02@11 Words.\n",
      ])
    #expect(read(text).flaws == [])
  }

  @Test("Codes within codes: the one opened last ends first")
  func nested() {
    #expect(
      shown("#TEXTa\nnul\n#CODEx\neen\n#CODEy\ntwee\n#ENDCODE\ndrie\n#ENDCODE\nvier\n")
        == ["a@1 nul\neen\ntwee\ndrie\nvier\n{x: een\ntwee\ndrie}{y: twee}"])
  }

  @Test("Control words stand in capitals at the very start of a line")
  func words() {
    #expect(shown("#TEXT a\n#Text b\n #TEXT c\nzei #CODE x\n") == ["a@1 #Text b\n #TEXT c\nzei #CODE x\n"])
  }

  @Test("A code that is not closed goes to the end of its document; each flaw has its line")
  func flaws() {
    let text = "#TEXTa\n#ENDCODE\n#CODEx\neen\n#CODE\ntwee\n#ENDCODE\n#CODEleeg\n#ENDCODE\n#TEXTb\ndrie\n"
    #expect(shown(text) == ["a@1 een\ntwee\n{x: een\ntwee}", "b@10 drie\n"])
    #expect(
      read(text).flaws.map { "\($0.line) \($0.text)" } == [
        "2 '#ENDCODE' stands here, and no '#CODE' is open.", "5 '#CODE' names no code; its passage was not coded.",
        "8 '#CODEleeg' has no words under it.",
        "3 '#CODEx' has no '#ENDCODE'; it was taken to the end of its document.",
      ])
  }

  @Test("A file opens with #TEXT in whatever encoding")
  func opens() {
    let text = "\u{FEFF}\n#TEXTa"
    #expect(StructuredText.opens(Array(text.utf8)))
    #expect(StructuredText.opens(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    #expect(!StructuredText.opens(Array("# TEXT".utf8)))
    #expect(!StructuredText.opens(Array("Words #TEXT".utf8)))
    #expect(!StructuredText.opens([]))
  }

  @Test("Lines by chance keep all words, and passages within the text")
  func chance() {
    var generator = SeededGenerator(seed: 3)
    let lines = ["#TEXTa", "#TEXT", "#CODEx", "#CODEx\\y", "#CODE", "#ENDCODE", "één", " ", "", "twee  "]
    for _ in 0..<500 {
      let chosen = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        lines.randomElement(using: &generator) ?? ""
      }
      let read = read(chosen.joined(separator: "\n"))
      let words = read.documents.map { String(decoding: $0.text, as: UTF8.self) }.joined().split(separator: "\n")
      #expect(
        words.map(\.trimmed).filter { !$0.isEmpty }
          == chosen.map(\.trimmed).filter { !$0.isEmpty && !$0.hasPrefix("#") })
      for document in read.documents {
        for passage in document.passages {
          #expect(passage.span.start < passage.span.end && passage.span.end <= document.text.count)
          #expect(!passage.code.isEmpty)
        }
      }
    }
  }
}
