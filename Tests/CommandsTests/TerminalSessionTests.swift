import Foundation
import Model
import TestSupport
import Testing
import Workbench

/// The reading mode as a person has it: the built program in a real terminal, typed at and looked at.
///
/// Screens are compared with the files in `Terminals`; `DRAAD_RECORD=1 swift test --filter TerminalSessionTests` writes them anew.
@Suite("Terminal sessions", .serialized)
struct TerminalSessionTests {
  private let folder: TemporaryFolder
  private static let isRecording = ProcessInfo.processInfo.environment["DRAAD_RECORD"] == "1"

  init() throws {
    folder = try TemporaryFolder()
    let workbench = try Workbench.new(folder["study"], clock: { "2026-01-02T03:04:05Z" })
    defer { workbench.close() }
    let corpus = RepositoryFiles.path("Corpus/np-onderwijs")
    _ = try workbench.importFiles([corpus + "/school-02"])
    _ = try workbench.loadCodebook(RepositoryFiles.path("Codebooks/np-onderwijs.yaml"))
    workbench.coder = "Bram"
    _ = try workbench.tag("s02-schoolleider:2", ["U4"])
    _ = try workbench.tag("s02-schoolleider:4", ["V1"])
  }

  private func open(
    _ options: String = "", width: Int = 80, height: Int = 24, environment: [String: String] = [:]
  ) throws -> RealTerminal {
    let terminal = try RealTerminal(folder, width: width, height: height, environment: environment)
    try terminal.type("draad read s02-schoolleider \(options)")
    try terminal.press("Enter")
    try terminal.wait(for: "of 44")
    return terminal
  }

  /// Code, coder and words of the codings that are in the study now.
  private func codings(by coder: String = "Anna") throws -> [String] {
    let workbench = try Workbench.open(folder["study.draad"], clock: { "2026-01-02T03:04:05Z" })
    defer { workbench.close() }
    let copy = try workbench.readingCopy("s02-schoolleider").copy
    let bytes = Array(copy.transcript.text.utf8)
    return copy.codings.filter { copy.coders[$0.coder] == coder }.map { coding in
      let words = String(decoding: bytes[coding.span.start..<coding.span.end], as: UTF8.self)
      return copy.codebook.codes[coding.code].key + " " + words
    }
  }

  private func compare(_ terminal: RealTerminal, with name: String) throws {
    let path = RepositoryFiles.path("Tests/CommandsTests/Terminals/\(name).txt")
    if Self.isRecording { return try terminal.screen().write(toFile: path, atomically: true, encoding: .utf8) }
    let expected = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let shown = try (try? terminal.wait(for: name) { $0 == expected }) ?? terminal.screen()
    #expect(shown == expected)
  }

  @Test("Reading, coding and undoing")
  func coding() throws {
    let terminal = try open()
    try compare(terminal, with: "begin")
    try terminal.press("Space")
    try terminal.type("kleine")
    try terminal.wait(for: "Code: kleine")
    try compare(terminal, with: "picker")
    try terminal.press("Tab")
    try terminal.wait(for: "Tagged s02-schoolleider:2 with B3 as Anna")
    try terminal.type("1")
    try terminal.wait(for: "Tagged s02-schoolleider:4 with B3 as Anna")
    try compare(terminal, with: "coded")
    #expect(try codings().map { $0.prefix(14) } == ["B3 164 leerlin", "B3 Rekenen, mi"])
    try terminal.press("C-z")
    try terminal.wait(for: "Undone: Tagged s02-schoolleider:4")
    #expect(try codings().map { $0.prefix(14) } == ["B3 164 leerlin"])
    try terminal.press("C-y")
    try terminal.wait(for: "Redone: Tagged s02-schoolleider:4")
    #expect(try codings().count == 2)
    try terminal.press("-")
    try terminal.wait(for: "Untagged s02-schoolleider:4 from B3")
    try terminal.press("C-q")
    try terminal.wait(for: "ready>")
    #expect(try codings().count == 1)
  }

