import Foundation
import Model
import Packages
import TestSupport

@testable import Intake

/// Reads changed files with one reader, and tells what is wrong with what comes of them.
///
/// Same target and seed, same files. What gives a new kind of answer is changed further.
struct FuzzRun {
  /// How a file is read: four bits, so that one that went wrong can be read again in all sixteen ways.
  typealias Way = Int

  let target: FuzzTarget
  private var mutation: Mutation
  private var pool: [SourceFile]
  private var kinds: Set<String> = []

  /// New files are kept as long as they are small, and the pool is.
  private static let mostKept = 400
  private static let largestKept = 1 << 14

  init(_ target: FuzzTarget, seed: UInt64) {
    self.target = target
    mutation = Mutation(seed: seed, words: target.words)
    pool = target.seeds
  }

  /// Of the files that are made.
  var ending: String { target.name == "structured" ? "txt" : target.name }

  /// The next file to read, and the way to read it.
  mutating func next() -> (file: SourceFile, way: Way) {
    let seed = pool[mutation.below(pool.count)]
    let other = pool[mutation.below(pool.count)]
    let isInside = !target.parts.isEmpty && mutation.below(4) > 0
    let bytes =
      isInside ? changedInside(seed.bytes, other.bytes) : mutation.changed(seed.bytes, other: other.bytes)
    return (SourceFile(name: "x." + ending, bytes: bytes), mutation.below(16))
  }

  /// Changes one part of an archive and packs all of them anew.
  private mutating func changedInside(_ archive: [UInt8], _ other: [UInt8]) -> [UInt8] {
    let parts = self.parts(of: archive)
    guard !parts.isEmpty else { return mutation.changed(archive, other: other) }
    let others = self.parts(of: other)
    let chosen = mutation.below(3) > 0 ? 0 : mutation.below(parts.count)
    let spliced = others.first { $0.name == parts[chosen].name }?.bytes ?? parts[chosen].bytes
    return StoredZip.archive(
      parts.enumerated().map { number, part in
        (part.name, number == chosen ? mutation.changed(part.bytes, other: spliced) : part.bytes)
      })
  }

  private func parts(of archive: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    ZipArchive.open(archive) { open in
      (target.parts + ["[Content_Types].xml", "word/_rels/document.xml.rels", "xl/_rels/workbook.xml.rels"])
        .compactMap { name in
          if case .bytes(let bytes) = open.entry(name) { return (name, Array(bytes.prefix(Mutation.longest))) }
          return nil
        }
    } ?? []
  }

  /// Keeps a file whose answer is of a new kind, to be changed further.
  mutating func learn(_ file: SourceFile, _ readings: [Reading]) {
    let kind = readings.map { reading in
      let size = { (count: Int) in String(count.bitWidth - count.leadingZeroBitCount) }
      let told = reading.problems.map { $0.text.filter { $0.isLetter && $0.isASCII }.prefix(24) }
      let shape = reading.transcripts.map {
        "\(size($0.turns.count)) \(size($0.speakers.count)) \($0.turns.count { $0.time != nil } > 0)"
      }
      return (told.map(String.init) + shape.prefix(3)).joined(separator: "|")
    }.prefix(3).joined(separator: "/")
    guard file.bytes.count <= Self.largestKept, kinds.count < Self.mostKept, kinds.insert(kind).inserted else { return }
    pool.append(file)
  }

  /// What the reader makes of a file, or of the files in it where it is an archive.
  func read(_ file: SourceFile, _ way: Way) -> [Reading] {
    let options = options(way)
    guard target.name == "zip" else { return [TranscriptReaders.read(file, options)] }
    guard let packed = PackedFiles(file) else { return [] }
    return packed.entries.prefix(20).map { entry in
      switch packed.read(entry) {
      case .success(let unpacked): TranscriptReaders.read(unpacked, options)
      case .failure(let problem): Reading(problems: [problem])
      }
    } + (packed.problems.isEmpty ? [] : [Reading(problems: packed.problems)])
  }

  private func options(_ way: Way) -> ReadingOptions {
    var options = ReadingOptions(speakers: way & 1 == 0 ? [] : [Speaker(name: "Anna", role: "leerkracht")])
    options.notes = way & 2 == 0 ? .end : .omit
    options.joinsLines = way & 4 != 0
    options.fixesScannedWords = way & 4 != 0
    if way & 8 != 0 { options.tiers = ["K-en", "A-engels", "Anna"] }
    if ["csv", "xlsx"].contains(target.name), way & 3 != 3 {
      options.survey.open = way & 8 == 0 ? ["v1_open"] : ["open", "Wat nog?"]
      options.survey.unit = way & 4 == 0 ? .question : .respondent
      if way & 3 == 2 { options.survey.caseColumn = "sector" }
    }
    return options
  }

  /// What is wrong with a reading of any bytes: nothing, whatever they are.
  static func flaws(of reading: Reading) -> [String] {
    var flaws: [String] = []
    if reading.transcripts.isEmpty, !reading.problems.refuse { flaws.append("neither read nor refused") }
    if !reading.transcripts.isEmpty, reading.problems.refuse { flaws.append("read and refused") }
    for problem in reading.problems where problem.text.isEmpty || problem.line.map({ $0 < 1 }) == true {
      flaws.append("a problem without words, or before the first line")
    }
    for transcript in reading.transcripts {
      flaws += IntakeTests.flaws(of: transcript)
      if CanonicalText(Array(transcript.text.utf8)).bytes != Array(transcript.text.utf8) {
        flaws.append("the text is not as it is kept: NFC, LF, no control characters")
      }
      for turn in transcript.turns where turn.time.map({ !$0.isFinite || $0 < 0 }) == true {
        flaws.append("time \(String(describing: turn.time))")
      }
      if Set(transcript.speakers.map(\.name)).count < transcript.speakers.count {
        flaws.append("a speaker stands twice")
      }
    }
    for coding in reading.codings {
      let bytes =
        reading.transcripts.indices.contains(coding.transcript)
        ? reading.transcripts[coding.transcript].text.utf8.count : -1
      if coding.span.start < 0 || coding.span.end <= coding.span.start || coding.span.end > bytes {
        flaws.append("a coding outside the text: \(coding)")
      }
    }
    return flaws
  }
}
