import Testing

@testable import Intake

struct CueTests {
  private func timing(_ line: String) -> [Double]? {
    let bytes = Array(line.utf8)
    return CueTiming(0..<bytes.count, in: bytes).map { [$0.start, $0.end] }
  }

  @Test(
    "Times come with and without hours, zeros and fractions",
    arguments: [
      ("00:00:05.790 --> 00:00:13.514", [5.79, 13.514]), ("00:00:01,000 --> 00:00:04,500", [1, 4.5]),
      ("00:14.5 --> 01:15.25 align:start position:0%", [14.5, 75.25]), ("0:0:0.0 --> 0:0:3.580", [0, 3.58]),
      ("100:00:00 --> 100:00:01", [360_000, 360_001]), ("  00:01-->00:02", [1, 2]),
    ])
  func reads(line: String, times: [Double]) { #expect(timing(line) == times) }

  @Test(
    "What gives no two times is no timing",
    arguments: ["--> 00:01", "00:01 --> ", "a:b --> c:d", "00:01 -- 00:02", "5 --> 6", "1:2:3:4 --> 1:2"])
  func none(line: String) { #expect(timing(line) == nil) }

  private func sheet(_ text: String, hasBlocks: Bool) -> [String] {
    let bytes = Array(text.utf8)
    return CueSheet(bytes, hasBlocks: hasBlocks).cues.map { cue in
      "\(cue.line): " + cue.words.map { bytes.string($0) }.joined(separator: "/")
    }
  }

  @Test("Names of captions, notes, styles and regions are not words")
  func blocks() {
    let text = """
      WEBVTT - titel

      STYLE
      ::cue { color: red }

      naam-1
      00:01.000 --> 00:02.000
      een
      twee

      NOTE Confidence: 0.6

      NOTE
      over twee regels
      dus

      a8b1/12-0
      00:03.000 --> 00:04.000
      drie

      00:05.000 --> 00:06.000
      """
    #expect(sheet(text, hasBlocks: true) == ["7: een/twee", "18: drie", "21: "])
  }

  @Test("In SRT a number above the times is no word, one inside a caption is")
  func numbers() {
    let text = "1\n00:01,0 --> 00:02,0\n42\n\n\nook dit\n\n3\n00:03,0 --> 00:04,0\n7\n4\n00:05,0 --> 00:06,0\nvier\n"
    #expect(sheet(text, hasBlocks: false) == ["2: 42/ook dit", "9: 7", "12: vier"])
  }

  @Test("Words below broken times are kept and the line is named")
  func broken() {
    #expect(
      shown("WEBVTT\n\n00:01.0 --> 00:02.0\nEen.\n\n00:xx --> 00:04.0\nTwee.\n", ending: "vtt") == """
        []
        - 1.0 ||Een. Twee.\\n|
        warning x.vtt:6: 1 line with '-->' gives no times; the words below were joined to the caption before.
        """)
  }
}
