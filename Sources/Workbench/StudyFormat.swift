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
    guard let bytes = bytes(QCStudy.settings, in: folder), bytes.count < 1 << 20 else { return nil }
    return QCStudy.places(String(decoding: bytes, as: UTF8.self))
  }

  /// The bytes of a file in a folder, nil where there is none.
  private static func bytes(_ name: String, in folder: String) -> [UInt8]? {
    guard case .file = FileKind(folder + "/" + name) else { return nil }
    return try? SourceFiles.bytes(of: folder + "/" + name)
  }

  struct Reading {
    var study: WholeStudy
    /// Whether keys of codes are the researcher's own.
    var hasKeys: Bool
    var report: TransferReport

    init(study: WholeStudy, hasKeys: Bool, report: TransferReport) {
      (self.study, self.hasKeys, self.report) = (study, hasKeys, report)
    }

    init(_ foreign: ForeignStudy) { self.init(study: foreign.study, hasKeys: false, report: foreign.report) }
  }

  func read(_ path: String, form: PositionForm?, coder: String) throws -> Reading {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Problem("There is no file '\(path)'.", hint: "Look at the name and the folder.")
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let name = PathText.stem(of: folder)
    switch self {
    case .project:
      let read = try QDAProject.read(path: path, options: .init(positions: form, coder: coder))
      return Reading(study: read.study, hasKeys: read.hasKeys, report: read.report)
    case .plain:
      let (study, problems) = PlainStudy.read(name: PathText.name(of: folder)) { Self.bytes($0, in: folder) }
      try Workbench.refuse(problems, file: path)
      return Reading(study: study ?? WholeStudy(name: path), hasKeys: true, report: TransferReport())
    case .qualCoder:
      let tables = try ForeignFile.tables(QualCoderStudy.tables, of: folder + "/" + QualCoderStudy.database)
      return Reading(
        try QualCoderStudy.read(tables, name: name, path: path, coder: coder) { Self.bytes($0, in: folder) })
    case .rqda:
      return Reading(
        try RQDAStudy.read(ForeignFile.tables(RQDAStudy.tables, of: path), name: name, path: path, coder: coder))
    case .taguette:
      return Reading(
        try TaguetteStudy.read(ForeignFile.tables(TaguetteStudy.tables, of: path), name: name, path: path, coder: coder)
      )
    case .qc:
      let places = Self.qcPlaces(folder) ?? QCStudy.Places()
      let tables = try ForeignFile.tables(QCStudy.tables, of: folder + "/" + places.database)
      return Reading(
        try QCStudy.read(tables, places, name: name, path: path, coder: coder) { Self.bytes($0, in: folder) })
    }
  }
}
