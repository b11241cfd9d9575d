public import Model
import Retrieval
import Store

extension Workbench {
  /// Quotes what a query asks for.
  ///
  /// Throws when nothing is found, saying what is there.
  public func find(_ text: String, _ filter: FilterRequest, _ request: QuoteRequest = .init()) throws -> Excerpts {
    try excerpts(of: try query(text), typed: text, filter, request)
  }

  /// Quotes segments with words in them: `find matching WORDS`.
  public func search(_ text: String, _ filter: FilterRequest, _ request: QuoteRequest = .init()) throws -> Excerpts {
    try excerpts(of: try query(matching: text), typed: text, filter, request)
  }

  private func excerpts(
    of query: Query, typed: String, _ filter: FilterRequest, _ request: QuoteRequest
  ) throws -> Excerpts {
    try request.check(query)
    let seen = try seen(filter)
    let search = try search(query, typed: typed, seen.filter)
    let found = try find(search, request)
    guard !found.items.isEmpty else {
      var problem = try nothingFound(search)
      if let own = seen.filter.coders.first, !seen.notes.isEmpty {
        problem.hint =
          (problem.hint.map { $0 + "\n  " } ?? "") + "\(own) codes blind: only what \(own) put was looked at."
      }
      throw problem
    }
    var notes = [Table.Note("Found", try count(found, search, by: request.by))]
    if let order = request.order(of: found.items.count, all: found.total) { notes.append(.init("Order", order)) }
    if let expansion = search.expansion { notes += Self.notes(on: expansion) }
    if query.words != nil, !store.knowsForms {
      notes.append(.init("Words", "only as typed: no dictionary of the study's language is installed (hunspell-nl)"))
    }
    // What a sample leaves out is told in its note.
    return Excerpts(
      title: query.description, items: found.items, total: request.sample == nil ? found.total : found.items.count,
      notes: notes + seen.notes + (try self.notes(search.selection)), recipe: try recipe())
  }

  /// A query with the forms of its words that occur, and what passes its filter.
  func search(_ query: Query, typed: String, _ filter: FilterRequest) throws -> Search {
    Search(
      query: query, expansion: try query.words.map { try store.expand($0) }, typed: typed,
      selection: try select(filter, also: query.condition))
  }

