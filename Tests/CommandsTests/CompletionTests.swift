import Model
import Testing

@testable import Commands

private let results: [Vocabulary.Option] = [
  .init(names: ["--format", "-f"], abstract: "How it is written", value: .choice([.init("csv"), .init("text")])),
  .init(names: ["--where"], abstract: "Only these", value: .condition),
  .init(names: ["--by"], abstract: "Split by", value: .attribute),
  .init(names: ["--force"], abstract: "Overwrite", value: nil),
]

private let vocabulary = Vocabulary(
  commands: [
    .init(
      name: "codebook", abstract: "The codes",
      subcommands: [
        .init(name: "load", abstract: "Read a file", arguments: [.file]),
        .init(name: "show", abstract: "Show the codes", options: results),
      ]),
    .init(name: "code", abstract: "One code", subcommands: [.init(name: "add", abstract: "Add a code")]),
    .init(name: "cases", abstract: "Cases", arguments: [.case, .assignment]),
    .init(name: "find", abstract: "Quotes", options: results, arguments: [.query]),
    .init(name: "kwic", abstract: "Words in context", options: results, arguments: [.words]),
    .init(name: "autocode", abstract: "Code by query", options: results, arguments: [.code, .query]),
    .init(name: "tag", abstract: "Code segments", arguments: [.place, .code], repeats: true),
    .init(name: "help", abstract: "Help", arguments: [.command]),
  ],
  codes: [.init("B3", "Small groups"), .init("B4", "Één op één"), .init("T1", "Too few teachers")],
  transcripts: [.init("hill-01", "New Hill"), .init("hill 02", "Old Mill")],
  cases: [.init("New Hill"), .init("Old Mill"), .init("Zeeland")],
  coders: [.init("anna")],
  attributes: [Attribute("sector", ["po", "vo"]), Attribute("size", ["big"])],
  files: { typed in ["notes.txt", "my codes/", "my codes/a.yaml"].filter { $0.hasPrefix(typed) } })

struct CompletionTests {
  /// The line as Tab leaves it, and the texts in the list; `|` is the cursor.
  private func tab(_ marked: String) -> (line: String, texts: [String]) {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let answer = Completion.answer(parts[0] + parts[1], cursor: parts[0].utf8.count, vocabulary: vocabulary)
    let kept = String(decoding: parts[0].utf8.prefix(answer.start), as: UTF8.self)
    return (kept + answer.insertion + "|" + parts[1], answer.candidates.map(\.text))
  }

  @Test(
    "Commands and subcommands are completed at their places",
    arguments: [
      ("|", "|", ["codebook", "code", "cases", "find", "kwic", "autocode", "tag", "help"]),
      ("c|", "c|", ["codebook", "code", "cases"]),
      ("cod|", "code|", ["codebook", "code"]),
      ("CODEB|", "codebook |", ["codebook"]),
      ("fi| B3", "find| B3", ["find"]),
      ("codebook |", "codebook |", ["load", "show"]),
      ("codebook l|", "codebook load |", ["load"]),
      ("code load |", "code load |", []),
      ("help k|", "help kwic |", ["kwic"]),
      ("nothing |", "nothing |", []),
    ] as [(String, String, [String])])
  func commands(typed: String, line: String, texts: [String]) {
    #expect(tab(typed) == (line, texts))
  }

  @Test(
    "Options and their values are completed, before and after a query",
    arguments: [
      ("find -|", "find --|", ["--format", "--where", "--by", "--force"]),
      ("find B3 --fo|", "find B3 --for|", ["--format", "--force"]),
      ("find 's avonds -f |", "find 's avonds -f |", ["csv", "text"]),
      ("find --format c|", "find --format csv |", ["csv"]),
      ("find --format=t|", "find --format=text |", ["text"]),
      ("find --force B|", "find --force B|", ["B3", "B4"]),
      ("codebook show --by s|", "codebook show --by s|", ["sector", "size", "speaker"]),
      ("tag -|", "tag -|", []),
    ] as [(String, String, [String])])
  func options(typed: String, line: String, texts: [String]) {
    #expect(tab(typed) == (line, texts))
  }

  @Test(
    "A condition in one word is completed with the quotation marks it needs",
    arguments: [
      ("find --where sec|", "find --where sector=|", ["sector="]),
      ("find --where sector=|", "find --where sector=|", ["sector=po", "sector=vo"]),
      ("find --where sector=v|", "find --where sector=vo |", ["sector=vo"]),
      ("find --where case=new|", "find --where 'case=\"New Hill\"' |", ["'case=\"New Hill\"'"]),
      ("find --where \"sector=po and si|", "find --where \"sector=po and size=|", ["\"sector=po and size="]),
      ("find --where 'case=n|", "find --where 'case=\"New Hill\"|", ["'case=\"New Hill\""]),
    ] as [(String, String, [String])])
  func conditions(typed: String, line: String, texts: [String]) {
    #expect(tab(typed) == (line, texts))
  }

