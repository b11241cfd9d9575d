import Model
import Testing

@testable import Retrieval

@Suite("Pieces of a typed query")
struct LexerTests {
  private func pieces(_ text: String) throws -> [String] {
    try Lexer.lexemes(of: text).map { "\($0.kind) \($0.start)-\($0.end) \($0.text)" }
  }

  @Test("Every piece has its place in characters")
  func places() throws {
    #expect(
      try pieces("é 🙂!=(\"a \"\"b\"\"\",“c” x!  ") == [
        "word 0-1 é", "word 2-3 🙂", "comparison 3-5 !=", "open 5-6 (", "quoted 6-15 a \"b\"", "comma 15-16 ,",
        "quoted 16-19 c",
        "word 20-22 x!", "end 22-22 ",
      ])
  }

  @Test("An accent that stands on no letter is a blank, so that what is printed reads back")
  func loneAccents() throws {
    #expect(try pieces("\u{301}a\n\u{301}e\u{301}") == ["word 1-2 a", "word 4-5 e\u{301}", "end 5-5 "])
    #expect(try pieces("a\n\u{600}\nb") == ["word 0-1 a", "word 4-5 b", "end 5-5 "])
  }

  @Test("Straight and curly quotes close each other where no better one follows")
  func quotes() throws {
    #expect(try pieces("\"a”") == ["quoted 0-3 a", "end 3-3 "])
    #expect(try pieces("„a\"") == ["quoted 0-3 a", "end 3-3 "])
  }
}
