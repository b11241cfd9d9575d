public import Model
import Retrieval
import Store

extension Workbench {
  /// Quotes what a query asks for, in the order of the study.
  ///
  /// Throws when nothing is found, saying what is there.
  public func find(_ text: String, _ filter: FilterRequest, limit: Int?) throws -> Excerpts {
    try excerpts(of: try Query.parse(text), typed: text, filter, limit: limit)
  }

  /// Quotes segments with words in them: `find matching WORDS`.
  public func search(_ text: String, _ filter: FilterRequest, limit: Int?) throws -> Excerpts {
    try excerpts(of: try Query.parse(matching: text), typed: text, filter, limit: limit)
  }

  private func excerpts(of query: Query, typed: String, _ filter: FilterRequest, limit: Int?) throws -> Excerpts {
    let selection = try select(filter, also: query.condition)
    let expansion = try query.words.map { try store.expand($0) }
    let found = try find(query, expansion, typed: typed, in: selection, limit: limit)
    guard !found.items.isEmpty else { throw try nothingFound(query, expansion, typed: typed, in: selection) }
    var notes = [Table.Note("Found", "\(counted(found.total, "passage")) (\(unit(of: query)))")]
    if let expansion { notes += Self.notes(on: expansion) }
    if query.words != nil, !store.knowsForms {
      notes.append(.init("Words", "only as typed: no dictionary of the study's language is installed (hunspell-nl)"))
    }
    return Excerpts(
      title: query.description, items: found.items, total: found.total, notes: notes + (try self.notes(selection)))
  }

  private func unit(of query: Query) -> String {
    guard let codes = query.codes else { return "segments" }
    return codes == .uncoded ? "segments without a code" : "distinct coded spans"
  }

  static func notes(on expansion: WordExpansion) -> [Table.Note] {
    expansion.found.filter { found in
      guard let first = found.forms.first else { return false }
      return found.forms.count > 1 || !found.term.description.lowercased().contains(first.surface)
    }.map { found in
      let shown = found.forms.prefix(12).map { "\($0.surface) (\($0.count))" }.joined(separator: ", ")
      let more = found.forms.count > 12 ? " and \(found.forms.count - 12) more" : ""
      return Table.Note("Forms of \(found.term)", shown + more)
    }
  }

  /// The passages a query takes.
  func passages(_ query: Query, _ expansion: WordExpansion?, typed: String, in selection: Selection, limit: Int?) throws
    -> (passages: [Passage], total: Int)
  {
    if let codes = query.codes { return try (codedPassages(codes, typed: typed, in: selection), 0) }
    let choice = expansion.map { SegmentChoice($0.index) } ?? .all
    return try store.segments(choice, in: selection.scope, limit: expansion?.needsCheck == true ? nil : limit)
  }

  func find(
    _ query: Query, _ expansion: WordExpansion?, typed: String, in selection: Selection, limit: Int?
  ) throws -> (items: [Excerpt], total: Int) {
    let (passages, total) = try passages(query, expansion, typed: typed, in: selection, limit: limit)
    guard let matcher = expansion?.matcher else {
      let quoted = limit.map { passages.prefix($0) } ?? passages[...]
      let found = try store.excerpts(of: quoted, in: selection.scope, limit: nil) { _ in [] }
      return (found.items, max(total, passages.count))
    }
    let mustMatch = query.codes != nil || expansion?.needsCheck == true
    let found = try store.excerpts(of: passages, in: selection.scope, limit: limit) { words in
      let hits = matcher.hits(in: words)
      return mustMatch && hits.isEmpty && !matcher.matches(words) ? nil : hits
    }
    return (found.items, mustMatch ? found.total : max(total, found.total))
  }

  private func codedPassages(_ codes: CodeExpression, typed: String, in selection: Selection) throws -> [Passage] {
    let tree = try codebook().tree
    var families: [CodeName: (family: [Int], alone: Int)] = [:]
    for name in codes.names { families[name] = try family(of: name, tree, typed: typed) }
    let needsAll = codes.needsAllCodings
    let keys = Set(families.values.flatMap(\.family)).map { tree.keys[$0] }
    let ground = try store.ground(
      selection.scope, needs: codes.needsSegments ? .segments : [], codes: needsAll ? nil : keys)
    let grid =
      codes.needsSegments ? try store.ground(try store.scope(nil), needs: .segments, codes: []) : CountingGround()
    return GroundByTranscript(ground, grid: grid).flatMap { part in
      let algebra = CodePassages(all: part.all, passing: part.passing, segments: part.segments) { name, alone in
        guard let (family, one) = families[name] else { return [] }
        return alone ? part.spans(of: [one]) : part.spans(of: family)
      }
      let whole = Set(part.passing)
      return algebra.passages(codes).map {
        Passage(transcript: part.transcript, span: $0, isSegment: whole.contains($0))
      }
    }
  }

  private func family(of name: CodeName, _ tree: CodeTree, typed: String) throws -> (family: [Int], alone: Int) {
    do {
      let index = tree.keys.firstIndex(of: try code(name.text).key) ?? 0
      return (tree.family(of: index), index)
    } catch var problem as Problem {
      problem.typed = typed
      problem.caret = name.column
      if try saysMore(name.text) {
        problem.hint = (problem.hint.map { $0 + "\n  " } ?? "") + "For a word in the text: search \(name.text)"
      }
      throw problem
    }
  }

  /// Whether a name that is no code is a word that was said.
  private func saysMore(_ text: String) throws -> Bool {
    guard let words = try? WordExpression.parse(text) else { return false }
    return try store.expand(words).found.contains { !$0.forms.isEmpty }
  }

  /// Says what of a query is there on its own, where the whole finds nothing.
  func nothingFound(
    _ query: Query, _ expansion: WordExpansion?, typed: String, in selection: Selection
  ) throws -> Problem {
    var facts: [String] = []
    if selection.scope.members.isEmpty {
      facts.append("no transcript passes the filter")
      facts += try selection.condition.map(valuesThatDoNotOccur) ?? []
    }
    for found in expansion?.found ?? [] where found.forms.isEmpty {
      facts.append("the word '\(found.term)' is not said in any transcript")
    }
    if let codes = query.codes, facts.isEmpty {
      for name in codes.names {
        let alone = try find(Query(codes: .code(name)), nil, typed: typed, in: selection, limit: 0).total
        facts.append("\(name) has \(counted(alone, "passage"))\(selection.condition == nil ? "" : " there")")
      }
      if let words = query.words, let expansion {
        let alone = try find(Query(words: words), expansion, typed: typed, in: selection, limit: 0).total
        facts.append("the words are in \(counted(alone, "segment"))")
      }
    }
    let why = facts.isEmpty ? "" : ": " + facts.joined(separator: ", ")
    return Problem("Nothing found for '\(query)'\(why).", kind: .nothingFound)
  }
}

extension SegmentChoice {
  init(_ query: IndexQuery) {
    switch query {
    case .match(let text): self = .matching(text)
    case .exclude(let text): self = .notMatching(text)
    case .all: self = .all
    case .none: self = .none
    }
  }
}
