import Model
import TestSupport
import Testing

@Suite struct DelimitedTextTests {
  private typealias Record = DelimitedText.Record

  @Test(
    "Commas, semicolons and tabs all separate fields",
    arguments: ["case,region\nDe Linde,noord\n", "case;region\r\nDe Linde;noord\r\n", "case\tregion\nDe Linde\tnoord"])
  func separators(_ text: String) {
    let read = DelimitedText(text)
    #expect(
      read.records == [Record(line: 1, fields: ["case", "region"]), Record(line: 2, fields: ["De Linde", "noord"])])
    #expect(read.openQuote == nil)
  }

  @Test("The separator is the one that stands most often in the first line, outside quotes")
  func mostOften() {
    #expect(DelimitedText("a;b;\"c,d,e,f\"\n").records == [Record(line: 1, fields: ["a", "b", "c,d,e,f"])])
    #expect(DelimitedText("a,b\n1;2;3,4\n").records.last == Record(line: 2, fields: ["1;2;3", "4"]))
  }

  @Test("Blank lines before the head do not decide on the separator")
  func blankFirst() {
    #expect(DelimitedText("\n \r\na;b\n").records == [Record(line: 3, fields: ["a", "b"])])
  }

  @Test("A line end in quotes belongs to the field, and later records keep their true line")
  func quotedLineEnds() {
    let read = DelimitedText("case,remark\nA,\"first\nsecond\r\nthird\"\nB,none\n")
    #expect(
      read.records == [
        Record(line: 1, fields: ["case", "remark"]),
        Record(line: 2, fields: ["A", "first\nsecond\r\nthird"]),
        Record(line: 5, fields: ["B", "none"]),
      ])
  }

  @Test("A doubled quote is a quote, and a quote inside a bare field is itself")
  func quotes() {
    #expect(
      DelimitedText("\"she said \"\"no\"\"\",\"\",5\" wide\n").records[0].fields == ["she said \"no\"", "", "5\" wide"])
  }

  @Test("A quote that is never closed is reported with its line")
  func openQuote() {
    let read = DelimitedText("a,b\n1,2\n3,\"four\n5,6\n")
    #expect(read.openQuote == 3)
    #expect(read.records.last == Record(line: 3, fields: ["3", "four\n5,6\n"]))
  }

  @Test("Empty cells stay, blank lines go")
  func blanks() {
    let read = DelimitedText("a,b,c\n\n,,\n  \n1,,\n")
    #expect(
      read.records == [
        Record(line: 1, fields: ["a", "b", "c"]), Record(line: 3, fields: ["", "", ""]),
        Record(line: 5, fields: ["1", "", ""]),
      ])
    #expect(DelimitedText("").records.isEmpty)
  }

  @Test("What is written with quotes reads back the same")
  func roundTrip() {
    var generator = SeededGenerator(seed: 5)
    let pieces = ["a", "é", "\"", ",", ";", "\n", " ", "\t"]
    for separator in [",", ";", "\t"] {
      let heads = (1...6).map { "h\($0)" }
      var rows = [heads]
      for _ in 0..<40 {
        rows.append(
          heads.map { _ in
            (0..<Int.random(in: 0...4, using: &generator)).map { _ in
              pieces.randomElement(using: &generator) ?? "a"
            }.joined()
          })
      }
      let text = rows.map { row in row.map(quoted).joined(separator: separator) }.joined(separator: "\r\n")
      #expect(DelimitedText(text).records.map(\.fields) == rows)
    }
  }

  private func quoted(_ field: String) -> String {
    "\"" + field.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