  /// `31 passages (distinct coded spans) in 9 of 14 cases; 4 in po, 22 in vo`.
  private func count(_ found: FoundExcerpts, _ search: Search, by attribute: String?) throws -> String {
    let scope = search.selection.scope
    var text = "\(counted(found.total, "passage")) (\(unit(of: search.query)))"
    let inCase = found.byTranscript.keys.filter { scope.members[Int($0)].caseIndex >= 0 }
    if !scope.cases.isEmpty {
      let cases = Set(inCase.map { scope.members[Int($0)].caseIndex })
      text += " in \(cases.count) of \(counted(scope.cases.count, "case"))"
    }
    let without = found.byTranscript.count - inCase.count
    if without > 0 {
      let transcripts = counted(without, "transcript")
      text += scope.cases.isEmpty ? " in \(transcripts)" : ", and in \(transcripts) without a case"
    }
    guard let attribute else { return text }
    try requireAttributes([attribute])
    let values = try store.transcriptValues(of: attribute)
    var counts: [String: Int] = [:]
    for (index, count) in found.byTranscript {
      for value in values[scope.members[Int(index)].name] ?? ["-"] { counts[value, default: 0] += count }
    }
    var shown = try self.values(of: attribute).filter { counts[$0] != nil }
    if counts["-"] != nil { shown.append("-") }
    return text + "; " + shown.map { "\(counts[$0] ?? 0) in \($0)" }.joined(separator: ", ")
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

  /// The passages a query takes, and how many in each transcript where the limit left some out.
  func passages(_ search: Search, limit: Int?, shared: Bool = false) throws -> FoundSegments {
    if let codes = search.query.codes {
      var found = FoundSegments()
      found.passages = try codedPassages(codes, typed: search.typed, in: search.selection, shared: shared)
      for passage in found.passages { found.byTranscript[passage.transcript, default: 0] += 1 }
      return found
    }
    let choice = search.expansion.map { SegmentChoice($0.index) } ?? .all
    return try store.segments(
      choice, in: search.selection.scope, limit: search.expansion?.needsCheck == true ? nil : limit)
  }

  func find(_ search: Search, _ request: QuoteRequest) throws -> FoundExcerpts {
    guard !request.isRanked, request.sample == nil else { return try findChosen(search, request) }
    let candidates = try passages(search, limit: request.limit, shared: request.shared)
    let scope = search.selection.scope
    guard let matcher = search.expansion?.matcher else {
      let quoted = request.limit.map { candidates.passages.prefix($0) } ?? candidates.passages[...]
      var found = try store.excerpts(of: quoted, in: scope, limit: nil, context: request.context) { _ in [] }
      found.byTranscript = candidates.byTranscript
      return found
    }
    var found = try store.excerpts(
      of: candidates.passages, in: scope, limit: request.limit, context: request.context
    ) { words in
      let hits = matcher.hits(in: words)
      return search.mustMatch && hits.isEmpty && !matcher.matches(words) ? nil : hits
    }
    if !search.mustMatch { found.byTranscript = candidates.byTranscript }
    return found
  }

  /// Quotes the best, or some drawn by lot: all passages must be known before any is quoted.
  private func findChosen(_ search: Search, _ request: QuoteRequest) throws -> FoundExcerpts {
    let scope = search.selection.scope
    var passages = try passages(search, limit: nil, shared: request.shared).passages
    let matcher = search.expansion?.matcher
    if search.mustMatch, let matcher { passages = try store.passages(passages, in: scope, judge: matcher.matches) }
    var byTranscript: [Int32: Int] = [:]
    for passage in passages { byTranscript[passage.transcript, default: 0] += 1 }
    var chosen = Array(passages.indices)
    if let sample = request.sample {
      var draw = Draw(seed: request.seed)
      chosen = draw.choose(sample, of: passages.count)
    }
    if request.isRanked, case .match(let expression) = search.expansion?.index {
      let ranks = SpanRanks(try store.ranks(matching: expression, in: scope))
      let rank = chosen.map { ranks.best(for: passages[$0]) }
      chosen = chosen.indices.sorted { (rank[$0], $0) < (rank[$1], $1) }.map { chosen[$0] }
    }
    if let limit = request.limit { chosen = Array(chosen.prefix(limit)) }
    // Quoted in the order of the study, so that each transcript is opened once, and then put in theirs.
    let inOrder = chosen.indices.sorted { chosen[$0] < chosen[$1] }
    var found = try store.excerpts(
      of: inOrder.map { passages[chosen[$0]] }, in: scope, limit: nil, context: request.context
    ) { matcher?.hits(in: $0) ?? [] }
    var items = found.items
    for (number, place) in inOrder.enumerated() { items[place] = found.items[number] }
    found.items = items
    found.byTranscript = byTranscript
    return found
  }

  private func codedPassages(
    _ codes: CodeExpression, typed: String, in selection: Selection, shared: Bool
  ) throws -> [Passage] {
    let tree = try codebook().tree
    var families: [CodeName: (family: [Int], alone: Int)] = [:]
    for name in codes.names { families[name] = try family(of: name, tree, typed: typed) }
    let needsAll = codes.needsAllCodings
    let keys = Set(families.values.flatMap(\.family)).map { tree.keys[$0] }
    let ground = try store.ground(
      selection.scope, needs: codes.needsSegments ? [.segments, .passages] : .passages, codes: needsAll ? nil : keys)
    return GroundByTranscript(ground).flatMap { part in
      let algebra = CodePassages(
        all: part.all, passing: part.passing, segments: part.segments, takesShared: shared
      ) { name, alone in
        guard let (family, one) = families[name] else { return [] }
        return alone ? part.spans(of: [one]) : part.spans(of: family)
      }
      // A coded span that is a whole segment stays as it was coded.
      let whole = codes.takesUncoded ? Set(algebra.passages(.uncoded)) : []
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

  /// Throws for a name in a query that is no code, with the place where it stands.
  func requireCodes(of query: Query, typed: String) throws {
    guard let names = query.codes?.names, !names.isEmpty else { return }
    let tree = try codebook().tree
    for name in names { _ = try family(of: name, tree, typed: typed) }
  }

  /// Whether a name that is no code is a word that was said.
  private func saysMore(_ text: String) throws -> Bool {
    guard let words = try? WordExpression.parse(text) else { return false }
    return try store.expand(words).found.contains { !$0.forms.isEmpty }
  }

  /// Says what of a query is there on its own, where the whole finds nothing.
  func nothingFound(_ search: Search) throws -> Problem {
    let (query, selection) = (search.query, search.selection)
    var facts: [String] = []
    if selection.scope.members.isEmpty {
      facts.append("no transcript passes the filter")
      facts += try selection.condition.map(valuesThatDoNotOccur) ?? []
    }
    var near: [String] = []
    for found in search.expansion?.found ?? [] where found.forms.isEmpty {
      facts.append("the word '\(found.term)' is not said in any transcript")
      near += try store.wordsLike(found.term)
    }
    if let codes = query.codes, facts.isEmpty {
      for name in codes.names {
        let alone = try total(Query(codes: .code(name)), search)
        facts.append("\(name) has \(counted(alone, "passage"))\(selection.condition == nil ? "" : " there")")
      }
      if let words = query.words {
        facts.append("the words are in \(counted(try total(Query(words: words), search), "segment"))")
      }
    } else if query.codes == nil, facts.isEmpty, let words = query.words {
      facts += try words.parts.map { part in
        "'\(part)' is in \(counted(try total(Query(words: part), search), "segment"))"
      }
    }
    let why = facts.isEmpty ? "" : ": " + facts.joined(separator: ", ")
    let said = near.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    return Problem(
      "Nothing found for '\(query)'\(why).", hint: said.isEmpty ? nil : "Spelt nearly so and said: \(said).",
      kind: .nothingFound)
  }

  private func total(_ query: Query, _ search: Search) throws -> Int {
    let part = Search(
      query: query, expansion: try query.words.map { try store.expand($0) }, typed: search.typed,
      selection: search.selection)
    var request = QuoteRequest()
    request.limit = 0
    return try find(part, request).total
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
