import Testing

@testable import Intake

struct TableRowsTests {
  private func rows(_ rows: [[String]]) -> TableRows {
    var table = DocumentTable()
    for row in rows {
      for cell in row { table.add(Array(cell.utf8)) }
      table.endRow()
    }
    return TableRows(table)
  }

  private func lines(_ rows: [[String]]) -> String { String(decoding: self.rows(rows).lines, as: UTF8.self) }

  @Test("A table of something else stays as it is")
  func other() {
    #expect(lines([["a", "b\n"], ["c\nd", "e\nf"], ["", "x", ""], []]) == "a\tb\nc d\te\nf\n\tx\n")
    #expect(lines([["Tekst", "Tijd"]]) == "Tekst\tTijd\n")
    #expect(lines([["Stelling", "Eens"], ["een", "ja"], ["twee", "ja"]]) == "Stelling\tEens\neen\tja\ntwee\tja\n")
  }

  @Test("Headings tell the order; they, numbers and ends are left out, remarks stand apart")
  func headings() {
    let rows = rows([
      ["Nr.", "Gesproken tekst", "Spreker:", "Starttijd", "Eind", "Opmerking"],
      ["1", "Hallo\ndaar", "Anna:", "00:01", "00:02", ""], ["2", "Dag", "Bram (ouder)", "", "00:05", "lacht"],
      ["3", "nog", "", "", "", ""], ["los"], ["Nr.", "Gesproken tekst", "Spreker:", "Starttijd", "Eind", "Opmerking"],
      ["", "", "", "", "", ""],
    ])
    #expect(String(decoding: rows.lines, as: UTF8.self) == "00:01\tAnna:\tHallo\ndaar\nBram (ouder)\tDag\nnog\nlos\n")
    #expect(String(decoding: rows.remarks, as: UTF8.self) == "lacht\n")
    #expect(rows.speakers.map(\.name) == ["Anna", "Bram"])
    #expect(rows.speakers.map(\.role) == [nil, "ouder"])
    #expect([rows.headings, rows.remarkCount] == [2, 1])
  }

  @Test("Without times the names of a column must return to be speakers")
  func returning() {
    #expect(rows([["Naam", "Tekst"], ["Anna", "a"], ["Bram", "b"]]).speakers == [])
    #expect(rows([["Naam", "Tekst"], ["Anna", "a"], ["Anna", "b"]]).speakers.map(\.name) == ["Anna"])
  }

  @Test("Without headings the columns are known by times, names that return, and words")
  func contents() {
    let table = [
      ["Hallo", "Anna", "00:01"], ["Dag", "Bram", "00:02"], ["Ja", "Anna", ""], ["Nee", "Bram", "00:04"],
    ]
    #expect(lines(table) == "00:01\tAnna\tHallo\n00:02\tBram\tDag\nAnna\tJa\n00:04\tBram\tNee\n")
    let numbered = table.enumerated().map { ["\($0 + 1)", $1[1], $1[0]] }
    #expect(lines(numbered) == "Anna\tHallo\nBram\tDag\nAnna\tJa\nBram\tNee\n")
  }
}
