import Exchange
import Foundation
import Model
import Store

extension Workbench {
  /// Writes the whole study as a project for other programs.
  public func exportStudy(to path: String, _ request: StudyExportRequest = StudyExportRequest()) throws -> StudyTransfer
  {
    if request.isPlain { return try exportPlainStudy(to: path, request) }
    guard PathText.ending(of: path) == "qdpx" else {
      throw Problem(
        "A whole study cannot be written as '\(path)'.",
        hint: "Let the name end in .qdpx for other programs, or give a folder and --plain.", kind: .usage)
    }
    let study = try wholeStudy()
    var (bytes, report) = try apart { try QDAProject.write(study, utf16: request.countsUTF16) }
    let counts = try store.counts()
    report.lose("act of the log", "acts of the log", count: counts.acts)
    try report.requireLossless(request.isStrict, file: path)
    try WrittenFile.write(bytes, to: path, force: request.isForced)
    recordExport(path)
    return StudyTransfer(summary: "Wrote \(Self.described(study)) to \(path).", report)
  }

  /// Writes the whole study as a folder of plain text; one that was written before is brought up to date.
  private func exportPlainStudy(to path: String, _ request: StudyExportRequest) throws -> StudyTransfer {
    let study = try wholeStudy()
    let counts = try store.counts()
    var report = TransferReport()
    report.lose("act of the log", "acts of the log", count: counts.acts)
    report.lose("file as it came in", "files as they came in", count: try store.originalDigests().count)
    try report.requireLossless(request.isStrict, file: path)
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let wrote = try WrittenFolder.write(
      apart { PlainStudy.files(of: study) }, to: folder, marker: PlainStudy.marker, force: request.isForced,
      former: { PlainStudy.ownFiles(reading: $0) })
    recordExport(path)
    return StudyTransfer(summary: "Wrote \(Self.described(study)) to \(path): \(counted(wrote, "file")).", report)
  }

  /// Writes the study as sheets for R or for Python, with a script that loads them.
  public func exportStatistics(for program: String, to path: String, force: Bool) throws -> String {
    guard let program = StatisticsFolder.Program(rawValue: program) else {
      throw Problem("There is no form for '\(program)'.", hint: "export r FOLDER, export python FOLDER", kind: .usage)
    }
    let study = try store.wholeStudy(name: PathText.stem(of: self.path), withFiles: false)
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let script = StatisticsFolder.script(for: program)
    let count = try WrittenFolder.write(
      apart { StatisticsFolder.files(of: study, for: program) }, to: folder, marker: script, force: force)
    recordExport(path)
    return "Wrote \(Self.described(study)) to \(path): \(counted(count, "file")), to be loaded by \(script)."
  }

  /// Makes something of values alone on a thread of its own: who asks to stop does not wait for it, and nothing is written.
  private func apart<Made: Sendable>(_ make: @escaping @Sendable () throws -> Made) throws -> Made {
    let making = ReadAhead(sizes: [1], limit: 1) { _ in Result { try make() } }
    defer { making.stop() }
    return try making.take(0, goingOn: interrupter.goOn).get()
  }

  /// Named as its file is.
  func wholeStudy() throws -> WholeStudy { try store.wholeStudy(name: PathText.stem(of: path)) }

  static func described(_ study: WholeStudy) -> String {
    var parts = [
      counted(study.transcripts.count, "transcript"), counted(study.codes.count, "code"),
      counted(study.codings.count, "coding"),
    ]
    if !study.memos.isEmpty { parts.append(counted(study.memos.count, "memo")) }
    if !study.attachments.isEmpty { parts.append(counted(study.attachments.count, "file")) }
    return parts.joined(separator: ", ")
  }
}
