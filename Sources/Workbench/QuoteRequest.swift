import Model
import Retrieval

/// Which of the passages found are quoted, in what order, with how much around them.
public struct QuoteRequest: Equatable, Sendable {
  /// nil for all.
  public var limit: Int?
  /// The best first, by Okapi BM25 of the words; else in the order of the study.
  public var isRanked = false
  /// So many drawn by lot.
  public var sample: Int?
  public var seed = 1
  /// Segments before and after.
  public var context = 0
  /// An attribute of cases or transcripts by whose values the passages are counted.
  public var by: String?
  /// `and` gives what both sides share instead of the whole passages of both.
  public var shared = false

  public init(limit: Int? = nil) { self.limit = limit }

  func check(_ query: Query) throws {
    if isRanked, query.words == nil {
      throw Problem(
        "--rank orders by how well the words fit, and this query has none.",
        hint: "Add words: find \(query.codes.map { "\($0) " } ?? "")matching WORDS --rank", kind: .usage)
    }
    if let sample, sample < 1 {
      throw Problem("--sample \(sample) is no number of quotes.", hint: "Write --sample 20.", kind: .usage)
    }
    if !(0...100).contains(context) {
      throw Problem("--context \(context) is no number of segments.", hint: "Write 0 to 100.", kind: .usage)
    }
  }

  /// How the quotes were chosen and put in order, as a note; nil for the order of the study.
  func order(of shown: Int, all: Int) -> String? {
    var parts: [String] = []
    if let sample, sample < all { parts.append("\(min(sample, all)) of \(all) drawn by lot, with seed \(seed)") }
    if isRanked { parts.append("the best first (BM25 of the words in their segments)") }
    if shared { parts.append("only what both sides of 'and' share") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

/// A query with what is needed to answer it.
struct Search {
  var query: Query
  var expansion: WordExpansion?
  /// As it was typed, for carets.
  var typed: String
  var selection: Workbench.Selection

  /// Each passage must be held against the words: the index does not answer for it.
  var mustMatch: Bool { expansion != nil && query.codes != nil || expansion?.needsCheck == true }
}
