import Model
import Retrieval

/// Tells of a text whether it holds names or words of what is erased.
///
/// Words tell where three stand in a row as they were said, or two with one among them that nobody else said, or one that
/// was written with a capital inside a sentence and that nobody else said. What others said too tells nothing.
struct ErasedWords {
  /// In small letters; they tell wherever they stand.
  private let names: [String]
  private let speakers: [[String]]
  private var runs: Set<Int64> = []
  private var words: Set<String> = []
  private var proper: Set<String> = []
  private let isElsewhere: (String) throws -> Bool
  private var asked: [String: Bool] = [:]

  /// - Parameters:
  ///   - names: of transcripts, cases and files.
  ///   - texts: what was said, without labels.
  ///   - isElsewhere: whether words stand in a row in a transcript that stays.
  init(names: [String], speakers: [String], texts: [String], isElsewhere: @escaping (String) throws -> Bool) rethrows {
    self.names = names.filter { $0.count > 2 }.map { $0.lowercased() }
    self.isElsewhere = isElsewhere
    var known: [[String]] = []
    for speaker in speakers {
      let tokens = Token.all(in: speaker)
      if speaker.count > 1, !tokens.isEmpty { known.append(tokens.map(\.folded)) }
      guard tokens.count > 1 else { continue }
      let bytes = Array(speaker.utf8)
      for part in tokens where part.folded.count > 2 && Self.isCapital(part, in: bytes) {
        if try !isElsewhere(part.folded) { known.append([part.folded]) }
      }
    }
    self.speakers = known
    for text in texts { take(text) }
  }

  private mutating func take(_ text: String) {
    let bytes = Array(text.utf8)
    let tokens = Token.all(in: text)
    for (place, token) in tokens.enumerated() {
      words.insert(token.folded)
      if Self.isTelling(token.folded), Self.isProper(token, in: bytes) { proper.insert(token.folded) }
      for length in 2...3 where place + length <= tokens.count {
        runs.insert(Self.mark(tokens[place..<place + length].map(\.folded)))
      }
    }
  }

  /// Whether the text holds any of it.
  mutating func tell(in text: String) throws -> Bool {
    let small = text.lowercased()
    if names.contains(where: small.contains) { return true }
    let bytes = Array(text.utf8)
    let tokens = Token.all(in: text)
    let folded = tokens.map(\.folded)
    for place in tokens.indices {
      if speakers.contains(where: { Self.isSpeaker($0, folded[place...], tokens[place], bytes) }) { return true }
      if try tells(folded[place...]) { return true }
    }
    return false
  }

  private mutating func tells(_ rest: ArraySlice<String>) throws -> Bool {
    guard let first = rest.first, words.contains(first) else { return false }
    if proper.contains(first), try isOwn([first]) { return true }
    let two = Array(rest.prefix(2))
    guard two.count == 2, runs.contains(Self.mark(two)) else { return false }
    for word in two where Self.isTelling(word) { if try isOwn([word]) { return true } }
    let three = Array(rest.prefix(3))
    guard three.count == 3, three.contains(where: Self.isTelling), runs.contains(Self.mark(three)) else { return false }
    return try isOwn(three)
  }

  /// Whether nobody else said the words in a row.
  private mutating func isOwn(_ words: [String]) throws -> Bool {
    let phrase = words.joined(separator: " ")
    if let known = asked[phrase] { return !known }
    let found = try isElsewhere(phrase)
    asked[phrase] = found
    return !found
  }

  /// A name of at most three letters must have its capital: many are words too.
  private static func isSpeaker(_ name: [String], _ rest: ArraySlice<String>, _ token: Token, _ bytes: [UInt8]) -> Bool
  {
    guard name.count <= rest.count else { return false }
    if name.count > 1 { return rest.starts(with: name) }
    guard let one = name.first, let word = rest.first else { return false }
    return one.count > 3 ? word.hasPrefix(one) : (word == one || word == one + "s") && isCapital(token, in: bytes)
  }

  private static func isTelling(_ word: String) -> Bool { word.utf8.count > 3 }

  private static func isCapital(_ token: Token, in bytes: [UInt8]) -> Bool {
    let word = String(decoding: bytes[token.span.start..<token.span.end], as: UTF8.self)
    return word.first.map { $0.isUppercase || $0.isNumber } ?? false
  }

  /// Whether a word has a capital, or is a number, and no sentence begins with it.
  private static func isProper(_ token: Token, in bytes: [UInt8]) -> Bool {
    guard isCapital(token, in: bytes), let before = bytes[..<token.span.start].last(where: { $0 != 0x20 }) else {
      return false
    }
    return before < 0x80 && !".!?:;\"'(\n\t".utf8.contains(before)
  }

  private static func mark(_ words: [String]) -> Int64 { Digest.quote(words.joined(separator: " ").utf8) }
}
