import Workbench

extension StringProtocol {
  /// Without a quotation mark at its start.
  var unquoted: String {
    guard let first, "\"'“”„".contains(first) else { return String(self) }
    return String(dropFirst())
  }

  var endsInLetter: Bool { last.map { $0.isLetter || $0.isNumber } ?? false }

  /// Lower case, without accents, as search folds words.
  var folded: String { Names.folded(String(self)) }
}
