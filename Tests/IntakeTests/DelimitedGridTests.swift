import Model
import TestSupport
import Testing

@testable import Intake

@Suite struct DelimitedGridTests {
  private func read(_ text: String) -> DelimitedGrid { DelimitedGrid(Array(text.utf8)) }

  /// The rows with their lines, and what was left out.
  private func shown(_ text: String) -> [String] {
    let read = read(text)
    let rows = read.grid.rows.map { row in
      (row.line, "\(row.line)|" + (0..<read.grid.width).map { read.grid.text(row, $0) }.joined(separator: "|"))
    }
    let leftOut = read.leftOut.map { ($0.line, "\($0.line)~\($0.reason)") }
    return (rows + leftOut).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private let broken = "A quote opens in this row and is not closed as it should be; it was left out."

  @Test(
    "Commas, semicolons and tabs all part cells; the one that parts the rows alike is chosen",
    arguments: [
      "id;een, twee, drie;x\n1;a, b;c\n", "id\teen, twee, drie\tx\n1\ta, b\tc\n",
      "sep=;\nid;een, twee, drie;x\n1;a, b;c\n",
    ])
  func separators(text: String) {
    let rows = shown(text).map { $0.drop { $0 != "|" } }
    #expect(rows == ["|id|een, twee, drie|x", "|1|a, b|c"])
  }

  @Test("A decimal comma is no separator, and a sheet may have one column")
  func decimals() {
    #expect(shown("id;x\n1;3,5\n2;4,5\n") == ["1|id|x", "2|1|3,5", "3|2|4,5"])
    #expect(shown("antwoord\nGoed, hoor\nJa\n") == ["1|antwoord", "2|Goed, hoor", "3|Ja"])
  }

  @Test("A line end in quotes belongs to the cell, and later rows keep their line")
  func lines() {
    #expect(shown("a,b\n1,\"x\ny\"\n2,z\n") == ["1|a|b", "2|1|x\ny", "4|2|z"])
  }

  @Test("A doubled quote is one, and a lone quote among words on one line is itself")
  func quotes() {
    #expect(
      shown("a,b\n\"zei \"\"ja\"\"\",2\n\"zei \"ja\" toch\",3\n5\" breed,4\n").dropFirst() == [
        "2|zei \"ja\"|2", "3|zei \"ja\" toch|3", "4|5\" breed|4",
      ])
  }

  @Test("A quote that is never closed costs its own row and no other")
  func open() {
    #expect(shown("a,b\n1,\"x\n2,y\n3,\"z\"\n") == ["1|a|b", "2~\(broken)", "3|2|y", "4|3|z"])
    #expect(shown("a,b\n1,x\n2,\"y") == ["1|a|b", "2|1|x", "3~\(broken)"])
  }

  @Test("A cell of several lines with lone quotes in it is kept where no row was swallowed")
  func severalLines() {
    #expect(shown("a,b\n\"zei \"ja\" toch\nen nee\",2\n3,4\n") == ["1|a|b", "2|zei \"ja\" toch\nen nee|2", "4|3|4"])
  }

  @Test("A row with another number of cells is named; empty cells at its end do not count")
  func counts() {
    #expect(
      shown("a,b\n1\n1,2,3\n1,2,,\n") == [
        "1|a|b", "2~This row has 1 cell where the first line has 2; it was left out.",
        "3~This row has 3 cells where the first line has 2; it was left out.",
        "4|1|2",
      ])
  }

  @Test("Blank rows are none, and no text has no rows")
  func blanks() {
    #expect(shown("\n a,b\n,\n  \n1,2") == ["2|a|b", "5|1|2"])
    #expect(shown("") == [])
  }

  @Test("Quotes that were not meant for the sheet are words, where their line is a row by itself")
  func meant() {
    #expect(
      shown("a;b\n\"Goed\" vond ik het;5\ny;6\n")
        == ["1|a|b", "2|\"Goed\" vond ik het|5", "3|y|6"])
  }

  @Test("Broken quotes all over cost no more than the text is long, and the place where reading ends is told")
  func hostile() {
    let rows = String(repeating: "\"a\"b,\n", count: 20_000)
    #expect(read(rows + "\"").grid.rows.count == 20_000)
    let halves = read("a,b\n" + String(repeating: "\"x\n", count: 300_000))
    #expect(halves.leftOut.last?.reason == "From here on the quotes are broken, and nothing was read.")
  }

  @Test("Whole sheets read as the strict reader reads them")
  func strict() {
    var generator = SeededGenerator(seed: 11)
    let pieces = ["a", "é", "\"", ",", ";", "\n", "b c", "1"]
    for _ in 0..<200 {
      let width = Int.random(in: 2...5, using: &generator)
      let rows = (0..<8).map { row in
        (0..<width).map { column -> String in
          if row == 0 || column == 0 { return "h\(row)\(column)" }
          return (0..<Int.random(in: 0...3, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? ""
          }
          .joined()
        }
      }
      let text = rows.map {
        $0.map { "\"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"" }
          .joined(separator: ";")
      }.joined(separator: "\n")
      let read = read(text)
      let strict = DelimitedText(text).records
      #expect(read.grid.rows.map(\.line) == strict.map(\.line))
      #expect(
        read.grid.rows.map { row in (0..<width).map { read.grid.text(row, $0) } }
          == strict.map { $0.fields.map(\.trimmed) })
      #expect(read.leftOut.isEmpty)
    }
  }
}
