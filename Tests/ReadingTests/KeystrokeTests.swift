import Model
import TestSupport
import Testing
import Workbench

@testable import Reading

/// How many keys coding takes: the first hundred codings of the sample study's first coder, in their order.
///
/// Each coding is put on the segment in which it begins (segments are turns, as they come in), once for each code and
/// segment. Every key is counted: moving to the segment, finding the code, putting it. Typing `read TRANSCRIPT` is not.
@Suite("Keystrokes")
struct KeystrokeTests {
  private struct Target: Equatable {
    var transcript: String
    var segment: Int
    var code: Int
  }

  private struct Sample {
    var copies: [String: ReadingCopy] = [:]
    var targets: [Target] = []
  }

  private static let sample = Result { try makeSample() }

  private static func makeSample() throws -> Sample {
    let folder = try TemporaryFolder()
    let workbench = try Workbench.new(folder["study"], clock: { "2026-01-02T03:04:05Z" })
    defer { workbench.close() }
    let corpus = RepositoryFiles.path("Corpus/np-onderwijs")
    _ = try workbench.importFiles([corpus])
    _ = try workbench.loadCodebook(RepositoryFiles.path("Codebooks/np-onderwijs.yaml"))
    _ = try workbench.loadCodings(corpus + "/codings-anna.csv", skipBad: false)
    workbench.coder = "Anna"
    var sample = Sample()
    for name in try workbench.transcriptNames() where sample.targets.count < 100 {
      var copy = try workbench.readingCopy(name).copy
      for coding in copy.codings {
        let target = Target(transcript: name, segment: copy.segment(at: coding.span.start), code: coding.code)
        if !sample.targets.contains(target), sample.targets.count < 100 { sample.targets.append(target) }
      }
      copy.codings = []
      sample.copies[name] = copy
    }
    return sample
  }

  /// Codes as a person would, with what is on the screen, and counts the keys.
  private func count(choosing code: (Reader, Int) -> [Key], moving: (Reader, Int) -> [Key]) throws -> Int {
    let sample = try Self.sample.get()
    var count = 0
    var reader: Reader?
    var made: [Target] = []
    for (number, target) in sample.targets.enumerated() {
      if reader?.copy.transcript.name != target.transcript {
        let codes = reader?.bookmark.codes ?? []
        reader = Reader(
          try #require(sample.copies[target.transcript]), bookmark: Bookmark(byte: 0, codes: codes), width: 80,
          height: 24)
      }
      guard var now = reader else { continue }
      let moves = moving(now, target.segment)
      now.type(moves)
      #expect(now.focus == target.segment)
      var keys = code(now, target.code)
      // The last code of a segment is put with Tab, which moves on, where the next one is due there.
      let isLast = number + 1 == sample.targets.count || sample.targets[number + 1].segment != target.segment
      if isLast, keys.last == .enter { keys[keys.count - 1] = .tab }
      for wish in now.type(keys) {
        if case .put(let put, let place) = wish {
          made.append(Target(transcript: target.transcript, segment: place.segment, code: put))
        }
      }
      count += moves.count + keys.count
      reader = now
    }
    #expect(made == sample.targets)
    return count
  }

  /// The key of a code, and Enter where it is not enough.
  private func wholeKey(_ reader: Reader, _ code: Int) -> [Key] {
    let key = reader.copy.codebook.codes[code].key.lowercased()
    return key.map { .letter($0) } + (reader.search.code(completing: key) == nil ? [.enter] : [])
  }

  /// The fewest of: arrows one by one, or Tab to the next uncoded segment and arrows from there.
  private func shortest(_ reader: Reader, _ segment: Int) -> [Key] {
    var best: [Key]?
    for tabs in 0...3 {
      var trial = reader
      var keys = Array(repeating: Key.tab, count: tabs)
      trial.type(keys)
      while trial.focus != segment, keys.count < 60 {
        let key: Key = trial.focus < segment ? .down : .up
        trial.type([key])
        keys.append(key)
      }
      if keys.count < best?.count ?? Int.max { best = keys }
    }
    return best ?? []
  }

  @Test("Who uses the keys 1 to 9 and the shortest letters needs three keys a coding")
  func sparing() throws {
    let keys = try count { reader, code in
      if let slot = reader.recent.slots.firstIndex(of: code) { return [.letter(Character(String(slot + 1)))] }
      let key = reader.copy.codebook.codes[code].key.lowercased()
      for length in 1..<max(2, key.count - 1) {
        let typed = String(key.prefix(length))
        if reader.search.codes(for: typed, lastUsed: reader.recent.lastUsed).first == code {
          return typed.map { .letter($0) } + [.enter]
        }
      }
      return wholeKey(reader, code)
    } moving: {
      shortest($0, $1)
    }
    #expect(keys == 300)
  }

  @Test("Who types each key in full and goes on line by line needs little more")
  func plain() throws {
    let keys = try count { reader, code in
      wholeKey(reader, code)
    } moving: { reader, segment in
      var trial = reader
      var keys: [Key] = []
      while trial.focus != segment, keys.count < 60 {
        keys.append(trial.focus < segment ? .down : .up)
        trial.type(keys.suffix(1))
      }
      return keys
    }
    #expect(keys == 351)
  }
}
