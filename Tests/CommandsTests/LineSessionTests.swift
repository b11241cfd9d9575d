import Foundation
import Model
import TestSupport
import Testing
import Workbench

/// The line as a person types it: the built program in a real terminal, its history from an earlier day.
@Suite("Line sessions", .serialized)
struct LineSessionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let workbench = try Workbench.new(folder["study"], clock: { "2026-01-02T03:04:05Z" })
    defer { workbench.close() }
    _ = try workbench.importFiles([RepositoryFiles.path("Corpus/np-onderwijs/school-02")])
    _ = try workbench.loadCodebook(RepositoryFiles.path("Codebooks/np-onderwijs.yaml"))
  }

  /// Opens the shell on the study; the lines were typed before, the last of them last.
  private func open(
    history: [String], width: Int = 80, height: Int = 24, with setting: String = ""
  ) throws -> RealTerminal {
    try folder.write(
      "_HiStOrY_V2_\n"
        + history.map { line in
          line.replacingOccurrences(of: " ", with: "\\040") + "\n"
        }.joined(), to: "state/draad/history")
    let terminal = try RealTerminal(folder, width: width, height: height)
    try terminal.type("\(setting) draad study.draad")
    try terminal.press("Enter")
    try terminal.wait(for: "study (Anna)>")
    return terminal
  }

  /// The last line of the screen that holds anything.
  private func line(of terminal: RealTerminal, withStyles: Bool = false) throws -> String {
    try terminal.screen(withStyles: withStyles).split(separator: "\n").last.map(String.init) ?? ""
  }

  /// Waits until the line with the cursor is this one; `[` and `]` stand around what is faint.
  private func wait(_ terminal: RealTerminal, for line: String) throws {
    let plain = line.filter { !"[]".contains($0) }
    try terminal.wait(for: line) { _ in
      let shown = try self.line(of: terminal, withStyles: true)
        .replacingOccurrences(of: "\u{1B}[2m", with: "[").replacingOccurrences(of: "\u{1B}[0m", with: "]")
      return try (shown == line || shown + "]" == line) && self.line(of: terminal) == plain
    }
  }

  @Test("The rest of the newest line that begins so is shown faintly, and taken over with a key")
  func hint() throws {
    let terminal = try open(history: ["transcripts list --format csv", "codebook show A1", "transcripts --format tsv"])
    try terminal.type("tra")
    try wait(terminal, for: "study (Anna)> tra[nscripts --format tsv]")
    try terminal.type("nscripts l")
    try wait(terminal, for: "study (Anna)> transcripts l[ist --format csv]")
    try terminal.press("M-f")
    try wait(terminal, for: "study (Anna)> transcripts list[ --format csv]")
    try terminal.press("C-Right")
    try wait(terminal, for: "study (Anna)> transcripts list --format[ csv]")
    try terminal.press("Left")
    try wait(terminal, for: "study (Anna)> transcripts list --format")
    try terminal.press("Right")
    try wait(terminal, for: "study (Anna)> transcripts list --format[ csv]")
    try terminal.press("Right")
    try wait(terminal, for: "study (Anna)> transcripts list --format csv")
    try terminal.press("Enter")
    try terminal.wait(for: "s02-schoolleider,school-02,")
    try terminal.type("codeb")
    try wait(terminal, for: "study (Anna)> codeb[ook show A1]")
    for key in ["End", "C-e", "C-f"] {
      try terminal.press(key)
      try wait(terminal, for: "study (Anna)> codebook show A1")
      try terminal.press("C-w", "C-w")
      try wait(terminal, for: "study (Anna)> codebook [show A1]")
    }
  }

  @Test("A hint is never sent")
  func unsent() throws {
    let terminal = try open(history: ["coder Bram"])
    try terminal.type("coder")
    try wait(terminal, for: "study (Anna)> coder[ Bram]")
    try terminal.press("Enter")
    try terminal.wait(for: "study (Anna)> coder\nAnna codes.\nstudy (Anna)>")
    try terminal.type("cod")
    try wait(terminal, for: "study (Anna)> cod[er]")
    try terminal.press("C-c")
    try terminal.wait(for: "study (Anna)> cod^C\nstudy (Anna)>")
  }

  @Test("Wide letters and accents have their columns, and what does not fit is cut")
  func widths() throws {
    let terminal = try open(history: ["search één 東京 👧 en nog veel meer woorden dan er passen"], width: 50)
    try terminal.type("search é")
    try wait(terminal, for: "study (Anna)> search é[én 東京 👧 en nog veel mee…]")
    try terminal.press("M-f", "M-f")
    try wait(terminal, for: "study (Anna)> search één 東京[ 👧 en nog veel mee…]")
    try terminal.press("Home", "C-k")
    try wait(terminal, for: "study (Anna)>")
    try terminal.type("search één 東京 👧 en nog veel meer woo")
    try wait(terminal, for: "woo")
    try terminal.press("End", "BSpace")
    try wait(terminal, for: "wo")
  }

  @Test("The hint goes with the size of the window, and lines that are broken stay whole")
  func resize() throws {
    let terminal = try open(history: ["search de leerlingen die het nodig hebben"], width: 60, height: 12)
    try terminal.type("search de")
    try wait(terminal, for: "study (Anna)> search de[ leerlingen die het nodig hebben]")
    try terminal.resize(width: 40, height: 12)
    try wait(terminal, for: "study (Anna)> search de[ leerlingen die…]")
    try terminal.resize(width: 20, height: 12)
    try terminal.wait(for: "study (Anna)> search\n de")
    try terminal.resize(width: 70, height: 12)
    try wait(terminal, for: "study (Anna)> search de[ leerlingen die het nodig hebben]")
    #expect(try terminal.screen().components(separatedBy: "(Anna)").count == 2)
  }

  @Test("Without colour and on a plain terminal there is no hint", arguments: ["NO_COLOR=1", "TERM=dumb"])
  func absent(setting: String) throws {
    let terminal = try open(history: ["coder Bram"], with: setting)
    try terminal.type("cod")
    try wait(terminal, for: "study (Anna)> cod")
    try terminal.press("End")
    try terminal.type("er")
    try terminal.press("Enter")
    try terminal.wait(for: "study (Anna)> coder\nAnna codes.\nstudy (Anna)>")
  }

  @Test("Ctrl-R searches the lines that were typed, letter by letter, and shows no hint")
  func search() throws {
    let terminal = try open(history: ["coder", "codebook show A1", "transcripts --format csv", "codebook show B3"])
    try terminal.type("inf")
    try terminal.press("C-r")
    try wait(terminal, for: "(search: ) inf")
    try terminal.type("SHOW")
    try wait(terminal, for: "(search: SHOW) codebook show B3")
    try terminal.press("C-r")
    try wait(terminal, for: "(search: SHOW) codebook show A1")
    try terminal.press("C-r")
    try wait(terminal, for: "(not found: SHOW) codebook show A1")
    try terminal.press("C-g")
    try wait(terminal, for: "study (Anna)> inf")
    try terminal.press("C-r")
    try terminal.type("coderé")
    try wait(terminal, for: "(not found: coderé) coder")
    try terminal.press("BSpace")
    try wait(terminal, for: "(search: coder) coder")
    try terminal.press("Enter")
    try terminal.wait(for: "study (Anna)> coder\nAnna codes.")
    try terminal.press("C-r")
    try terminal.type("b3")
    try wait(terminal, for: "(search: b3) codebook show B3")
    try terminal.press("Left", "BSpace")
    try wait(terminal, for: "study (Anna)> codebook show 3")
    try terminal.press("C-r", "C-c")
    try terminal.wait(for: "study (Anna)> codebook show 3^C\nstudy (Anna)>")
  }

  @Test("A program behind a | gets the result, and Ctrl-C ends it and not the shell")
  func pipes() throws {
    let terminal = try open(history: [])
    try terminal.type("set pipes on")
    try terminal.press("Enter")
    try terminal.wait(for: "'pipes' is on.")
    try terminal.type("transcripts --format csv | cut -d , -f 1 | head -2")
    try terminal.press("Enter")
    try terminal.wait(for: "transcript\ns02-leerkrachten\nstudy (Anna)>")
    for program in ["cat; echo begun; sleep 1000", "echo begun; trap 'exit 7' INT; while true; do sleep 1; done"] {
      try terminal.type("info --digest | \(program)")
      try terminal.press("Enter")
      try terminal.wait(for: "\nbegun\n")
      try terminal.press("C-c")
      try terminal.wait(for: program.hasPrefix("cat") ? "was stopped." : "ended with 7.")
      try terminal.press("C-l")
      try wait(terminal, for: "study (Anna)>")
    }
    try terminal.type("transcripts | less")
    try terminal.press("Enter")
    try terminal.wait(for: "(END)")
    try terminal.press("q")
    try wait(terminal, for: "study (Anna)>")
  }

  @Test(
    "A long table goes to the less that was named with its heads kept in sight, where less is new enough",
    arguments: [590, 668])
  func pager(version: Int) throws {
    try folder.write(
      """
      #!/bin/sh
      if [ "$1" = --version ]; then echo "less \(version) (GNU regular expressions)"; exit; fi
      echo "$@" > arguments
      cat > shown
      echo looked at
      """, to: "bin/less")
    chmod(folder["bin/less"], 0o755)
    let terminal = try open(history: [], height: 12, with: "PAGER=less PATH=./bin:$PATH")
    try terminal.type("codebook")
    try terminal.press("Enter")
    try terminal.wait(for: "looked at\nstudy (Anna)>")
    let isNew = version >= 600
    #expect(try folder.text(of: "arguments") == (isNew ? "-+F -S --header=4,6\n" : "\n"))
    let shown = try folder.text(of: "shown").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(shown[3].hasPrefix("────────") && shown[4].hasPrefix("A     Meer onderwijs"))
  }
}
