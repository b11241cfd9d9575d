/// A statistic of agreement as it came out: a value, or why there is none, and how many units it rests on.
struct Coefficient: Equatable {
  enum Outcome: Equatable {
    case value(Double)
    case undefined(Undefined)
  }

  var outcome: Outcome
  /// Units, or characters for spans.
  var n: Int

  static func value(_ value: Double, n: Double) -> Coefficient { Coefficient(outcome: .value(value), n: Int(n)) }

  static func undefined(_ reason: Undefined, n: Double = 0) -> Coefficient {
    Coefficient(outcome: .undefined(reason), n: Int(n))
  }

  var value: Double? {
    if case .value(let value) = outcome { value } else { nil }
  }
}

/// Why a statistic has no value, with the counts that say so; a sentence is made of it only when it is shown.
enum Undefined: Equatable {
  case fewerThanTwoCoders(Int)
  /// Values as indices into the scheme, coders as indices into the coders.
  case onlyOneValue(judgements: Int, value: Int)
  case onlyOneValueOfPair(units: Int, value: Int, first: Int, second: Int)
  case schemeOfOneValue(Int)
  case nothingPairable(units: Int)
  case noUnitOfAll(coders: Int)
  case nothingShared(first: Int, second: Int)
  case aPairWithout(first: Int, second: Int)
  case notTwoCoders(Int)
  case tooManyCoders(Int, most: Int)
  case tooManyValues(Int, most: Int)
  case noOrder
  case notANumber(value: Int)
  case belowZero(value: Int)
  case neverApplied(judgements: Int)
  case neverVaries(codes: Int, units: Int)
  case oneCodeInAll
  case noJudgements
  case noCharacters
  case overlappingCodes(coder: Int, spans: Int)
  case nothingMarked
  case allMarkedAlike
  case nothingToCompare
  case nothingMeets
  case onlyOneMeets(code: Int)
  case meetsNothing(code: Int)
  case neitherMarked(Int, Int)
  case bothMarkedAll(Int, Int)

  /// - Parameters:
  ///   - values: the names of the values as they are to stand in a sentence: `'yes'`.
  func sentence(coders: [String], values: (Int) -> String) -> String {
    switch self {
    case .fewerThanTwoCoders(let number):
      number == 0 ? "Nobody judged anything." : "There is one coder; agreement takes two."
    case .onlyOneValue(let judgements, let value):
      "All \(judgements) judgements have the value \(values(value)), so chance agreement is 1."
    case .onlyOneValueOfPair(let units, let value, let first, let second):
      "\(coders[first]) and \(coders[second]) both gave all \(units) units the value \(values(value)), so chance"
        + " agreement is 1."
    case .schemeOfOneValue(let number):
      number == 0
        ? "The scheme has no values."
        : "The scheme has one value, so chance agreement is 1; name all its values with --values."
    case .nothingPairable(let units):
      units == 1 ? "The one unit was judged by one coder only." : "None of the \(units) units was judged by two coders."
    case .noUnitOfAll(let number): "No unit was judged by all \(number) coders."
    case .nothingShared(let first, let second): "No unit was judged by both \(coders[first]) and \(coders[second])."
    case .aPairWithout(let first, let second):
      "Cohen's kappa of \(coders[first]) and \(coders[second]) is undefined, so the mean over the pairs is."
    case .notTwoCoders(let number): "This takes exactly two coders; there are \(number)."
    case .tooManyCoders(let number, let most):
      "There are \(number) coders; statistics over pairs of coders are made for at most \(most)."
    case .tooManyValues(let number, let most): "There are \(number) different values; this is made for at most \(most)."
    case .noOrder: "The values are not all numbers; name them in their order with --values."
    case .notANumber(let value): "The value \(values(value)) is not a number."
    case .belowZero(let value): "The value \(values(value)) is below 0, where ratios mean nothing."
    case .neverApplied(let judgements): "In \(judgements) judgements the code was never applied."
    case .neverVaries(let codes, let units):
      "Of \(codes == 1 ? "1 code" : "\(codes) codes") none was applied to some of the \(units) units and not to others."
    case .oneCodeInAll: "There is one code, so chance agreement is 1."
    case .noJudgements: "There are no judgements."
    default: sentenceOnSpans(coders: coders, codes: values)
    }
  }

  private func sentenceOnSpans(coders: [String], codes: (Int) -> String) -> String {
    switch self {
    case .overlappingCodes(let coder, let number):
      "\(coders[coder]) put a code where another lies already (\(number) \(number == 1 ? "span" : "spans")), so"
        + " only each code by itself can be compared."
    case .nothingMarked: "Nobody marked anything, so there is nothing to agree on."
    case .allMarkedAlike: "Everybody marked every character alike, so chance agreement is 1."
    case .nothingToCompare: "There are too few spans to say what chance would give."
    case .nothingMeets: "No span of one coder meets a span of another."
    case .onlyOneMeets(let code): "Where spans of two coders meet, the only code is \(codes(code))."
    case .meetsNothing(let code): "No span with \(codes(code)) meets a span of another coder."
    case .neitherMarked(let first, let second): "Neither \(coders[first]) nor \(coders[second]) marked it anywhere."
    case .bothMarkedAll(let first, let second): "Both \(coders[first]) and \(coders[second]) marked every character."
    default: "There are no characters."
    }
  }
}
