import Model
import Testing

struct GivenUpTests {
  @Test("Nobody has asked, but within what somebody may stop")
  func asked() throws {
    try GivenUp.check()
    GivenUp.$isAsked.withValue({ true }) {
      #expect(throws: Problem("Stopped; nothing was changed.")) { try GivenUp.check() }
    }
    #expect(!GivenUp.isAsked())
  }
}
