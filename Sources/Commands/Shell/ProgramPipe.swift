import Foundation
import Model
import Workbench

/// A program of the system that reads a result.
enum ProgramPipe {
  /// Runs a line of the system's shell with the text as its input; gives its exit code, or 128 and the signal that ended it.
  ///
  /// Ctrl-C and what else stops a program stops it, whatever this process does with that. Throws where nothing can be run.
  static func run(_ line: String, input: String) throws -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw cannotRun(line) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = start(line, reading: ends[0])
    close(ends[0])
    guard let process else {
      close(ends[1])
      throw cannotRun(line)
    }
    let former = signal(SIGPIPE, SIG_IGN)
    // A program that has read enough is no failure.
    _ = Console.write(input, to: ends[1])
    close(ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    signal(SIGPIPE, former)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private static func start(_ line: String, reading end: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, heard) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&heard)
    for number in [SIGINT, SIGQUIT, SIGPIPE, SIGTSTP] { sigaddset(&heard, number) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &heard)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(line), nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    return posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ) == 0 ? process : nil
  }

  private static func cannotRun(_ line: String) -> Problem {
    Problem("'\(line)' cannot be run.", hint: "Write the result into a file: save as result.csv")
  }
}
