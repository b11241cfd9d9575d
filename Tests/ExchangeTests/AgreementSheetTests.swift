import Exchange
import Model
import Testing

@Suite struct AgreementSheetTests {
  private func judgements(_ text: String, _ request: AgreementSheet.Request = .init()) throws -> Judgements {
    let reading = AgreementSheet.read(text, file: "a.csv", request)
    #expect(reading.problems == [])
    guard case .values(let judgements)? = reading.sheet else { throw Problem("No judgements.") }
    return judgements
  }

  private func problems(_ text: String, _ request: AgreementSheet.Request = .init()) -> [String] {
    AgreementSheet.read(text, file: "a.csv", request).problems.map { "\($0.place ?? ""): \($0.what)" }
  }

  @Test("Values are grouped by unit and coder, names in order, what is empty is missing")
  func values() throws {
    let read = try judgements("unit,coder,value\nu2,Bo,10\nu1,Bo,9\nu2,Anna,9\nu3,Anna,\n u1 , Anna,10\r\n")
    #expect(read.coders == ["Anna", "Bo"])
    #expect(read.values == ["9", "10"])
    #expect(!read.isDeclared)
    #expect(read.offsets == [0, 2, 4])
    #expect(read.coder == [0, 1, 0, 1])
    #expect(read.value == [0, 1, 1, 0])
  }

  @Test("Capitals and blanks of a value count, the way an accent is written does not")
  func names() throws {
    let read = try judgements(
      "Unit;Coder;Value\nu1;Anna;caf\u{E9}\nu1;Bo;cafe\u{301}\nu2;Anna;Caf\u{E9}\nu2;Bo; caf\u{E9}\n\"e\u{301}1\";Anna;\"a\"\"b\"\n\u{E9}1;Bo;x\n"
    )
    #expect(read.values == [" caf\u{E9}", "Caf\u{E9}", "a\"b", "caf\u{E9}", "x"])
    #expect(read.offsets == [0, 2, 4, 6])
    #expect(read.value == [3, 3, 1, 0, 2, 4])
  }

  @Test("A declared scheme keeps its order and what nobody used")
  func declared() throws {
    let read = try judgements("unit,coder,value\nu1,A,no\n", .init(values: ["yes", "no", "unknown"]))
    #expect(read.values == ["yes", "no", "unknown"])
    #expect(read.isDeclared && read.value == [1])
    #expect(
      problems("unit,coder,value\nu1,A,no\nu2,A,perhaps\n", .init(values: ["no"]))
        == ["a.csv:3: The value 'perhaps' is not one of --values."])
  }

  @Test("Only the coders that are named are read")
  func coders() throws {
    let text = "unit,coder,value\nu1,A,x\nu1,B,y\nu1,C,z\n"
    let read = try judgements(text, .init(coders: ["C", "A"]))
    #expect(read.coders == ["A", "C"] && read.values == ["x", "z"])
    #expect(problems(text, .init(coders: ["D"])) == ["a.csv:1: No coder named 'D'."])
  }

  @Test("A unit that a coder judged twice is told with both rows")
  func twice() {
    #expect(
      problems("unit,coder,value\nu1,A,x\nu1,B,x\nu1,A,y\n")
        == ["a.csv:4: A judged the unit 'u1' twice: 'x' in line 2 and 'y' in line 4."])
  }

  @Test("What does not fit is named with its line")
  func badRows() {
    #expect(problems("") == ["a.csv: The sheet is empty."])
    #expect(problems("a,b\n1,2\n") == ["a.csv:1: The sheet has no column 'value', 'codes' or 'start'."])
    #expect(problems("unit,value\nu,v\n") == ["a.csv:1: The sheet has no column 'coder'."])
    #expect(
      problems("unit,coder,value\nu1,A\n,A,x\nu1,,x\nu1,A,\"x\n") == [
        "a.csv:2: This row has 2 cells where the first line has 3.", "a.csv:3: There is no unit in this row.",
        "a.csv:4: There is no coder in this row.", "a.csv:5: A quote opens in this row and is never closed.",
      ])
  }

  @Test("Sets of codes are each kept once, in whatever order they are written; empty is judged")
  func codeSets() throws {
    let reading = AgreementSheet.read(
      "unit,coder,codes,note\ns1,A,x|y,-\ns1,B,y | x,-\ns2,A,,\ns2,B,z,-\n", file: "a.csv")
    guard case .codeSets(let read)? = reading.sheet else { throw Problem("No sets.") }
    #expect(reading.notes == ["The column 'note' was left out."])
    #expect(read.codes == ["x", "y", "z"])
    #expect(read.sets == [[0, 1], [], [2]])
    #expect(read.judgements.values == ["x|y", "", "z"])
    #expect(read.judgements.value == [0, 0, 1, 2])
    #expect(
      problems("unit,coder,codes\ns1,A,x|q\n", .init(values: ["x"]))
        == ["a.csv:2: The code 'q' is not one of --values."])
  }

  @Test("Spans lie in documents whose length is known; a coder with nothing marked is a coder")
  func spans() throws {
    let lengths = DocumentLength.read("document,length\nd1,10\nd2,5\n", file: "l.csv")
    #expect(lengths.problems == [])
    let request = AgreementSheet.Request(lengths: lengths.lengths)
    let head = "document,coder,code,start,end\n"
    let reading = AgreementSheet.read(head + "d2,Bo,b,0,5\nd1,Anna,a,2,6\n,Cas,,,\n", file: "a.csv", request)
    guard case .spans(let read)? = reading.sheet else { throw Problem("No spans.") }
    #expect(read.documents == ["d1", "d2"] && read.lengths == [10, 5])
    #expect(read.coders == ["Anna", "Bo", "Cas"] && read.codes == ["a", "b"])
    #expect(read.document == [1, 0] && read.coder == [1, 0] && read.code == [1, 0])
    #expect(read.start == [0, 2] && read.end == [5, 6])
    #expect(
      problems(head + "d1,A,a,0,11\nd3,A,a,0,1\n", request) == [
        "a.csv:2: The end 11 lies after the end of 'd1', which has 10 characters.",
        "a.csv:3: The document 'd3' has no length.",
      ])
    #expect(
      problems(head + "d1,A,a,x,1\nd1,A,a,3,3\nd1,A,,1,2\n", request) == [
        "a.csv:2: The start 'x' is not a whole number.", "a.csv:3: The end 3 does not lie after the start 3.",
        "a.csv:4: There is no code in this row.",
      ])
    #expect(problems(head)[0].contains("lengths of the documents"))
  }

  @Test("A length that is no number is told")
  func lengths() {
    let read = DocumentLength.read("document,length\nd1,ten\n", file: "l.csv")
    #expect(read.problems.map(\.what) == ["The length 'ten' is not a whole number."])
  }
}
