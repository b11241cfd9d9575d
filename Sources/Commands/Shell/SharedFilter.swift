import Model

/// The filter that later commands of a session share: `use where sector=vo`, `use coder Anna`.
///
/// It is put into the words of a command, so that the recipe of a result says all that is needed to make it again.
struct SharedFilter: Equatable {
  var condition: String?
  var coders: [String] = []

  var isEmpty: Bool { condition == nil && coders.isEmpty }

  /// What a command can look through.
  struct Parts: OptionSet {
    let rawValue: Int
    static let condition = Parts(rawValue: 1)
    static let coders = Parts(rawValue: 2)
    static let all: Parts = [.condition, .coders]
  }

  /// Only those parts.
  func only(_ parts: Parts) -> SharedFilter {
    SharedFilter(
      condition: parts.contains(.condition) ? condition : nil, coders: parts.contains(.coders) ? coders : [])
  }

  /// What is told where a command looks at all that is there, whatever is set; nil where nothing is.
  var noteThatItDoesNotHold: Problem? {
    let set = [
      condition.map { "'use where \($0)'" }, coders.isEmpty ? nil : "'use coder \(coders.joined(separator: ", "))'",
    ]
    .compactMap { $0 }
    guard !set.isEmpty else { return nil }
    return Problem("\(set.joined(separator: " and ")) \(set.count == 1 ? "does" : "do") not hold here.")
  }

  /// As the prompt has it: `where sector=vo, coder Anna`.
  var shown: String {
    ([condition.map { "where \($0)" }].compactMap { $0 } + coders.map { "coder \($0)" }).joined(separator: ", ")
  }

  /// A command with the filter in it: a condition of its own holds besides, coders of its own instead.
  func applied(to words: [String]) -> [String] {
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
    if !namesCoders { rest += coders.flatMap { ["--coder", $0] } }
    return rest + words[end...]
  }
}

/// A command that looks at what passes a filter.
protocol SharesFilter: WorkbenchCommand {
  static var shares: SharedFilter.Parts { get }
}

extension SharesFilter {
  static var shares: SharedFilter.Parts { .all }
}

/// A command that shows or writes what it finds in the whole study, whatever filter is set.
protocol LooksAtAll: WorkbenchCommand {
  /// Whether it does so with these options.
  var looksAtAll: Bool { get }
}

extension LooksAtAll {
  var looksAtAll: Bool { true }
}

extension Show: SharesFilter {}
extension Autocode: SharesFilter {}
extension Find: SharesFilter {}
extension Search: SharesFilter {}
extension KwicCommand: SharesFilter {}
extension Words: SharesFilter {}
extension QuoteBook: SharesFilter {}
extension Frequencies: SharesFilter {}
extension Tabulate: SharesFilter { static var shares: SharedFilter.Parts { .condition } }
extension Sample: SharesFilter { static var shares: SharedFilter.Parts { .condition } }
extension CrosstabCommand: SharesFilter {}
extension Transcripts.List: SharesFilter { static var shares: SharedFilter.Parts { .condition } }
extension Cases.List: SharesFilter { static var shares: SharedFilter.Parts { .condition } }
extension Speakers.List: SharesFilter { static var shares: SharedFilter.Parts { .condition } }
extension CooccurrenceCommand: SharesFilter {}
extension Compare: SharesFilter {}
extension MatrixCommand: SharesFilter {}
extension SaturationCommand: SharesFilter {}
extension AgreementCommand: SharesFilter { static var shares: SharedFilter.Parts { .condition } }
extension Codings.Export: SharesFilter { static var shares: SharedFilter.Parts { .coders } }
extension Codings.Outdated: SharesFilter { static var shares: SharedFilter.Parts { .coders } }

extension TranscriptCommand.Unplaced: LooksAtAll {}
extension Speakers.Names: LooksAtAll {}
extension Memos.List: LooksAtAll {}
extension CodebookCommand.Show: LooksAtAll {}
extension CodeCommand.History: LooksAtAll {}
extension ExportCommand.Whole: LooksAtAll {}
extension ExportCommand.R: LooksAtAll {}
extension ExportCommand.Python: LooksAtAll {}
extension Assign: LooksAtAll { var looksAtAll: Bool { draws || isList } }
extension Disagreements.List: LooksAtAll {}
extension Disagreements.Walk: LooksAtAll {}
extension Diff: LooksAtAll {}
extension CheckTable: LooksAtAll {}
