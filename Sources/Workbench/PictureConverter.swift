import Foundation
import Model

/// Makes pixels of a picture, by the program `rsvg-convert` where that is installed.
enum PictureConverter {
  /// What is typed for it, and the ending of its files.
  static let name = "png"
  static let program = "rsvg-convert"

  /// The picture as PNG, twice as fine as a screen shows it.
  ///
  /// - Parameter folders: where the program is looked for; those of the process where nothing is said.
  static func png(of svg: [UInt8], folders: [String] = standardFolders) throws -> [UInt8] {
    guard let path = folders.map({ "\($0)/\(program)" }).first(where: FileManager.default.isExecutableFile) else {
      throw Problem(
        "PNG is made by the program '\(program)', which is not installed.",
        hint: "Install it: apt-get install librsvg2-bin; or write SVG: --output picture.svg")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("draad-\(UUID().uuidString)")
    let (picture, pixels) = (folder.appendingPathComponent("in.svg"), folder.appendingPathComponent("out.png"))
    do {
      // What is in a picture may name people: nobody else may look.
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data(svg).write(to: picture)
      guard run([path, "--zoom", "2", "--output", pixels.path, picture.path]) else { throw noPicture }
      return Array(try Data(contentsOf: pixels))
    } catch {
      throw noPicture
    }
  }

  /// Runs a program that hears and says nothing; gives whether it ended well.
  private static func run(_ words: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var arguments = words.map { strdup($0) } + [nil]
    var environment = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process = pid_t()
    guard posix_spawn(&process, words[0], &actions, nil, &arguments, &environment) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return false } }
    return status == 0
  }

  private static let noPicture = Problem(
    "'\(program)' could not make a PNG of this picture.", hint: "Write SVG instead: --output picture.svg")

  static var standardFolders: [String] {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
  }
}
