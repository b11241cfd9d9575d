import Foundation
import Model

/// Who coded last on this machine, for each study; kept outside the study, so that a file from a colleague brings no name along.
struct CoderMemory {
  private let file: String

  init(environment: [String: String]) { file = StateFolder.path(environment) + "/coders" }

  func coder(ofStudy guid: String) -> String? {
    lines().last { $0.guid == guid }?.name
  }

  /// False where it cannot be kept.
  @discardableResult
  func remember(_ name: String, ofStudy guid: String) -> Bool {
    let kept = lines().filter { $0.guid != guid } + [(guid, name)]
    let text = kept.map { "\($0.guid)\t\($0.name)\n" }.joined()
    StateFolder.make(for: file)
    guard (try? Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)) != nil else { return false }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    return true
  }

  private func lines() -> [(guid: String, name: String)] {
    guard let data = FileManager.default.contents(atPath: file) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}

/// Where Draad keeps what is not part of a study: history, and who coded last.
enum StateFolder {
  static func path(_ environment: [String: String]) -> String {
    if let state = environment["XDG_STATE_HOME"], !state.isEmpty { return state + "/draad" }
    return (environment["HOME"] ?? "/tmp") + "/.local/state/draad"
  }

  static func make(for file: String) {
    try? FileManager.default.createDirectory(
      atPath: PathText.folder(of: file), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }
}
