import Model
import Testing

@testable import Workbench

struct SampleSizeTests {
  @Test(
    "A size is a number or a part, and a part is rounded up",
    arguments: [
      ("20", 47, 20), ("20", 5, 5), ("10%", 47, 5), ("10%", 50, 5), ("12,5%", 8, 1), ("12.5 %", 16, 2), ("100%", 9, 9),
      ("0.1%", 3, 1), ("10%", 0, 0), ("30%", 10, 3),
    ])
  func size(typed: String, all: Int, count: Int) throws {
    #expect(try SampleSize(typed, option: "--size").count(of: all) == count)
  }

  @Test(
    "What is no size is refused with what can be given",
    arguments: ["", "0", "-3", "0%", "101%", "ten", "%", "nan%", "inf%", "99999999999999999999"])
  func refused(typed: String) throws {
    let problem = try #require(throws: Problem.self) { try SampleSize(typed, option: "--share") }
    #expect(problem.what == "'\(typed)' is no size of a sample.")
    #expect(problem.hint == "Give a number or a part: --share 20, or --share 10%")
  }
}
