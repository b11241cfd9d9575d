import Foundation
import Model

/// What is held of a cell as it is written in the study file: a line of JSON.
///
/// `standing` and `others` are lists of texts, each in the order of its bytes, null for no text; `gone` and `off` are there
/// where they are true.
struct WrittenValues: Codable {
  private let standing: [String?]
  private let others: [String?]
  private let gone: Bool?
  private let off: Bool?

  private init(_ held: HeldValues) {
    standing = held.standing.sorted().map(\.text)
    others = held.all.subtracting(held.standing).sorted().map(\.text)
    gone = held.isGone ? true : nil
    off = held.isTakenOff ? true : nil
  }

  static func text(_ held: HeldValues) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(WrittenValues(held)), as: UTF8.self)
  }

  /// nil where the line is not as Draad wrote it.
  static func values(_ text: String) -> HeldValues? {
    guard let written = try? JSONDecoder().decode(WrittenValues.self, from: Data(text.utf8)) else { return nil }
    return HeldValues(
      standing: Set(written.standing.map { CellValue($0) }), all: Set(written.others.map { CellValue($0) }),
      isGone: written.gone ?? false, isTakenOff: written.off ?? false)
  }
}
