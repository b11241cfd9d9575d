import Foundation
public import Model
import Store

extension Workbench {
  /// Copies the study, as it is now, to another file: a study, or one that is packed where the name ends in `.gz`.
  public func backup(to path: String, replacing: Bool = false) throws -> String {
    try store.backup(to: path, replacing: replacing)
    recordExport(path)
    return "Copied the study to \(path)."
  }

  /// The copies that Draad made of the study by itself, the newest first.
  public func copiesTable() throws -> Table { Self.table(of: try store.copyFolder(copies)) }

  /// The same of a study that cannot be opened; `setting` as typed.
  public static func copiesTable(of study: String, _ setting: String) -> Table {
    table(of: folder(of: study, setting))
  }

  /// Makes a new study of a copy: its name in the list, its day, or a file.
  public func restore(_ copy: String, to path: String) throws -> String {
    let told = try Self.restore(copy, in: store.copyFolder(copies), to: path)
    recordExport((path as NSString).pathExtension.isEmpty ? path + ".draad" : path)
    return told
  }

  /// The same where the study cannot be opened; `setting` as typed.
  public static func restore(_ copy: String, of study: String, _ setting: String, to path: String) throws -> String {
    try restore(copy, in: folder(of: study, setting), to: path)
  }

  /// Where copies of the study go from now on, as a sentence.
  public func copiesGo(_ setting: String) throws -> String {
    let former = try store.copyFolder(copies)
    copies = CopySetting(setting)
    // Who erases something later must know of the copies that are there.
    if try store.copyFolder(copies).path != former.path, !former.copies().isEmpty { recordExport(former.path) }
    try store.keepDailyCopies(copies, clock: clock)
    switch copies {
    case .off: return "No copies are made by themselves any more; those that are there stay."
    case let setting: return "Copies go to \(try store.copyFolder(setting).path) from now on."
    }
  }

  /// Without the study's mark a folder for many is searched for one that bears the study's name.
  private static func folder(of study: String, _ setting: String) -> CopyFolder {
    guard case .folder(let folder) = CopySetting(setting) else { return CopyFolder(beside: study) }
    let stem = ((study as NSString).deletingPathExtension as NSString).lastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = names.sorted().first { $0.hasPrefix(stem + "-") && $0.count == stem.count + 9 }
    return CopyFolder(of: study, guid: own.map { String($0.suffix(8)) } ?? "", in: folder)
  }

  private static func restore(_ copy: String, in folder: CopyFolder, to path: String) throws -> String {
    let named = (path as NSString).pathExtension.isEmpty ? path + ".draad" : path
    let known = folder.copies()
    let found = known.first { $0.name == copy || $0.kind == .daily && $0.day == copy }?.path
    guard let source = found ?? (FileManager.default.fileExists(atPath: copy) ? copy : nil) else {
      throw Problem("There is no copy '\(copy)' in '\(folder.path)'.", hint: "'backups' lists them.")
    }
    try StudyStore.restore(source, to: named)
    return "Made the study \(named) of the copy \((source as NSString).lastPathComponent)."
  }

  private static func table(of folder: CopyFolder) -> Table {
    let rows: [[Table.Cell]] = folder.copies().map { copy in
      let made =
        switch copy.kind {
        case .daily: "before the first change of a day"
        case .version(let version): "before version \(version) of the file was brought up to date"
        case .repair: "before it was mended"
        }
      return [.text(copy.name), copy.day.map { .text($0) } ?? .none, .text(made), .count(copy.size)]
    }
    return Table(
      title: "Copies of the study",
      columns: [
        .init("copy", "Copy", .text), .init("day", "Day", .text), .init("made", "Made", .text),
        .init("bytes", "Bytes", .count),
      ], rows: rows, notes: [.init("Folder", folder.path)])
  }
}
