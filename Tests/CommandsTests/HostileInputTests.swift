import Foundation
import TestSupport
import Testing

@testable import Commands

/// What nobody types on purpose, in every place where a name or a text is taken.
struct HostileInputTests {
  private static let texts = [
    "a\u{0}b", "\u{1B}[31mred\u{1B}[0m\u{7}", "\u{202E}txt.exe\u{2066}", "../../etc/passwd", "-rf", "--force", "",
    " ", String(repeating: "x", count: 10_000), "'; DROP TABLE codes; --", "\" OR 1=1", "NEAR(a b, 2) AND * ^col:",
    "%s%n", "99999999999999999999", "-1", "\u{FFFD}\u{10FFFF}", "a\nb", "🙂", "file:x?mode=memory", "=cmd|'/C calc'!A0",
  ]

  /// `X` is where the text goes.
  private static let lines = [
    ["tag", "X", "A"], ["tag", "talk:X", "A"], ["tag", "talk:1", "X"], ["untag", "talk:1", "X"], ["show", "X"],
    ["show", "talk", "X"], ["find", "X"], ["search", "X"], ["kwic", "X"], ["frequencies", "X"],
    ["frequencies", "--where", "X"],
    ["tabulate", "X"], ["crosstab", "A", "--by", "X"], ["cooccurrence", "--level", "X"], ["codebook", "load", "X"],
    ["code", "add", "X", "X"], ["code", "rename", "A", "X"], ["cases", "set", "X", "sector=X"], ["cases", "load", "X"],
    ["codings", "load", "X"], ["import", "X"], ["remove", "X"], ["segment", "talk", "--by", "X"],
    ["query", "save", "X", "A"],
    ["memo", "talk", "X"], ["undo", "X"], ["log", "--limit", "X"], ["log", "--digest", "X"], ["coder", "X"],
    ["backups", "restore", "X", "made"], ["rescue", "X", "made"], ["transcript", "replace", "talk", "X"], ["run", "X"],
    ["autocode", "A", "X", "--dry-run"], ["info", "--format", "X"], ["info", "--output", "X"], ["X"], ["X", "X"],
  ]

  private final class Spoken {
    var out = ""
    var error = ""
  }

  private static func session(_ folder: TemporaryFolder, _ spoken: Spoken) throws -> Session {
    let session = Session(
      console: Console(out: { spoken.out += $0 }, error: { spoken.error += $0 }),
      environment: ["XDG_STATE_HOME": folder["state"], "HOME": folder.path], coder: "Kim",
      clock: { "2026-01-02T03:04:05Z" })
    try folder.write("Ann: Yes, we waited.\nBob: No.", to: "talk.txt")
    try folder.write("codes:\n  - key: A\n    name: Apples\n", to: "codes.yaml")
    for line in [
      "new \(folder["study"])", "import \(folder["talk.txt"])", "codebook load \(folder["codes.yaml"])", "tag talk:1 A",
    ] {
      session.run(line: line)
    }
    return session
  }

  private static func digest(_ session: Session, _ spoken: Spoken) -> String {
    spoken.out = ""
    session.run(["info", "--digest"])
    return spoken.out
  }

  @Test(
    "Whatever is given for a name or a text, it is taken or refused in words, and what is refused leaves nothing",
    arguments: texts)
  func names(text: String) throws {
    let folder = try TemporaryFolder()
    let spoken = Spoken()
    let session = try Self.session(folder, spoken)
    defer { session.close() }
    for words in Self.lines {
      let before = Self.digest(session, spoken)
      (spoken.out, spoken.error) = ("", "")
      let typed = words.map { $0.replacing("X", with: text) }
      // A word that is an option, or a file that would be made where the test runs, says nothing about the text.
      guard !(words.contains("--output") && !text.hasPrefix("..")) else { continue }
      let code = session.run(typed)
      #expect([0, 1, 2, 64].contains(code), "\(words)")
      if code == 2 || code == 64 {
        #expect(!spoken.error.isEmpty, "\(words)")
        #expect(!spoken.error.contains("SQLite error") && !spoken.error.contains("DatabaseError"), "\(spoken.error)")
        #expect(Self.digest(session, spoken) == before, "\(words)")
      }
    }
    spoken.out = ""
    #expect(session.run(["check"]) == 0, "\(spoken.error)")
    #expect(spoken.out.hasPrefix("The study is whole"))
  }

  /// Sheets of forty good rows and one that is not.
  private static let sheets: [(command: String, head: String, good: @Sendable (Int) -> String, bad: [String])] = [
    (
      "cases load", "case,sector", { "School \($0),po" },
      ["\"School,po", ",po", "School 1,po,more,than,there,are,heads"]
    ),
    (
      "codings load", "transcript,start,end,code,coder", { "talk,\($0 % 10),\($0 % 10 + 3),A,Kim \($0)" },
      [
        "talk,5,99999,A,Kim", "talk,-4,3,A,Kim", "talk,9,3,A,Kim", "talk,99999999999999999999,3,A,Kim",
        "nobody,1,2,A,Kim",
        "talk,1,2,ZZZ,Kim", "talk,1,2", "\"talk,1,2,A,Kim",
      ]
    ),
    ("transcripts load", "transcript,wave", { _ in "talk,1" }, ["nobody,1", "\"talk,1", ",1"]),
    ("cases assign", "transcript,case", { _ in "talk,North" }, ["nobody,North", "\"talk,North"]),
  ]

  @Test("Of forty good rows and a bad one nothing is kept, and the bad one is named", arguments: sheets.indices)
  func sheet(number: Int) throws {
    let (command, head, good, bad) = Self.sheets[number]
    for row in bad {
      let folder = try TemporaryFolder()
      let spoken = Spoken()
      let session = try Self.session(folder, spoken)
      defer { session.close() }
      let before = Self.digest(session, spoken)
      let rows = (1...40).map(good)
      let text = ([head] + rows[..<20] + [row] + rows[20...]).joined(separator: "\n") + "\n"
      try folder.write(text, to: "sheet.csv")
      (spoken.out, spoken.error) = ("", "")
      #expect(session.run(command.split(separator: " ").map(String.init) + [folder["sheet.csv"]]) == 2, "\(row)")
      #expect(spoken.error.contains("sheet.csv:"), "\(row): \(spoken.error)")
      #expect(spoken.out == "", "\(row)")
      #expect(Self.digest(session, spoken) == before, "\(row)")
    }
  }
}
