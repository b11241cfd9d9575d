import Model
import TestSupport
import Testing

@testable import Exchange

@Suite struct PlainStudyTests {
  /// The sample with speakers, turns and segments.
  private func study() -> WholeStudy {
    var study = SampleWholeStudy.study()
    let text = study.transcripts[0].transcript.text
    let lines = text.utf8.enumerated().filter { $1 == 0x0A }.map { $0.offset + 1 }
    var transcript = study.transcripts[0].transcript
    transcript.speakers = [
      Speaker(name: "Anna", role: "leider", attributes: [Attribute("leeftijd", ["50", "51"])]),
      Speaker(name: "Bram, jr."),
    ]
    transcript.pages = [0, lines[0]]
    var start = 0
    for (number, end) in lines.enumerated() {
      transcript.turns.append(
        Turn(span: TextSpan(start, end), wordsStart: start + 6, speaker: number % 2, time: number == 1 ? 12.25 : nil))
      study.transcripts[0].segments.append(
        Segment(span: TextSpan(start, end), wordsStart: start + 6, turn: number))
      start = end
    }
    study.transcripts[0].transcript = transcript
    study.unplaced = [
      StudyUnplacedCoding(transcript: 1, code: 1, coder: 0, words: "Weg,\nhelaas", near: 6, guid: GUID(of: "u"))
    ]
    study.transcripts[1].transcript.turns = [Turn(span: TextSpan(0, 6))]
    study.transcripts[1].segments = [Segment(span: TextSpan(0, 6), wordsStart: 0, turn: 0)]
    return study
  }

