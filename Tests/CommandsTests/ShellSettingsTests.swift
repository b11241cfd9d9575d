import Model
import Testing

@testable import Commands

struct ShellSettingsTests {
  @Test("Settings are shown and set by their names")
  func shown() throws {
    var settings = ShellSettings()
    #expect(
      settings.shown == """
        hints  on   what was typed before appears in faint letters; → takes it
        pipes  off  results may go on into a program, as in: frequencies | head -5
        """)
    try settings.set("pipes", "on")
    try settings.set("hints", "off")
    #expect(settings == ShellSettings(pipes: true, hints: false))
  }

  @Test(
    "What is no setting or no value is answered with what there is",
    arguments: [
      ("pipe", "on", "There is no setting 'pipe'.", "Did you mean 'pipes'? There are: hints, pipes."),
      ("pipes", "yes", "'pipes' is on or off, not 'yes'.", "As in: set pipes on"),
    ])
  func refused(name: String, value: String, what: String, hint: String) {
    var settings = ShellSettings()
    #expect(throws: Problem(what, hint: hint, kind: .usage)) { try settings.set(name, value) }
    #expect(settings == ShellSettings())
  }
}