  @Test("A part of a segment is chosen word by word and sentence by sentence")
  func part() throws {
    let terminal = try open("4")
    try terminal.press("Right", "S-Right", "S-Right")
    try terminal.type("o2")
    try terminal.press("Enter")
    try terminal.wait(for: "Tagged part of s02-schoolleider:4 with O2")
    try compare(terminal, with: "part")
    try terminal.press("Escape")
    // An escape takes a moment: what comes before the next key is another thing than a key with Alt.
    try terminal.wait(for: "the whole segment") { _ in
      try !terminal.screen(withStyles: true).contains("\u{1B}[7mRekenen")
    }
    try terminal.press("Right", "Down", "Down")
    try terminal.type("v1")
    try terminal.press("Enter")
    try terminal.wait(for: "Tagged part of s02-schoolleider:4 with V1")
    #expect(
      try codings() == [
        "O2 Rekenen, min 9", "V1 Technisch lezen in groep 3, daar haalde 58 procent de norm.",
      ])
  }

  @Test("The window may change its size")
  func resize() throws {
    let terminal = try open("4")
    try terminal.type("b3")
    try terminal.press("Enter")
    try terminal.wait(for: "Tagged")
    try terminal.resize(width: 40, height: 12)
    try terminal.wait(for: "[V1 Bram]")
    try compare(terminal, with: "narrow")
    try terminal.resize(width: 120, height: 40)
    try terminal.wait(for: "▏V1 Bram")
    try compare(terminal, with: "wide")
    try terminal.resize(width: 15, height: 4)
    try terminal.wait(for: "too small")
    try terminal.resize(width: 80, height: 24)
    try terminal.wait(for: "▌B3 Instructie")
  }

  @Test("What was coded is in the study when the terminal dies, and reading goes on where it was")
  func killed() throws {
    var terminal = try open()
    try terminal.press("Down", "Down", "Down")
    try terminal.type("b3")
    try terminal.press("Enter")
    try terminal.wait(for: "Tagged s02-schoolleider:4")
    try terminal.kill()
    #expect(try codings().map { $0.prefix(14) } == ["B3 Rekenen, mi"])
    let check = try RealTerminal.run(RealTerminal.program + "/draad", ["-s", "study.draad", "check"], in: folder.path)
    #expect(check.code == 0, "\(check.error)")
    let bookmarks = folder["state/draad/bookmarks"]
    for _ in 0..<3000 where !FileManager.default.fileExists(atPath: bookmarks) { usleep(20_000) }
    terminal = try open()
    try terminal.wait(for: "s02-schoolleider · school-02  4 of 44")
    try terminal.wait(for: "4 seen, 1 coded of 44")
  }

  private static let signals = [
    "TERM": SIGTERM, "HUP": SIGHUP, "SEGV": SIGSEGV, "ABRT": SIGABRT, "QUIT": SIGQUIT, "ALRM": SIGALRM,
    "USR1": SIGUSR1, "USR2": SIGUSR2, "PIPE": SIGPIPE,
  ]

  @Test("However it ends, the terminal is as it was", arguments: ["C-q", "C-c"] + signals.keys.sorted())
  func restored(ending: String) throws {
    let terminal = try RealTerminal(folder)
    try terminal.type(
      "stty -a > before; sh -c 'echo $$ > pid; exec draad read s02-schoolleider'; stty -a > after; echo ended $?")
    try terminal.press("Enter")
    try terminal.wait(for: "1 of 44")
    #expect(try terminal.tells("#{alternate_on} #{cursor_flag}") == "1 0")
    if ending.hasPrefix("C-") {
      try terminal.press(ending)
    } else {
      let pid = try #require(Int32(folder.text(of: "pid").trimmingCharacters(in: .whitespacesAndNewlines)))
      kill(pid, try #require(Self.signals[ending]))
    }
    try terminal.wait(for: "ended 0")
    #expect(try terminal.tells("#{alternate_on} #{cursor_flag}") == "0 1")
    #expect(try folder.text(of: "after") == folder.text(of: "before"))
  }

  @Test("A signal at the prompt leaves the terminal as it was", arguments: ["TERM", "QUIT", "USR1", "PIPE"])
  func prompt(ending: String) throws {
    let terminal = try RealTerminal(folder)
    try terminal.type(
      "stty -a > before; sh -c 'echo $$ > pid; exec draad study.draad'; stty -a > after; echo ended $((40 + 2))")
    try terminal.press("Enter")
    try terminal.wait(for: "study (Anna)>")
    let pid = try #require(Int32(folder.text(of: "pid").trimmingCharacters(in: .whitespacesAndNewlines)))
    kill(pid, try #require(Self.signals[ending]))
    try terminal.wait(for: "ended 42")
    #expect(try folder.text(of: "after") == folder.text(of: "before"))
  }

  @Test("Without colour nothing is coloured, with it codes are")
  func colour() throws {
    let terminal = try open("4", environment: ["NO_COLOR": "1"])
    try terminal.wait(for: "▏V1 Bram")
    #expect(try !terminal.screen(withStyles: true).contains("38;5;"))
    try terminal.press("C-q")
    try terminal.wait(for: "ready>")
    try terminal.type("NO_COLOR= draad read s02-schoolleider 4")
    try terminal.press("Enter")
    try terminal.wait(for: "▏V1 Bram")
    try terminal.wait(for: "colour") { _ in try terminal.screen(withStyles: true).contains("38;5;") }
  }

  @Test("A memo takes accents, wide letters and pictures")
  func memo() throws {
    let terminal = try open()
    try terminal.type(";één 東京 👧 dus")
    try terminal.wait(for: "Memo: één 東京 👧 dus")
    try terminal.press("BSpace", "BSpace", "BSpace", "BSpace", "Enter")
    try terminal.wait(for: "✎ Anna: één 東京 👧")
    try terminal.wait(for: "Wrote a memo about")
  }

  @Test("In the shell reading comes back to the prompt")
  func shell() throws {
    let terminal = try RealTerminal(folder)
    try terminal.type("draad study.draad")
    try terminal.press("Enter")
    try terminal.wait(for: "study (Anna)>")
    try terminal.type("read s02-schoolleider 7 --blind")
    try terminal.press("Enter")
    try terminal.wait(for: "7 of 44")
    try terminal.wait(for: "Anna codes, blind")
    try terminal.type("k1")
    try terminal.press("Enter")
    try terminal.wait(for: "Tagged s02-schoolleider:7")
    try terminal.press("C-q")
    try terminal.wait(for: "study (Anna)>")
    try terminal.type("undo")
    try terminal.press("Enter")
    try terminal.wait(for: "Undone: Tagged s02-schoolleider:7 with K1")
    #expect(try codings() == [])
  }

  @Test("A long table keeps its heads in sight, and the prompt comes back when it is left")
  func table() throws {
    let terminal = try RealTerminal(folder, width: 60, height: 20, environment: ["PAGER": ""])
    try terminal.type("draad study.draad")
    try terminal.press("Enter")
    try terminal.wait(for: "study (Anna)>")
    try terminal.type("frequencies --by transcript")
    try terminal.press("Enter")
    try terminal.wait(for: "lines 1 to")
    try compare(terminal, with: "table")
    try terminal.press("Space", "Right", "Right", "Down")
    try terminal.wait(for: "← more")
    try compare(terminal, with: "table-moved")
    try terminal.type("/welbevinden")
    try terminal.press("Enter")
    try terminal.wait(for: "Welbevinden")
    try terminal.resize(width: 100, height: 30)
    try terminal.wait(for: "q leaves")
    try terminal.press("C-c")
    try terminal.wait(for: "study (Anna)>")
    #expect(try terminal.tells("#{alternate_on} #{cursor_flag}") == "0 1")
    try terminal.type("quit")
    try terminal.press("Enter")
    try terminal.wait(for: "quit\nready>")
  }

  @Test("Without a terminal it says so, with what to do instead")
  func noTerminal() throws {
    let done = try RealTerminal.run(
      RealTerminal.program + "/draad", ["read", "s02-schoolleider"], in: folder.path,
      environment: ["DRAAD_CODER": "Anna"])
    #expect(done.code == 2)
    #expect(done.output == "")
    #expect(
      done.error
        == "Error: There is no terminal to read on.\n"
        + "Hint: See the words with: show s02-schoolleider, and code with: tag s02-schoolleider:1 CODE\n")
    let terminal = try RealTerminal(folder)
    try terminal.type("TERM=dumb draad read s02-schoolleider; echo code $?")
    try terminal.press("Enter")
    try terminal.wait(for: "only writes line after line")
    try terminal.wait(for: "code 2")
  }
}
