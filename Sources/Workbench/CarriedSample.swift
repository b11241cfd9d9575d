import CSample
import Foundation
import Model

/// The sample study that the program carries: invented interviews at fourteen schools, coded by two.
enum CarriedSample {
  /// Its files by the path in the folder of the study, with `/` between the parts.
  static var files: [(path: String, bytes: Data)] {
    var files: [(String, Data)] = []
    var next = sample_file_at(0)
    while let path = next.path {
      files.append((String(cString: path), Data(bytes: next.bytes, count: next.size)))
      next = sample_file_at(files.count)
    }
    return files
  }

  static func write(into folder: String) throws {
    let manager = FileManager.default
    for (path, bytes) in files {
      let target = folder + "/" + path
      try manager.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try bytes.write(to: URL(fileURLWithPath: target))
      try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
    }
  }
}

extension Workbench {
  /// Makes a folder with the sample: the files as a researcher would have them, and the study made of them.
  ///
  /// Each step is an act of its own, so that the log can be read as an example. A folder that is there already is refused.
  public static func sample(
    in folder: String, copies: @escaping (String) -> String = { _ in "" },
    clock: @escaping () -> String = Workbench.now
  ) throws -> Workbench {
    let study = folder + "/np-onderwijs.draad"
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw Problem(
        "'\(folder)' is there already.",
        hint: FileManager.default.fileExists(atPath: study)
          ? "Open the sample that is in it: draad \(study)" : "Name another folder: draad demo FOLDER")
    }
    do {
      try CarriedSample.write(into: folder + "/np-onderwijs")
      let made = try new(study, copies: copies, clock: clock)
      do { try made.loadSample(from: folder + "/np-onderwijs") } catch {
        made.close()
        throw error
      }
      return made
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      if let problem = error as? Problem { throw problem }
      throw Problem(
        "'\(folder)' could not be written.", hint: "Make the sample where there is room: draad demo FOLDER")
    }
  }

  private func loadSample(from corpus: String) throws {
    defer { line = "" }
    line = "import \(corpus)"
    _ = try importFiles([corpus])
    line = "codebook load \(corpus)/codebook.yaml"
    _ = try loadCodebook(corpus + "/codebook.yaml")
    line = "cases load \(corpus)/cases.csv"
    _ = try loadCases(corpus + "/cases.csv")
    line = "transcripts load \(corpus)/transcripts.csv"
    _ = try loadTranscripts(corpus + "/transcripts.csv")
    for coder in ["anna", "bram"] {
      line = "codings load \(corpus)/codings-\(coder).csv"
      _ = try loadCodings(corpus + "/codings-\(coder).csv", skipBad: false)
    }
  }
}
