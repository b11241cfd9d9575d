import Model
import TestSupport
import Testing
import Workbench

@Suite("Words of a study")
struct WordsTests {
  private let study: TestStudy

  init() throws {
    study = try TestStudy()
    try study.importing([
      "a/a.txt": "Ann: Tijd, tijd en nog eens tijd.\n\nBob: Geld is er niet.\n\nAnn: Ja.\n\nBob: Nee.\n",
      "b/b.txt": "Ann: Het geld komt.\n\nBob: Geld en geld.\n\nAnn: Ja.\n\nBob: Nee.\n",
      "c.txt": "Cas: Rust.\n\nDee: Rust en tijd.\n\nCas: Ja.\n\nDee: Nee.\n",
    ])
    _ = try study.workbench.loadCases(study.write("case,sector,size\na,po,9\nb,VO,10\n", to: "cases.csv"))
  }

  private func words(_ filter: FilterRequest = .init(), _ change: (inout WordsRequest) -> Void = { _ in }) throws
    -> Table
  {
    var request = WordsRequest()
    change(&request)
    return try study.workbench.words(request, filter)
  }

  private func lines(_ table: Table) -> [String] { table.rows.map { $0.map(\.shown).joined(separator: " ") } }

  @Test("Words are listed by how often they are said, and what is left out is told")
  func plain() throws {
    study.workbench.command = "words"
    let table = try words()
    #expect(
      lines(table) == [
        "geld 4 \(4000.0 / 26) 3 2 2", "tijd 4 \(4000.0 / 26) 2 2 1", "rust 2 \(2000.0 / 26) 2 1 0",
        "komt 1 \(1000.0 / 26) 1 1 1",
      ])
    #expect(
      table.notes.map { "\($0.label): \($0.text)" } == [
        "Unit: words as search takes them: letters and digits in a row, without capitals and accents",
        "Base: 26 words in 12 segments, 3 transcripts, 2 cases",
        "Stop words: left out: 367 Dutch function words, 15 of the words said; they count in the base",
        "Filter: none",
      ])
    #expect(table.recipe?.command == "draad words")
  }

  @Test("A condition chooses turns; whose codings are looked at makes no difference, and that is told")
  func filter() throws {
    #expect(lines(try words(FilterRequest(condition: "speaker=bob"))).map { $0.prefix(6) } == ["geld 3"])
    try study.loadCodebook(["A"])
    study.workbench.coder = "Kim"
    _ = try study.workbench.tag("a:1", ["A"])
    let table = try words(FilterRequest(coders: ["kim"]))
    #expect(lines(table) == lines(try words()))
    #expect(
      table.notes.contains(.init("Coders", "Kim, which makes no difference to the words that are counted")))
  }

  @Test("An attribute gives columns a value, in order, and last those without")
  func by() throws {
    let table = try words { $0.by = "Size" }
    #expect(
      table.columns.map(\.key) == [
        "word", "9_count", "9_per_1000", "10_count", "10_per_1000", "missing_count", "missing_per_1000",
      ])
    #expect(table.column("9_count") == ["1", "3", "0", "0"])
    #expect(table.column("10_count") == ["3", "0", "0", "1"])
    #expect(table.column("missing_count") == ["0", "1", "2", "0"])
    #expect(
      try words(FilterRequest(condition: "case in (a, b)")) { $0.by = "sector" }.columns.compactMap(\.group)
        == ["VO", "VO", "po", "po"])
  }

  @Test("Typical words are those a group says more than the rest of what passes")
  func typical() throws {
    let table = try words(FilterRequest(condition: "speaker in (Ann, Bob)")) { $0.typical = "sector=po" }
    #expect(table.title == "Words typical of sector = po")
    #expect(table.column("word") == ["tijd"])
    #expect(table.row("tijd")?.prefix(3) == ["tijd", "3", "0"])
    #expect(
      try words { ($0.typical, $0.pairs, $0.stopWords) = ("sector=po", true, "keep") }.column("pair").sorted()
        == ["en nog", "er niet", "is er", "nog eens", "eens tijd", "geld is", "tijd en", "tijd tijd"].sorted())
  }

  @Test("Function words can be kept, rows sorted and limited")
  func choices() throws {
    let table = try words { ($0.stopWords, $0.sort, $0.limit) = ("keep", "word", 3) }
    #expect(table.column("word") == ["eens", "en", "er"])
    #expect(table.notes.contains(.init("Stop words", "kept")))
    let english = try TestStudy(language: "fr")
    try english.importing(["a.txt": "Ann: Le temps.\n"])
    #expect(
      try english.workbench.words(WordsRequest(), .init()).notes.contains(
        .init("Stop words", "none are known for the study's language")))
  }

  @Test("What cannot be counted is told, with what can")
  func mistakes() throws {
    func problem(_ filter: FilterRequest = .init(), _ change: (inout WordsRequest) -> Void) -> String? {
      do {
        _ = try words(filter, change)
        return nil
      } catch let problem as Problem {
        return "\(problem.what) \(problem.hint ?? "")"
      } catch { return "\(error)" }
    }
    #expect(
      problem { $0.sort = "size" } == "'size' is no order. Sort by count, word, segments, transcripts or cases.")
    #expect(
      problem { $0.stopWords = "no" } == "'no' is no choice of --stop-words. Write --stop-words keep or drop.")
    #expect(
      problem { ($0.by, $0.typical) = ("sector", "sector=po") }
        == "--by and --typical are two tables. Leave out one of them.")
    #expect(
      problem { ($0.typical, $0.sort) = ("sector=po", "word") }
        == "Typical words have an order of their own. Leave out --sort.")
    #expect(
      problem { $0.by = "coder" }
        == "Words belong to no coder. Split them by an attribute of cases, transcripts or speakers.")
    #expect(
      problem { $0.typical = "sector=so" } == "No words are said where sector = so: sector is never 'so' but VO, po. ")
    #expect(
      problem(FilterRequest(condition: "sector=po")) { $0.typical = "sector=po" }
        == "All words that pass the filter are said where sector = po: there is no rest to set them against. Leave out "
        + "--where, or choose a smaller group.")
    #expect(
      problem(FilterRequest(condition: "sector=so")) { _ in }
        == "No words pass the filter: sector is never 'so' but VO, po. ")
    #expect(problem { $0.by = "sektor" }?.hasPrefix("No attribute named 'sektor'. Did you mean 'sector'?") == true)
    #expect(problem { $0.typical = "sector=" }?.isEmpty == false)
    let empty = try TestStudy()
    #expect(
      throws: Problem("No words are said in this study.", hint: "'import' brings in transcripts.", kind: .nothingFound)
    ) {
      try empty.workbench.words(WordsRequest(), .init())
    }
  }
}
