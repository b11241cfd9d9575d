import Dispatch
import Foundation
import Intake
import Model
import Segmentation
import Store
import Synchronization

/// A file as it was read: its bytes, what a reader made of them, and the segments and words of each transcript.
struct ReadFile: Sendable {
  var original: Original
  /// nil for a file whose bytes were known beforehand to be in the study.
  var reading: Reading?
  var segments: [[Segment]] = []
  /// How many each transcript has.
  var words: [Int] = []
  /// The transcripts that the study had from it when that was last asked.
  var known: [String] = []
  /// What the report says of it; nil without a reading.
  private(set) var told: ImportedFile?

  /// Reads a file; bytes whose SHA-256 is among `known` are not looked into.
  init(_ entry: SourceFiles.Entry, _ unit: SegmentUnit, _ options: ReadingOptions, known: Set<String> = [])
    throws(Problem)
  {
    var bytes: [UInt8] = []
    do {
      bytes = try entry.bytes()
    } catch var problem as Problem {
      problem.file = entry.path
      throw problem
    } catch {
      throw Problem("The file '\(entry.path)' cannot be read.", file: entry.path)
    }
    original = Original(fileName: (entry.path as NSString).lastPathComponent, bytes: bytes)
    guard !known.contains(original.sha256) else { return }
    let reading = TranscriptReaders.read(SourceFile(name: entry.path, bytes: bytes), options)
    segments = reading.transcripts.map { unit.segmenter.segments(of: $0) }
    words = zip(reading.transcripts, segments).map { SpokenWords.count(in: $0, $1) }
    if !reading.transcripts.isEmpty { original.compress() }
    self.reading = reading
    told = ImportedFile(path: entry.path, reading: reading)
  }

  /// Leaves out what is known of cases.
  mutating func leaveOut(cases: Set<String>) { reading?.cases.removeAll { cases.contains($0.name) } }

  /// Leaves out transcripts that are in the study already.
  mutating func leaveOut(_ names: Set<String>) {
    guard !names.isEmpty, let transcripts = reading?.transcripts, let path = told?.path else { return }
    let new = transcripts.indices.filter { !names.contains(transcripts[$0].name) }
    reading?.transcripts = new.map { transcripts[$0] }
    segments = new.map { segments[$0] }
    words = new.map { words[$0] }
    told = reading.map { ImportedFile(path: path, reading: $0) }
  }
}

/// Makes values one after the other on a thread of its own, a little ahead of who takes them.
///
/// Whoever makes one must take it to the end or stop it.
final class ReadAhead<Value: Sendable>: Sendable {
  /// As much may wait to be taken, in the measure of `sizes`; one value may always.
  private let limit: Int
  private let sizes: [Int]
  private let made = DispatchSemaphore(value: 0)
  private let taken = DispatchSemaphore(value: 0)
  private let state = Mutex(State())

  private struct State {
    var waiting: [Value] = []
    var size = 0
    var isStopped = false
  }

  /// `make` is asked for the value of each place in `sizes`, in order.
  init(sizes: [Int], limit: Int, make: @escaping @Sendable (Int) -> Value) {
    self.sizes = sizes
    self.limit = limit
    DispatchQueue(label: "draad.read-ahead", qos: .userInitiated).async { [self] in
      for place in sizes.indices {
        guard waitForRoom(sizes[place]) else { return }
        let value = make(place)
        state.withLock { $0.waiting.append(value) }
        made.signal()
      }
    }
  }

  /// False when nothing more is wanted.
  private func waitForRoom(_ size: Int) -> Bool {
    while true {
      let (hasRoom, isStopped) = state.withLock { state in
        let hasRoom = state.size == 0 || state.size + size <= limit
        if hasRoom { state.size += size }
        return (hasRoom, state.isStopped)
      }
      if isStopped { return false }
      if hasRoom { return true }
      taken.wait()
    }
  }

  /// The value of the next place; to be asked once for each place, in order.
  ///
  /// - Parameter goingOn: asked again and again while it is waited for; after what it throws nothing more may be taken.
  func take(_ place: Int, goingOn: () throws -> Void = {}) throws -> Value {
    while made.wait(timeout: .now() + .milliseconds(20)) == .timedOut { try goingOn() }
    let value = state.withLock { state in
      state.size -= sizes[place]
      return state.waiting.removeFirst()
    }
    taken.signal()
    return value
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    taken.signal()
  }
}
