import Model
import Testing

@testable import Commands

struct ShellLineTests {
  @Test(
    "A line is split as a shell does, but a query stays one word as typed",
    arguments: [
      ("", []),
      ("   ", []),
      ("# only a comment", []),
      ("draad", []),
      ("draad info --format csv", ["info", "--format", "csv"]),
      ("draadje info", ["draadje", "info"]),
      (#"code rename W "Wind and weather""#, ["code", "rename", "W", "Wind and weather"]),
      ("find S and not S1", ["find", "S and not S1"]),
      (#"find S matching "te weinig" --limit 3"#, ["find", "--limit", "3", #"S matching "te weinig""#]),
      ("find S --where 'case=\"New Hill\"' -o x.csv", ["find", "--where", "case=\"New Hill\"", "-o", "x.csv", "S"]),
      ("search 's avonds", ["search", "'s avonds"]),
      ("search -weinig", ["search", "--", "-weinig"]),
      ("search -- -x", ["search", "--", "-x"]),
      ("kwic =toets --width 10", ["kwic", "--width", "10", "=toets"]),
      ("autocode B3 matching groep --dry-run", ["autocode", "--dry-run", "B3", "matching groep"]),
      (#"autocode "kleine groepen" A and B"#, ["autocode", "kleine groepen", "A and B"]),
      ("autocode B3", ["autocode", "B3"]),
      ("find", ["find"]),
      ("find --help", ["find", "--help"]),
      ("find -h", ["find", "-h"]),
      ("find S --force -o a.md", ["find", "--force", "-o", "a.md", "S"]),
    ] as [(String, [String])])
  func words(line: String, expected: [String]) throws {
    #expect(try ShellLine.words(line) == expected)
  }

  @Test("A quotation mark that stays open is told for commands, and left to the query for queries")
  func open() throws {
    #expect(throws: Problem.self) { try ShellLine.words(#"show "talk"#) }
    #expect(try ShellLine.words(#"search "te weinig"#) == ["search", #""te weinig"#])
  }

  @Test("Words joined to a line are split into the same words again")
  func joined() throws {
    let words = ["code", "add", "K 1", "it's \"so\"", "", "back\\slash", "#x"]
    #expect(try LineTokens(LineTokens.joined(words)).words == words)
  }
}
