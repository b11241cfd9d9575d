import Dispatch
import Model
import Synchronization
import TestSupport
import Testing

@testable import Workbench

struct ImportReportTests {
  @Test("The summary counts what came in")
  func summary() {
    var report = ImportReport()
    #expect(report.summary == "No transcript was imported.")
    report.transcripts = ["a"]
    (report.turns, report.segments, report.words) = (1, 2, 3)
    #expect(report.summary == "Imported 1 transcript: 1 turn, 2 segments, 3 words.")
    report.transcripts = ["a", "b"]
    report.cases = ["mill"]
    #expect(report.summary == "Imported 2 transcripts: 1 turn, 2 segments, 3 words, in 1 case.")
  }

  @Test("What did not come in is counted, and few names of many are given")
  func rest() {
    var report = ImportReport()
    #expect(report.rest == [])
    report.known = ["a.txt (a)"]
    report.problems = [Problem("x"), Problem("y")]
    report.leftOut = (1...10).map { "\($0).pdf" }
    #expect(
      report.rest == [
        "1 file is in the study already.", "2 files could not be read; see above.",
        "Left out, as no transcripts: 1.pdf, 2.pdf, 3.pdf, 4.pdf, 5.pdf, 6.pdf, 7.pdf, 8.pdf and 2 more.",
      ])
  }

  @Test("What was mended in all files is counted once, and told before the rest")
  func mended() throws {
    let study = try TestStudy()
    let page = "De leer-\nachterstand is in\ndit jaar gegroeid.\n"
    _ = try study.folder.write(page, to: "in/a.txt")
    _ = try study.folder.write("Ook hier is de leer-\nwinst klein.\n", to: "in/b.txt")
    var request = ImportRequest(caseName: "Mill")
    request.joinsLines = true
    #expect(
      try study.workbench.importFiles([study.folder["in"]], request).rest
        == ["Mended: 2 joined words, 1 joined line."])
  }

  @Test("The numbers of a report are those of the study")
  func numbers() throws {
    let study = try TestStudy()
    let report = try study.importing([
      "mill/a.txt": "Ann: One two three.\n\nBob: Four.\n\nAnn: Five, six.\n\nBob: 7 8.\n",
      "mill/b.txt": "No speaker here.\nOne line more.\n",
      "hill/c.md": "---\nspeakers:\n  Eva:\n---\nEva: Één café, ’s avonds!\n",
      "d.txt": "",
      "e.png": "PNG",
    ])
    let table = try study.workbench.transcriptsTable()
    func sum(_ key: String) -> Int { table.column(key).compactMap(Int.init).reduce(0, +) }
    #expect(report.transcripts == ["c", "a", "b"])
    #expect(table.column("transcript") == report.transcripts)
    #expect((report.words, report.turns, report.segments) == (sum("words"), sum("turns"), sum("segments")))
    #expect(table.row("a").map { Array($0.dropFirst(3).prefix(4)) } == ["8", "4", "4", "2"])
    #expect(report.cases == ["mill", "hill"])
    #expect(report.leftOut == ["e.png"])
    #expect(report.problems.map(\.file) == [study.folder["sources/d.txt"]])
    let again = try study.workbench.importFiles([study.folder["sources"]])
    #expect(again.known.count == 3 && again.transcripts.isEmpty)
  }

  @Test("Two programs that import one folder at once bring each file in once")
  func twoAtOnce() throws {
    let study = try TestStudy()
    for number in 0..<60 { try study.folder.write("Ann: Word \(number).", to: "in/t\(number).txt") }
    let (path, folder) = (study.folder["study.draad"], study.folder["in"])
    let counts = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      guard let workbench = try? Workbench.open(path) else { return }
      defer { workbench.close() }
      guard let report = try? workbench.importFiles([folder]) else { return }
      counts.withLock { $0.append(report.transcripts.count) }
      #expect(report.transcripts.count + report.known.count == 60)
    }
    #expect(counts.withLock { $0.reduce(0, +) } == 60)
    #expect(try study.workbench.transcriptNames().sorted() == (0..<60).map { "t\($0)" }.sorted())
  }

  @Test("The files of one import are one act, and progress goes from nothing to all")
  func oneAct() throws {
    let study = try TestStudy()
    try study.folder.write("Ann: One.", to: "in/a.txt")
    try study.folder.write("Ann: Two, and more.", to: "in/b.txt")
    var told: [[Int]] = []
    _ = try study.workbench.importFiles([study.folder["in"]]) { done, all, _ in told.append([done, all]) }
    #expect(told == [[0, 28], [9, 28], [28, 28]])
    #expect(
      try study.workbench.log(limit: nil).column("summary") == [
        "Imported 2 transcripts: 2 turns, 2 segments, 6 words."
      ])
    _ = try study.workbench.undo(1)
    #expect(try study.workbench.transcriptNames() == [])
  }
}
