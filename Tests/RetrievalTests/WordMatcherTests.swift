import Model
import Retrieval
import TestSupport
import Testing

@Suite("Matching a text")
struct WordMatcherTests {
  private func expansion(_ typed: String, _ text: String) throws -> WordExpansion {
    let vocabulary = SampleVocabulary(
      Token.all(in: text).map { token in
        String(decoding: Array(text.utf8)[token.span.start..<token.span.end], as: UTF8.self)
      }.joined(separator: " "))
    return try WordExpansion(try WordExpression.parse(typed), vocabulary: vocabulary, stemmer: nil)
  }

  @Test(
    "Hits are the words that make it match",
    arguments: [
      ("tekort", "Een ⟦tekort⟧ is een ⟦TEKORT⟧."),
      ("leer*", "⟦Leer⟧ van ⟦leer\u{AD}kracht⟧ en aanleer"),
      ("~achterstand", "Veel ⟦leerachterstanden⟧, ⟦achterstand⟧ ook"),
      ("\"kleine groep*\"", "In een ⟦kleine, groepen⟧ kleine klas"),
      ("zo’n", "⟦Zo'n⟧ dag, zo en n"),
      ("=één", "⟦Één⟧ van een"),
      ("a or b", "⟦a⟧ x ⟦b⟧"),
      ("a and b", "⟦a⟧ x ⟦b⟧"),
      ("a and c", "a x b"),
      ("a not b", "⟦a⟧ x ⟦a⟧"),
      ("a not b", "a x b"),
      ("not not b", "a b"),
      ("a near/1 b", "a x y b x y ⟦a⟧ x ⟦b⟧ x x a"),
      ("b near/0 a", "⟦a⟧ ⟦b⟧"),
      ("\"a b\" or \"b c\"", "⟦a b c⟧ b"),
    ])
  func hits(_ typed: String, _ marked: String) throws {
    let marked = MarkedText(marked)
    #expect(try expansion(typed, marked.text).matcher.hits(in: marked.text) == marked.spans)
  }

  /// Decides an expression the slow way: NEAR by trying every choice of occurrences.
  private func isTrue(_ expression: WordExpression, _ words: [String]) -> Bool {
    switch expression {
    case .term(let term): !starts(of: [term], in: words).isEmpty
    case .and(let all): all.allSatisfy { isTrue($0, words) }
    case .or(let all): all.contains { isTrue($0, words) }
    case .not(let inner): !isTrue(inner, words)
    case .near(let sides, let distance):
      sides.map { starts(of: $0, in: words) }
        .reduce([[]]) { rows, side in rows.flatMap { row in side.map { row + [$0] } } }
        .contains { row in
          let last = row.map(\.lowerBound).max() ?? 0
          return row.allSatisfy { $0.upperBound + distance >= last }
        }
    }
  }

  private func starts(of terms: [WordTerm], in words: [String]) -> [Range<Int>] {
    terms.flatMap { term -> [Range<Int>] in
      let texts = "\(term)".filter { $0 != "\"" }.split(separator: " ").map(String.init)
      return words.indices.filter { words[$0...].starts(with: texts) }.map { $0..<$0 + texts.count }
    }
  }

  @Test("It decides as trying every choice of words does")
  func slowly() throws {
    var queries = RandomQueries(seed: 3)
    var matched = 0
    for _ in 0..<1500 {
      let words = (0..<queries.number(1...9)).map { _ in queries.pick(["a", "b", "c", "d", "e"], else: "a") }
      let expression = small(&queries, deep: 2)
      let expansion = try WordExpansion(
        expression, vocabulary: SampleVocabulary("a b c d e"), stemmer: nil)
      let text = words.joined(separator: " ")
      let expected = isTrue(expression, words)
      matched += expected ? 1 : 0
      #expect(expansion.matcher.matches(text) == expected, "\(expression) in \(text)")
      if !expected { #expect(expansion.matcher.hits(in: text).isEmpty) }
    }
    #expect(matched > 300)
  }

  private func small(_ queries: inout RandomQueries, deep: Int) -> WordExpression {
    func term(_ queries: inout RandomQueries) -> WordTerm {
      let one = queries.pick(["a", "b", "c", "d"], else: "a")
      return queries.number(0...3) == 0
        ? .phrase(one + " " + queries.pick(["a", "b"], else: "a")) : .word(one)
    }
    guard deep > 0 else { return .term(term(&queries)) }
    switch queries.number(0...4) {
    case 0: return .and(queries.several { small(&$0, deep: deep - 1) })
    case 1: return .or(queries.several { small(&$0, deep: deep - 1) })
    case 2: return .not(small(&queries, deep: deep - 1))
    default:
      let distance = queries.number(0...3)
      return .near(
        queries.several { queries in (0..<queries.number(1...2)).map { _ in term(&queries) } }, within: distance)
    }
  }
}
