import Foundation
import Model
import TestSupport
import Testing
@testable import Workbench

@Suite struct StudyTransferTests {
  /// The sample study with memos, and what is written of it.
  private func sample() throws -> TestStudy {
    let study = try TestStudy.sample()
    study.workbench.coder = "anna"
    _ = try study.workbench.addMemo(about: .study, "Over de hele studie.")
    let name = try #require(try study.workbench.transcriptNames().first)
    _ = try study.workbench.addMemo(about: .passage(transcript: name, span: TextSpan(0, 9), code: nil), "Een begin.")
    _ = try study.workbench.addMemo(about: .code("A"), "Over een code.")
    return study
  }

  @Test("A study that goes out as plain text and comes in again has the same content")
  func plain() throws {
    let study = try sample()
    let folder = study.folder["plain"]
    _ = try study.workbench.exportStudy(to: folder, StudyExportRequest(isPlain: true))
    let other = try TestStudy(language: "en")
    let transfer = try other.workbench.importStudy(folder)
    #expect(transfer.problems == [])
    #expect(try other.workbench.contentDigest() == study.workbench.contentDigest())
    _ = try other.workbench.check()
    // Writing it again changes no file.
    _ = try other.workbench.exportStudy(to: folder + "-2", StudyExportRequest(isPlain: true))
    #expect(try files(folder + "-2") == files(folder))
    #expect(throws: Problem.self) {
      try study.workbench.exportStudy(to: folder, StudyExportRequest(isPlain: true))
    }
    _ = try study.workbench.exportStudy(to: folder, StudyExportRequest(isForced: true, isPlain: true))
  }

  @Test("A study that goes out as a project and comes in again differs in what the report names, and in nothing else")
  func project() throws {
    let study = try sample()
    let file = study.folder["study.qdpx"]
    let written = try study.workbench.exportStudy(to: file)
    #expect(written.remarks.first == "What did not go over:")
    let other = try TestStudy()
    let transfer = try other.workbench.importStudy(file)
    #expect(transfer.problems == [])
    #expect(transfer.remarks == [])
    // Roles of speakers, times of turns and kinds of files are what the report names; all else is there again.
    let folders = try [study, other].map { try plainFiles(of: $0) }
    let named = [
      "speakers.csv": 2, "transcripts.csv": 3, "turns.csv": 4,
    ]
    #expect(folders[0].keys.sorted() == folders[1].keys.sorted())
    for (name, text) in folders[0] {
      let left = named.first { name.hasSuffix($0.key) }?.value
      #expect(without(left, text) == without(left, folders[1][name] ?? ""), "\(name)")
    }
    _ = try other.workbench.check()
  }

  @Test("A second import changes nothing, and an import is taken back whole", arguments: [false, true])
  func twice(isPlain: Bool) throws {
    let study = try sample()
    let path = study.folder[isPlain ? "plain" : "study.qdpx"]
    _ = try study.workbench.exportStudy(to: path, StudyExportRequest(isPlain: isPlain))
    let other = try TestStudy()
    let empty = try other.workbench.contentDigest()
    _ = try other.workbench.importStudy(path)
    let full = try other.workbench.contentDigest()
    #expect(try other.workbench.importStudy(path).problems == [])
    #expect(try other.workbench.contentDigest() == full)
    #expect(try study.workbench.contentDigest() == study.workbench.contentDigest())
    _ = try other.workbench.undo(1)
    #expect(try other.workbench.contentDigest() == empty)
    _ = try other.workbench.redo(1)
    #expect(try other.workbench.contentDigest() == full)
    _ = try other.workbench.check()
    // Into the study itself nothing is new.
    let before = try study.workbench.contentDigest()
    _ = try study.workbench.importStudy(path)
    #expect(try study.workbench.contentDigest() == before)
  }

  @Test("A study that is there takes in what is new, and gives it back")
  func merge() throws {
    let study = try sample()
    let file = study.folder["study.qdpx"]
    _ = try study.workbench.exportStudy(to: file)
    let other = try TestStudy()
    _ = try other.importing(["noord/x.txt": "Anna: Iets anders.\n"])
    try other.loadCodebook(["Q"])
    let before = try other.workbench.contentDigest()
    _ = try other.workbench.importStudy(file)
    #expect(try other.workbench.transcriptNames().count == study.workbench.transcriptNames().count + 1)
    _ = try other.workbench.check()
    _ = try other.workbench.undo(1)
    #expect(try other.workbench.contentDigest() == before)
    _ = try other.workbench.check()
  }

  @Test("Files of a project, and codes that only hold others, are kept and given back")
  func files() throws {
    let xml = """
      <Project name="p"><CodeBook><Codes><Code name="Map" isCodable="false"><Code name="Tijd" isCodable="true"/></Code>
      </Codes></CodeBook><Sources><PDFSource name="plan" path="internal://plan.pdf"><Representation name="plan">
      <PlainTextContent>Ja, ja.</PlainTextContent></Representation></PDFSource>
      <PictureSource name="foto" path="internal://foto.jpg"/></Sources></Project>
      """
    let study = try TestStudy()
    let package = StoredZip.archive([
      ("project.qde", Array(xml.utf8)), ("sources/plan.pdf", [1, 2, 3]), ("sources/foto.jpg", [4, 5]),
    ])
    try Data(package).write(to: URL(fileURLWithPath: study.folder["p.qdpx"]))
    _ = try study.workbench.importStudy(study.folder["p.qdpx"])
    study.workbench.coder = "anna"
    #expect(throws: Problem.self) { try study.workbench.tag("plan:1", ["map"]) }
    _ = try study.workbench.tag("plan:1", ["tijd"])
    _ = try study.workbench.exportStudy(to: study.folder["out.qdpx"])
    _ = try study.workbench.exportStudy(to: study.folder["plain"], StudyExportRequest(isPlain: true))
    for path in ["out.qdpx", "plain"] {
      let other = try TestStudy()
      _ = try other.workbench.importStudy(study.folder[path])
      #expect(try other.workbench.contentDigest() == study.workbench.contentDigest(), "\(path)")
      _ = try other.workbench.exportStudy(to: other.folder["again"], StudyExportRequest(isPlain: true))
      #expect(try files(other.folder["again"]) == files(study.folder["plain"]), "\(path)")
      // With its transcript a file is erased, and others are told of.
      let told = try other.workbench.erase(transcript: "plan", confirmed: true)
      #expect(told.contains("  foto") && !told.contains("  plan"), "\(path)")
      _ = try other.workbench.check()
    }
  }

  @Test("A preview tells what would come in, and changes nothing")
  func preview() throws {
    let study = try sample()
    let file = study.folder["study.qdpx"]
    _ = try study.workbench.exportStudy(to: file)
    let other = try TestStudy()
    let before = try other.workbench.contentDigest()
    #expect(
      try other.workbench.importStudy(file, StudyImportRequest(isPreview: true)).summary
        == "An import would bring in 31 transcripts, 80 codes, 1058 codings, 3 memos; 31 of the transcripts would be new."
        + " Nothing was changed; without --dry-run it comes in.")
    #expect(try other.workbench.contentDigest() == before)
    #expect(try Workbench.areWholeStudies([file]))
    #expect(try !Workbench.areWholeStudies([other.folder["x.txt"]]))
    #expect(throws: Problem.self) { try Workbench.areWholeStudies([file, other.folder["x.txt"]]) }
  }

  @Test("With --strict nothing goes over where something would be lost")
  func strict() throws {
    let study = try sample()
    let file = study.folder["study.qdpx"]
    #expect(throws: Problem.self) { try study.workbench.exportStudy(to: file, StudyExportRequest(isStrict: true)) }
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  /// A project with one text, a code with a key of its own and what is given.
  private func package(_ inside: String, text: String = "Wij wachten te lang.") -> [UInt8] {
    let xml = """
      <Project name="p" origin="Draad"><CodeBook><Codes><Code guid="\(GUID(of: "k").text)" name="Angst">
      <Description>Key: K1</Description></Code></Codes></CodeBook>
      <Sources><TextSource guid="\(GUID(of: "s").text)" name="a"><PlainTextContent>\(text)</PlainTextContent>\(inside)
      </TextSource></Sources></Project>
      """
    return StoredZip.archive([("project.qde", Array(xml.utf8))])
  }

  @Test(
    "Another code with the key of one that is here stays apart, and with --strict nothing comes in",
    arguments: [
      false, true,
    ])
  func sameKeys(isPlain: Bool) throws {
    let other = try TestStudy()
    _ = try other.workbench.addCode(key: "K1", name: "Angst", under: nil, definition: nil)
    let path = other.folder[isPlain ? "plain" : "other.qdpx"]
    _ = try other.workbench.exportStudy(to: path, StudyExportRequest(isPlain: isPlain))
    let study = try TestStudy()
    study.workbench.coder = "anna"
    try study.importing(["a.txt": "Anna: Druk, druk.\n"])
    _ = try study.workbench.addCode(key: "K1", name: "Werkdruk", under: nil, definition: nil)
    _ = try study.workbench.tag("a:1", ["K1"])
    let before = try study.workbench.contentDigest()
    #expect(throws: Problem.self) { try study.workbench.importStudy(path, StudyImportRequest(isStrict: true)) }
    #expect(try study.workbench.contentDigest() == before)
    let told = "The code 'Angst' came with the key 'K1', which 'Werkdruk' has here; its key becomes 'K1-2'."
    #expect(try study.workbench.importStudy(path, StudyImportRequest(isPreview: true)).problems.map(\.what) == [told])
    #expect(try study.workbench.importStudy(path).problems.map(\.what) == [told])
    #expect(try study.workbench.codebookTable().column("code") == ["K1", "K1-2"])
    #expect(try study.workbench.codebookTable().row("K1")?[1] == "Werkdruk")
  }

  @Test("A memo moves with the coding it is about, and undo moves it back")
  func movedMemos() throws {
    let study = try TestStudy()
    study.workbench.coder = "anna"
    func project(_ start: Int, _ end: Int) throws -> String {
      let memo = """
        <PlainTextSelection guid="\(GUID(of: "p").text)" startPosition="\(start)" endPosition="\(end)">
        <Description>Waarom.</Description><Coding guid="\(GUID(of: "c").text)">
        <CodeRef targetGUID="\(GUID(of: "k").text)"/></Coding></PlainTextSelection>
        """
      let path = study.folder["p.qdpx"]
      try Data(package(memo)).write(to: URL(fileURLWithPath: path))
      return path
    }
    func subjects() throws -> [Memo.Subject] { try study.workbench.wholeStudy().memos.map(\.subject) }
    _ = try study.workbench.importStudy(project(0, 11))
    let first = Memo.Subject.passage(transcript: "a", span: TextSpan(0, 11), code: "K1")
    #expect(try subjects() == [first])
    _ = try study.workbench.importStudy(project(4, 19))
    #expect(try subjects() == [.passage(transcript: "a", span: TextSpan(4, 19), code: "K1")])
    _ = try study.workbench.check()
    _ = try study.workbench.undo(1)
    #expect(try subjects() == [first])
    _ = try study.workbench.check()
  }

  @Test("A saved query that could not be saved here is left out and told")
  func queries() throws {
    let study = try TestStudy()
    _ = try study.importing(["a.txt": "Anna: Hoi.\n"])
    _ = try study.workbench.addCode(key: "K", name: "Groet", under: nil, definition: nil)
    _ = try study.workbench.saveQuery("goed", "K")
    let path = study.folder["plain"]
    _ = try study.workbench.exportStudy(to: path, StudyExportRequest(isPlain: true))
    try study.folder.write(
      "query,text\ngoed,K or L\nmet wit,K\nfout,((((\nrond,@rond\nook,@goed\n", to: "plain/queries.csv")
    let problems = try study.workbench.importStudy(path).problems.map(\.what)
    #expect(problems.count == 4)
    #expect(problems.first == "The saved query '@goed' is another in the file, and becomes that: it was 'K'.")
    #expect(problems.last?.hasPrefix("The saved query 'rond' was left out. ") == true)
    #expect(try study.workbench.savedQueriesTable().column("name") == ["@goed", "@ook"])
  }

  @Test("A hint names a transcript as the study does")
  func hints() throws {
    let study = try TestStudy()
    _ = try study.importing(["a.txt": "Anna: Iets anders.\n"])
    let selections = [(0, 3, "Wij"), (4, 11, "wachten"), (12, 19, "heel iets anders dan dat")].map {
      "<PlainTextSelection startPosition=\"\($0.0)\" endPosition=\"\($0.1)\" name=\"\($0.2)\"/>"
    }
    let path = study.folder["p.qdpx"]
    try Data(package(selections.joined())).write(to: URL(fileURLWithPath: path))
    #expect(try study.workbench.importStudy(path).problems.map(\.hint) == ["Look at it with: show a-2"])
  }

  @Test("An import that is stopped brings nothing in", arguments: ["study.qdpx", "plain"])
  func stopped(name: String) throws {
    let study = try sample()
    let path = study.folder[name]
    _ = try study.workbench.exportStudy(to: path, StudyExportRequest(isPlain: name == "plain"))
    let other = try TestStudy()
    let before = try other.workbench.contentDigest()
    other.workbench.interrupter.stop()
    #expect {
      try other.workbench.importStudy(path)
    } throws: { ($0 as? Problem)?.what == "Stopped; nothing was imported." }
    #expect(other.workbench.interrupter.takeStopped())
    #expect(try other.workbench.contentDigest() == before)
    _ = try other.workbench.importStudy(path)
    #expect(try other.workbench.contentDigest() == study.workbench.contentDigest() || name != "plain")
  }

  @Test("A codebook goes out and comes in as REFI-QDA, and into the study itself brings nothing new")
  func codebook() throws {
    let study = try sample()
    let file = study.folder["codes.qdc"]
    _ = try study.workbench.exportCodebook(to: file, force: false)
    #expect(try study.workbench.codebookDiff(file) == [])
    let other = try TestStudy()
    _ = try other.workbench.loadCodebook(file)
    #expect(
      try Output.render(other.workbench.codebookTable(withDefinitions: true), OutputRequest(format: "json")).text
        != nil)
    _ = try other.workbench.exportCodebook(to: other.folder["codes.qdc"], force: false)
    #expect(try other.folder.text(of: "codes.qdc") == study.folder.text(of: "codes.qdc"))
  }

  /// What a study is as plain text, by the names of the files.
  private func plainFiles(of study: TestStudy) throws -> [String: String] {
    _ = try study.workbench.exportStudy(to: study.folder["compared"], StudyExportRequest(isPlain: true))
    return try files(study.folder["compared"]).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// A sheet without one of its columns.
  private func without(_ column: Int?, _ text: String) -> [[String]] {
    guard let column else { return [[text]] }
    return DelimitedText(text).records.map { record in
      record.fields.enumerated().filter { $0.offset != column }.map(\.element)
    }
  }

  private func files(_ folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.contains(".") {
      found[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return found
  }
}
