/// What stands between two blanks of a phrase: a word, the beginning of one (`leer*`) or a part of one (`~groep`).
struct PhrasePiece: Equatable {
  enum Kind: Equatable { case word, prefix, part }

  var kind: Kind
  /// Without its marks.
  var text: String
  /// Where it stands in the phrase, in characters from 0.
  var column: Int

  static func all(in phrase: String) -> [PhrasePiece] {
    phrase.split(whereSeparator: \.isWhitespace).map { piece in
      let isPart = piece.hasPrefix("~") && piece.count > 1
      let isPrefix = !isPart && piece.hasSuffix("*")
      let text = isPart ? piece.dropFirst() : isPrefix ? piece.dropLast() : piece
      return PhrasePiece(
        kind: isPart ? .part : isPrefix ? .prefix : .word, text: String(text),
        column: phrase.distance(from: phrase.startIndex, to: text.startIndex))
    }
  }
}
