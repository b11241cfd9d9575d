import Foundation
import Model

/// Whose copy a packed file is: written at its beginning, so that two studies whose copies lie together are told apart.
struct CopyMark: Equatable, Sendable {
  /// The study's own mark, which all copies of it share.
  var study: String
  /// The mark of the file among those that were branched from one another.
  var copy: String
  /// Where the study lay.
  var path: String

  init(study: String, copy: String, path: String) {
    self.study = study
    self.copy = copy
    self.path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// Reads what stands in a packed file; nil where nothing does, as in those of an older Draad.
  init?(of file: String) {
    let lines = Gzip.comment(of: file)?.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
    guard let lines, lines.count == 4, lines[0] == "draad" else { return nil }
    (study, copy, path) = (String(lines[1]), String(lines[2]), String(lines[3]))
  }

  var text: String { "draad\n\(study)\n\(copy)\n\(path)" }

  /// Whether a copy with this mark is one of the study with the other, also where that was moved since.
  func belongs(to owner: CopyMark) -> Bool {
    guard study == owner.study, copy == owner.copy else { return false }
    return path == owner.path || !FileManager.default.fileExists(atPath: path)
  }
}
