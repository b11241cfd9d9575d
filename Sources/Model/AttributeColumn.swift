/// Whom an attribute is known of.
public enum AttributeLevel: String, Comparable, CaseIterable, Sendable {
  case cases, transcripts, speakers

  /// What is nearer to a single person comes later.
  public static func < (one: Self, other: Self) -> Bool {
    (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
  }
}

/// The values of one attribute for a row of subjects, as numbers laid end to end; no string a subject.
public struct AttributeColumn: Equatable, Sendable {
  public var name: String
  public var level: AttributeLevel
  /// The values that occur, in the order in which they are shown.
  public var values: [String]
  /// Subject `s` has `indices[offsets[s]..<offsets[s + 1]]`, each an index into `values`; nothing where there is no answer.
  public private(set) var offsets: [Int32]
  public private(set) var indices: [Int32]

  /// - Parameter answers: for each subject its values, as indices into `values`; doubles are dropped.
  public init(name: String, level: AttributeLevel, values: [String], answers: some Sequence<[Int32]>) {
    self.name = name
    self.level = level
    self.values = values
    var offsets: [Int32] = [0]
    var indices: [Int32] = []
    for answer in answers {
      let first = indices.count
      for value in answer where !indices[first...].contains(value) { indices.append(value) }
      offsets.append(Int32(indices.count))
    }
    self.offsets = offsets
    self.indices = indices
  }

  public var count: Int { offsets.count - 1 }

  public subscript(subject: Int) -> ArraySlice<Int32> { indices[Int(offsets[subject])..<Int(offsets[subject + 1])] }

  /// What a sheet holds for an answer with nothing in it.
  public static let answeredWithNothing = "-"

  /// Whether several values were given somewhere.
  public var isMultipleResponse: Bool { (0..<count).contains { self[$0].count > 1 } }

  /// The same for other subjects: each takes the values of the one it belongs to, -1 for none.
  public func mapped(through owners: [Int32]) -> AttributeColumn {
    AttributeColumn(
      name: name, level: level, values: values, answers: owners.lazy.map { $0 < 0 ? [] : Array(self[Int($0)]) })
  }
}
