import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct ForeignFileTests {
  private func file(_ folder: TemporaryFolder, _ sql: String, name: String = "x.sqlite3") throws -> String {
    let queue = try DatabaseQueue(path: folder.file(name))
    try queue.write { db in try db.execute(sql: sql) }
    try queue.close()
    return folder.file(name)
  }

  @Test("Tables are read by name, in whatever capitals, with what their cells hold")
  func tables() throws {
    let folder = try TemporaryFolder()
    let path = try file(
      folder,
      """
      CREATE TABLE Source (ID integer, name text, "file" text, size real, raw blob);
      INSERT INTO Source VALUES (1, 'één', NULL, 2.5, x'00FF'), (2, '', 'x', 3, NULL);
      CREATE TABLE other (id integer);
      """, name: "a b%#?.sqlite3")
    let found = try ForeignFile.tables(["source", "missing"], of: path)
    #expect(
      found
        == ForeignTables([
          "source": .init(
            ["id", "name", "file", "size", "raw"],
            [
              [.integer(1), .text("één"), .none, .number(2.5), .none],
              [.integer(2), .text(""), .text("x"), .number(3), .none],
            ])
        ]))
    #expect(folder.names == ["a b%#?.sqlite3"])
  }

  @Test("Views and virtual tables are passed over: what they give is made, not kept")
  func made() throws {
    let folder = try TemporaryFolder()
    let path = try file(
      folder,
      """
      CREATE VIEW source AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n;
      CREATE VIRTUAL TABLE codes USING fts5 (name);
      """)
    #expect(try ForeignFile.tables(["source", "codes"], of: path) == ForeignTables())
  }

  @Test("What is no database, is damaged or is not there is refused with a reason")
  func refused() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Problem.self) { try ForeignFile.tables(["a"], of: folder.file("none")) }
    try Data("not a database, by far not".utf8).write(to: URL(fileURLWithPath: folder.file("text")))
    #expect(throws: Problem.self) { try ForeignFile.tables(["a"], of: folder.file("text")) }
    let rows = (0..<2000).map { "(\($0), 'words of a row \($0)')" }.joined(separator: ",")
    let path = try file(folder, "CREATE TABLE a (id integer, words text); INSERT INTO a VALUES \(rows)")
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try ForeignFile.tables(["a"], of: path)["a"].count == 2000)
    for at in stride(from: 4096, to: bytes.count, by: 97) { bytes[at] ^= 0xA5 }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    _ = try? ForeignFile.tables(["a"], of: path)
    try Data(bytes[..<5000]).write(to: URL(fileURLWithPath: path))
    _ = try? ForeignFile.tables(["a"], of: path)
  }

  @Test("A file in WAL mode is read, and left as it is")
  func wal() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("x.sqlite3")
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE a (id integer); INSERT INTO a VALUES (1)")
    }
    #expect(try ForeignFile.tables(["a"], of: path)["a"].map { $0.number("id") } == [1])
    try queue.close()
    #expect(try ForeignFile.tables(["a"], of: path)["a"].map { $0.number("id") } == [1])
  }
}
