/// One piece of a typed query, with its place.
struct Lexeme: Equatable {
  enum Kind: Equatable {
    case word, quoted, open, close, comma
    /// One or more of `=`, `<`, `>`, `!`.
    case comparison
    case end
  }

  var kind: Kind
  /// Of a quoted piece what stands between the quotes.
  var text: String
  /// In characters, from 0; end exclusive.
  var start: Int
  var end: Int
  /// White space stands before it.
  var isApart: Bool

  /// A word in lower case, to compare with keywords; empty for anything that cannot be one.
  var keyword: String { kind == .word ? text.lowercased() : "" }

  /// Something stands here that is no keyword: the piece before it does not end a part.
  var joins: Bool { kind != .end && keyword != "matching" && keyword != "where" }
}
