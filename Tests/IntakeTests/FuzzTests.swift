import Foundation
import TestSupport
import Testing

@testable import Intake

struct FuzzTests {
  @Test(
    "Whatever is done to a file, it is read or refused, its turns in order and over all of the text",
    arguments: FuzzTarget.names)
  func few(name: String) {
    let target = FuzzTarget(name)
    var run = FuzzRun(target, seed: 1)
    for number in 0..<target.few {
      let (file, way) = run.next()
      let readings = run.read(file, way)
      #expect(readings.flatMap(FuzzRun.flaws) == [], "\(name), file \(number) of seed 1, way \(way)")
      run.learn(file, readings)
    }
  }

  /// `make fuzz`: as the above, for as long as is asked, with time and memory measured.
  @Test("Changed files without end", .enabled(if: FuzzWatch.seconds > 0, "'make fuzz' runs it"))
  func many() throws {
    var watch = try FuzzWatch()
    #expect(try watch.run() == [])
  }

  /// `DRAAD_FUZZ_INPUT=FILE` reads one file that went wrong in all ways.
  @Test("A kept file", .enabled(if: FuzzWatch.input != nil, "no file is named"))
  func kept() throws {
    let path = try #require(FuzzWatch.input)
    let run = FuzzRun(FuzzTarget(FuzzWatch.reader), seed: 1)
    let file = SourceFile(
      name: (path as NSString).lastPathComponent, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    for way in 0..<16 {
      let start = FuzzWatch.cpuSeconds
      let readings = run.read(file, way)
      print("way \(way): \(FuzzWatch.cpuSeconds - start) s; \(readings.flatMap(\.problems).map(shown))")
      #expect(readings.flatMap(FuzzRun.flaws) == [], "way \(way)")
    }
  }
}
