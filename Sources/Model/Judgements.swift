/// What coders made of units, as parallel arrays: for each unit the coders who judged it, each once, with a value.
///
/// Numbers are indices; there is no object and no string a judgement.
public struct Judgements: Equatable, Sendable {
  public var coders: [String]
  /// The scheme in its order; it may hold values that nobody gave.
  public var values: [String]
  /// Whether a person named the scheme, rather than that it was read off the judgements.
  public var isDeclared: Bool
  /// The judgements of unit `u` are those from `offsets[u]` up to `offsets[u + 1]`.
  public var offsets: [Int32]
  /// For each judgement an index into `coders`, ascending within a unit.
  public var coder: [Int32]
  /// For each judgement an index into `values`.
  public var value: [Int32]

  public init(
    coders: [String] = [], values: [String] = [], isDeclared: Bool = false, offsets: [Int32] = [0],
    coder: [Int32] = [], value: [Int32] = []
  ) {
    self.coders = coders
    self.values = values
    self.isDeclared = isDeclared
    self.offsets = offsets
    self.coder = coder
    self.value = value
  }

  public var unitCount: Int { offsets.count - 1 }
  public var count: Int { value.count }
}

/// Units to which coders gave any number of codes: the value of a judgement is a set of codes, each distinct set once.
public struct CodeSetJudgements: Equatable, Sendable {
  public var codes: [String]
  /// Distinct sets of indices into `codes`, each ascending.
  public var sets: [[Int32]]
  /// The values are the numbers of the sets.
  public var judgements: Judgements

  public init(codes: [String], sets: [[Int32]], judgements: Judgements) {
    self.codes = codes
    self.sets = sets
    self.judgements = judgements
  }
}

/// Spans of documents that coders marked with codes; together the documents are one line of characters.
public struct CodedSpans: Equatable, Sendable {
  public var documents: [String]
  /// For each document how many Unicode code points it has.
  public var lengths: [Int]
  /// Everybody here read every document, also who marked nothing.
  public var coders: [String]
  public var codes: [String]
  /// For each span an index into `documents`; in no order.
  public var document: [Int32] = []
  public var coder: [Int32] = []
  public var code: [Int32] = []
  /// Unicode code points from the start of the document.
  public var start: [Int32] = []
  /// Exclusive.
  public var end: [Int32] = []

  public init(documents: [String], lengths: [Int], coders: [String], codes: [String]) {
    self.documents = documents
    self.lengths = lengths
    self.coders = coders
    self.codes = codes
  }

  public var count: Int { code.count }

  public mutating func append(document d: Int32, coder by: Int32, code c: Int32, start s: Int32, end e: Int32) {
    document.append(d)
    coder.append(by)
    code.append(c)
    start.append(s)
    end.append(e)
  }
}
