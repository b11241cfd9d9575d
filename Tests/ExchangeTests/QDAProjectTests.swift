import Model
import Packages
import TestSupport
import Testing

@testable import Exchange

@Suite struct QDAProjectTests {
  @Test("A project comes back as it went, in both ways of counting positions", arguments: [false, true])
  func roundTrip(utf16: Bool) throws {
    let study = SampleWholeStudy.study()
    let written = try QDAProject.write(study, utf16: utf16)
    let read = try QDAProject.read(written.bytes, file: "x.qdpx")
    // The text of the PDF comes with the PDF, after the other texts.
    #expect(read.study.sorted == study.sorted)
    #expect(read.hasKeys)
    #expect(read.report.losses == [])
    #expect(read.report.problems == [])
    #expect(try QDAProject.write(study, utf16: utf16).bytes == written.bytes)
  }

  @Test("What has no place in a project is counted and named")
  func losses() throws {
    var study = WholeStudy(name: "x")
    var transcript = Transcript(name: "s01", format: "txt", text: "Anna: Ja.\n")
    transcript.speakers = [Speaker(name: "Anna", role: "leider", attributes: [Attribute("leeftijd", ["50"])])]
    transcript.turns = [Turn(span: TextSpan(0, 10), wordsStart: 6, speaker: 0, time: 2)]
    study.transcripts = [
      StudyTranscript(transcript, segments: [Segment(span: TextSpan(0, 10), wordsStart: 6, turn: 0)])
    ]
    #expect(
      try QDAProject.write(study).report.losses.map(\.sentence) == [
        "1 speaker, whose name stays in the text: 'Anna'", "1 role of a speaker: 'leider'", "1 attribute of a speaker",
        "1 time of a turn", "1 cutting of a text into segments: 's01'",
      ])
  }

  @Test("A text source has positions in characters, words of the quote in one line, and no line ends but LF")
  func written() throws {
    let written = try QDAProject.write(SampleWholeStudy.study())
    let archive = try #require(PackedArchive(written.bytes, limits: .init()))
    let xml = String(decoding: try archive.unpack(0).get(), as: UTF8.self)
    #expect(xml.contains(#"name="Wij wachten drie uur 😀" startPosition="6" endPosition="28""#))
    #expect(xml.contains(#"name="😀" startPosition="27" endPosition="28""#))
    #expect(xml.contains(#"typeOfVariable="Float""#))
    #expect(xml.contains("<TextValue>a|b</TextValue>"))
    let text = try (0..<UInt64(archive.count)).first { archive.name(of: $0)?.hasSuffix(".txt") == true }
      .map { try archive.unpack($0).get() }
    #expect(text == Array(SampleWholeStudy.text.utf8))
  }

  @Test("Words that two coders coded have a selection of each of them")
  func selectionsOfCoders() throws {
    let written = try QDAProject.write(SampleWholeStudy.study())
    let archive = try #require(PackedArchive(written.bytes, limits: .init()))
    let lines = String(decoding: try archive.unpack(0).get(), as: UTF8.self).split(separator: "\n")
    let (anna, bram) = (GUID(of: "anna").text, GUID(of: "bram").text)
    let found = lines.filter { $0.contains(#"startPosition="6" endPosition="28""#) }
    #expect(found.map { $0.contains(#"creatingUser="\#(anna)""#) } == [true, false])
    #expect(found.map { $0.contains(#"creatingUser="\#(bram)""#) } == [false, true])
  }

  @Test("A selection whose name is found in another way of counting than most stands on those words")
  func mixedPositions() throws {
    let selections = [(0, 2, "😀"), (3, 6, "Wij"), (7, 14, "wachten"), (2, 5, "Wij"), (2, 4, "niet")].map {
      start, end, name in
      #"<PlainTextSelection startPosition="\#(start)" endPosition="\#(end)" name="\#(name)"><Coding>"#
        + #"<CodeRef targetGUID="\#(GUID(of: "c").text)"/></Coding></PlainTextSelection>"#
    }
    let xml = """
      <Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="QualCoder 4.0">
        <CodeBook><Codes><Code guid="\(GUID(of: "c").text)" name="tijd" isCodable="true"/></Codes></CodeBook>
        <Sources><TextSource name="s01"><PlainTextContent>😀 Wij wachten.</PlainTextContent>\(selections.joined())
        </TextSource></Sources>
      </Project>
      """
    let read = try QDAProject.read(StoredZip.archive([("project.qde", Array(xml.utf8))]), file: "p.qdpx")
    #expect(
      read.study.codings.map(\.span) == [TextSpan(0, 4), TextSpan(5, 8), TextSpan(9, 16), TextSpan(4, 6)])
    #expect(
      read.report.problems.map(\.what) == [
        "In 's01' the selection 2 to 4 covers other words than its name says: 'niet'."
      ])
  }

  @Test("Reading is liberal with namespaces, capitals, folders and what is missing")
  func liberal() throws {
    let xml = """
      \u{FEFF}<q:project xmlns:q="urn:QDA-XML:project:0:4" Origin="Somebody">
        <q:CodeBook><q:Codes><q:Code guid="c001" isCodable="TRUE" color="rgb(1, 2, 255)"/>
          <q:Code name="Twee" guid="{6F9619FF-8B86-D011-B42D-00CF4FC964FF}" isCodable="false" color="nice"/></q:Codes></q:CodeBook>
        <q:Sources><q:TextSource plainTextPath="internal://TEXT%20one.TXT">
          <q:Description>Over de bron</q:Description>
          <q:PlainTextSelection startPosition="0" endPosition="5"><q:Description>Alleen een memo</q:Description></q:PlainTextSelection>
          <q:PlainTextSelection startPosition="6" endPosition="12"><q:Coding><q:CodeRef targetGUID="c001"/></q:Coding>
            <q:Coding><q:CodeRef targetGUID="6f9619ff-8b86-d011-b42d-00cf4fc964ff"/></q:Coding>
            <q:Coding><q:CodeRef targetGUID="nowhere"/></q:Coding></q:PlainTextSelection>
          <q:PlainTextSelection startPosition="9" endPosition="3"><q:Coding><q:CodeRef targetGUID="c001"/></q:Coding></q:PlainTextSelection>
          <q:PlainTextSelection startPosition="6" endPosition="600"><q:Coding><q:CodeRef targetGUID="c001"/></q:Coding></q:PlainTextSelection>
        </q:TextSource></q:Sources>
        <q:Sets/>
      </q:project>
      """
    let package = StoredZip.archive([
      ("Export.QDE", Array(xml.utf8)), ("Sources/Text one.txt", Array("\u{FEFF}Eerst\nTweede.\n".utf8)),
      ("Sources/.root", []),
    ])
    let read = try QDAProject.read(package, file: "export.qdpx", options: .init(coder: "mila"))
    #expect(read.study.codes.map(\.code.name) == ["code 1", "Twee"])
    #expect(read.study.codes.map(\.code.color) == ["#0102FF", nil])
    #expect(read.study.codes.map(\.isFolder) == [false, false])
    #expect(read.study.transcripts.map(\.transcript.text) == ["Eerst\nTweede.\n"])
    #expect(read.study.codings.map(\.span) == [TextSpan(6, 12), TextSpan(6, 12)])
    #expect(read.study.coders.map(\.name) == ["mila"])
    #expect(
      read.study.memos.map(\.subject) == [
        .transcript("TEXT%20one"), .passage(transcript: "TEXT%20one", span: TextSpan(0, 5), code: nil),
      ])
    #expect(
      read.report.losses.map(\.sentence) == [
        "1 colour: 'nice'", "1 coding with something that is no code of the project",
      ])
    #expect(
      read.report.problems.map(\.what) == [
        "In 'TEXT%20one' the selection 9 to 3 has no words in it; its coding was left out.",
        "In 'TEXT%20one' the selection 6 to 600 lies outside the text, which has 14 characters; its coding was left out.",
      ])
  }

  @Test("Attributes are read from cases, from sources, and from sets that are named after them")
  func variables() throws {
    let xml = """
      <Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="ATLAS.ti Windows">
        <Variables><Variable guid="\(GUID(of: "v").text)" name="sector" typeOfVariable="Text"/></Variables>
        <Cases><Case guid="\(GUID(of: "k").text)" name="noord"><VariableValue><VariableRef targetGUID="\(GUID(of: "v").text)"/>
          <TextValue>vo</TextValue></VariableValue><SourceRef targetGUID="\(GUID(of: "s").text)"/></Case></Cases>
        <Sources><TextSource guid="\(GUID(of: "s").text)" name="s01"><PlainTextContent>Ja.</PlainTextContent>
          <VariableValue><VariableRef targetGUID="\(GUID(of: "v").text)"/><IntegerValue>3</IntegerValue></VariableValue>
          <VariableValue><VariableRef targetGUID="\(GUID(of: "v").text)"/></VariableValue></TextSource></Sources>
        <Sets><Set guid="\(GUID(of: "t").text)" name="gender: male"><MemberSource targetGUID="\(GUID(of: "s").text)"/></Set>
          <Set guid="\(GUID(of: "u").text)" name="all"><MemberSource targetGUID="\(GUID(of: "s").text)"/></Set></Sets>
      </Project>
      """
    let read = try QDAProject.read(StoredZip.archive([("project.qde", Array(xml.utf8))]), file: "p.qdpx")
    #expect(
      read.study.cases == [StudyCase("noord", attributes: [Attribute("sector", ["vo"])], guid: GUID(of: "k"))])
    #expect(read.study.transcripts.map(\.transcript.caseName) == ["noord"])
    #expect(
      read.study.transcripts.map(\.transcript.attributes) == [
        [Attribute("sector", ["3"]), Attribute("gender", ["male"])]
      ])
    #expect(read.report.losses.map(\.sentence) == ["1 set of sources: 'all'"])
    #expect(read.report.notes == ["The set 'gender: male' was read as an attribute of its sources."])
  }
}
