/// Words that Whisper may have made up: in silence it repeats a line, or writes one that it often heard.
struct SpeechSuspects {
  private struct Place {
    var words: [UInt8]
    var time: Double?
    var line: Int
  }

  /// Above this chance that nothing was said, Whisper itself doubts a segment.
  static let silence = 0.6
  /// A line of more words than this is seldom said twice in a row; a shorter one is not said three times.
  static let fewWords = 3

  private var places: [Place] = []
  private var last: [UInt8] = []
  private var repeats = 0

  /// Takes in the next segment: its words, seconds, line in the file, and the chance that nothing was said.
  mutating func take(_ words: [UInt8], at time: Double?, line: Int, noSpeech: Double?) {
    repeats = words == last ? repeats + 1 : 0
    last = words
    let isLong = words.split(separator: ASCII.blank).count > Self.fewWords
    if (noSpeech ?? 0) > Self.silence || repeats >= (isLong ? 1 : 2) {
      places.append(Place(words: words, time: time, line: line))
    }
  }

  /// One warning for them all; the words stay where they are.
  func problem(in file: SourceFile) -> IntakeProblem? {
    guard let first = places.first else { return nil }
    let shown = places.prefix(5).map { place in
      let words = String(decoding: place.words, as: UTF8.self)
      let cut = words.count > 40 ? words.prefix(40).description.trimmed + "…" : words
      return "'\(cut)' (\(place.time.map { "at \(Self.clock($0)), " } ?? "")line \(place.line))"
    }
    let more = places.count > 5 ? " and \(places.count - 5) more" : ""
    return IntakeProblem(
      file: file.name, line: first.line,
      "Perhaps nobody said this, as it stands in silence or repeats itself: \(shown.joined(separator: ", "))\(more).",
      .warning, hint: "Listen there; it was kept in the text.")
  }

  /// Hours, minutes and seconds: `0:05:10`.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds)
    let pair = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(whole / 3600):\(pair(whole / 60 % 60)):\(pair(whole % 60))"
  }
}
