import Foundation
import Model
import TestSupport
import Testing
import Workbench

/// The answers in the table of examples of QueryLanguage.md are those of the sample study.
///
/// `DRAAD_WRITE_REFERENCE=1 swift test --filter QueryLanguageAnswersTests` writes them anew.
@Suite("Answers in QueryLanguage.md")
struct QueryLanguageAnswersTests {
  private static let path = RepositoryFiles.path("Documentation/QueryLanguage.md")

  @Test("Every example is answered as it stands there")
  func answers() throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    let study = try TestStudy.sample()
    var count = 0
    let answered = try text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
      guard cells.count == 5, cells[1].hasPrefix("`"), cells[1].hasSuffix("`") else { return String(line) }
      count += 1
      let answer = try Self.answer(to: String(cells[1].dropFirst().dropLast()), in: study.workbench)
      return "| \(cells[1]) | \(cells[2]) | \(answer) |"
    }.joined(separator: "\n")
    #expect(count > 40)
    if ProcessInfo.processInfo.environment["DRAAD_WRITE_REFERENCE"] != nil {
      return try answered.write(toFile: Self.path, atomically: true, encoding: .utf8)
    }
    #expect(text == answered)
  }

  private static func answer(to typed: String, in workbench: Workbench) throws -> String {
    var request = QuoteRequest()
    request.shared = typed.hasSuffix(" --shared")
    let typed = request.shared ? String(typed.dropLast(9)) : typed
    let rest = typed[(typed.firstIndex(of: " ") ?? typed.endIndex)...].trimmed
    guard !typed.hasPrefix("--where ") else {
      let passing = try workbench.find("where " + rest, .init()).items
      let (cases, transcripts) = (Set(passing.compactMap(\.caseName)), Set(passing.map(\.transcript)))
      return "\(cases.count) of \(try workbench.caseNames().count) cases, "
        + "\(transcripts.count) of \(try workbench.transcriptNames().count) transcripts"
    }
    let found =
      typed.hasPrefix("search ")
      ? try workbench.search(rest, .init(), request) : try workbench.find(rest, .init(), request)
    let note = found.notes.first { $0.label == "Found" }?.text ?? ""
    return note.replacing(try Regex(#" \([a-z ]*\)"#), with: "")
  }
}
