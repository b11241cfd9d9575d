import Analysis
public import Model
import Retrieval
import Store

extension Workbench {
  /// Lists words, or pairs of words, by how often they are said, or by how typical they are of some who speak.
  public func words(_ request: WordsRequest, _ filter: FilterRequest) throws -> Table {
    try request.check()
    let table = WordTable(order: try request.order, limit: request.limit)
    let language = try store.study("language") ?? ""
    let stopWords = try request.keepsStopWords ? StopWords.none : .of(language: language)
    let selection = try select(filter)
    func count(_ groups: TurnGroups? = nil) throws -> WordCounts {
      let counts = try store.words(
        in: selection.scope, pairs: request.pairs, leavingOut: stopWords, groups: groups)
      guard counts.total > 0 else { throw try nothingSaid(selection) }
      return counts
    }
    var result: Table
    var leftOut = 0
    if let by = request.by {
      var (values, groups) = try groups(by: by)
      var counts = try count(groups)
      leftOut = counts.leftOut
      if counts.groupTotals.last == 0 {
        counts.groupTotals.removeLast()
        values.removeLast()
      }
      result = table.table(counts, by: values)
    } else if let typical = request.typical {
      let group = try group(where: typical)
      let counts = try count(group.turns)
      leftOut = counts.leftOut
      try requireBothSides(of: counts, group.condition)
      result = table.typical(counts, named: group.condition.description)
    } else {
      let counts = try count()
      leftOut = counts.leftOut
      result = table.table(counts)
    }
    result.notes += notes(onStopWords: stopWords, language, leftOut, request) + (try notesWithoutCoders(selection))
    result.recipe = try recipe()
    return result
  }

  /// The values of an attribute and last `missing`, and which of them a turn has.
  private func groups(by attribute: String) throws -> (values: [String], groups: TurnGroups) {
    try requireAttributes([attribute])
    let name = Folding.fold(attribute)
    if name == "coder" {
      throw Problem(
        "Words belong to no coder.", hint: "Split them by an attribute of cases, transcripts or speakers.", kind: .usage
      )
    }
    let values = try values(of: attribute)
    guard !values.isEmpty else {
      throw Problem("The attribute '\(attribute)' has no values.", hint: "'cases' shows what is known of the cases.")
    }
    let numbers = Dictionary(
      values.enumerated().map { (Folding.fold($1), Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let missing = Int32(values.count)
    return (
      values + [GroundPartition.nameOfMissing(besides: values)],
      TurnGroups(count: values.count + 1, attributes: [name]) { subject in
        let known = Set(subject.values(name).compactMap { numbers[Folding.fold($0)] })
        return known.isEmpty ? [missing] : known.sorted()
      }
    )
  }

  /// The one group of those for whom a condition holds; what it asks of coders is taken to hold.
  private func group(where typed: String) throws -> (condition: Condition, turns: TurnGroups) {
    guard let condition = try select(FilterRequest(condition: typed)).condition else {
      throw Problem("A condition is missing.", hint: "As in: --typical sector=vo", kind: .usage)
    }
    let units = condition.withoutCoders
    return (
      condition,
      TurnGroups(count: 1, attributes: Set(condition.attributes.map { Folding.fold($0) })) { subject in
        units?.holds(subject.values) ?? true ? [0] : []
      }
    )
  }

  private func requireBothSides(of counts: WordCounts, _ condition: Condition) throws {
    let inGroup = counts.groupTotals.first ?? 0
    if inGroup == 0 {
      let odd = try valuesThatDoNotOccur(condition).map { ": \($0)" }.joined()
      throw Problem("No words are said where \(condition)\(odd).", kind: .nothingFound)
    }
    if inGroup == counts.total {
      throw Problem(
        "All words that pass the filter are said where \(condition): there is no rest to set them against.",
        hint: "Leave out --where, or choose a smaller group.", kind: .nothingFound)
    }
  }

  private func nothingSaid(_ selection: Selection) throws -> Problem {
    let odd = try selection.condition.map(valuesThatDoNotOccur) ?? []
    return Problem(
      selection.condition == nil
        ? "No words are said in this study." : "No words pass the filter\(odd.map { ": \($0)" }.joined()).",
      hint: selection.condition == nil ? "'import' brings in transcripts." : nil, kind: .nothingFound)
  }

  private func notes(
    onStopWords words: StopWords, _ language: String, _ leftOut: Int, _ request: WordsRequest
  ) -> [Table.Note] {
    guard let name = StopWords.name(ofLanguage: language) else {
      return [.init("Stop words", "none are known for the study's language")]
    }
    guard words.count > 0 else { return [.init("Stop words", "kept")] }
    let what =
      request.pairs
      ? "pairs with one of \(words.count) \(name) function words, \(leftOut) of the pairs"
      : "\(words.count) \(name) function words, \(leftOut) of the words said"
    return [.init("Stop words", "left out: \(what); they count in the base")]
  }

  /// Who coded makes no difference to words.
  private func notesWithoutCoders(_ selection: Selection) throws -> [Table.Note] {
    try notes(selection).compactMap { note in
      guard note.label == "Coders" else { return note }
      return selection.coders.isEmpty
        ? nil : .init("Coders", "\(note.text), which makes no difference to the words that are counted")
    }
  }
}
