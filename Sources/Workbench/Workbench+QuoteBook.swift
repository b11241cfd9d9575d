public import Model
import Retrieval
import Store

/// The quotes of codes, as typed.
public struct QuoteBookRequest: Equatable, Sendable {
  /// The codes; all where none is named.
  public var codes: [String]
  /// What stands in brackets after each quote: `role`, `speaker`, `case`, `transcript`, `place`, or an attribute.
  ///
  /// Empty for the role and the sector, or the case where no sector is known.
  public var attribution: [String]
  public var quotes: QuoteRequest

  public init(codes: [String] = [], attribution: [String] = [], quotes: QuoteRequest = QuoteRequest()) {
    self.codes = codes
    self.attribution = attribution
    self.quotes = quotes
  }
}

extension Workbench {
  /// The quotes of each code under its name and definition, in the order of the codebook.
  ///
  /// A code has only its own quotes there; those of the codes below it stand under them.
  public func quoteBook(_ request: QuoteBookRequest, _ filter: FilterRequest) throws -> Excerpts {
    let codes = try codebook().codes
    let tree = try codebook().tree
    let selection = try select(filter)
    let wanted = try codeIndices(request.codes)
    let ascribe = try ascription(request.attribution)
    let memos = try QuoteMemos(store)
    var book = Excerpts(title: "Quotes by code", items: [])
    for index in wanted {
      let (code, query) = (codes[index], Query(codes: .exactCode(CodeName(codes[index].key))))
      try request.quotes.check(query)
      let search = Search(query: query, expansion: nil, typed: "", selection: selection)
      let found = try find(search, request.quotes)
      let cases = Set(found.byTranscript.keys.map { selection.scope.members[Int($0)].caseIndex }.filter { $0 >= 0 })
      book.items += found.items.map(ascribe).map { memos.noted($0, under: code.key) }
      book.sections.append(
        ExcerptSection(
          code: code.key, name: code.name, definition: code.definition, depth: tree.depths[index],
          quotes: found.total, transcripts: found.byTranscript.count, cases: cases.count, shown: found.items.count,
          memos: memos.about(code.key)))
    }
    book.sections = Self.withoutEmpty(book.sections)
    let least = book.sections.map(\.depth).min() ?? 0
    for place in book.sections.indices { book.sections[place].depth -= least }
    guard !book.items.isEmpty else {
      throw Problem(
        "None of these codes has a quote here.", hint: "'frequencies' counts all codes.", kind: .nothingFound)
    }
    book.total = book.items.count
    if let order = request.quotes.sample.map({ "at most \($0) a code, drawn by lot with seed \(request.quotes.seed)" })
    {
      book.notes.append(.init("Order", order))
    }
    book.notes += try notes(selection)
    book.recipe = try recipe()
    return book
  }

  /// Without codes that have no quotes, unless a code below them has.
  private static func withoutEmpty(_ sections: [ExcerptSection]) -> [ExcerptSection] {
    var kept: [ExcerptSection] = []
    for section in sections.reversed() {
      let isAbove = kept.last.map { $0.depth > section.depth } ?? false
      if section.quotes > 0 || isAbove { kept.append(section) }
    }
    return kept.reversed()
  }

  /// What puts the words for the bracket behind a quote.
  private func ascription(_ typed: [String]) throws -> (Excerpt) -> Excerpt {
    var names = typed
    if names.isEmpty {
      let isKnown = try store.levels(ofAttribute: "sector").contains { $0 != .speakers }
      names = ["role", isKnown ? "sector" : "case"]
    }
    let own = ["role", "speaker", "case", "transcript", "place"]
    try requireAttributes(names.filter { Folding.fold($0) != "place" })
    var values: [String: [String: [String]]] = [:]
    for name in names where !own.contains(Folding.fold(name)) {
      values[name] = try store.transcriptValues(of: name)
    }
    let known = values
    return { excerpt in
      var excerpt = excerpt
      excerpt.ascription = names.compactMap { name in
        switch Folding.fold(name) {
        case "role": excerpt.role ?? excerpt.speaker
        case "speaker": excerpt.speaker
        case "case": excerpt.caseName
        case "transcript": excerpt.transcript
        case "place": excerpt.address
        default: known[name]?[excerpt.transcript]?.joined(separator: ", ")
        }
      }
      return excerpt
    }
  }
}
