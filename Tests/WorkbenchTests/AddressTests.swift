import Model
import Testing

@testable import Workbench

struct AddressTests {
  @Test(
    "An address names a transcript, and segments from 1",
    arguments: [
      ("s01-team", "s01-team", nil),
      ("s01-team:12", "s01-team", 12...12),
      ("s01-team:12-14", "s01-team", 12...14),
      ("s01-team: 12 - 14", "s01-team", 12...14),
      ("mill/talk: 2:7", "mill/talk: 2", 7...7),
      ("", "", nil),
    ] as [(String, String, ClosedRange<Int>?)])
  func reads(typed: String, transcript: String, segments: ClosedRange<Int>?) throws {
    #expect(try Address(typed) == Address(transcript: transcript, segments: segments))
  }

  @Test(
    "What is no number after the colon is told", arguments: ["a:", "a:x", "a:1-", "a:-1", "a:1-2-3", "a:1,2", "a: "])
  func noNumber(typed: String) {
    let problem = Problem(
      "'\(typed)' is no address of segments.", hint: "An address looks like s01-team:12 or s01-team:12-14.",
      kind: .usage)
    #expect(throws: problem) { try Address(typed) }
  }

  @Test("Segments count from 1 upwards", arguments: ["a:0", "a:3-2", "a:0-2"])
  func outOfOrder(typed: String) {
    let problem = Problem("'\(typed)' names no segment: they count from 1 upwards.", kind: .usage)
    #expect(throws: problem) { try Address(typed) }
  }
}
