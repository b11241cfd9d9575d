import Model
import Packages
import TestSupport
import Testing

@testable import Exchange

@Suite struct PositionPropertyTests {
  @Test("Codings between any two characters come back on the same words, in both ways of counting")
  func boundaries() throws {
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = SourceText(Self.text(&generator, lineEnd: "\n")).text
      guard !text.isEmpty, !text.allSatisfy(\.isWhitespace) else { continue }
      var study = WholeStudy(name: "x")
      study.transcripts = [StudyTranscript(Transcript(name: "s", format: "txt", text: text), guid: GUID(of: "s"))]
      study.codes = [StudyCode(Code(key: "a", name: "a"), guid: GUID(of: "a"))]
      study.coders = [StudyCoder("anna", guid: GUID(of: "anna"))]
      study.codings = Self.spans(of: text, &generator).map {
        StudyCoding(transcript: 0, span: $0, code: 0, coder: 0, guid: GUID(of: "\($0)"))
      }
      for utf16 in [false, true] {
        let read = try QDAProject.read(try QDAProject.write(study, utf16: utf16).bytes, file: "x.qdpx")
        #expect(read.study.sorted == study.sorted, "seed \(seed), UTF-16: \(utf16)")
        #expect(read.report.problems == [], "seed \(seed)")
      }
    }
  }

  @Test("Positions of a source with line ends of two characters are those of the slow count, in all four ways")
  func sources() throws {
    for seed in 0..<80 as Range<UInt64> {
      var generator = SeededGenerator(seed: 1000 + seed)
      let source = Self.text(&generator, lineEnd: "\r\n")
      let text = SourceText(Array(("\u{FEFF}" + source).utf8))
      for form in PositionForm.allCases {
        let bytes = text.bytes(counting: form)
        for (unit, byte) in Self.slow(source, form) where bytes[unit] >= 0 {
          #expect(bytes[unit] == byte, "seed \(seed), \(form.rawValue), \(unit) \(Array(source.unicodeScalars))")
        }
        #expect(bytes.last == Int32(text.text.utf8.count))
      }
    }
  }

  /// For each position at the start of a character of the source the byte of the text as it is kept.
  private static func slow(_ source: String, _ form: PositionForm) -> [(unit: Int, byte: Int32)] {
    var found: [(Int, Int32)] = []
    let scalars = Array(source.unicodeScalars)
    for place in 0...scalars.count {
      guard place == scalars.count || place == 0 || scalars[place - 1] != "\r" || scalars[place] != "\n" else {
        continue
      }
      let before = scalars[..<place]
      // What is composed with what follows has no place of its own.
      if place < scalars.count, scalars[place].properties.canonicalCombiningClass != .notReordered { continue }
      let kept = String(String.UnicodeScalarView(before)).composed.replacing("\r\n", with: "\n")
      var unit = before.reduce(0) { $0 + (form.countsUTF16 && $1.value > 0xFFFF ? 2 : 1) }
      if form.countsLineEndOnce { unit -= zip(before, before.dropFirst()).count { $0 == "\r" && $1 == "\n" } }
      found.append((unit, Int32(kept.utf8.count)))
    }
    return found
  }

  private static func text(_ generator: inout SeededGenerator, lineEnd: String) -> String {
    let pieces = [
      "Wij ", "wachten", " ", "drie uur", "😀", "👨‍👩‍👧", "e\u{301}", "x\u{301}", "é", "ﬁ", "한", "ᄒ\u{1161}\u{11AB}", lineEnd,
      lineEnd,
      "a", ".", "…", "𝒳", "\u{200B}", "Anna: ",
    ]
    return (0..<Int.random(in: 1...30, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
      .joined()
  }

  /// Some spans between characters of a text.
  private static func spans(of text: String, _ generator: inout SeededGenerator) -> [TextSpan] {
    let positions = TextPositions(text)
    var spans: Set<TextSpan> = []
    for _ in 0..<40 {
      let ends = [0, 1].map { _ in Int.random(in: 0...positions.codePointCount, using: &generator) }.sorted()
      guard ends[0] < ends[1], let start = positions.byte(ofCodePoint: ends[0]),
        let end = positions.byte(ofCodePoint: ends[1])
      else { continue }
      spans.insert(TextSpan(start, end))
    }
    return spans.sorted()
  }
}
