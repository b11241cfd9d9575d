import Model
import Synchronization
import Testing
import Workbench

struct InterrupterTests {
  private static let stopped = Problem("Stopped; what was not finished was not done.")

  @Test("That it was stopped is told once")
  func once() throws {
    let interrupter = try TestStudy().workbench.interrupter
    #expect(!interrupter.takeStopped())
    interrupter.stop()
    #expect(throws: Self.stopped) { try interrupter.goOn() }
    #expect(interrupter.takeStopped())
    #expect(!interrupter.takeStopped())
    try interrupter.goOn()
  }

  @Test("What only looks is stopped as well, and leaves the study as it was")
  func looking() throws {
    let study = try TestStudy.sample()
    let workbench = study.workbench
    let before = try study.dump()
    workbench.interrupter.stop()
    let request = AgreementRequest(resamples: 1_000_000)
    #expect(throws: Self.stopped) { try workbench.agreement(request, FilterRequest()) }
    #expect(throws: Self.stopped) { try workbench.disagreements(DisagreementRequest()) }
    #expect(throws: Self.stopped) { try workbench.outdatedCodings([]) }
    #expect(throws: Self.stopped) { try workbench.check() }
    #expect(throws: Problem("Stopped; nothing was imported.")) {
      try workbench.previewImport([study.write("Anna: Ja.\n", to: "more/one.txt")])
    }
    #expect(workbench.interrupter.takeStopped())
    #expect(try study.dump() == before)
  }

  @Test("Agreement in a sheet is stopped between two resamples")
  func sheet() throws {
    let study = try TestStudy()
    let sheet = try study.write("unit,coder,value\n1,A,x\n1,B,y\n2,A,x\n2,B,x\n", to: "sheet.csv")
    let asked = Mutex(0)
    #expect(throws: CancellationError.self) {
      try Workbench.agreement(inSheet: sheet, AgreementRequest(resamples: 1_000_000), command: "") {
        let count = asked.withLock { count in
          count += 1
          return count
        }
        if count == 50 { throw CancellationError() }
      }
    }
    #expect(asked.withLock { $0 } == 50)
  }

  @Test("A preview that is stopped says that nothing came in, an import what did")
  func imports() throws {
    let study = try TestStudy()
    for name in ["a", "b", "c"] { _ = try study.write("Anna: Ja, \(name).\n", to: "in/\(name).txt") }
    let workbench = study.workbench
    func stopping(_ name: String) -> (Int, Int, String) -> Void {
      { _, _, file in if file == name { workbench.interrupter.stop() } }
    }
    #expect(throws: Problem("Stopped; nothing was imported.")) {
      try workbench.previewImport([study.folder["in"]], progress: stopping("b.txt"))
    }
    #expect(workbench.interrupter.takeStopped())
    #expect(throws: (any Error).self) { try workbench.importFiles([study.folder["in"]], progress: stopping("c.txt")) }
    #expect(workbench.interrupter.takeStopped())
    #expect(try workbench.transcriptNames() == ["a", "b"])
    #expect(try workbench.check().hasPrefix("The study is whole: 2 transcripts"))
  }
}
