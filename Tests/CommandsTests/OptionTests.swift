import Model
import Testing
import Workbench

@testable import Commands

/// A line, typed in the shell, yields these options.
struct OptionTests {
  private func parsed<Command>(_ line: String, as type: Command.Type) throws -> Command {
    try #require(try Draad.parseAsRoot(ShellLine.words(line)) as? Command)
  }

  @Test("Filters and outputs are the same for every result")
  func shared() throws {
    let line = "find S and M --coder Ann --coder Bob --where 'sector=vo' -o out.csv --force --labels nl --limit 5"
    let find = try parsed(line, as: Find.self)
    #expect(find.query == ["S and M"])
    #expect(find.quotes.filter.request == FilterRequest(condition: "sector=vo", coders: ["Ann", "Bob"]))
    #expect(find.quotes.limit == 5)
    let console = Console(width: 90, colour: true, out: { _ in }, error: { _ in })
    #expect(
      find.quotes.output.request(console)
        == OutputRequest(file: "out.csv", force: true, width: 90, colour: true, labels: "nl"))
  }

  @Test("What is not said has its default")
  func defaults() throws {
    let frequencies = try parsed("frequencies", as: Frequencies.self)
    #expect((frequencies.codes, frequencies.count, frequencies.sort) == ([], "cases", "codebook"))
    #expect(frequencies.by == [] && frequencies.base == nil && frequencies.limit == nil)
    #expect(frequencies.filter.request == FilterRequest())
    let cooccurrence = try parsed("cooccurrence", as: CooccurrenceCommand.self)
    #expect((cooccurrence.level, cooccurrence.long, cooccurrence.with) == ("segment", false, []))
    let importing = try parsed("import a b", as: Import.self)
    #expect(importing.paths == ["a", "b"] && importing.segment == .turn && importing.case == nil)
    #expect(try parsed("undo", as: Undo.self).count == 1)
    #expect(try parsed("log", as: Log.self).limit == 20)
    #expect(try parsed("kwic a", as: KwicCommand.self).width == 40)
    #expect(try parsed("new study", as: New.self).language == "nl")
  }

  @Test("A command without a subcommand is its list")
  func lists() throws {
    _ = try parsed("cases", as: Cases.List.self)
    _ = try parsed("transcripts --format csv", as: Transcripts.List.self)
    _ = try parsed("speakers", as: Speakers.List.self)
    #expect(try parsed("codebook", as: CodebookCommand.Show.self).code == [])
    #expect(try parsed("codebook small groups", as: CodebookCommand.Show.self).code == ["small", "groups"])
  }

  @Test("Each unit of segmentation has its name")
  func segments() throws {
    let units = try ["turn", "paragraph", "sentence"].map {
      try parsed("segment talk --by \($0)", as: SegmentCommand.self).by.unit
    }
    #expect(units == [.turn, .paragraph, .sentence])
    #expect(throws: (any Error).self) { try parsed("segment talk --by word", as: SegmentCommand.self) }
  }

  @Test("Options may stand before, between and after")
  func order() throws {
    for line in ["find --limit 3 S or M", "find S or M --limit 3", "find S or --limit 3 M"] {
      let find = try parsed(line, as: Find.self)
      #expect(find.quotes.limit == 3)
      #expect(find.query.joined().split(separator: " ") == ["S", "or", "M"])
    }
    for line in ["autocode K S or M --dry-run", "autocode K --dry-run S or M", "autocode --dry-run K S or M"] {
      let autocode = try parsed(line, as: Autocode.self)
      #expect((autocode.code, autocode.query, autocode.dryRun) == ("K", ["S or M"], true))
    }
  }

  @Test(
    "A limit is a screenful for a person, all for a program, and 0 is all",
    arguments: [
      (nil, nil, nil, 20), (nil, "md", nil, 20), (nil, "csv", nil, nil), (nil, nil, "a.md", nil), (0, nil, nil, nil),
      (7, "csv", nil, 7),
    ] as [(Int?, String?, String?, Int?)])
  func limit(limit: Int?, format: String?, file: String?, expected: Int?) throws {
    #expect(try limit.orDefault(for: OutputRequest(format: format, file: file)) == expected)
  }
}