  @Test(
    "A code is found by its key and by its name, case and accents folded",
    arguments: [
      ("autocode b|", "autocode b|", ["B3", "B4"]),
      ("autocode small|", "autocode B3 |", ["B3"]),
      ("autocode een|", "autocode B4 |", ["B4"]),
      ("autocode teach|", "autocode T1 |", ["T1"]),
      ("tag hill-01:3 B3 too|", "tag hill-01:3 B3 T1 |", ["T1"]),
      ("find een|", "find B4 |", ["B4"]),
      ("find (B3 and =e|", "find (B3 and =B4 |", ["B4"]),
      ("find B3 overlapping sm|", "find B3 overlapping B3 |", ["B3"]),
      ("find B3 near/2 t|", "find B3 near/2 T1 |", ["T1"]),
      ("autocode B3 t|", "autocode B3 T1 |", ["T1"]),
    ] as [(String, String, [String])])
  func codes(typed: String, line: String, texts: [String]) {
    #expect(tab(typed) == (line, texts))
  }

  @Test(
    "A query offers what may follow",
    arguments: [
      ("find |", "find |", ["B3", "B4", "T1", "any", "uncoded", "matching", "where"]),
      ("find B3 m|", "find B3 matching |", ["matching"]),
      ("find B3 be|", "find B3 before/|", ["before/"]),
      ("find B3 and n|", "find B3 and not |", ["not"]),
      ("find B3 matching too wh|", "find B3 matching too where |", ["where"]),
      ("kwic \"too wh|", "kwic \"too wh|", []),
      ("kwic x where s|", "kwic x where s|", ["sector=", "size=", "speaker="]),
      ("find where sector|", "find where sector=|", ["sector="]),
      ("find where sector |", "find where sector |", ["=", "!=", "<", "<=", ">", ">=", "in ("]),
      ("find where sector!=|", "find where sector!=|", ["po", "vo"]),
      ("find where sector in (po, v|", "find where sector in (po, vo |", ["vo"]),
      ("find where sector in (po) |", "find where sector in (po) |", ["and", "or"]),
      ("find where sector=vo a|", "find where sector=vo and |", ["and"]),
      ("find where case = n|", "find where case = \"New Hill\" |", ["\"New Hill\""]),
      ("find where case=\"new h|", "find where case=\"New Hill\" |", ["\"New Hill\""]),
      ("find where coder=|", "find where coder=anna |", ["anna"]),
    ] as [(String, String, [String])])
  func queries(typed: String, line: String, texts: [String]) {
    #expect(tab(typed) == (line, texts))
  }

  @Test(
    "Transcripts, cases and files are completed, quoted when they hold blanks",
    arguments: [
      ("tag hill-|", "tag hill-01:|", ["hill-01:"]),
      ("tag \"hill 0|", "tag \"hill 02:|", ["\"hill 02:"]),
      ("tag hill|", "tag hill|", ["hill-01:", "\"hill 02:"]),
      ("cases mill|", "cases \"Old Mill\" |", ["\"Old Mill\""]),
      ("cases Zeeland sector=p|", "cases Zeeland sector=po |", ["sector=po"]),
      ("cases Zeeland si|", "cases Zeeland size=|", ["size="]),
      ("codebook load n|", "codebook load notes.txt |", ["notes.txt"]),
      ("codebook load \"my codes/a|", "codebook load \"my codes/a.yaml\" |", ["\"my codes/a.yaml\""]),
    ] as [(String, String, [String])])
  func names(typed: String, line: String, texts: [String]) {
    #expect(tab(typed) == (line, texts))
  }

  @Test("A candidate has a description, and the start counts bytes")
  func details() {
    let line = "kwic één where si"
    #expect(
      Completion.answer(line, cursor: line.utf8.count, vocabulary: vocabulary)
        == .init(
          start: 17, insertion: "size=",
          candidates: [.init(text: "size=", detail: "big")]))
  }

  @Test("A name with a control character is not offered")
  func controlCharacters() {
    let vocabulary = Vocabulary(commands: [.init(name: "a\u{1B}[2J", abstract: ""), .init(name: "ab", abstract: "")])
    #expect(
      Completion.answer("a", cursor: 1, vocabulary: vocabulary)
        == .init(start: 0, insertion: "ab ", candidates: [.init(text: "ab", detail: "")]))
  }
}
