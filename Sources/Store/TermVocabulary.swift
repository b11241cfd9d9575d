import GRDB
public import Retrieval

extension StudyStore {
  /// Makes a words expression ready for this study: the forms that occur stand for each word.
  public func expand(_ expression: WordExpression) throws -> WordExpansion {
    try settleTerms()
    try settleStems()
    return try read { db in
      language.use(try studyLanguage(db))
      let vocabulary = TermVocabulary(db: db, hasStems: try hasStemsOfToday(db))
      return try WordExpansion(expression, vocabulary: vocabulary, stemmer: language.loadedStemmer)
    }
  }

  /// Words that were said and are spelt nearly like a term that was not; the nearest first, at most three.
  public func wordsLike(_ term: WordTerm) throws -> [String] {
    guard let wanted = term.spelling.map({ Folding.fold($0) }), wanted.count > 2 else { return [] }
    try settleTerms()
    return try read { db in
      let words = try String.fetchAll(
        db,
        sql: """
          SELECT word FROM terms WHERE occurrences > 0 AND length(folded) BETWEEN ?1 - 2 AND ?1 + 2
          ORDER BY occurrences DESC, word
          """, arguments: [wanted.count])
      return Nearest.names(to: wanted, among: words)
    }
  }

  /// Whether a dictionary of the study's language is installed, so that inflected forms are found.
  public var knowsForms: Bool {
    let isKnown = try? read { db in
      language.use(try studyLanguage(db))
      return language.isInstalled
    }
    return isKnown ?? false
  }
}

/// The table of terms as retrieval asks it.
struct TermVocabulary: WordVocabulary {
  let db: Database
  /// Whether the stems that are kept are those that the stemmer gives.
  let hasStems: Bool

  func forms(folded: String) throws -> [WordForm] { try forms("folded = ?", [folded]) }

  func forms(stems: [String]) throws -> [WordForm] {
    guard !stems.isEmpty else { return [] }
    let marks = stems.map { _ in "?" }.joined(separator: ", ")
    return try forms("term_id IN (SELECT term_id FROM term_stems WHERE stem IN (\(marks)))", stems)
  }

  func stems(folded: String) throws -> [String]? {
    guard hasStems else { return nil }
    return try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT stem FROM terms JOIN term_stems USING (term_id) WHERE folded = ? AND occurrences > 0 ORDER BY stem
        """, arguments: [folded])
  }

  func forms(prefix: String) throws -> [WordForm] {
    try forms("folded >= ?1 AND substr(folded, 1, length(?1)) = ?1", [prefix])
  }

  func forms(part: String) throws -> [WordForm] { try forms("instr(folded, ?) > 0", [part]) }

  private func forms(_ condition: String, _ arguments: [String]) throws -> [WordForm] {
    try Row.fetchAll(
      db,
      sql:
        "SELECT word, folded, occurrences FROM terms WHERE occurrences > 0 AND \(condition) ORDER BY occurrences DESC, word",
      arguments: StatementArguments(arguments)
    ).map { row in WordForm(surface: row[0], folded: row[1], count: row[2]) }
  }
}
