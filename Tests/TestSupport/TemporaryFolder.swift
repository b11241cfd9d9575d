import Foundation

/// An empty folder of its own for a test, gone with it; its path has the same length wherever the test runs.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    let mark = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    path = "/tmp/draad-test-" + String(repeating: "0", count: 16 - mark.count) + mark
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public subscript(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path; folders on the way are made.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  public func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }

  /// Makes a folder of the repository reachable under its own name.
  public func link(_ folder: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self[folder], withDestinationPath: RepositoryFiles.path(folder))
  }

  public func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self[name])), as: UTF8.self)
  }

  /// The names of what lies in it.
  public func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}
