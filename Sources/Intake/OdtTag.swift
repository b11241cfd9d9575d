/// The elements of OpenDocument text that mean something here; all others are looked through.
enum OdtTag: String {
  case body = "office:text"
  case paragraph = "text:p"
  case heading = "text:h"
  case span = "text:span"
  case blanks = "text:s"
  case tab = "text:tab"
  case lineBreak = "text:line-break"
  case table = "table:table"
  case row = "table:table-row"
  case cell = "table:table-cell"
  case coveredCell = "table:covered-table-cell"
  case box = "draw:text-box"
  case shape = "draw:custom-shape"
  case rectangle = "draw:rect"
  case ellipse = "draw:ellipse"
  case caption = "draw:caption"
  case note = "text:note"
  case annotation = "office:annotation"
  case section = "text:section"
  case hiddenText = "text:hidden-text"
  case hiddenParagraph = "text:hidden-paragraph"

  case style = "style:style"
  case textProperties = "style:text-properties"

  case masterStyles = "office:master-styles"
  /// A change that is kept track of; what was deleted lies in it, or else between a start and an end in the text.
  case changedRegion = "text:changed-region"
  case deletion = "text:deletion"
  case changeStart = "text:change-start"
  case changeEnd = "text:change-end"
  case noteCitation = "text:note-citation"
  case listNumber = "text:number"
  case reading = "text:ruby-text"
  case pageNumber = "text:page-number"
  case pageCount = "text:page-count"
  case pageContinuation = "text:page-continuation"
  case forms = "office:forms"
  case title = "svg:title"
  case description = "svg:desc"
  case changeInfo = "office:change-info"

  /// Deleted words, marks of notes, numbers of pages and items, and words about pictures.
  var isUnread: Bool {
    switch self {
    case .masterStyles, .deletion, .noteCitation, .listNumber, .reading, .pageNumber, .pageCount,
      .pageContinuation, .forms, .title, .description, .changeInfo:
      true
    default: false
    }
  }

  /// The usual prefix of a namespace.
  static func prefix(of namespace: String) -> String? { prefixes[namespace] }

  private static let prefixes: [String: String] = {
    let names = ["office", "text", "table", "style", "drawing", "svg-compatible"]
    var prefixes: [String: String] = [:]
    for name in names {
      let short = name == "drawing" ? "draw" : name == "svg-compatible" ? "svg" : name
      prefixes["urn:oasis:names:tc:opendocument:xmlns:\(name):1.0"] = short
    }
    return prefixes
  }()
}
