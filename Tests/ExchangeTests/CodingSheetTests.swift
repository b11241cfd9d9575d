import Exchange
import Model
import TestSupport
import Testing

@Suite struct CodingSheetTests {
  @Test("A sheet of code points becomes columns, each name once")
  func codePoints() throws {
    let read = CodingSheet.read(
      "Transcript,START,end,code,Coder\ns01,0,12,B3,Anna\ns02,4,9,\"B3\",Bo\n s01 ,12,30,A,Anna\n", file: "c.csv")
    let sheet = try #require(read.sheet)
    #expect(read.problems.isEmpty)
    #expect(sheet.form == .codePoints)
    #expect(sheet.transcripts == ["s01", "s02"])
    #expect(sheet.codes == ["B3", "A"])
    #expect(sheet.coders == ["Anna", "Bo"])
    #expect(sheet.transcript == [0, 1, 0])
    #expect(sheet.start == [0, 4, 12])
    #expect(sheet.end == [12, 9, 30])
    #expect(sheet.code == [0, 0, 1])
    #expect(sheet.coder == [0, 1, 0])
    #expect(sheet.line == [2, 3, 4])
    #expect(sheet.badRows == 0)
    #expect(sheet.notes.isEmpty)
  }

  @Test("A sheet of segments takes a number or a range, and can do without coders")
  func segments() throws {
    let read = CodingSheet.read(
      "\u{FEFF}sep=;\r\ntranscript;segment;code;remark\r\ns01;12;B3;x\r\ns01;12-14;A;y\r\n;;;\r\ns01;3–4;A;z",
      file: "c.csv")
    let sheet = try #require(read.sheet)
    #expect(read.problems.isEmpty)
    #expect(sheet.form == .segments)
    #expect(sheet.start == [12, 12, 3])
    #expect(sheet.end == [12, 14, 4])
    #expect(sheet.line == [3, 4, 6])
    #expect(sheet.coder == nil)
    #expect(sheet.coders.isEmpty)
    #expect(sheet.notes == ["The column 'remark' was left out."])
  }

  @Test("Rows that do not fit are named with their lines and left out")
  func badRows() throws {
    let read = CodingSheet.read(
      """
      transcript,start,end,code,coder
      s01,x,9,A,Anna
      s01,0,,A,Anna
      s01,9,9,A,Anna
      s01,0,9,,Anna
      s01,0,9,A,
      ,0,9,A,Anna
      s01,0,9,A
      s01,-1,9,A,Anna
      s01,0,9999999999,A,Anna
      s01,0,9,A,Anna,,
      """, file: "c.csv")
    let sheet = try #require(read.sheet)
    #expect(sheet.line == [11])
    #expect(sheet.badRows == 9)
    #expect(
      read.problems == [
        problem("The start 'x' is not a whole number.", 2), problem("There is no end in this row.", 3),
        problem("The end 9 does not lie after the start 9.", 4), problem("There is no code in this row.", 5),
        problem("There is no coder in this row.", 6), problem("There is no transcript in this row.", 7),
        problem("This row has 4 cells where the first line has 5.", 8),
        problem("The start '-1' is not a whole number.", 9),
        problem("The end '9999999999' is not a whole number.", 10),
      ])
  }

  @Test("A segment that is no number is named, a date that a spreadsheet made of it too")
  func badSegments() {
    let read = CodingSheet.read(
      "transcript,segment,code\ns01,12-dec,A\ns01,0,A\ns01,5-3,A\ns01,,A\n", file: "c.csv")
    #expect(
      read.problems == [
        problem("The segment '12-dec' is not a number such as 12 or a range such as 12-14.", 2),
        problem("The segment '0' is not a number such as 12 or a range such as 12-14.", 3),
        problem("The last segment 3 lies before the first segment 5.", 4),
        problem("There is no segment in this row.", 5),
      ])
  }

  @Test(
    "A missing column is named",
    arguments: [
      ("start,end,code", "transcript"), ("transcript,start,end", "code"), ("transcript,end,code", "start"),
      ("transcript,start,code", "end"), ("transcript,code", "segment"),
    ])
  func missingColumn(_ head: String, _ column: String) {
    let read = CodingSheet.read("\n\(head)\n1,2,3\n", file: "c.csv")
    #expect(read.sheet == nil)
    #expect(
      read.problems == [
        Problem(
          "The sheet has no column '\(column)'.", file: "c.csv", line: 2,
          hint: "The first line reads '\(head)'; 'codings load' needs transcript,start,end,code,coder"
            + " or transcript,segment,code,coder.")
      ])
  }

  @Test("A quote that stays open and a file with nothing in it are refused whole")
  func unreadable() {
    #expect(
      CodingSheet.read("transcript,segment,code\ns01,1,A\ns01,2,\"A\n", file: "c.csv").problems == [
        problem("A quote opens in this row and is never closed.", 3)
      ])
    #expect(CodingSheet.read("\n\n", file: "c.csv").problems == [Problem("The sheet is empty.", file: "c.csv")])
  }

  @Test("After the first thousand, rows that do not fit are only counted")
  func manyProblems() {
    let read = CodingSheet.read(
      "transcript,segment,code\n" + String(repeating: "s01,x,A\n", count: 1_250), file: "c.csv")
    #expect(read.sheet?.badRows == 1_250)
    #expect(read.problems.count == 1_001)
    #expect(read.problems.last == Problem("250 more rows do not fit.", file: "c.csv"))
  }

  @Test("Quoted names, line ends in quotes and canonical forms come out as the plain reader has them")
  func slowVersion() throws {
    var generator = SeededGenerator(seed: 21)
    let names = ["s01", "een, twee", "a;b", "say \"x\"", "two\nlines", "e\u{301}", "é", "=sum", "x\r\ny", "\tz"]
    for separator in [",", ";", "\t"] {
      var text = ["transcript", "segment", "code", "coder", "note"].joined(separator: separator) + "\n"
      for _ in 0..<300 {
        let cells = (0..<4).map { _ in
          cell(names.randomElement(using: &generator) ?? "", always: Bool.random(using: &generator))
        }
        text +=
          [cells[0], "\(Int.random(in: 1...99, using: &generator))", cells[1], cells[2], cells[3]]
          .joined(separator: separator) + (Bool.random(using: &generator) ? "\n" : "\r\n")
      }
      let plain = DelimitedText(text).records.dropFirst()
      let read = CodingSheet.read(text, file: "c.csv")
      let sheet = try #require(read.sheet)
      #expect(read.problems.isEmpty)
      #expect(sheet.transcript.map { sheet.transcripts[Int($0)] } == plain.map { $0.fields[0].trimmed })
      #expect(sheet.start.map { String($0) } == plain.map { $0.fields[1] })
      #expect(sheet.code.map { sheet.codes[Int($0)] } == plain.map { $0.fields[2].trimmed })
      #expect((sheet.coder ?? []).map { sheet.coders[Int($0)] } == plain.map { $0.fields[3].trimmed })
      #expect(sheet.line.map(Int.init) == plain.map(\.line))
      #expect(Set(sheet.transcripts).count == sheet.transcripts.count)
    }
  }

  private func cell(_ text: String, always: Bool) -> String {
    guard always || text.utf8.contains(where: { ",;\"\n\t\r".utf8.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private func problem(_ what: String, _ line: Int) -> Problem { Problem(what, file: "c.csv", line: line) }
}
