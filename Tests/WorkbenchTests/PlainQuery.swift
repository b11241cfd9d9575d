import Model
import TestSupport

/// A query as plain values, and as it is typed; every part of it in brackets.
struct PlainQuery {
  indirect enum Codes {
    case code(String)
    case exact(String)
    case any
    case uncoded
    case and(Codes, Codes)
    case or(Codes, Codes)
    case andNot(Codes, Codes)
    case overlapping(Codes, Codes)
    case within(Codes, Codes)
    case around(Codes, Codes)
    case before(Codes, Int, Codes)
    case after(Codes, Int, Codes)
    case near(Codes, Int, Codes)
  }

  indirect enum Words {
    case word(String)
    case exact(String)
    case prefix(String)
    case part(String)
    /// Words, of which `leer*` and `~part` mean what they mean alone.
    case phrase([String])
    case except(Words, String)
    case and(Words, Words)
    case or(Words, Words)
    case not(Words)
    /// The sides are words or phrases.
    case near(Words, Int, Words)
  }

  indirect enum Condition {
    case compare(String, String, String)
    case oneOf(String, [String], negated: Bool)
    case and(Condition, Condition)
    case or(Condition, Condition)
    case not(Condition)
  }

  var codes: Codes?
  var words: Words?
  var condition: Condition?

  var typed: String {
    [codes?.typed, words.map { "matching " + $0.typed }, condition.map { "where " + $0.typed }].compactMap { $0 }
      .joined(separator: " ")
  }
}

extension PlainQuery.Codes {
  var typed: String {
    func joined(_ left: Self, _ word: String, _ right: Self) -> String { "(\(left.typed)) \(word) (\(right.typed))" }
    return switch self {
    case .code(let key): key
    case .exact(let key): "=" + key
    case .any: "any"
    case .uncoded: "uncoded"
    case .and(let left, let right): joined(left, "and", right)
    case .or(let left, let right): joined(left, "or", right)
    case .andNot(let left, let right): joined(left, "and not", right)
    case .overlapping(let left, let right): joined(left, "overlapping", right)
    case .within(let left, let right): joined(left, "within", right)
    case .around(let left, let right): joined(left, "around", right)
    case .before(let left, let count, let right): joined(left, "before/\(count)", right)
    case .after(let left, let count, let right): joined(left, "after/\(count)", right)
    case .near(let left, let count, let right): joined(left, "near/\(count)", right)
    }
  }
}

extension PlainQuery.Words {
  var typed: String {
    switch self {
    case .word(let word): word
    case .exact(let word): "=" + word
    case .prefix(let word): word + "*"
    case .part(let part): "~" + part
    case .phrase(let words): "\"" + words.joined(separator: " ") + "\""
    case .except(let term, let form): "\(term.typed) !\(form)"
    case .and(let left, let right): "(\(left.typed)) and (\(right.typed))"
    case .or(let left, let right): "(\(left.typed)) or (\(right.typed))"
    case .not(let inner): "not (\(inner.typed))"
    case .near(let left, let count, let right): "\(left.typed) near/\(count) \(right.typed)"
    }
  }
}

extension PlainQuery.Condition {
  var typed: String {
    switch self {
    case .compare(let attribute, let sign, let value): "\(attribute) \(sign) \"\(value)\""
    case .oneOf(let attribute, let values, let negated):
      "\(attribute) \(negated ? "not in" : "in") (" + values.map { "\"\($0)\"" }.joined(separator: ", ") + ")"
    case .and(let left, let right): "(\(left.typed)) and (\(right.typed))"
    case .or(let left, let right): "(\(left.typed)) or (\(right.typed))"
    case .not(let inner): "not (\(inner.typed))"
    }
  }
}

/// Draws plain queries.
struct PlainQueries {
  var random: SeededGenerator
  /// The names that a condition may ask; others are refused.
  var attributes: [String]

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func pick(_ values: [String]) -> String { values.randomElement(using: &random) ?? "A" }

  mutating func query() -> PlainQuery {
    let parts = number(1...7)
    return PlainQuery(
      codes: parts & 1 == 0 ? nil : codes(deep: number(0...2)),
      words: parts & 2 == 0 ? nil : words(deep: number(0...2)),
      condition: parts & 4 == 0 ? nil : condition(deep: number(0...2)))
  }

  private mutating func codes(deep: Int) -> PlainQuery.Codes {
    let key = pick(["A", "B", "C", "D"])
    guard deep > 0 else {
      switch number(0...5) {
      case 0: return .exact(key)
      case 1: return .any
      case 2: return .uncoded
      default: return .code(key)
      }
    }
    let (left, right) = (codes(deep: number(0...deep - 1)), codes(deep: number(0...deep - 1)))
    let count = number(1...3)
    switch number(0...8) {
    case 0: return .and(left, right)
    case 1: return .or(left, right)
    case 2: return .andNot(left, right)
    case 3: return .overlapping(left, right)
    case 4: return .within(left, right)
    case 5: return .around(left, right)
    case 6: return .before(left, count, right)
    case 7: return .after(left, count, right)
    default: return .near(left, count, right)
    }
  }

  private mutating func term() -> PlainQuery.Words {
    let word = pick(RandomStudy.words + ["Éen", "AAP", "teun"])
    switch number(0...8) {
    case 0: return .exact(pick(["aap", "één", "een", "idee", "Ideeën", "ideeen"]))
    case 1: return .prefix(pick(["leer", "i", "é", "een"]))
    case 2: return .part(pick(["achter", "leer", "DEE", "één"]))
    case 3: return .phrase([word, pick(RandomStudy.words)])
    case 4: return .phrase([pick(["~leer", "een", "lee*"]), pick(["leer*", "~dee", "n", "mies"])])
    default: return .word(word)
    }
  }

  private mutating func words(deep: Int) -> PlainQuery.Words {
    guard deep > 0 else {
      guard number(0...6) == 0 else { return term() }
      return .except(
        [.prefix("leer"), .part("leer"), .word("een")].randomElement(using: &random) ?? .word("een"),
        pick(["leerling", "één", "leer", "teun"]))
    }
    switch number(0...3) {
    case 0: return .and(words(deep: deep - 1), words(deep: deep - 1))
    case 1: return .or(words(deep: deep - 1), words(deep: deep - 1))
    case 2: return .not(words(deep: deep - 1))
    default: return .near(term(), number(0...3), term())
    }
  }

  mutating func condition(deep: Int) -> PlainQuery.Condition {
    guard deep > 0 else {
      let attribute = pick(attributes)
      let values: [String: [String]] = [
        "sector": ["po", "vo", "SO", "-", "x"], "size": ["9", "9.0", "10", "1.5", "1,5", "klein", "50"],
        "date": ["2022-05-12", "2022-01-01", "2022"], "wave": ["1", "2", "3"], "role": ["teacher", "pupil", "x"],
        "case": ["c1", "C2", "c4"], "transcript": ["t1", "t2", "x"], "speaker": ["ann", "zoe", "Bob"],
        "coder": ["Kim", "lou", "x"],
      ]
      let known = values[attribute] ?? ["x"]
      if number(0...3) == 0 {
        return .oneOf(attribute, (0..<number(1...3)).map { _ in pick(known) }, negated: number(0...1) == 0)
      }
      return .compare(attribute, pick(["=", "=", "!=", "<", "<=", ">", ">="]), pick(known))
    }
    switch number(0...2) {
    case 0: return .and(condition(deep: deep - 1), condition(deep: deep - 1))
    case 1: return .or(condition(deep: deep - 1), condition(deep: deep - 1))
    default: return .not(condition(deep: deep - 1))
    }
  }
}
