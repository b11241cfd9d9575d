import Coding
public import Model
import Store

/// Whose differences are looked at, as typed.
public struct DisagreementRequest: Equatable, Sendable {
  /// All where none is named; a code brings its children.
  public var codes: [String]
  /// Two; those of the study where it has two.
  public var coders: [String]

  public init(codes: [String] = [], coders: [String] = []) {
    self.codes = codes
    self.coders = coders
  }
}

/// One passage on which two coders differ, to be shown to a person.
public struct DisagreementView: Equatable, Sendable {
  public var mark: String
  public var kind: String
  /// As a person types it: `s01-team:12`.
  public var address: String
  public var words: String
  /// What each put, a line for each code: `anna: K1 Workload - what it means`.
  public var codings: [String]
}

extension Workbench {
  private struct Found {
    var first: String
    var second: String
    var items: [Disagreement]
  }

  /// The passages where two coders differ, by kind and code.
  public func disagreements(_ request: DisagreementRequest) throws -> Table {
    let found = try find(request)
    let codebook = try codebook()
    let rows: [[Table.Cell]] = zip(found.items, try places(of: found.items)).map { item, place in
      [
        .text(item.kind.rawValue), .text(item.mark), .text(place.address), cell(item.first, codebook),
        cell(item.second, codebook), .text(place.words),
      ]
    }
    let counts = Disagreement.Kind.allCases.map { kind in
      "\(found.items.count { $0.kind == kind }) \(kind.rawValue)"
    }
    var table = Table(
      title: "Where \(found.first) and \(found.second) differ",
      columns: [
        .init("kind", "Kind", .text), .init("mark", "Mark", .text), .init("passage", "Passage", .text),
        .init("first", found.first, .text), .init("second", found.second, .text), .init("text", "Words", .text),
      ], rows: rows,
      notes: [
        .init("Differences", counts.joined(separator: ", ")),
        .init("Compared", "transcripts that both coded"),
        .init("Decide", "disagreements decide MARK keep|drop|both|CODE --reason \"...\""),
      ])
    table.recipe = try recipe()
    return table
  }

  /// The same one by one, for a person to decide.
  public func disagreementViews(_ request: DisagreementRequest) throws -> [DisagreementView] {
    let found = try find(request)
    let codebook = try codebook()
    return zip(found.items, try places(of: found.items)).map { item, place in
      let lines = [(found.first, item.first), (found.second, item.second)].flatMap { coder, codings in
        codings.isEmpty
          ? ["\(coder): nothing"]
          : codings.map(\.code).distinct().map { "\(coder): \(Self.described($0, codebook))" }
      }
      return DisagreementView(
        mark: item.mark, kind: item.kind.rawValue, address: place.address, words: place.words, codings: lines)
    }
  }

  /// Decides one passage, so that both coders have the same there, as one act with its reason.
  ///
  /// - Parameter decision: `keep`, `drop`, `both`, or a code that stands instead.
  public func decide(
    _ mark: String, _ decision: String, reason: String, _ request: DisagreementRequest = .init()
  ) throws -> Outcome {
    guard !reason.trimmed.isEmpty else {
      throw Problem(
        "A decision needs a reason.", hint: "disagreements decide \(mark) \(decision) --reason \"...\"", kind: .usage)
    }
    let found = try find(request)
    let matching = found.items.filter { $0.mark.hasPrefix(mark.lowercased()) }
    guard let item = matching.first, matching.count == 1 else {
      throw Problem(
        matching.isEmpty
          ? "There is no difference '\(mark)' between \(found.first) and \(found.second)."
          : "'\(mark)' can mean \(matching.map { "'\($0.mark)'" }.joined(separator: " or ")).",
        hint: "'disagreements' lists them with their marks; what was decided is no difference any more.")
    }
    let choice = try choice(decision)
    let changes = choice.changes(item, first: found.first, second: found.second)
    let place = try places(of: [item])[0]
    let codes = (item.first + item.second + changes.added).map(\.code).distinct()
    let before = try measure(codes, found)
    let act = try store.perform(act()) { change in
      for coder in [found.first, found.second] { try change.ensureCoder(coder) }
      _ = try change.remove(changes.removed)
      _ = try change.add(Self.batch(changes.added))
      return "Decided \(place.address) (\(item.kind.rawValue), \(codes.joined(separator: ", "))): \(decision). "
        + "\(counted(changes.added.count, "coding")) added, \(changes.removed.count) removed. Reason: \(reason.trimmed)"
    }
    // What was decided is in the study, whatever is asked to stop now.
    let after = try? measure(codes, found)
    return Outcome(act: act, notes: after.map { Self.compared(before, $0) } ?? [])
  }

