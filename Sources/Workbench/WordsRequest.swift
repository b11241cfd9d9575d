import Analysis
import Model

/// Which words are to be counted, as typed.
public struct WordsRequest: Equatable, Sendable {
  /// Pairs of words next to each other instead of words.
  public var pairs = false
  /// An attribute, for columns a value.
  public var by: String?
  /// A condition: words that are said more where it holds than elsewhere.
  public var typical: String?
  /// `drop` or `keep`.
  public var stopWords = "drop"
  /// What the rows are sorted by; nil for what is said most, or is most typical.
  public var sort: String?
  public var limit: Int?

  public init() {}

  var order: WordTable.Order {
    get throws {
      guard let sort else { return .count }
      let known = WordTable.Order.allCases.map(\.rawValue)
      guard let order = WordTable.Order(rawValue: sort) else {
        throw Problem(
          "'\(sort)' is no order.", hint: "Sort by \(known.dropLast().joined(separator: ", ")) or \(known.last ?? "").",
          kind: .usage)
      }
      guard typical == nil else {
        throw Problem("Typical words have an order of their own.", hint: "Leave out --sort.", kind: .usage)
      }
      return order
    }
  }

  var keepsStopWords: Bool {
    get throws {
      switch stopWords {
      case "keep": return true
      case "drop": return false
      default:
        throw Problem(
          "'\(stopWords)' is no choice of --stop-words.", hint: "Write --stop-words keep or drop.", kind: .usage)
      }
    }
  }

  func check() throws {
    if by != nil, typical != nil {
      throw Problem("--by and --typical are two tables.", hint: "Leave out one of them.", kind: .usage)
    }
  }
}
