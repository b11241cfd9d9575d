import Model
import Packages
import TestSupport
import Testing

@testable import Exchange

@Suite struct HostilePackageTests {
  private let project = Array("<Project name=\"p\"/>".utf8)

  private func refusal(_ files: [(name: String, bytes: [UInt8])]) -> String? {
    do {
      _ = try QDAProject.read(StoredZip.archive(files), file: "p.qdpx")
      return nil
    } catch {
      return error.what
    }
  }

  @Test("A package without a project, with two, and what is no package are refused with a reason")
  func projects() {
    #expect(refusal([("sources/a.txt", [])]) == "The package holds no project: no file in it ends in .qde.")
    #expect(
      refusal([("a.qde", project), ("b/c.qde", project)]) == "The package holds 2 projects: 'a.qde', 'b/c.qde'.")
    #expect(
      refusal([("a.qde", Array("<CodeBook/>".utf8))]) == "The package holds no project: it begins with 'codebook'.")
    #expect(throws: Problem.self) { try QDAProject.read(Array("words".utf8), file: "p.qdpx") }
    #expect(throws: Problem.self) { try QDAProject.read([], file: "p.qdpx") }
    #expect(throws: Problem.self) { try QDAProject.read(path: "/nowhere/p.qdpx") }
  }

  @Test(
    "XML that is broken, declares entities or nests without end is refused with a reason",
    arguments: [
      ("<Project>", "The file is damaged or cut off: it is no XML to its end."),
      ("", "The file is damaged or cut off: it is no XML to its end."),
      (
        "<!DOCTYPE Project [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Project name='&e;'/>",
        "The file declares a document type, which could make a reader fetch other files; such a file is not read."
      ),
      (
        "<Project name='p'><CodeBook><Codes>" + String(repeating: "<Code name='a'>", count: 10_000)
          + String(repeating: "</Code>", count: 10_000) + "</Codes></CodeBook></Project>",
        "The elements lie more than 250 deep in one another; no codebook does."
      ),
    ])
  func xml(text: String, reason: String) { #expect(refusal([("project.qde", Array(text.utf8))]) == reason) }

  @Test("Files whose names lead out of the package are passed over, and told")
  func names() throws {
    let xml = """
      <Project name="p"><Sources>
        <TextSource name="a" plainTextPath="internal://../../etc/passwd"/>
        <TextSource name="b" plainTextPath="absolute:///etc/passwd"/>
        <TextSource name="c" plainTextPath="relative:///../x.txt"/>
        <TextSource name="d" plainTextPath="internal://d.txt"/></Sources></Project>
      """
    let package = StoredZip.archive([
      ("project.qde", Array(xml.utf8)), ("../d.txt", Array("no".utf8)), ("/etc/d.txt", Array("no".utf8)),
      ("sources/e.txt", Array("unnamed".utf8)), ("sources/d.txt", Array("Ja.".utf8)),
    ])
    let read = try QDAProject.read(package, file: "p.qdpx")
    #expect(read.study.transcripts.map(\.transcript.text) == ["Ja."])
    #expect(
      read.report.problems.map(\.what) == [
        "'../d.txt' was passed over: its name leads out of the archive.",
        "'/etc/d.txt' was passed over: its name begins at the root of a disk.",
        "The text of 'a' is not in the package: '../../etc/passwd'.",
        "The text of 'b' is not in the package: 'absolute:///etc/passwd'.",
        "The text of 'c' is not in the package: 'relative:///../x.txt'.",
      ])
    #expect(read.report.losses.map(\.sentence) == ["1 file of the package that no source names: 'sources/e.txt'"])
  }

  @Test("What unpacks without end, or says that it will, is not unpacked")
  func bombs() throws {
    let zeros = [UInt8](repeating: 0x20, count: 12 << 20)
    let package = try ZipPackage.bytes(of: [("project.qde", zeros)])
    var limits = PackedArchive.Limits()
    limits.ratio = 100
    #expect(throws: Problem.self) {
      try QDAProject.read(try QDAPackage(package, name: "p.qdpx", limits: limits), .init())
    }
    // Two gigabytes are promised where there are some bytes.
    var lying = StoredZip.archive([("project.qde", project)])
    let size = [UInt8(project.count), 0, 0, 0]
    for at in 0..<lying.count - 4 where Array(lying[at..<at + 4]) == size { lying[at + 3] = 0x7F }
    #expect(throws: Problem.self) { try QDAProject.read(lying, file: "p.qdpx") }
    #expect(throws: Problem.self) {
      let many = StoredZip.archive((0...20_000).map { ("\($0).txt", []) })
      return try QDAProject.read(many, file: "p.qdpx")
    }
  }

  @Test("What would fill the memory is refused, and what nobody reads takes none")
  func size() throws {
    func read(_ element: String) throws -> QDAElement {
      let xml = "<Project>" + String(repeating: element, count: 20_000) + "</Project>"
      return try QDAElement.read(Array(xml.utf8), file: "x", largest: 1 << 20)
    }
    for element in ["<Code/>", "<Code a='' b='' c=''/>", "<Code a='\(String(repeating: "x", count: 100))'/>"] {
      #expect(throws: Problem.self) { try read(element) }
    }
    #expect(throws: Problem.self) {
      let words = "<Project><PlainTextContent>\(String(repeating: "x", count: 2 << 20))</PlainTextContent></Project>"
      return try QDAElement.read(Array(words.utf8), file: "x", largest: 1 << 20)
    }
    let root = try read("<Unheard a=''><Code/>words<Of/></Unheard>")
    #expect(root.children.count == 0)
    #expect(try QDAElement.read(Array("<Odd><x/><Code>a</Code></Odd>".utf8), file: "x").text(of: "code") == "a")
  }

  @Test("A file that many sources name is unpacked once, and counts for each of them")
  func repeated() throws {
    let sources = (0..<20).map { "<TextSource name=\"s\($0)\" plainTextPath=\"internal://a.txt\"/>" }.joined()
    let files = (0..<20).map { "<PDFSource name=\"p\($0)\" path=\"internal://b.pdf\"/>" }.joined()
    let xml = "<Project name=\"p\"><Sources>\(sources)\(files)</Sources></Project>"
    let package = StoredZip.archive([
      ("project.qde", Array(xml.utf8)), ("sources/a.txt", Array(repeating: 0x61, count: 1000)),
      ("sources/b.pdf", Array(repeating: 0x62, count: 1000)),
    ])
    var limits = PackedArchive.Limits()
    let whole = try QDAProject.read(try QDAPackage(package, name: "p.qdpx", limits: limits), .init())
    #expect(whole.study.transcripts.count == 20)
    #expect(whole.study.attachments.count == 20)
    limits.total = 12_000
    let part = try QDAProject.read(try QDAPackage(package, name: "p.qdpx", limits: limits), .init())
    #expect(part.study.transcripts.count == 13)
    #expect(part.study.attachments.count == 2)
    #expect(
      part.report.problems.first?.what
        == "The text of 's13' comes after 0 MB of others, the most that is read.")
  }

  @Test("Things that share one mark are kept apart, and told; references go to the first")
  func doubledMarks() throws {
    let mark = GUID(of: "x").text
    let xml = """
      <Project name="p"><CodeBook><Codes><Code guid="\(mark)" name="een"/><Code guid="\(mark)" name="twee"/></Codes></CodeBook>
      <Sources><TextSource guid="\(mark)" name="s"><PlainTextContent>Ja, ja.</PlainTextContent>
      <PlainTextSelection guid="\(mark)" startPosition="0" endPosition="2"><Coding guid="\(mark)"><CodeRef targetGUID="\(mark)"/></Coding></PlainTextSelection>
      <PlainTextSelection guid="\(mark)" startPosition="4" endPosition="6"><Coding guid="\(mark)"><CodeRef targetGUID="\(mark)"/></Coding></PlainTextSelection>
      </TextSource></Sources></Project>
      """
    let read = try QDAProject.read(StoredZip.archive([("project.qde", Array(xml.utf8))]), file: "p.qdpx")
    #expect(Set(read.study.codes.map(\.guid)).count == 2)
    #expect(read.study.codings.map(\.code) == [0, 0])
    #expect(Set(read.study.codings.map(\.guid)).count == 2)
    #expect(
      read.report.problems.map(\.what) == [
        "'twee' has the mark (GUID) of something else; it got one of its own.",
        "'s' has the mark (GUID) of something else; it got one of its own.",
      ])
  }

  @Test("A package changed by chance is read or refused")
  func chance() throws {
    let whole = try QDAProject.write(SampleWholeStudy.study()).bytes
    let archive = try #require(PackedArchive(whole, limits: .init()))
    let xml = try archive.unpack(0).get()
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<150 {
      var (package, text) = (whole, xml)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        package[Int.random(in: 0..<package.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        let at = Int.random(in: 0..<text.count, using: &generator)
        text.replaceSubrange(at..<min(text.count, at + Int.random(in: 0...40, using: &generator)), with: [])
      }
      _ = try? QDAProject.read(package, file: "p.qdpx")
      _ = try? QDAProject.read(StoredZip.archive([("project.qde", text)]), file: "p.qdpx")
      _ = try? QDACodebook.read(text, file: "p.qdc")
    }
  }
}