  /// Throws unless it is `keep`, `drop`, `both` or a code.
  public func requireDecision(_ typed: String) throws { _ = try choice(typed) }

  private func choice(_ typed: String) throws -> DisagreementDecision {
    switch typed.lowercased() {
    case "keep": .keep
    case "drop": .drop
    case "both": .both
    default: .new(try codeInUse(typed))
    }
  }

  private func find(_ request: DisagreementRequest) throws -> Found {
    let known = try store.coderNames()
    let coders = try request.coders.isEmpty ? known : request.coders.map(coderNamed)
    guard coders.count == 2 else {
      throw Problem(
        "Two coders are compared; \(request.coders.isEmpty ? "the study has" : "named were") \(coders.count).",
        hint: known.count < 2
          ? "Another coder's work comes in with: merge OTHER.draad"
          : "Name two of \(known.joined(separator: ", ")): disagreements --coder NAME --coder NAME", kind: .usage)
    }
    if let own = try blindCoder(), let other = coders.first(where: { $0 != own }) {
      throw Self.hidden(other, from: own)
    }
    let tree = try codebook().tree
    let wanted = Set(try codeIndices(request.codes).map { tree.keys[$0] })
    var items: [Disagreement] = []
    for transcript in try store.transcriptNames() {
      let codings = try store.codings(of: transcript)
      let parts = coders.map { coder in codings.filter { $0.coder == coder } }
      guard !parts[0].isEmpty, !parts[1].isEmpty else { continue }
      items += Disagreement.all(in: transcript, parts[0], parts[1]).filter { item in
        (item.first + item.second).contains { wanted.contains($0.code) }
      }
    }
    let place = Dictionary(tree.keys.enumerated().map { ($1, $0) }) { first, _ in first }
    let ranked = items.enumerated().sorted { left, right in
      func rank(_ item: Disagreement) -> [Int] {
        [
          Disagreement.Kind.allCases.firstIndex(of: item.kind) ?? 0,
          ((item.first + item.second).first?.code).flatMap { place[$0] } ?? 0,
        ]
      }
      let ranks = (rank(left.element), rank(right.element))
      return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0.lexicographicallyPrecedes(ranks.1)
    }
    return Found(first: coders[0], second: coders[1], items: ranked.map(\.element))
  }

  private func places(of items: [Disagreement]) throws -> [ShownPassage] {
    try passages(items.map { ($0.transcript, $0.span) })
  }

  private static func described(_ key: String, _ codebook: Codebook) -> String {
    guard let code = codebook.code(key) else { return key }
    return "\(key) \(code.name)\(code.definition.map { " - \($0)" } ?? "")"
  }

  private func cell(_ codings: [CodeAssignment], _ codebook: Codebook) -> Table.Cell {
    codings.isEmpty
      ? .none
      : .text(codings.map(\.code).distinct().map { Self.described($0, codebook) }.joined(separator: "; "))
  }

  /// Percent agreement and Cohen's kappa of each code on the segments; nothing where they cannot be worked out.
  private func measure(_ codes: [String], _ found: Found) throws -> [(code: String, values: [String: Double])] {
    try codes.map { code in
      let request = AgreementRequest(codes: ["=" + code], statistics: ["all"])
      let table: Table
      do {
        table = try agreement(request, FilterRequest(coders: [found.first, found.second]))
      } catch let problem as Problem where problem.kind == .nothingFound {
        return (code, [:])
      }
      guard let statistic = table.columns.firstIndex(where: { $0.key == "statistic" }),
        let value = table.columns.firstIndex(where: { $0.key == "value" })
      else { return (code, [:]) }
      var values: [String: Double] = [:]
      for row in table.rows where row.contains(.text(code)) {
        if case .text(let name) = row[statistic], case .number(let number) = row[value] { values[name] = number }
      }
      return (code, values)
    }
  }

  private static func compared(
    _ before: [(code: String, values: [String: Double])], _ after: [(code: String, values: [String: Double])]
  ) -> [String] {
    zip(before, after).map { old, new in
      let parts = [("percent_pairwise", "agreement"), ("cohen_kappa", "kappa")].map { key, name in
        "\(name) \(shown(old.values[key])) before, \(shown(new.values[key])) after"
      }
      return "\(old.code): \(parts.joined(separator: "; "))."
    }
  }

  private static func shown(_ value: Double?) -> String {
    guard let value else { return "undefined" }
    let rounded = Int((abs(value) * 1000).rounded())
    let digits = String(rounded % 1000)
    return (value < 0 ? "-" : "") + "\(rounded / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
