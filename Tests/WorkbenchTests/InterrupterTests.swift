import Testing
import Workbench

struct InterrupterTests {
  @Test("That it was stopped is told once")
  func once() throws {
    let interrupter = try TestStudy().workbench.interrupter
    #expect(!interrupter.takeStopped())
    interrupter.stop()
    #expect(interrupter.takeStopped())
    #expect(!interrupter.takeStopped())
  }
}
