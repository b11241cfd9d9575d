import ArgumentParser
import Model
import Workbench

struct Import: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read transcripts from files and folders",
    discussion: """
      Reads the formats that Documentation/FileFormats.md lists: text, documents, captions, transcription programs, surveys. \
      A transcript goes into the case that --case or its front matter names, else into the case named after the subfolder it \
      lies in, or after its folder where several folders are named. A project of another program (STUDY.qdpx) comes in whole, \
      with codes, codings, memos and attributes: see Documentation/Exchange.md. With --dry-run nothing comes in: a table says how each file would be read.
      """)
  @Argument(help: "Files and folders")
  var paths: [String]

  @Option(name: .long, help: "What a segment is: turn, paragraph or sentence")
  var segment: SegmentOption = .turn

  @Option(name: .long, help: "The case the transcripts belong to")
  var `case`: String?

  @Flag(name: .long, help: "Only show how each file would be read")
  var dryRun = false

  @Option(name: .long, help: "A speaker, as Anna or Anna=schoolleider (may be repeated)")
  var speaker: [String] = []

  @Flag(name: .long, help: "Join lines and words that were broken for a page")
  var joinLines = false

  @Flag(name: .customLong("fix-ocr"), help: "Change words that a scanner misread, where that is sure")
  var fixOCR = false

  @Option(name: .long, help: "Footnotes and comments: end (after the talk) or omit")
  var notes: String?

  @Option(name: .long, help: "A tier of an ELAN file (may be repeated)")
  var tier: [String] = []

  @Option(name: .long, help: "A column of a survey with open answers (may be repeated)")
  var open: [String] = []

  @Option(name: .long, help: "The column of a survey that names the respondent")
  var respondent: String?

  @Option(name: .long, help: "A transcript of a survey: one per question, or one per respondent")
  var per: String?

  @Option(name: .long, help: "The column of a survey that names the case, where that is not the respondent")
  var caseColumn: String?

  @Option(name: .long, help: "The sheet of an Excel file, where it is not the first")
  var sheet: String?

  @Flag(name: .long, help: "Of a project of another program: take nothing in where something would be lost")
  var strict = false

  @Option(
    name: .long,
    help: "Of a project: how its positions count: code-points, utf-16, code-points-crlf-1 or utf-16-crlf-1")
  var positions: String?

  @Flag(name: .long, help: "Take in again what was erased for good")
  var alsoErased = false

  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    if try Workbench.areWholeStudies(paths) {
      var request = StudyImportRequest(
        segment: segment.unit, isStrict: strict, positions: positions, isPreview: dryRun)
      request.alsoErased = alsoErased
      for path in paths { console.show(try workbench.importStudy(path, request)) }
      return
    }
    let request = try self.request
    let report =
      dryRun
      ? try workbench.previewImport(paths, request) { console.progress($0, $1, $2) }
      : try workbench.importFiles(paths, request) { console.progress($0, $1, $2) }
    for problem in report.problems { console.problem(problem) }
    for note in report.notes { console.note(note) }
    for line in report.rest { console.message(line) }
    if dryRun || output.isGiven {
      try console.show(report.table(withRemarks: !Output.isForReading(output.request(console))), output)
    }
    if dryRun {
      console.message(report.preview)
    } else {
      console.result(report.summary)
    }
    if !report.problems.isEmpty { throw ExitCode(2) }
  }

  private var request: ImportRequest {
    get throws {
      var request = ImportRequest(segment: segment.unit, caseName: `case`)
      for typed in speaker { try request.addSpeaker(typed) }
      (request.notes, request.joinsLines, request.fixesScannedWords) = (notes, joinLines, fixOCR)
      (request.tiers, request.open, request.respondent) = (tier, open, respondent)
      (request.per, request.caseColumn, request.sheet) = (per, caseColumn, sheet)
      request.alsoErased = alsoErased
      return request
    }
  }
}
