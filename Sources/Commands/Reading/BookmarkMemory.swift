import Foundation
import Model
import Reading

/// Where each coder stopped reading each transcript on this machine; kept outside the study, as who coded last is.
struct BookmarkMemory {
  struct Place: Equatable {
    /// The study's own mark.
    var study: String
    /// Empty where nobody is named who codes.
    var coder: String
    var transcript: String
  }

  /// The places that were left longest ago are forgotten.
  static let most = 1000

  private let file: String

  init(environment: [String: String]) { file = StateFolder.path(environment) + "/bookmarks" }

  /// Of a transcript that is read for the first time only the codes used last, in whatever transcript.
  func bookmark(at place: Place) -> Bookmark? {
    let all = lines()
    if let line = all.last(where: { $0.hasPrefix(Self.head(of: place)) }) { return Self.bookmark(in: line) }
    let sameCoder = Self.field(place.study) + "\t" + Self.field(place.coder) + "\t"
    return all.last { $0.hasPrefix(sameCoder) }.flatMap(Self.bookmark).map { Bookmark(byte: 0, codes: $0.codes) }
  }

  /// What cannot be kept is not; reading goes on.
  func remember(_ bookmark: Bookmark, at place: Place) {
    let head = Self.head(of: place)
    let kept = lines().filter { !$0.hasPrefix(head) }.suffix(Self.most - 1) + [head + bookmark.text]
    StateFolder.make(for: file)
    let text = kept.map { $0 + "\n" }.joined()
    guard (try? Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)) != nil else { return }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
  }

  private static func head(of place: Place) -> String {
    [place.study, place.coder, place.transcript].map { field($0) + "\t" }.joined()
  }

  private static func field(_ name: String) -> String {
    String(name.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  private static func bookmark(in line: String) -> Bookmark? {
    Bookmark(line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false).last ?? "")
  }

  private func lines() -> [String] {
    guard let data = FileManager.default.contents(atPath: file) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
