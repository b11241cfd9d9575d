import Testing

@testable import Intake

struct DocumentLinesTests {
  private func text(_ make: (inout DocumentLines) -> Void) -> String {
    var lines = DocumentLines()
    make(&lines)
    lines.close()
    return String(decoding: lines.bytes, as: UTF8.self)
  }

  @Test("A line ends with its words, or is empty when it is told to end")
  func lines() {
    let made = text {
      $0.append("een".utf8)
      $0.endWords()
      $0.endWords()
      $0.endLine()
      $0.append("twee".utf8)
    }
    #expect(made == "een\n\ntwee\n")
  }

  @Test("A row is a line with tabs; further lines of its last cell follow")
  func rows() {
    let made = text {
      $0.openRow()
      for cell in ["", "een\ntwee", "drie\nvier", ""] {
        $0.openCell()
        for line in cell.split(separator: "\n") {
          $0.append(line.utf8)
          $0.endLine()
        }
      }
      $0.closeRow()
      $0.append("na".utf8)
    }
    #expect(made == "\teen twee\tdrie\nvier\nna\n")
  }

  @Test("Rows in rows end somewhere, and all words stay")
  func deep() {
    let made = text { lines in
      for _ in 0..<1000 {
        lines.openRow()
        lines.openCell()
      }
      lines.append("diep".utf8)
      for _ in 0..<1200 { lines.closeRow() }
    }
    #expect(made == "diep\n")
  }

  @Test(
    "Words that are set apart in the same way are a name: also where the rest is so in another way",
    arguments: [
      ([("Anna", 3), (" ja", 2)], [0: "Anna"]), ([(" An", 2), ("na: ", 2), ("ja", 0)], [0: " Anna: "]),
      ([("Anna", 1), (" ", 0), ("Smit", 1), (" ja", 0)], [0: "Anna Smit"]), ([("ja", 0), ("Anna", 1)], [:]),
      ([("Kop", 3)], [0: "Kop"]), ([("Kop", 2)], [:]), ([(" ", 1)], [:]),
    ] as [([(String, UInt8)], [Int: String])])
  func emphasis(parts: [(String, UInt8)], names: [Int: String]) {
    var lines = DocumentLines()
    for (words, emphasis) in parts { lines.append(words.utf8, emphasis: emphasis) }
    lines.endLine()
    #expect(lines.document.names == names)
  }

  @Test("Words in bold count at the head of a line outside tables, when they are short")
  func bold() {
    var lines = DocumentLines()
    lines.append("x".utf8)
    lines.endLine()
    lines.append("Anna".utf8, emphasis: 1)
    lines.append(" ja, ".utf8)
    lines.append("zeker".utf8, emphasis: 1)
    lines.endLine()
    lines.append(String(repeating: "lang ", count: 40).utf8, emphasis: 1)
    lines.endLine()
    lines.openRow()
    lines.openCell()
    lines.append("Bram".utf8, emphasis: 1)
    lines.closeRow()
    lines.append("Cor".utf8, emphasis: 1)
    lines.close()
    lines.close()
    #expect(lines.document.names == [1: "Anna", 4: "Cor"])
    #expect(DocumentLines().bytes == [])
  }
}
