import Model
import TestSupport
import Testing

@testable import Commands

struct LineTokensTests {
  @Test(
    "Blanks, quotation marks and backslashes split a line as a shell does",
    arguments: [
      ("", []),
      ("   ", []),
      ("tag  a:1\tB3 ", ["tag", "a:1", "B3"]),
      ("show\u{A0}a", ["show", "a"]),
      (#"show "school 1" x"#, ["show", "school 1", "x"]),
      (#"show 'school "1"' x"#, ["show", #"school "1""#, "x"]),
      (#"a "b \"c\" \\ \d""#, ["a", #"b "c" \ \d"#]),
      (#"a\ b \"c \\"#, ["a b", #""c"#, #"\"#]),
      (#"a\"#, [#"a\"#]),
      (#"cases set x town="New Hill" team='the reds'"#, ["cases", "set", "x", "town=New Hill", "team=the reds"]),
      (#"memo "" x"#, ["memo", "", "x"]),
      (#"a"b c"d"#, ["ab cd"]),
      ("memo “two words” „low start” x“y", ["memo", "two words", "low start", "x“y"]),
      ("# tag a:1 B3", []),
      ("  # tag", []),
      ("\\#1 # x", ["#1", "#", "x"]),
    ] as [(String, [String])])
  func words(line: String, expected: [String]) throws {
    #expect(try LineTokens(line).words == expected)
  }

  @Test(
    "An apostrophe inside a word is a letter",
    arguments: ["zo'n", "IB'er", "Anna's", "foto's", "zo’n"])
  func apostrophes(word: String) throws {
    #expect(try LineTokens("memo \(word) dag").words == ["memo", word, "dag"])
  }

  @Test("A token knows its columns in characters and whether it was quoted")
  func columns() throws {
    #expect(
      try LineTokens(#"code é "één naam""#).tokens == [
        .init(text: "code", columns: 0..<4, quoted: false),
        .init(text: "é", columns: 5..<6, quoted: false),
        .init(text: "één naam", columns: 7..<17, quoted: true),
      ])
  }

  @Test(
    "A quotation mark that is never closed is shown where it stands",
    arguments: [(#"show één "school 1"#, 9, "\""), ("show “school 1", 5, "“"), (#"show "a\""#, 5, "\"")])
  func unclosed(line: String, caret: Int, mark: String) {
    let problem = Problem(
      "The quotation mark \(mark) is never closed.", typed: line, caret: caret,
      hint: #"Close it, as in 'show "school 1"'."#, kind: .usage)
    #expect(throws: problem) { try LineTokens(line) }
  }

  @Test("An apostrophe that opens a word gets a hint of its own")
  func openingApostrophe() {
    let problem = Problem(
      "The quotation mark ' is never closed.", typed: "memo 's avonds", caret: 5,
      hint: #"Put words that begin with an apostrophe in double quotes, as in 'memo "'s avonds"'."#, kind: .usage)
    #expect(throws: problem) { try LineTokens("memo 's avonds") }
  }

  @Test("The rest of a line stays as it was typed, whatever it holds")
  func raw() throws {
    let tokens = try LineTokens(#"  search  's avonds "te laat  "#, first: 1)
    #expect(tokens.words == ["search"])
    #expect(tokens.raw(after: 1) == .init(text: #"'s avonds "te laat"#, column: 10))
    #expect(tokens.raw(after: 0) == .init(text: #"search  's avonds "te laat"#, column: 2))
    let short = try LineTokens("search", first: 3)
    #expect(short.raw(after: 1) == .init(text: "", column: 6))
    #expect(short.raw(after: 3) == .init(text: "", column: 6))
  }

  @Test(
    "Options are split off a query, which stays as typed",
    arguments: [
      (#"B3 matching "a --b" --format csv"#, #"B3 matching "a --b""#, 0, ["--format", "csv"]),
      ("--limit 5 -o out.csv B3", "B3", 21, ["--limit", "5", "-o", "out.csv"]),
      ("--dry-run B3 and B4", "B3 and B4", 10, ["--dry-run"]),
      ("B3 --where 'case=\"New Hill\"' --dry-run", "B3", 0, ["--where", "case=\"New Hill\"", "--dry-run"]),
      ("B3 --limit=5 where a=b", "B3           where a=b", 0, ["--limit=5"]),
      ("zo'n 's --limit", "zo'n 's", 0, ["--limit"]),
      ("--limit --dry-run", "", 17, ["--limit", "--dry-run"]),
      ("where age > -5 and x = -", "where age > -5 and x = -", 0, []),
      ("--limit 5 -- -o x", "-o x", 13, ["--limit", "5"]),
      ("(“een -o twee” or =B) -o x", "(“een -o twee” or =B)", 0, ["-o", "x"]),
      (#"B3 "open --limit 5"#, #"B3 "open --limit 5"#, 0, []),
    ] as [(String, String, Int, [String])])
  func query(line: String, text: String, column: Int, options: [String]) throws {
    let expected = LineTokens.Query(query: .init(text: text, column: column), options: options)
    #expect(try LineTokens.query(in: line, flags: ["--dry-run"]) == expected)
  }

  @Test("A query after its command keeps the columns of the whole line")
  func queryColumns() throws {
    let line = "find --limit 5 één"
    let rest = try LineTokens(line, first: 1).raw(after: 1)
    let query = try LineTokens.query(in: line, from: rest.column)
    #expect(query == .init(query: .init(text: "één", column: 15), options: ["--limit", "5"]))
  }

  @Test("An open quotation mark in an option's value is a problem")
  func openOptionValue() {
    let problem = Problem(
      "The quotation mark \" is never closed.", typed: "find B3 --where \"a=b", caret: 16,
      hint: #"Close it, as in 'show "school 1"'."#, kind: .usage)
    #expect(throws: problem) { try LineTokens.query(in: "find B3 --where \"a=b", from: 5) }
  }

  @Test("A quoted text reads back as itself; plain words are split at blanks", arguments: 0..<20)
  func readsBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters: [Character] = ["a", "é", " ", "\"", "'", "\\", "=", "#", "“", "”", "-"]
    for _ in 0..<200 {
      let text = String(
        (0..<Int.random(in: 0...8, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
      for open in [nil, "\"", "'"] as [Character?] {
        #expect(try LineTokens("x " + LineTokens.quoted(text, after: open)).words == ["x", text])
      }
      let plain = text.filter { !"\"'\\“”#".contains($0) }
      #expect(try LineTokens(plain).words == plain.split(separator: " ").map(String.init))
      let bare = plain.filter { $0 != "-" }
      #expect(try LineTokens.query(in: bare).query.text == bare.trimmed)
    }
  }
}
