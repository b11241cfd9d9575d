import GRDB
import Testing

@testable import Store

@Suite struct RawStatementTests {
  @Test("What is bound comes back, the empty text and the empty blob too")
  func roundTrip() throws {
    try DatabaseQueue().write { db in
      let select = try RawStatement(db, "SELECT ?1, ?2, ?3, ?4, ?5, ?6, typeof(?4), typeof(?6)")
      select.bind(1, Int64.max)
      select.bind(2, 1.5)
      select.bind(3, "één\u{0}👍")
      select.bind(4, "")
      select.bindNull(5)
      [UInt8]([0, 255]).withUnsafeBytes { select.bindBlob(6, $0) }
      let (first, numbers) = (try select.step(), (select.int64(0), select.double(1)))
      let texts = [select.text(2), select.optionalText(3), select.optionalText(4), select.text(6), select.text(7)]
      let (isNull, blob, second) = (select.isNull(4), select.withBytes(5) { Array($0) }, try select.step())
      #expect(first && isNull && !second)
      #expect(numbers == (Int64.max, 1.5))
      #expect(texts == ["één\u{0}👍", "", nil, "text", "blob"])
      #expect(blob == [0, 255])
    }
  }

  @Test("A statement runs again after a failure, and a mistake in it is an error")
  func failures() throws {
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE t (a UNIQUE)")
      let insert = try RawStatement(db, "INSERT INTO t VALUES (?)")
      insert.bind(1, 1)
      try insert.run()
      #expect(throws: DatabaseError.self) { try insert.run() }
      insert.bind(1, 2)
      try insert.run()
      #expect(try Int.fetchAll(db, sql: "SELECT a FROM t") == [1, 2])
      #expect(throws: DatabaseError.self) { _ = try RawStatement(db, "SELEKT") }
    }
  }
}
