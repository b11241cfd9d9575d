import Model

/// The filter that later commands of a session share: `use where sector=vo`, `use coder Anna`.
///
/// It is put into the words of a command, so that the recipe of a result says all that is needed to make it again.
struct SharedFilter: Equatable {
  var condition: String?
  var coders: [String] = []

  var isEmpty: Bool { condition == nil && coders.isEmpty }

  /// As the prompt has it: `where sector=vo, coder Anna`.
  var shown: String {
    ([condition.map { "where \($0)" }].compactMap { $0 } + coders.map { "coder \($0)" }).joined(separator: ", ")
  }

  /// A command with the filter in it: a condition of its own holds besides, coders of its own instead.
  func applied(to words: [String], withCoders: Bool) -> [String] {
    let end = words.firstIndex(of: "--") ?? words.count
    var (own, rest): ([String], [String]) = ([], [])
    var place = 0
    while place < end {
      if words[place] == "--where", place + 1 < end {
        own.append(words[place + 1])
        place += 2
      } else {
        if words[place].hasPrefix("--where=") {
          own.append(String(words[place].dropFirst(8)))
        } else {
          rest.append(words[place])
        }
        place += 1
      }
    }
    let conditions = [condition].compactMap { $0 } + own
    if conditions.count > 1 {
      rest += ["--where", conditions.map { "(\($0))" }.joined(separator: " and ")]
    } else if let only = conditions.first {
      rest += ["--where", only]
    }
    let namesCoders = rest.contains { $0 == "--coder" || $0.hasPrefix("--coder=") }
    if withCoders, !namesCoders { rest += coders.flatMap { ["--coder", $0] } }
    return rest + words[end...]
  }
}

/// A command that looks at what passes a filter.
protocol SharesFilter: WorkbenchCommand {
  /// Whether it can look at the codings of some coders only.
  static var takesCoders: Bool { get }
}

extension SharesFilter {
  static var takesCoders: Bool { true }
}

extension Show: SharesFilter {}
extension Autocode: SharesFilter {}
extension Find: SharesFilter {}
extension Search: SharesFilter {}
extension KwicCommand: SharesFilter {}
extension Words: SharesFilter {}
extension QuoteBook: SharesFilter {}
extension Frequencies: SharesFilter {}
extension Tabulate: SharesFilter { static var takesCoders: Bool { false } }
extension CrosstabCommand: SharesFilter {}
extension CooccurrenceCommand: SharesFilter {}
extension Compare: SharesFilter {}
extension MatrixCommand: SharesFilter {}
extension SaturationCommand: SharesFilter {}
extension AgreementCommand: SharesFilter { static var takesCoders: Bool { false } }
