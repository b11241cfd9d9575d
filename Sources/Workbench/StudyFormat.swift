import Exchange
import Foundation
import Model
import Store

/// The forms in which a whole study of a program can lie on a disk.
enum StudyFormat {
  /// REFI-QDA, `.qdpx`.
  case project
  /// A folder of plain text, written here.
  case plain
  /// A folder of QualCoder, `.qda`.
  case qualCoder
  /// A file of RQDA, `.rqda`.
  case rqda
  /// The SQLite file that Taguette exports.
  case taguette
  /// A folder of qc.
  case qc

  /// nil for what is no whole study.
  init?(_ path: String) {
    if FileManager.default.fileExists(atPath: path + "/" + PlainStudy.marker) {
      self = .plain
      return
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    if FileManager.default.fileExists(atPath: folder + "/" + QualCoderStudy.database) {
      self = .qualCoder
    } else if Self.qcPlaces(folder) != nil {
      self = .qc
    } else {
      switch PathText.ending(of: path) {
      case "qdpx": self = .project
      case "rqda": self = .rqda
      case "sqlite3", "sqlite": self = .taguette
      default: return nil
      }
    }
  }

  private static func qcPlaces(_ folder: String) -> QCStudy.Places? {
    guard case .file(let size) = FileKind(folder + "/" + QCStudy.settings), size < 1 << 20,
      let bytes = StudyFolder(folder).bytes(QCStudy.settings)
    else { return nil }
    return QCStudy.places(String(decoding: bytes, as: UTF8.self))
  }

  struct Reading {
    var study: WholeStudy
    /// Whether keys of codes are the researcher's own.
    var hasKeys: Bool
    var report: TransferReport

    init(study: WholeStudy, hasKeys: Bool, report: TransferReport) {
      (self.study, self.hasKeys, self.report) = (study, hasKeys, report)
    }

    init(_ foreign: ForeignStudy, _ folder: StudyFolder? = nil) {
      self.init(study: foreign.study, hasKeys: false, report: foreign.report)
      for problem in folder?.problems ?? [] { report.problem(problem) }
    }
  }

  /// Reads a study; `isStopped` is asked again and again, and what is read once it was is not whole.
  func read(
    _ path: String, form: PositionForm?, coder: String, isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws -> Reading {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Problem("There is no file '\(path)'.", hint: "Look at the name and the folder.")
    }
    let folder = StudyFolder(path, isStopped: isStopped)
    let name = PathText.stem(of: folder.path)
    switch self {
    case .project:
      let read = try QDAProject.read(
        path: path, options: .init(positions: form, coder: coder, isStopped: isStopped))
      return Reading(study: read.study, hasKeys: read.hasKeys, report: read.report)
    case .plain:
      let (study, problems) = PlainStudy.read(name: PathText.name(of: folder.path)) { folder.bytes($0) }
      if !isStopped() { try Workbench.refuse(folder.problems + problems, file: path) }
      return Reading(study: study ?? WholeStudy(name: path), hasKeys: true, report: TransferReport())
    case .qualCoder:
      let tables = try ForeignFile.tables(QualCoderStudy.tables, of: folder.database(QualCoderStudy.database))
      let read = try QualCoderStudy.read(tables, name: name, path: path, coder: coder, isStopped: isStopped) {
        folder.bytes($0)
      }
      return Reading(read, folder)
    case .rqda:
      let tables = try ForeignFile.tables(RQDAStudy.tables, of: path)
      return Reading(try RQDAStudy.read(tables, name: name, path: path, coder: coder, isStopped: isStopped))
    case .taguette:
      let tables = try ForeignFile.tables(TaguetteStudy.tables, of: path)
      return Reading(try TaguetteStudy.read(tables, name: name, path: path, coder: coder, isStopped: isStopped))
    case .qc:
      let places = Self.qcPlaces(folder.path) ?? QCStudy.Places()
      let tables = try ForeignFile.tables(QCStudy.tables, of: folder.database(places.database))
      let read = try QCStudy.read(tables, places, name: name, path: path, coder: coder, isStopped: isStopped) {
        folder.bytes($0)
      }
      return Reading(read, folder)
    }
  }
}
