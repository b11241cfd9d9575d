import Exchange
import Model
import Testing

@Suite struct CodingSheetWriterTests {
  @Test("Codings are written row by row, names quoted where they must be")
  func writes() {
    var writer = CodingSheetWriter()
    writer.append(transcript: "s01", start: 0, end: 12, code: "B3", coder: "Anna")
    let first = writer.take()
    writer.append(transcript: "s01, part 2", start: 5, end: 9, code: "B3", coder: "-Bo")
    #expect(String(decoding: first, as: UTF8.self) == "transcript,start,end,code,coder\ns01,0,12,B3,Anna\n")
    #expect(String(decoding: writer.take(), as: UTF8.self) == "\"s01, part 2\",5,9,B3,'-Bo\n")
    #expect(writer.count == 0)
  }

  @Test("What is written reads back the same")
  func roundTrip() throws {
    let names = ["s01", "-x", "'=y", "a \"b\"", "c,d", "e\nf", "@g", "'h"]
    var writer = CodingSheetWriter()
    for (number, name) in names.enumerated() {
      writer.append(transcript: name, start: number, end: number + 7, code: name, coder: name)
    }
    let read = CodingSheet.read(String(decoding: writer.take(), as: UTF8.self), file: "c.csv")
    let sheet = try #require(read.sheet)
    #expect(read.problems.isEmpty)
    #expect(sheet.transcripts == names)
    #expect(sheet.codes == names)
    #expect(sheet.coders == names)
    #expect(sheet.start == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(sheet.end == [7, 8, 9, 10, 11, 12, 13, 14])
  }
}
