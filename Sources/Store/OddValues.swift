import Foundation
import GRDB
import Synchronization

/// Values of a damaged file that a column of a whole study cannot hold: no name where there is always one, a word for a number.
///
/// The library ends the program at such a value. Here something stands in for it, and who asked for the row is told at the end
/// that the file is damaged, and gets none of it.
enum OddValues {
  private static let met = Atomic(0)

  static func standIn<Value>(_ value: Value) -> Value {
    met.add(1, ordering: .relaxed)
    return value
  }

  /// Throws as SQLite does for a damaged file where `body` met one.
  static func refusing<T>(_ body: () throws -> T) throws -> T {
    let before = met.load(ordering: .relaxed)
    let answer = try body()
    guard met.load(ordering: .relaxed) == before else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a value does not fit its column")
    }
    return answer
  }
}

extension Row {
  private func needed<Value: DatabaseValueConvertible>(_ index: Int, _ standIn: Value) -> Value {
    Value.fromDatabaseValue(databaseValue(at: index)) ?? OddValues.standIn(standIn)
  }

  private func known<Value: DatabaseValueConvertible>(_ index: Int) -> Value? {
    let value = databaseValue(at: index)
    return value.isNull ? nil : Value.fromDatabaseValue(value) ?? OddValues.standIn(nil)
  }

  private func databaseValue(at index: Int) -> DatabaseValue { self[index] }

  subscript(_ index: Int) -> String { needed(index, "") }
  subscript(_ index: Int) -> String? { known(index) }
  subscript(_ index: Int) -> Int { needed(index, 0) }
  subscript(_ index: Int) -> Int? { known(index) }
  subscript(_ index: Int) -> Int64 { needed(index, 0) }
  subscript(_ index: Int) -> Int64? { known(index) }
  subscript(_ index: Int) -> Double { needed(index, 0) }
  subscript(_ index: Int) -> Double? { known(index) }
  subscript(_ index: Int) -> Bool { needed(index, false) }
  subscript(_ index: Int) -> Data { needed(index, Data()) }
  subscript(_ index: Int) -> Data? { known(index) }
}