  private func reading(_ files: [(name: String, bytes: [UInt8])]) -> (study: WholeStudy?, problems: [Problem]) {
    let files = Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { $1 })
    return PlainStudy.read(name: "wachten") { files[$0] }
  }

  @Test("A study comes back from its files as it was")
  func roundTrip() {
    let study = study()
    let read = reading(PlainStudy.files(of: study))
    #expect(read.problems == [])
    #expect(read.study?.sorted == study.sorted)
  }

  @Test("The files are sheets in one order, with the beginning of each quote")
  func sheets() throws {
    let files = PlainStudy.files(of: study())
    let codings = try #require(files.first { $0.name == "codings.csv" }).bytes
    #expect(
      String(decoding: codings, as: UTF8.self) == """
        transcript,start,end,code,coder,quote,guid
        s01,6,28,A,anna,Wij wachten drie uur 😀,\(GUID(of: "c1").text)
        s01,6,28,A1,bram,Wij wachten drie uur 😀,\(GUID(of: "c2").text)
        s01,27,28,B1,anna,😀,\(GUID(of: "c3").text)
        s02/x,0,6,A,anna,"Kort. ",\(GUID(of: "c4").text)

        """)
    var shuffled = study()
    shuffled.codings.reverse()
    shuffled.memos.reverse()
    shuffled.cases.reverse()
    #expect(PlainStudy.files(of: shuffled).map(\.bytes) == files.map(\.bytes))
    #expect(files.map(\.name).filter { $0.hasPrefix("transcripts/s02") }.first == "transcripts/s02-x.txt")
  }

  @Test("What was changed by hand and no longer fits is told with its file and line")
  func changed() {
    func problems(_ name: String, _ from: String, _ to: String) -> [String] {
      let files = PlainStudy.files(of: study()).map { file in
        file.name == name
          ? (file.name, Array(String(decoding: file.bytes, as: UTF8.self).replacing(from, with: to).utf8)) : file
      }
      return reading(files).problems.map { "\($0.place ?? ""): \($0.what)" }
    }
    #expect(
      problems("codings.csv", "A1,bram", "Q,bram") == ["codings.csv:3: The code 'Q' is not in codebook.yaml."])
    #expect(
      problems("codings.csv", "27,28", "27,99") == ["codings.csv:4: The passage lies outside its transcript."])
    #expect(
      problems("codings.csv", "27,28", "26,27")
        == ["codings.csv:4: The words there are no longer '😀': the text was changed."])
    #expect(
      problems("transcripts.csv", "s02-x", "../s02-x")
        == [
          "transcripts.csv:3: '../s02-x' is no name of a file in the folder 'transcripts'.",
          "codings.csv:5: The transcript 's02/x' is not in transcripts.csv.",
          "unplaced.csv:2: The transcript 's02/x' is not in transcripts.csv.",
        ])
    #expect(
      problems("transcripts/s01.txt", "\n", "\r\n").first
        == "transcripts/s01.txt: The text is not as it was written: its line ends or the way its letters are composed have changed."
    )
    #expect(
      problems(PlainStudy.marker, "form: 1", "form: 9")
        == ["draad-study.yaml:1: The study was written in a form that this version does not know."])
    #expect(reading([(PlainStudy.marker, Array("form: 1\n".utf8))]).problems.first?.what == "The file is missing.")
  }

  @Test("What would be no part of any study is refused with its file and line")
  func refused() {
    func problems(_ name: String, _ from: String, _ to: String) -> [String] {
      let files = PlainStudy.files(of: study()).map { file in
        file.name == name
          ? (file.name, Array(String(decoding: file.bytes, as: UTF8.self).replacing(from, with: to).utf8)) : file
      }
      return reading(files).problems.map { "\($0.place ?? ""): \($0.what)" }
    }
    for number in ["-9223372036854775808", "9223372036854775807", "0", "9999999999999999999", "x"] {
      #expect(
        problems("transcripts/s02-x.segments.csv", "0,6,0,1", "0,6,0,\(number)")
          == ["transcripts/s02-x.segments.csv:2: The segment does not lie in turn '\(number)'."])
    }
    for seconds in ["inf", "nan", "1e308", "0x1p3", "-1", "12,5"] {
      #expect(
        problems("transcripts/s01.turns.csv", "12.25", "\"\(seconds)\"")
          == ["transcripts/s01.turns.csv:3: '\(seconds)' is no number of seconds."])
    }
    #expect(
      problems("speakers.csv", "\"Bram, jr.\"", "Anna").first
        == "speakers.csv:3: The speaker 'Anna' of 's01' stands twice.")
    #expect(problems("cases.csv", "zuid", "noord").first == "cases.csv:3: The case 'noord' stands twice.")
    #expect(problems("coders.csv", "bram", "anna").first == "coders.csv:3: The coder 'anna' stands twice.")
    #expect(problems("coders.csv", "bram", "").first == "coders.csv:3: The row names no coder.")
    #expect(problems("codings.csv", "A1,bram", "A,anna") == ["codings.csv:3: The coding stands twice."])
    for pages in ["0 x", "38 0", "0 9999", "-1"] {
      #expect(
        problems("transcripts.csv", "txt,turn,0 30", "txt,turn,\(pages)")
          == ["transcripts.csv:2: The pages are no places in the text, one after the other."])
    }
    let mark = GUID(of: "c1").text
    #expect(
      problems("codings.csv", GUID(of: "c2").text, mark)
        == ["codings.csv:3: The mark (GUID) '\(mark)' stands twice."])
  }

  @Test("A folder whose line ends were changed is known, and told what changed them")
  func lineEnds() {
    let files = PlainStudy.files(of: study()).map { file in
      (file.name, Array(String(decoding: file.bytes, as: UTF8.self).replacing("\n", with: "\r\n").utf8))
    }
    let told = reading(files).problems
    #expect(
      told.first?.what
        == "The text is not as it was written: its line ends or the way its letters are composed have changed.")
    #expect(told.first?.hint == "Keep files of git as they are: '* -text' in .gitattributes.")
  }

  @Test("Names become names of files that every system takes, each another")
  func names() {
    var names = FreeNames()
    #expect(
      ["S01", "s01", "../x", "a/b\\c:d", "", "...", " é 😀 ", String(repeating: "x", count: 300)].map {
        PlainStudyWriting.fileName($0, &names)
      } == ["S01", "s01-2", "-x", "a-b-c-d", "unnamed", "unnamed-2", "é -", String(repeating: "x", count: 101)])
  }

  @Test("The files of a folder that was written before are told, and none outside of it")
  func own() {
    let files = Dictionary(PlainStudy.files(of: study()).map { ($0.name, $0.bytes) }, uniquingKeysWith: { $1 })
    #expect(
      PlainStudy.ownFiles { files[$0] }.sorted() == [
        "attachments/foto.jpg", "attachments/plan.pdf", "transcripts/s01.segments.csv", "transcripts/s01.turns.csv",
        "transcripts/s01.txt", "transcripts/s02-x.segments.csv", "transcripts/s02-x.turns.csv", "transcripts/s02-x.txt",
      ])
    #expect(PlainStudy.ownFiles { _ in Array("file\n../x\n/etc/passwd\n.hidden\n".utf8) } == [])
  }
}
