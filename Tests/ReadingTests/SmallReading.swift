import Foundation
import Model
import Workbench

@testable import Reading

/// A transcript to be read, made of what its speakers say: each turn is a segment, or each sentence.
enum SmallReading {
  static let codes = [
    Code(key: "B", name: "Begeleiding", color: "#4477AA"),
    Code(
      key: "B1", name: "Een-op-een", definition: "Eén volwassene met één leerling.", use: "Bij bijles.",
      not: "Niet bij groepjes; neem dan B3.", example: "Ze zit elke dag een halfuur met hem apart.",
      phrases: ["bijles*", "apart"], color: "#4477AA", parent: "B"),
    Code(key: "B3", name: "Kleine groepen", definition: "Instructie aan enkele leerlingen.", parent: "B"),
    Code(key: "K1", name: "Gebrek aan personeel", color: "#EE6677"),
    Code(key: "K2", name: "Werkdruk", color: "#EE6677"),
    Code(key: "O1", name: "Opbrengst: rust", color: "#228833"),
  ]

  static let turns: [(speaker: String, words: String)] = [
    ("Noor", "Hoe gaat het nu met de groepjes?"),
    (
      "Marijke",
      "Goed. We werken elke ochtend met groepjes van vier, en dat geeft rust. Maar we komen wel handen tekort, "
        + "want vervangers zijn er niet."
    ),
    ("Noor", "En de werkdruk?"),
    ("Marijke", "Die is hoog. Iedereen doet er iets bij."),
    ("Kim", "Café, 東京 en 👩‍👩‍👧 horen er ook bij."),
  ]

  static let coders = ["Anna", "Bram"]

  static func copy(
    _ turns: [(speaker: String, words: String)] = turns, bySentence: Bool = false, codings: [PlacedCoding] = [],
    coder: Int? = 0
  ) -> ReadingCopy {
    var transcript = Transcript(name: "s01-team", format: "txt", text: "", caseName: "school-01")
    var segments: [Segment] = []
    for (number, turn) in turns.enumerated() {
      let start = transcript.text.utf8.count
      let label = turn.speaker + ": "
      let wordsStart = start + label.utf8.count
      transcript.text += label + turn.words + "\n\n"
      let end = transcript.text.utf8.count
      let speaker = speaker(turn.speaker, in: &transcript)
      transcript.turns.append(
        Turn(span: TextSpan(start, end), wordsStart: wordsStart, speaker: speaker, time: Double(number) * 61))
      let borders = bySentence ? Workbench.sentences(of: turn.words).dropFirst().map { $0.start + wordsStart } : []
      let starts = [start] + borders
      for (place, begin) in starts.enumerated() {
        segments.append(
          Segment(
            span: TextSpan(begin, place + 1 < starts.count ? starts[place + 1] : end),
            wordsStart: place == 0 ? wordsStart : begin, turn: number))
      }
    }
    return ReadingCopy(
      transcript: transcript, segments: segments, codebook: Codebook(codes: codes), coders: coders, codings: codings,
      coder: coder)
  }

  private static func speaker(_ name: String, in transcript: inout Transcript) -> Int {
    if let known = transcript.speakers.firstIndex(where: { $0.name == name }) { return known }
    transcript.speakers.append(Speaker(name: name, role: name == "Noor" ? "interviewer" : nil))
    return transcript.speakers.count - 1
  }

  static func reader(
    _ copy: ReadingCopy = copy(), width: Int = 80, height: Int = 24, _ options: Reader.Options = .init()
  ) -> Reader {
    Reader(copy, options: options, width: width, height: height)
  }
}

extension Reader {
  /// Presses each key, puts and takes as a study would, and gives what was wished for.
  @discardableResult
  mutating func type(_ keys: [Key]) -> [Wish] {
    var wishes: [Wish] = []
    for key in keys {
      guard let wish = press(key) else { continue }
      wishes.append(wish)
      if let answer = PaperStudy.answer(to: wish, self) { hear(answer) }
    }
    return wishes
  }

  @discardableResult
  mutating func type(_ text: String) -> [Wish] { type(text.map { .letter($0) }) }
}

/// Answers wishes as a study does, on paper only.
enum PaperStudy {
  static func answer(to wish: Reader.Wish, _ reader: Reader) -> Reader.Answer? {
    switch wish {
    case .put(let code, let place):
      let isThere = reader.ownCodings.contains { $0.code == code && $0.span.contains(place.span) }
      let act = Act(
        number: isThere ? 0 : reader.deeds.count + 1, coder: "Anna", line: "",
        summary: "Put \(reader.copy.codebook.codes[code].key) on \(place.address(in: "s01-team")).")
      return .changed(CodingChange(act: act, added: isThere ? [] : [place.span]), code: code)
    case .take(let code, let spans, let place):
      let act = Act(
        number: reader.deeds.count + 1, coder: "Anna", line: "",
        summary: "Took \(reader.copy.codebook.codes[code].key) off \(place.address(in: "s01-team")).")
      return .changed(CodingChange(act: act, removed: spans), code: code)
    case .undo(let act): return .undone("Undone: act \(act).")
    case .redo: return .redone("Redone.")
    case .find(let words):
      let segments = reader.copy.segments.indices.filter { reader.text(of: reader.spokenSpan(of: $0)).contains(words) }
      guard !segments.isEmpty else { return .failed(Problem("Nothing found for '\(words)'.", kind: .nothingFound)) }
      return .found(
        ReadingHits(query: words, segments: Array(segments)) { text in
          guard let range = text.range(of: words) else { return [] }
          let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
          return [TextSpan(start, start + words.utf8.count)]
        })
    case .memo(let text, let place):
      let act = Act(
        number: reader.deeds.count + 1, coder: "Anna", line: "",
        summary: "Wrote a memo about \(place.address(in: "s01-team")).")
      return .noted(act, PlacedMemo(span: place.span, coder: "Anna", text: text))
    case .reread: return .reread(reader.copy)
    case .leave: return nil
    }
  }
}
