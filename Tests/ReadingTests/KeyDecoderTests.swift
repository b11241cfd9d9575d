import TestSupport
import Testing

@testable import Reading

@Suite("KeyDecoder")
struct KeyDecoderTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    let keys = decoder.take(text.utf8)
    return keys + decoder.giveUp()
  }

  @Test("Letters, signs and blanks are themselves, in every script")
  func letters() {
    #expect(
      keys("aZ 1.é東") == [
        .letter("a"), .letter("Z"), .letter(" "), .letter("1"), .letter("."), .letter("é"), .letter("東"),
      ])
    #expect(keys("👧") == [.letter("👧")])
    // What belongs together comes one after the other, and joins where it is typed.
    #expect(keys("e\u{301}") == [.letter("e"), .letter("\u{301}")])
  }

  @Test("Control characters are keys with Ctrl, or keys with a name")
  func controls() {
    #expect(keys("\u{1A}\u{11}\u{01}") == [.control("z"), .control("q"), .control("a")])
    #expect(keys("\r\n\t\u{7F}\u{8}") == [.enter, .enter, .tab, .backspace, .backspace])
    #expect(keys("\0\u{1C}\u{1F}") == [])
  }

  @Test(
    "Sequences are keys",
    arguments: [
      ("\u{1B}[A", Key.up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
      ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[1;2B", .shiftDown), ("\u{1B}[1;2C", .shiftRight), ("\u{1B}[1;2D", .shiftLeft),
      ("\u{1B}[Z", .backTab), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
      ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}OP", .help),
      ("\u{1B}[11~", .help), ("\u{1B}[1;5C", .right),
    ])
  func sequences(bytes: String, key: Key) {
    #expect(keys(bytes) == [key])
    #expect(keys("x" + bytes + "y") == [.letter("x"), key, .letter("y")])
  }

  @Test("An escape is a key when nothing follows, and before a letter")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.take([0x1B]) == [])
    #expect(decoder.isWaiting)
    #expect(decoder.giveUp() == [.escape])
    #expect(!decoder.isWaiting)
    #expect(keys("\u{1B}k") == [.escape, .letter("k")])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
  }

  @Test("A paste is one key, whatever stands in it")
  func paste() {
    #expect(keys("\u{1B}[200~één\r\ntwee\u{1B}[A\u{1B}[201~x") == [.paste("één\r\ntwee\u{1B}[A"), .letter("x")])
    #expect(keys("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    var decoder = KeyDecoder()
    #expect(decoder.take("\u{1B}[200~half".utf8) == [])
    #expect(!decoder.isWaiting)
    #expect(decoder.take("\u{1B}[201~".utf8) == [.paste("half")])
  }

  @Test("A paste without end takes a bounded place")
  func longPaste() {
    var decoder = KeyDecoder()
    _ = decoder.take("\u{1B}[200~".utf8)
    for _ in 0..<3 { _ = decoder.take(Array(repeating: UInt8(ascii: "a"), count: KeyDecoder.longestPaste / 2)) }
    let keys = decoder.take("\u{1B}[201~".utf8)
    #expect(keys == [.paste(String(repeating: "a", count: KeyDecoder.longestPaste))])
  }

  @Test("What is no key is left out, and what follows is read")
  func unknown() {
    #expect(keys("\u{1B}[99~\u{1B}[?1;2cx") == [.letter("x")])
    #expect(keys("\u{1B}[1;\u{7}x") == [.control("g"), .letter("x")])
    var decoder = KeyDecoder()
    #expect(
      decoder.take([0xFF, 0x80, 0xC3, 0x28, 0xE2, 0x82, 0x41, 0xED, 0xA0, 0x80]) == [.letter("("), .letter("A")])
    #expect(decoder.take([0xC2, 0x9B, 0x41]) == [.letter("A")])
    let endless = Array("\u{1B}[".utf8) + Array(repeating: UInt8(ascii: "1"), count: 100) + Array("A".utf8)
    #expect(decoder.take(endless) == Array(repeating: .letter("1"), count: 69) + [.letter("A")])
  }

  @Test("However the bytes are split, the keys are the same")
  func splits() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "a", "é", "東", "👧", "\u{1B}[A", "\u{1B}[1;2D", "\u{1B}OP", "\r", "\u{1A}", "\u{1B}[200~p\u{1B}[201~", "\u{1B}[5~",
    ]
    for _ in 0..<300 {
      let text = (0..<8).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      let bytes = Array(text.utf8)
      var whole = KeyDecoder()
      var split = KeyDecoder()
      let expected = whole.take(bytes)
      var found: [Key] = []
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 1...4, using: &generator))
        found += split.take(bytes[start..<end])
        start = end
      }
      #expect(found == expected)
    }
  }

  @Test("Any bytes are read without end of the program, and little is held")
  func anyBytes() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      var decoder = KeyDecoder()
      let bytes = (0..<200).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : [0x1B, 0x5B, 0x3B, 0x32, 0x7E][Int.random(in: 0..<5, using: &generator)]
      }
      _ = decoder.take(bytes)
      _ = decoder.giveUp()
    }
  }
}
