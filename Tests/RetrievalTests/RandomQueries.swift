import Retrieval
import TestSupport

/// Makes queries that a person could have typed, ever other ones.
struct RandomQueries {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func pick<Value>(_ values: [Value], else other: Value) -> Value {
    values.randomElement(using: &random) ?? other
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func several<Value>(_ make: (inout RandomQueries) -> Value) -> [Value] {
    (0..<number(2...4)).map { _ in make(&self) }
  }

  mutating func query() -> Query {
    let parts = number(1...7)
    return Query(
      codes: parts & 1 == 0 ? nil : codes(deep: 3), words: parts & 2 == 0 ? nil : words(deep: 3),
      condition: parts & 4 == 0 ? nil : condition(deep: 3))
  }

  mutating func codes(deep: Int) -> CodeExpression {
    let name = CodeName(
      pick(
        [
          "B3", "gebrek aan personeel", "K/gebrek aan personeel", "time and money", "any", "Uncoded", "a \"b\" c",
          "zo'n",
          "x,y", "x (y)", "=z", "before/3", "a  b", " a", "near", "Tijd, geld", "“q”", "any other",
        ], else: "B"))
    guard deep > 0 else {
      return pick([.code(name), .code(name), .exactCode(name), .any, .uncoded], else: .any)
    }
    let left = codes(deep: number(0...deep - 1))
    let right = codes(deep: number(0...deep - 1))
    let position: CodeExpression.Position = pick(
      [.overlapping, .within, .around, .before(2), .before(0), .after(10), .near(1), .near(0)], else: .within)
    return pick(
      [.and(left, right), .or(left, right), .andNot(left, right), .positional(left, position, right)], else: left)
  }

  mutating func words(deep: Int) -> WordExpression {
    guard deep > 0 else { return .term(term()) }
    let distance = number(0...9)
    switch number(0...3) {
    case 0: return .and(several { $0.words(deep: deep - 1) })
    case 1: return .or(several { $0.words(deep: deep - 1) })
    case 2: return .not(words(deep: deep - 1))
    default:
      return .near(
        several { queries in queries.number(0...1) == 0 ? [queries.term()] : queries.several { $0.term() } },
        within: distance)
    }
  }

  mutating func term() -> WordTerm {
    let word = pick(["toets", "zo'n", "mr-lid", "één", "2021", "A", "school"], else: "x")
    let phrase = pick(["kleine groepen", "a \"b\" c", "x and (y", "“q”", "een", " a  b "], else: "x")
    let forms = [pick(["toetsen", "één", "scholen"], else: "x")]
    return pick(
      [
        .except(.word(word), forms: forms), .except(.part("achter"), forms: forms + ["x"]), .word(word), .exact(word),
        .exact(phrase), .prefix(word), .part("achterstand"), .phrase(phrase),
        .phrase(pick(["kleine groep*", "~groep zo*", "leer* ~werk", "één"], else: "x")),
      ], else: .word(word))
  }

  mutating func condition(deep: Int) -> Condition {
    let attributes = ["sector", "school-type", "a.b", "Q_1", "aantal leerlingen", "in", "and", "x=y"]
    let values = [
      "vo", "300", "-1.5", "", "speciaal onderwijs", "and", "a,b", "'x'", "'", "\"", "x=y", "(", "zo'n", "where",
    ]
    guard deep > 0 else {
      let attribute = pick(attributes, else: "x")
      if number(0...2) == 0 { return .oneOf(attribute: attribute, several { $0.pick(values, else: "x") }) }
      return .comparison(
        attribute: attribute, pick(Condition.Comparison.allCases, else: .equal), value: pick(values, else: "x"))
    }
    switch number(0...2) {
    case 0: return .and(several { $0.condition(deep: deep - 1) })
    case 1: return .or(several { $0.condition(deep: deep - 1) })
    default: return .not(condition(deep: deep - 1))
    }
  }
}
