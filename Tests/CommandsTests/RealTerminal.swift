import Foundation
import TestSupport

/// A terminal of its own, made by tmux, in which a test types and sees what a person would see.
final class RealTerminal {
  /// What a test waits for has this many looks, 20 milliseconds apart.
  private static let looks = 1500

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let socket: String
  private let folder: TemporaryFolder

  /// Opens a window of this size with a shell in it, whose prompt is `ready>`.
  init(_ folder: TemporaryFolder, width: Int = 80, height: Int = 24, environment: [String: String] = [:]) throws {
    self.folder = folder
    socket = folder["tmux-\(UInt32.random(in: 0...UInt32.max))"]
    try folder.write("PS1='ready>'\n", to: "rc")
    let own = [
      "ENV": folder["rc"], "HOME": folder.path, "XDG_STATE_HOME": folder["state"], "LC_ALL": "C.UTF-8", "NO_COLOR": "",
      "DRAAD_CODER": "Anna", "SWIFT_BACKTRACE": "enable=no",
    ].merging(environment) { _, given in given }
    let settings = own.sorted { $0.key < $1.key }.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    try tmux(["new-session", "-d", "-x", "\(width)", "-y", "\(height)", "-c", folder.path] + settings + ["sh"])
    try tmux(["set-option", "-g", "status", "off"])
    try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
    try wait(for: "ready>")
  }

  deinit { _ = try? Self.run("tmux", ["-S", socket, "kill-server"], in: folder.path) }

  /// The folder with the program that was built beside these tests.
  static let program = ((try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
    .components(separatedBy: "/").dropLast().joined(separator: "/")

  /// Types keys by their names in tmux: `Enter`, `C-z`, `Tab`, `S-Right`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types letters.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  func resize(width: Int, height: Int) throws { try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"]) }

  /// What is on the screen, with its escapes where styles are wanted; blanks at the ends of lines left out.
  func screen(withStyles: Bool = false) throws -> String {
    let shown = try tmux(["capture-pane", "-p"] + (withStyles ? ["-e"] : []))
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    return lines.joined(separator: "\n")
  }

  /// Looks until a text is on the screen, and gives the screen.
  @discardableResult
  func wait(for text: String) throws -> String { try wait(for: "'\(text)'") { $0.contains(text) } }

  /// Looks until the screen is as it should be, and gives it.
  @discardableResult
  func wait(for what: String, _ isThere: (String) throws -> Bool) throws -> String {
    var shown = ""
    for _ in 0..<Self.looks {
      shown = try screen()
      if try isThere(shown) { return shown }
      usleep(20_000)
    }
    throw Failure(description: "\(what) did not come. The screen:\n\(shown)")
  }

  /// What tmux knows of the window, as `#{alternate_on}`.
  func tells(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// The window is gone from one moment to the next.
  func kill() throws { try tmux(["kill-server"]) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let done = try Self.run(
      "tmux", ["-u", "-f", "/dev/null", "-S", socket] + arguments, in: folder.path,
      environment: ["PATH": Self.program + ":/usr/bin:/bin"])
    if done.code == 127 {
      throw Failure(description: "tmux is not installed, and these tests need it. Run: scripts/install-system-packages")
    }
    guard done.code == 0 else { throw Failure(description: "tmux \(arguments.first ?? ""): \(done.error)") }
    return done.output
  }

  /// Runs a program without a terminal.
  ///
  /// Foundation's `Process` would wait for the server that tmux leaves running.
  static func run(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> (code: Int32, output: String, error: String) {
    let files = (0..<2).map { "\(folder)/said-\($0)-\(UInt64.random(in: 0...UInt64.max))" }
    defer { for file in files { unlink(file) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_addopen(&actions, Int32(number + 1), file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    // A thread of a test may not hear signals, and what it starts would inherit that: a server that no signal ends.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let settings = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder].merging(environment) { $1 }
    let words = (["env", "-C", folder, program] + arguments).map { strdup($0) } + [nil]
    let variables = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/usr/bin/env", &actions, &attributes, words, variables) == 0 else {
      throw Failure(description: "'\(program)' cannot be run.")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let said = try files.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, said[0], said[1])
  }
}
