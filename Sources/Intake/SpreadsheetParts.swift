import Packages

/// Where the parts of an Excel file stand in its archive, and what its sheets are called.
struct SpreadsheetParts {
  struct Sheet: Equatable {
    var name: String
    var part: String
    var isHidden = false
  }

  private(set) var sheets: [Sheet] = []
  private(set) var strings: String?
  private(set) var styles: String?
  /// Days count from 1904, as they did on the Macintosh.
  private(set) var from1904 = false

  private struct Relation {
    var target: String
    var kind: String
  }

  /// Nil when the archive is no Excel file with sheets as XML.
  init?(_ archive: [UInt8]) {
    guard let workbook = Self.workbook(of: archive), workbook.hasSuffix(".xml"),
      case .bytes(let xml) = ZipArchive.entry(workbook, in: archive)
    else { return nil }
    let folder = workbook.lastIndex(of: "/").map { String(workbook[...$0]) } ?? ""
    let list = "\(folder)_rels/\(workbook.dropFirst(folder.count)).rels"
    let relations = Self.relations(list, in: archive, folder: folder)
    strings = relations.values.first { $0.kind == "sharedStrings" }?.target
    styles = relations.values.first { $0.kind == "styles" }?.target
    guard read(xml, relations) else { return nil }
  }

  private mutating func read(_ workbook: [UInt8], _ relations: [String: Relation]) -> Bool {
    XMLEvents.walk(workbook) { event in
      guard case .start(let element) = event else { return }
      switch element.name {
      case "workbookPr": from1904 = ["1", "true", "on"].contains(element.attribute("date1904") ?? "")
      case "sheet":
        guard let id = element.attribute("id"), let relation = relations[id], relation.kind == "worksheet" else {
          return
        }
        let state = element.attribute("state") ?? "visible"
        sheets.append(
          Sheet(name: element.attribute("name") ?? "", part: relation.target, isHidden: state != "visible"))
      default: break
      }
    }
  }

  /// The entry with the list of sheets; nil when the archive is some other document.
  static func workbook(of archive: [UInt8]) -> String? {
    let relations = relations("_rels/.rels", in: archive, folder: "")
    let main = relations.values.first { $0.kind == "officeDocument" }?.target
    guard let main, main.contains("workbook") || main.hasPrefix("xl/") else { return nil }
    return main
  }

  private static func relations(_ part: String, in archive: [UInt8], folder: String) -> [String: Relation] {
    guard case .bytes(let xml) = ZipArchive.entry(part, in: archive, limit: 16 << 20) else { return [:] }
    var relations: [String: Relation] = [:]
    let isWhole = XMLEvents.walk(xml) { event in
      guard case .start(let element) = event, element.name == "Relationship", let id = element.attribute("Id"),
        let target = element.attribute("Target"), let type = element.attribute("Type")
      else { return }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      relations[id] = Relation(
        target: path, kind: String(type[(type.lastIndex(of: "/") ?? type.startIndex)...].dropFirst()))
    }
    return isWhole ? relations : [:]
  }
}
