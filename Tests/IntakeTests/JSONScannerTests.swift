import Testing
import TestSupport

@testable import Intake

struct JSONScannerTests {
  /// The values of a text in a form that shows them all.
  private func walked(_ json: String) -> String {
    var scanner = JSONScanner(Array(json.utf8))
    let shown = Self.value(&scanner)
    return shown + (scanner.flaw.map { " flaw at \($0)" } ?? "")
  }

  private static func value(_ scanner: inout JSONScanner) -> String {
    var parts: [String] = []
    switch scanner.kind() {
    case .object:
      scanner.members { scanner, key in parts.append("\(key)=\(value(&scanner))") }
      return "{\(parts.joined(separator: " "))}"
    case .array:
      scanner.items { parts.append(value(&$0)) }
      return "[\(parts.joined(separator: " "))]"
    case .string: return "'\(scanner.string() ?? "")'"
    case .number: return scanner.number().map { "\($0)" } ?? "no number"
    case .word:
      scanner.skip()
      return "word"
    case nil: return "nothing"
    }
  }

  @Test(
    "Values come in order",
    arguments: [
      (
        #"{"a": [1, -2.5e1, "x"], "b": {"c": null, "d": true}, "e": {}, "f": []}"#,
        "{a=[1.0 -25.0 'x'] b={c=word d=word} e={} f=[]}"
      ),
      (#"[NaN, Infinity, -Infinity]"#, "[word word word]"),
      (#""a\"b\\c\/d\n\té\u0041\ud83d\ude00""#, "'a\"b\\c/d\n\téA😀'"),
      (
        #"["\ud83d", "\ude00x", "\ud83d\u0041", "\uZZZZ", "\u12"]"#,
        "['\u{FFFD}' '\u{FFFD}x' '\u{FFFD}A' '\u{FFFD}ZZZZ' '\u{FFFD}12']"
      ),
      ("[1e999, 123456789012345678901234567890]", "[no number 1.2345678901234568e+29]"),
      (#"{"a": 1, "a": 2}"#, "{a=1.0 a=2.0}"),
    ])
  func values(json: String, shown: String) { #expect(walked(json) == shown) }

  @Test(
    "The walk ends where the text is no JSON any more",
    arguments: [
      ("", "nothing"), ("woorden", "nothing"), ("{", "{} flaw at 1"), (#"{"a""#, "{} flaw at 4"),
      (#"{"a": }"#, "{} flaw at 6"), ("[1, 2", "[1.0 2.0] flaw at 5"), ("[1 2]", "[1.0] flaw at 3"),
      (#"["open"#, "[''] flaw at 1"), (#"{"a": 1]"#, "{a=1.0} flaw at 7"),
    ])
  func flaws(json: String, shown: String) { #expect(walked(json) == shown) }

  @Test(
    "What is skipped is passed over as a whole",
    arguments: [
      #"{"a": [1, {"b": "]}"}], "c": {}}"#, "[[[]], {}]", "\"x\"", "12", "null", #"{"a":{"b":{"c":[{},[]]}}}"#,
    ])
  func skips(json: String) {
    var scanner = JSONScanner(Array("[\(json), 7]".utf8))
    var seen: [Double?] = []
    scanner.items { scanner in
      if scanner.kind() == .number, scanner.at > 4 { seen.append(scanner.number()) }
    }
    #expect(seen == [7])
    #expect(scanner.flaw == nil)
  }

  @Test("Depth is no danger", arguments: ["[", "{\"a\":"])
  func deep(opening: String) {
    var scanner = JSONScanner(Array(String(repeating: opening, count: 100_000).utf8))
    scanner.skip()
    #expect(scanner.flaw == opening.utf8.count * 100_000)
  }

  @Test("Whatever the bytes, the walk ends")
  func property() {
    var generator = SeededGenerator(seed: 31)
    let pieces = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d83d", "1", "-", "e", "null", "a", " ", "é", "\n"]
    for _ in 0..<5000 {
      let count = Int.random(in: 0..<25, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      _ = walked(text)
      var scanner = JSONScanner(Array(text.utf8))
      scanner.skip()
      #expect(scanner.at <= text.utf8.count)
    }
  }
}
