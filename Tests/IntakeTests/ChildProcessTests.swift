import Testing

@testable import Intake

struct ChildProcessTests {
  @Test("Bytes go in and come out, more than either side can hold")
  func exchange() {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(ChildProcess.run("cat", [], input: bytes) == .ended(status: 0, output: bytes, messages: ""))
    #expect(ChildProcess.run("cat", ["-", "-"], input: []) == .ended(status: 0, output: [], messages: ""))
  }

  @Test("A program that reads nothing ends all the same, with its status and its messages")
  func status() {
    let bytes = [UInt8](repeating: 1, count: 3_000_000)
    #expect(ChildProcess.run("false", [], input: bytes) == .ended(status: 1, output: [], messages: ""))
    #expect(
      ChildProcess.run("sh", ["-c", "echo uit; echo fout >&2; exit 7"], input: bytes)
        == .ended(status: 7, output: Array("uit\n".utf8), messages: "fout\n"))
    #expect(ChildProcess.run("sh", ["-c", "kill -9 $$"], input: []) == .ended(status: -1, output: [], messages: ""))
  }

  @Test("A program that is not there, takes too long or writes too much is told of")
  func refused() {
    #expect(ChildProcess.run("draad-no-such-program", [], input: []) == .notFound)
    #expect(ChildProcess.run("cat", ["/dev/zero"], input: [], seconds: 0) == .tookTooLong)
    #expect(ChildProcess.run("cat", ["/dev/zero"], input: [], limit: 1_000_000) == .wroteTooMuch)
  }

  @Test("A program that complains without end is left to itself")
  func complaints() {
    #expect(ChildProcess.run("sh", ["-c", "exec cat /dev/zero >&2"], input: [], seconds: 20) != .tookTooLong)
  }
}
