import Model
import Retrieval

/// In which order words in their context are listed, where not in that of the study.
enum KwicOrder: String, CaseIterable {
  /// By the words before, the nearest first.
  case left
  /// By the words after.
  case right
  /// By the word itself.
  case word

  init(typed: String) throws {
    guard let order = KwicOrder(rawValue: typed.lowercased()) else {
      throw Problem("'\(typed)' is no order.", hint: "Write --sort left, right or word.", kind: .usage)
    }
    self = order
  }

  var sentence: String {
    switch self {
    case .left: "by the words before, the nearest first"
    case .right: "by the words after"
    case .word: "by the word"
    }
  }

  /// Lines are in the order of these: folded words, so that capitals and accents do not count.
  func key(of line: KwicLine) -> String {
    let right = Self.words(line.right)
    let key =
      switch self {
      case .left: Self.words(line.left).reversed() + right
      case .right: right + Self.words(line.left).reversed()
      case .word: Self.words(line.keyword) + right
      }
    return key.joined(separator: " ")
  }

  private static func words(_ text: String) -> [String] {
    Folding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
