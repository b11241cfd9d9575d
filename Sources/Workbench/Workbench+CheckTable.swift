import Analysis
import Exchange
import Intake
public import Model
import Retrieval
import Store

/// A printed table that is to be checked, as typed.
public struct CheckTableRequest: Equatable, Sendable {
  /// Its path; for text that was handed over, what it is called.
  public var file: String
  /// The words of the table, where they come from somewhere else than the file.
  public var text: String?
  /// What counts are of, where the table does not say.
  public var base: Int?
  /// The sheet of a workbook.
  public var sheet: String?
  /// As typed, for the notes.
  public var command: String

  public init(file: String, text: String? = nil, base: Int? = nil, sheet: String? = nil, command: String) {
    self.file = file
    self.text = text
    self.base = base
    self.sheet = sheet
    self.command = command
  }
}

extension Workbench {
  /// More than any table of a report.
  private static let largestTable = 10_000_000

  /// What of a printed table does not follow from its own numbers; with a table of a study also what is otherwise there.
  ///
  /// No study is needed.
  public static func checkTable(
    _ request: CheckTableRequest, against study: Table? = nil
  ) throws -> (table: Table, isRight: Bool) {
    if let base = request.base, base < 1 || !PrintedTable.isCount(base) {
      throw Problem("--n \(base) is no number of respondents.", hint: "Write a whole number: --n 1888", kind: .usage)
    }
    if let study, !study.columns.contains(where: { $0.key == "count" }) {
      throw Problem(
        "The table '\(study.title)' of the study has no single count in a row.", hint: "Leave --by out of --of.",
        kind: .usage)
    }
    let printed = try PrintedTableReading(cells(of: request)).table(base: request.base, file: request.file)
    let check = TableCheck(printed, study: study, fold: { Folding.fold($0) })
    var table = check.table(titled: "Check of \((request.file as String).split(separator: "/").last ?? "")")
    var recipe = try Self.recipe(files: request.text == nil ? [request.file] : [], command: request.command)
    if let text = request.text { recipe.files = [.init(name: request.file, sha256: Digest.sha256(Array(text.utf8)))] }
    (recipe.content, recipe.lastChange) = (study?.recipe?.content, study?.recipe?.lastChange)
    table.recipe = recipe
    return (table, check.isRight)
  }

  private static func cells(of request: CheckTableRequest) throws -> PrintedCells {
    if let text = request.text { return PrintedCells(text) }
    let bytes = try SourceFiles.bytes(of: request.file)
    guard bytes.count <= largestTable else {
      throw Problem("'\(request.file)' is larger than any table of a report.", hint: "Give one table of at most 10 MB.")
    }
    let source = SourceFile(name: request.file, bytes: bytes)
    if request.file.lowercased().hasSuffix(".xlsx") {
      do {
        return PrintedCells(rows: try SpreadsheetFile(source).sheet(request.sheet).records())
      } catch {
        throw Problem(error.text, file: error.file, line: error.line, hint: error.hint)
      }
    }
    let decoded = DecodedText(source)
    if let refused = decoded.problems.first(where: { $0.severity == .refused }) {
      throw Problem(refused.text, file: refused.file, line: refused.line, hint: refused.hint)
    }
    return PrintedCells(decoded.text)
  }
}
