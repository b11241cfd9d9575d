import Foundation
import TestSupport

@testable import Intake

/// A long run with one reader: each file is written down before it is read, and its time and memory are measured.
///
/// A crash leaves the file as `READER-last` in the folder; other findings are kept as `READER-SEED-NUMBER`, and so is the
/// slowest file of the run.
struct FuzzWatch {
  /// Seconds of processor time that a file of at most 64 KB may take.
  static let longest = 2.0
  /// After so many the run is broken off as one that never ends.
  static let endless = 120
  /// Bytes by which a run may grow, beside 40 for each byte of the file.
  static let growth = 64 << 20

  static let seconds = Double(value("DRAAD_FUZZ_SECONDS") ?? "") ?? 0
  static let reader = value("DRAAD_FUZZ_READER") ?? "txt"
  static let input = value("DRAAD_FUZZ_INPUT")
  private static let seed = UInt64(value("DRAAD_FUZZ_SEED") ?? "") ?? 1
  private static let folder = value("DRAAD_FUZZ_FOLDER") ?? "/tmp/draad-fuzz"

  private var changes = FuzzRun(FuzzTarget(Self.reader), seed: Self.seed)
  private var findings: [String] = []
  private var count = 0
  private var slowest = 0.0
  private let atStart: Int
  /// Where each file is written before it is read.
  private let last: FileHandle

  private static func value(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

  init() throws {
    try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
    let path = "\(Self.folder)/\(Self.reader)-last.\(changes.ending)"
    try Data().write(to: URL(fileURLWithPath: path))
    last = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    for seed in changes.target.seeds { _ = changes.read(seed, 0) }
    atStart = Self.mostResident
  }

  /// Reads until the time is over or twenty things were found, and gives them.
  mutating func run() throws -> [String] {
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var told = ContinuousClock.now
    while ContinuousClock.now < end, findings.count < 20 {
      try step()
      count += 1
      if ContinuousClock.now - told > .seconds(30) {
        told = ContinuousClock.now
        tell()
      }
    }
    tell()
    return findings
  }

  private mutating func step() throws {
    let (file, way) = changes.next()
    try last.seek(toOffset: 0)
    try last.write(contentsOf: file.bytes)
    try last.truncate(atOffset: UInt64(file.bytes.count))
    Self.breakOff(after: Self.endless)
    let most = Self.mostResident
    let start = Self.cpuSeconds
    let readings = changes.read(file, way)
    let taken = Self.cpuSeconds - start
    Self.breakOff(after: 0)
    if taken > slowest {
      slowest = taken
      try write(file, "slowest")
    }
    var flaws = readings.flatMap(FuzzRun.flaws)
    if count % 16 == 0, changes.read(file, way) != readings { flaws.append("read anew it is not the same") }
    if taken > Self.longest { flaws.append("\(taken) s for \(file.bytes.count) bytes") }
    let now = Self.mostResident
    if now > most, now - atStart > Self.growth + 40 * file.bytes.count {
      flaws.append("\((now - atStart) >> 20) MB more for \(file.bytes.count) bytes, \((now - most) >> 20) of it now")
    }
    if !flaws.isEmpty { try keep(file, way, flaws) }
    changes.learn(file, readings)
  }

  private mutating func keep(_ file: SourceFile, _ way: Int, _ flaws: [String]) throws {
    let path = try write(file, "\(Self.seed)-\(count)")
    findings.append("\(path), way \(way): \(flaws.prefix(3).joined(separator: "; "))")
    print(findings.last ?? "")
  }

  @discardableResult
  private func write(_ file: SourceFile, _ mark: String) throws -> String {
    let path = "\(Self.folder)/\(Self.reader)-\(mark).\(file.ending)"
    try Data(file.bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func tell() {
    let grown = (Self.mostResident - atStart) >> 20
    print(
      "\(Self.reader) seed \(Self.seed): \(count) files, slowest \(slowest) s, \(grown) MB more than at the start, "
        + "\(findings.count) findings")
    fflush(nil)
  }

  /// Of this process, in user and system together.
  static var cpuSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most bytes that this process ever had in memory.
  private static var mostResident: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss << 10
  }

  /// Ends this process by a signal after so many seconds; 0 takes that back.
  private static func breakOff(after seconds: Int) { alarm(UInt32(seconds)) }
}
