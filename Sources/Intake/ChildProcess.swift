import Glibc

/// One run of another program: bytes in, bytes out, within a time and a size, without a shell and without files.
public struct ChildProcess {
  /// How the run ended.
  public enum Answer: Equatable {
    /// The program is not installed.
    case notFound
    /// It could not be started for another reason.
    case notStarted
    case tookTooLong
    case wroteTooMuch
    /// `status` is 0 when all went well, and -1 when a signal ended it.
    case ended(status: Int32, output: [UInt8], messages: String)
  }

  private let child: pid_t
  private let input: [UInt8]
  private let limit: Int
  private var written = 0
  private var output: [UInt8] = []
  private var messages: [UInt8] = []
  /// Where the child's input, output and messages are on this side; -1 once they are closed.
  private var ends: [Int32]

  private static let longestMessages = 1 << 16
  /// A damaged file can make a program complain without end; after so many bytes nobody listens any more.
  private static let mostMessages = 4 << 20
  private var complained = 0

  /// Runs a program of the search path to its end.
  ///
  /// - Parameters:
  ///   - seconds: After this time the program is stopped.
  ///   - limit: With more bytes of output than this it is stopped.
  public static func run(
    _ program: String, _ arguments: [String], input: [UInt8], seconds: Double = 60, limit: Int = 256 << 20
  ) -> Answer {
    guard let channels = Channels() else { return .notStarted }
    var child: pid_t = 0
    let error = channels.spawn(program, arguments, &child)
    channels.closeFarEnds()
    guard error == 0 else {
      channels.closeNearEnds()
      return error == ENOENT ? .notFound : .notStarted
    }
    var process = ChildProcess(child: child, input: input, limit: limit, ends: channels.nearEnds)
    return process.finish(before: ContinuousClock.now + .seconds(seconds))
  }

  private init(child: pid_t, input: [UInt8], limit: Int, ends: [Int32]) {
    self.child = child
    self.input = input
    self.limit = limit
    self.ends = ends
  }

  private mutating func finish(before deadline: ContinuousClock.Instant) -> Answer {
    defer { for end in ends where end >= 0 { close(end) } }
    while ends[1] >= 0 || ends[2] >= 0 {
      let left = (deadline - ContinuousClock.now) / .milliseconds(1)
      guard left > 0 else {
        stop()
        return .tookTooLong
      }
      exchange(waiting: Int32(left.rounded(.up)))
      if output.count > limit {
        stop()
        return .wroteTooMuch
      }
    }
    return .ended(status: wait(), output: output, messages: String(decoding: messages, as: UTF8.self))
  }

  /// Waits until something can be written or read, and does it: neither side waits for the other.
  private mutating func exchange(waiting milliseconds: Int32) {
    if written == input.count, ends[0] >= 0 { closeEnd(0) }
    var states = [
      pollfd(fd: ends[0], events: Int16(POLLOUT), revents: 0), pollfd(fd: ends[1], events: Int16(POLLIN), revents: 0),
      pollfd(fd: ends[2], events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&states, nfds_t(states.count), milliseconds) > 0 else { return }
    if states[0].revents != 0 { write() }
    if states[1].revents != 0 { read(1) }
    if states[2].revents != 0 { read(2) }
  }

  private mutating func write() {
    let count = input.withUnsafeBytes { raw in
      send(
        ends[0], raw.baseAddress.map { $0 + written }, raw.count - written,
        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    if count >= 0 { written += count } else if errno != EAGAIN && errno != EINTR { closeEnd(0) }
  }

  private mutating func read(_ end: Int) {
    let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      let count = Glibc.read(ends[end], buffer.baseAddress, buffer.count)
      guard count > 0 else { return count }
      if end == 1 {
        output.append(contentsOf: buffer[..<count])
      } else {
        messages.append(contentsOf: buffer[..<min(count, Self.longestMessages - messages.count)])
        complained += count
      }
      return count
    }
    let isEnough = complained > Self.mostMessages && end == 2
    if count == 0 || isEnough || count < 0 && errno != EAGAIN && errno != EINTR { closeEnd(end) }
  }

  private mutating func closeEnd(_ end: Int) {
    close(ends[end])
    ends[end] = -1
  }

  private func stop() {
    kill(child, SIGKILL)
    _ = wait()
  }

  /// Waits until the program is gone, and gives its status.
  private func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }
}

/// The input, output and messages of a child: each with an end on this side and one on the other.
///
/// They are sockets, as a pipe whose reader has left would end this program.
private struct Channels {
  let nearEnds: [Int32]
  private let farEnds: [Int32]

  init?() {
    var pairs: [[Int32]] = []
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
        for end in pairs.joined() { close(end) }
        return nil
      }
      pairs.append(pair)
    }
    nearEnds = pairs.map { $0[0] }
    farEnds = pairs.map { $0[1] }
  }

  /// Starts the program; 0, or the number of the error.
  func spawn(_ program: String, _ arguments: [String], _ child: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, end) in farEnds.enumerated() { posix_spawn_file_actions_adddup2(&actions, end, Int32(number)) }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C")]
    defer { for word in words + environment { free(word) } }
    words.append(nil)
    environment.append(nil)
    return posix_spawnp(&child, program, &actions, nil, words, environment)
  }

  func closeFarEnds() { for end in farEnds { close(end) } }

  func closeNearEnds() { for end in nearEnds { close(end) } }
}
