import Exchange
import Model
import Store

// What was erased for good does not come in again unless a person wants it.
extension Workbench {
  /// Leaves those transcripts out of a file that was read; a sentence where there were any.
  func leaveErased(outOf file: inout ReadFile, _ path: String) throws -> Problem? {
    guard let reading = file.reading else { return nil }
    let marks = try store.erasedMarks()
    let names = marks.names(among: reading.transcripts)
    guard !names.isEmpty else { return nil }
    // Codings stand on transcripts by their places.
    if reading.codings.isEmpty { file.leaveOut(names) } else { file.leaveOut(Set(reading.transcripts.map(\.name))) }
    file.leaveOut(cases: Set(reading.cases.map(\.name).filter(marks.knows(caseName:))))
    file.original.withhold()
    return Problem(
      "\(Self.named(names.sorted())) erased here for good, and did not come in.", file: path,
      hint: "To have it again: import \(path) --also-erased")
  }

  /// Throws where a whole study holds such transcripts.
  func requireNoneErased(_ study: WholeStudy, _ path: String) throws {
    let names = try store.erasedMarks().names(among: study.transcripts.map(\.transcript))
    guard !names.isEmpty else { return }
    throw Problem(
      "\(Self.named(names.sorted())) erased here for good; nothing of '\(path)' came in.", file: path,
      hint: "Take it out there first, or have it again: import \(path) --also-erased")
  }

  /// What of another copy does not come in with a merge, and is told; nil where there is none.
  func erased(from other: StudyStore) throws -> ErasedSide? {
    let (here, there) = (try store.erasedMarks(), try other.erasedMarks())
    guard !here.isEmpty || !there.isEmpty else { return nil }
    let (mine, theirs) = (try store.side(), try other.side())
    let kept = ErasedSide(there, mine, missingIn: theirs)
    if !kept.names.isEmpty {
      store.notices.give(
        Problem(
          "\(Self.named(kept.names)) erased for good in '\(other.name)', and may be in this study still.",
          hint: "Erase it here too: remove \(kept.names[0]) --erase"))
    }
    let left = ErasedSide(here, theirs, missingIn: mine)
    if !left.names.isEmpty {
      store.notices.give(
        Problem(
          "\(Self.named(left.names)) erased here for good, and did not come in from '\(other.name)'.",
          hint: "Erase it there too; or, to have it again: merge \(other.name) --also-erased"))
    }
    return left
  }

  private static func named(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ") + (names.count == 1 ? " was" : " were")
  }
}
