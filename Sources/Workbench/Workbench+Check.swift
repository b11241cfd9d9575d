import Foundation
import Model
import Store

extension Workbench {
  /// Looks whether the file is as it should be; throws a problem that names what is not.
  public func check() throws -> String {
    let findings = try store.check()
    guard findings.isEmpty else { throw notWhole(findings) }
    let counts = try store.counts()
    return
      "The study is whole: \(counted(counts.transcripts, "transcript")), \(counted(counts.segments, "segment")), "
      + "\(counted(counts.codings, "coding")), \(counted(counts.acts, "act")) checked."
      + (store.isReadOnly ? " The search index was not, for the study may not be written." : "")
  }

  /// Mends what can be worked out from the rest, after a copy was kept; a sentence for each thing that was done.
  public func repair() throws -> [String] {
    let finished = try store.finishErasing() ? ["Wrote the file anew: what was erased is no longer in its bytes."] : []
    let findings = try store.check()
    guard !findings.isEmpty else {
      return finished.isEmpty ? ["The study is whole; there is nothing to mend."] : finished + ["The study is whole."]
    }
    let folder = try store.copyFolder(copies)
    guard let repair = try store.repair(findings, keeping: folder, day: String(clock().prefix(10))) else {
      throw notWhole(findings)
    }
    forgetCodebook()
    let told = finished + ["Kept a copy of the study as it was: \(repair.copy)"] + repair.done
    guard repair.left.isEmpty else {
      var problem = notWhole(repair.left)
      problem.what = (told + ["What could not be mended:", problem.what]).joined(separator: "\n  ")
      throw problem
    }
    return told + ["The study is whole."]
  }

  private func notWhole(_ findings: [Finding]) -> Problem {
    let canMend = findings.allSatisfy { $0.remedy == .repair }
    let name = (path as NSString).lastPathComponent
    return Problem(
      findings.map(\.what).joined(separator: "\n  "), file: path,
      hint: canMend
        ? "Mend it with: check --repair"
        : "Go back to a copy (backups lists them), or put what is whole into a new study: rescue \(name) NEW.draad")
  }
}

/// What was saved of a damaged study.
public struct RescueReport: Equatable, Sendable {
  /// A sentence.
  public var summary: String
  /// What could not be read, by name.
  public var lost: [String]
}

extension Workbench {
  /// Makes a new study of what can be read of a damaged one, which stays as it is.
  public static func rescue(
    _ damaged: String, to path: String, line: String, clock: () -> String = Workbench.now
  ) throws -> RescueReport {
    let named = (path as NSString).pathExtension.isEmpty ? path + ".draad" : path
    let rescued = try StudyStore.rescue(
      damaged, to: named, act: Act(at: clock(), coder: nil, line: line, summary: ""))
    let saved =
      "\(counted(rescued.transcripts, "transcript")), \(counted(rescued.segments, "segment")) and "
      + "\(counted(rescued.codings, "coding"))"
    return RescueReport(
      summary: "Made the study \(named) of what could be read: \(saved)."
        + (rescued.lost.isEmpty ? " Nothing was lost." : ""), lost: rescued.lost)
  }
}
