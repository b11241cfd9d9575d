import Testing

@testable import Commands

@Suite struct SharedFilterTests {
  @Test(
    "The filter stands in the words of a command, beside its own condition and instead of nobody's codings",
    arguments: [
      (["find", "A"], ["find", "A", "--where", "sector=vo", "--coder", "Anna"]),
      (
        ["find", "A", "--where", "wave=1", "--limit", "2"],
        ["find", "A", "--limit", "2", "--where", "(sector=vo) and (wave=1)", "--coder", "Anna"]
      ),
      (["find", "A", "--where=wave=1"], ["find", "A", "--where", "(sector=vo) and (wave=1)", "--coder", "Anna"]),
      (["find", "A", "--coder", "Bram"], ["find", "A", "--coder", "Bram", "--where", "sector=vo"]),
      (["find", "--", "--where"], ["find", "--where", "sector=vo", "--coder", "Anna", "--", "--where"]),
    ])
  func applied(words: [String], expected: [String]) {
    let shared = SharedFilter(condition: "sector=vo", coders: ["Anna"])
    #expect(shared.applied(to: words, withCoders: true) == expected)
  }

  @Test("Nothing is put in where nothing is set, and no coder where a command looks at all")
  func empty() {
    #expect(SharedFilter().applied(to: ["find", "A"], withCoders: true) == ["find", "A"])
    let shared = SharedFilter(condition: nil, coders: ["Anna"])
    #expect(shared.applied(to: ["tabulate", "chosen"], withCoders: false) == ["tabulate", "chosen"])
    #expect(shared.shown == "coder Anna")
    #expect(SharedFilter().isEmpty && !shared.isEmpty)
  }
}
