import Model
import TestSupport
import Testing

@testable import Exchange

@Suite struct QDANotesTests {
  private func memos(_ notes: String, origin: String) throws -> [Memo] {
    let xml = """
      <Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="\(origin)">
        <Users><User guid="\(GUID(of: "u").text)" name="mila"/></Users>
        <Sources><TextSource guid="\(GUID(of: "s").text)" name="s01"><PlainTextContent>😀 Wij wachten.</PlainTextContent>
          <NoteRef targetGUID="\(GUID(of: "n").text)"/></TextSource></Sources>
        <Notes>\(notes)</Notes>
      </Project>
      """
    return try QDAProject.read(StoredZip.archive([("project.qde", Array(xml.utf8))]), file: "p.qdpx").study.memos
  }

  private let note = """
    <Note guid="\(GUID(of: "n").text)" creatingUser="\(GUID(of: "u").text)"><PlainTextContent>Waarom?</PlainTextContent>
      <PlainTextSelection startPosition="2" endPosition="5"/></Note>
    """

  @Test("A note of QualCoder is about the passage that it names, one of others about the text it is hung on")
  func passages() throws {
    let memo = try #require(try memos(note, origin: "QualCoder 4.0 Beta").first)
    #expect(memo.subject == .passage(transcript: "s01", span: TextSpan(5, 8), code: nil))
    #expect(memo.text == "Waarom?")
    #expect(memo.coder == "mila")
    #expect(try memos(note, origin: "Somebody").map(\.subject) == [.transcript("s01")])
  }

  @Test("Notes that share one mark are all kept, and told; what is hung on the mark is the first")
  func doubled() throws {
    let mark = GUID(of: "n").text
    let notes = ["een", "twee", "drie"].map {
      "<Note guid=\"\(mark)\" name=\"\($0)\"><PlainTextContent>\($0) woord</PlainTextContent></Note>"
    }
    let found = try memos(notes.joined(), origin: "NVivo")
    #expect(found.map(\.text) == ["een woord", "twee woord", "drie woord"])
    #expect(found.map(\.subject) == [.transcript("s01"), .study, .study])
    #expect(Set(found.map(\.guid)).count == 3)
    // A second import finds the same.
    #expect(try memos(notes.joined(), origin: "NVivo") == found)
    #expect(try memos("<Note><PlainTextContent>Zonder merk.</PlainTextContent></Note>", origin: "NVivo").count == 1)
  }

  @Test("The name of a note stands above its words, where they do not begin with it")
  func names() throws {
    func text(_ name: String, origin: String) throws -> [String] {
      let note =
        #"<Note guid="\#(GUID(of: "n").text)" name="\#(name)"><PlainTextContent>Vandaag niets.</PlainTextContent></Note>"#
      return try memos(note, origin: origin).map(\.text)
    }
    #expect(try text("Dagboek", origin: "NVivo") == ["Dagboek\n\nVandaag niets."])
    #expect(try text("Vandaag", origin: "NVivo") == ["Vandaag niets."])
    #expect(try text("", origin: "NVivo") == ["Vandaag niets."])
    #expect(try text("Dagboek", origin: "Draad") == ["Vandaag niets."])
  }
}
