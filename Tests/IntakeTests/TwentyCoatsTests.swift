import Foundation
import Model
import Testing
import TestSupport

@testable import Intake

/// One interview in every coat: whatever it is written in, its speakers, turns and words are the same.
struct TwentyCoatsTests {
  /// What a coat shows beside the interview, or cannot show; nothing else may differ.
  struct Coat: Sendable, CustomTestStringConvertible {
    enum Times { case none, each, allButFirst }

    let file: String
    var times = Times.none
    /// Whether the footnote stands after the talk, in a turn of nobody's.
    var hasNotes = false
    /// What stands otherwise in the words, and why.
    var changes: [(turn: Int, from: String, to: String)] = []
    /// The first words of what the reader tells of the file.
    var told: [String] = []

    var testDescription: String { file }
  }

  static let interview = [
    "Interviewer: Fijn dat u er bent, Anna. Hoe ging het dit jaar?",
    "Anna: Eén ding viel op: de coördinatie kostte veel tijd.",
    "Interviewer: Wat bedoelt u met “coördinatie”?",
    "Anna: De roosters, de ruimtes, en collega’s die ziek waren.",
    "Interviewer: Heeft u daar een voorbeeld van?",
    "Anna: In maart vielen drie leerkrachten uit; geen ouder begreep waarom, en ik hoorde het zelf ook pas laat in de week.",
    "Interviewer: En het geld dat u kreeg?",
    "Anna: Daarvan kochten we vooral steun in de klas.",
    "Interviewer: Was dat genoeg?",
    "Anna: Nee, de werk\u{AD}druk bleef hoog.",
    "Interviewer: Dank u wel. Wilt u nog iets kwijt?",
    "Anna: Ja: ‘doorgaan’ is nu het woord – en dat geïnspireerd.",
  ]
  static let starts = [5, 10, 20, 25, 35, 40, 55, 60, 75, 80, 90, 95]
  static let footnote = "Uit het Nationaal Programma Onderwijs."
  static let end = ["Put at the end, under 'Notes': 1 footnote"]
  static let guessed = ["The file is no UTF-8 and was read as Windows-1252"]

  /// f4 puts the time at the end of each turn, and it stays there.
  static let stamps = (starts.dropFirst() + [100]).enumerated().map { turn, time in
    (turn, "$", " #00:0\(time / 60):\(time % 60 < 10 ? "0" : "")\(time % 60)-0#")
  }

  static let coats = [
    Coat(file: "utf8.txt"), Coat(file: "bom.txt"), Coat(file: "utf16le.txt"), Coat(file: "utf16be.txt"),
    Coat(file: "windows1252.txt", told: guessed), Coat(file: "crlf.txt"), Coat(file: "cr.txt"),
    Coat(file: "decomposed.txt"), Coat(file: "blank-lines.txt"), Coat(file: "columns.txt", times: .each),
    Coat(file: "interview.md"), Coat(file: "structured.txt"),
    Coat(file: "f4.txt", times: .allButFirst, changes: stamps, told: guessed),
    Coat(file: "f4.rtf", times: .allButFirst, changes: stamps),
    Coat(file: "pandoc.docx", hasNotes: true, told: end), Coat(file: "libreoffice.docx", hasNotes: true, told: end),
    Coat(file: "table.docx", times: .each, told: ["Left out: 1 heading of a table"]),
    Coat(file: "teams.docx", times: .each),
    Coat(file: "pandoc.odt", hasNotes: true, told: end), Coat(file: "libreoffice.odt", hasNotes: true, told: end),
    Coat(file: "pandoc.rtf", hasNotes: true, told: end), Coat(file: "libreoffice.rtf", hasNotes: true, told: end),
    Coat(file: "pandoc.html", hasNotes: true, told: end),
    // LibreOffice saves deleted words as HTML like all others.
    Coat(file: "libreoffice.html", hasNotes: true, changes: [(7, "vooral", "veelvooral")], told: end),
    Coat(file: "zoom.vtt", times: .each), Coat(file: "teams.vtt", times: .each),
    Coat(file: "teams-early.vtt", times: .each), Coat(file: "whisper.srt", times: .each),
    Coat(file: "whisperx.json", times: .each), Coat(file: "amberscript.json", times: .each),
    Coat(file: "otranscribe.otr", times: .each),
    Coat(
      file: "elan.eaf", times: .each, told: ["Left out, as each belongs to another tier: 'A-engels'"]),
  ]

  @Test("Speakers, turns and words are those of the interview", arguments: coats)
  func coat(_ coat: Coat) throws {
    let reading = TranscriptReaders.read(try Fixture.file("coats/" + coat.file))
    #expect(reading.transcripts.map(told) == [expected(coat)])
    #expect(reading.problems.map { $0.text.prefix { $0 != "." } }.map(String.init) == coat.told)
    for transcript in reading.transcripts { #expect(flaws(of: transcript) == []) }
  }

  /// Set on a page, a footnote is a number among the words and a line at its foot, and a soft hyphen is not drawn.
  @Test("PDF: the same, but for the footnote and the soft hyphen", .enabled(if: hasPdftotext, needsPdftotext))
  func pdf() throws {
    try coat(
      Coat(
        file: "libreoffice.pdf",
        changes: [(6, "geld", "geld1"), (9, "\u{AD}", ""), (11, "$", "\n\n1\n    \(Self.footnote)")]))
  }

  @Test("In an archive each file is read as it is outside it")
  func archive() throws {
    let packed = try #require(PackedFiles(Fixture.file("coats/coats.zip")))
    let names = ["pandoc.docx", "libreoffice.odt", "windows1252.txt", "zoom.vtt", "elan.eaf"]
    #expect(packed.entries.map(\.name) == names.map { "coats/coats.zip/school-01/\($0)" })
    for (entry, name) in zip(packed.entries, names) {
      let unpacked = TranscriptReaders.read(try packed.read(entry).get())
      #expect(unpacked.transcripts == TranscriptReaders.read(try Fixture.file("coats/" + name)).transcripts)
    }
  }

  @Test("No coat is left hanging")
  func all() throws {
    let folder = RepositoryFiles.path("Tests/IntakeTests/Fixtures/coats")
    let others = ["libreoffice.pdf", "coats.zip", "make.py"]
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == (Self.coats.map(\.file) + others).sorted())
  }

  /// The speakers with their roles, then the turns with their times and words.
  private func told(_ transcript: Transcript) -> String {
    let bytes = Array(transcript.text.utf8)
    let speakers = transcript.speakers.map { "\($0.name)=\($0.role ?? "")" }
    let turns = transcript.turns.map { turn in
      let words = String(decoding: bytes[turn.wordsStart..<turn.span.end], as: UTF8.self)
      return (turn.time.map { "\($0) " } ?? "") + (turn.speaker.map { transcript.speakers[$0].name + ": " } ?? "")
        + words.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return (speakers + turns).joined(separator: "\n")
  }

  private func expected(_ coat: Coat) -> String {
    var turns = Self.interview
    for (turn, from, to) in coat.changes {
      turns[turn] = from == "$" ? turns[turn] + to : turns[turn].replacing(from, with: to)
    }
    for (turn, start) in Self.starts.enumerated()
    where coat.times == .each || (coat.times == .allButFirst && turn > 0) {
      turns[turn] = "\(Double(start)) \(turns[turn])"
    }
    let notes = coat.hasNotes ? [Self.footnote] : []
    return (["Interviewer=interviewer", "Anna="] + turns + notes).joined(separator: "\n")
  }
}
