import Foundation
import Model

/// Who coded last on this machine, for each study; kept outside the study, so that a file from a colleague brings no name along.
///
/// Copies of a study have its mark, so the place of the file counts too; a file that was moved since brings its coder along.
struct CoderMemory {
  private let memory: StudyMemory

  init(environment: [String: String]) { memory = StudyMemory("coders", environment) }

  func coder(ofStudy guid: String, at path: String) -> String? {
    let known = memory.values { $0 == guid || $0.hasPrefix(guid + " ") }
    if let here = known.last(where: { $0.study == Self.mark(guid, path) }) { return here.value }
    return known.last { !FileManager.default.fileExists(atPath: String($0.study.dropFirst(guid.count + 1))) }?.value
  }

  /// False where it cannot be kept.
  @discardableResult
  func remember(_ name: String, ofStudy guid: String, at path: String) -> Bool {
    memory.remember(name, ofStudy: Self.mark(guid, path))
  }

  private static func mark(_ guid: String, _ path: String) -> String {
    let whole = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return guid + " " + String(whole.map { $0 == "\t" || $0.isNewline ? "?" : $0 })
  }
}

/// A line for each study that was used on this machine, in a file of the user's own.
struct StudyMemory: Sendable {
  private let file: String

  init(_ name: String, _ environment: [String: String]) { file = StateFolder.path(environment) + "/" + name }

  func value(ofStudy guid: String) -> String? {
    lines().last { $0.guid == guid }?.value
  }

  /// What is known of the studies whose mark is wanted, the oldest first.
  func values(_ isWanted: (String) -> Bool) -> [(study: String, value: String)] {
    lines().filter { isWanted($0.guid) }.map { ($0.guid, $0.value) }
  }

  /// False where it cannot be kept.
  @discardableResult
  func remember(_ value: String, ofStudy guid: String) -> Bool {
    let kept = lines().filter { $0.guid != guid } + [(guid, value)]
    let text = kept.map { "\($0.guid)\t\($0.value)\n" }.joined()
    StateFolder.make(for: file)
    guard (try? Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)) != nil else { return false }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    return true
  }

  private func lines() -> [(guid: String, value: String)] {
    guard let data = FileManager.default.contents(atPath: file) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}

/// Where Draad keeps what is not part of a study: history, who coded last, where copies go.
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
