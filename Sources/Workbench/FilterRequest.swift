import Model
import Retrieval
import Store

/// What is looked at: a condition as typed, and whose codings.
public struct FilterRequest: Equatable, Sendable {
  public var condition: String?
  public var coders: [String]

  public init(condition: String? = nil, coders: [String] = []) {
    self.condition = condition
    self.coders = coders
  }
}

extension Workbench {
  /// A filter with the words that tell of it in notes.
  struct Selection {
    var scope: Scope
    var condition: Condition?
    var coders: [String]
  }

  /// Finds what passes; `also` is a further condition, of the query itself.
  ///
  /// With `transcripts` only those pass, where there is a condition.
  func select(
    _ filter: FilterRequest, also: Condition? = nil, and more: Condition? = nil, in transcripts: Set<String>? = nil
  ) throws -> Selection {
    let typed = try filter.condition.flatMap {
      try Query.parse("where " + $0, offset: 6, saved: try savedQueries(for: $0)).condition
    }
    let parts = [typed, also, more].compactMap { $0 }
    let condition: Condition? = parts.count < 2 ? parts.first : .and(parts)
    if let condition { try requireAttributes(condition.attributes) }
    let coders = try filter.coders.map(coderNamed)
    let rule = condition.map { condition in
      let units = condition.withoutCoders
      return Filter(
        attributes: Set(condition.attributes.map { Folding.fold($0) }).union(transcripts == nil ? [] : ["transcript"]),
        units: { subject in
          let isIn = transcripts.map { all in subject.values("transcript").contains(where: all.contains) } ?? true
          return isIn && (units?.holds(subject.values) ?? true)
        },
        codings: { subject in condition.holds(subject.values) })
    }
    return Selection(scope: try store.scope(rule, coders: coders), condition: condition, coders: coders)
  }

  /// Reads a condition as it is typed after `--where`.
  func condition(_ typed: String) throws -> Condition {
    guard let condition = try Query.parse("where " + typed, offset: 6, saved: try savedQueries(for: typed)).condition
    else {
      throw Problem("A condition is missing.", hint: "As in: sector=vo", kind: .usage)
    }
    return condition
  }

  /// How much passes a filter, in words: `3 of 14 cases, 7 of 31 transcripts`.
  public func passing(_ filter: FilterRequest) throws -> String {
    let (some, all) = (try select(filter).scope, try select(FilterRequest()).scope)
    return "\(some.cases.count) of \(counted(all.cases.count, "case")), "
      + "\(some.members.count) of \(counted(all.members.count, "transcript"))"
  }

  func coderNamed(_ typed: String) throws -> String {
    let known = try store.coderNames()
    if let name = known.first(where: { Folding.fold($0) == Folding.fold(typed) }) { return name }
    let hint = known.isEmpty ? "Nobody has coded yet." : "Those who coded: \(known.joined(separator: ", "))."
    throw Problem("No coder named '\(typed)'.", hint: hint)
  }

  static let ownAttributes = ["case", "transcript", "speaker", "role", "coder", "date"]

  func requireAttributes(_ names: [String]) throws {
    let known = try store.attributeValues().map(\.name) + Self.ownAttributes
    let folded = Set(known.map { Folding.fold($0) })
    for name in names where !folded.contains(Folding.fold(name)) {
      let near = Nearest.names(to: name, among: known).map { "'\($0)'" }
      let meant = near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? "
      throw Problem(
        "No attribute named '\(name)'.",
        hint: meant + "There are: \(Array(Set(known)).sorted().joined(separator: ", ")).")
    }
  }

  /// A sentence for each value that a condition asks for and that nothing has.
  func valuesThatDoNotOccur(_ condition: Condition) throws -> [String] {
    let known = try store.attributeValues()
    return condition.comparisons.compactMap { attribute, comparison, value in
      guard comparison == .equal,
        let values = known.first(where: { Folding.fold($0.name) == Folding.fold(attribute) })?.values,
        !values.contains(where: { Folding.fold($0) == Folding.fold(value) || Double($0) != nil })
      else { return nil }
      let shown = values.prefix(8).joined(separator: ", ") + (values.count > 8 ? ", ..." : "")
      return "\(attribute) is never '\(value)' but \(shown)"
    }
  }

  /// What was looked at, as notes under a result.
  func notes(_ selection: Selection) throws -> [Table.Note] {
    let all = try store.coderNames()
    let coders =
      selection.coders.isEmpty
      ? (all.isEmpty ? "none yet" : "all (\(all.joined(separator: ", ")))") : selection.coders.joined(separator: ", ")
    let notes =
      [Table.Note("Filter", selection.condition?.description ?? "none")]
      + (try selection.condition.map { NumberRemarks.notes(on: $0, values: try store.attributeValues()) } ?? [])
      + [.init("Coders", coders)]
    guard let own = try blindCoder(), selection.coders != [own], all != [own] else { return notes }
    return notes + [.init("Blind", "\(own) codes blind, but what is counted here is counted of all coders named above")]
  }

  func requirePassing(_ selection: Selection) throws {
    guard let condition = selection.condition, selection.scope.members.isEmpty, selection.scope.cases.isEmpty else {
      return
    }
    let odd = try valuesThatDoNotOccur(condition).map { ": \($0)" }.joined()
    throw Problem(
      "Nothing passes the filter\(odd).", hint: "What is known of each case: cases; of each transcript: transcripts",
      kind: .nothingFound)
  }

  /// Says under a result what was looked at, and how it was made.
  ///
  /// Throws where nothing passes the filter, with what is odd about it.
  func sign(_ table: inout Table, _ selection: Selection) throws {
    try requirePassing(selection)
    table.notes += try notes(selection)
    table.recipe = try recipe()
  }
}

extension Query {
  /// Parses text that stands after `offset` characters of what is parsed; a caret then fits what the person typed.
  fileprivate static func parse(_ text: String, offset: Int, saved: SavedQueries) throws -> Query {
    do {
      return try Query.parse(text, saved: saved)
    } catch {
      var problem = error
      problem.typed = problem.typed.map { String($0.dropFirst(offset)) }
      problem.caret = problem.caret.map { max(0, $0 - offset) }
      throw problem
    }
  }
}
