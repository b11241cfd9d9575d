@testable import Export
import Model
import Testing

struct CellTextTests {
  @Test(
    "A cell reads as its column says",
    arguments: [
      (Table.Cell.number(66.6), Table.Kind.percent, "67%"), (.number(12.5), .percent, "13%"),
      (.count(87), .percent, "87%"),
      (.number(1888), .count, "1.888"), (.number(1.5), .count, "1,500"), (.count(3), .number, "3"),
      (.count(61), .time, "00:01:01"),
      (.number(.infinity), .percent, "inf"), (.number(-.infinity), .count, "-inf"), (.number(.nan), .percent, "–"),
      (.none, .count, "–"),
      (.text("a\nb"), .text, "a b"), (.text(""), .text, ""),
    ])
  func cells(cell: Table.Cell, kind: Table.Kind, text: String) {
    #expect(CellText(labels: .nl).text(cell, kind) == text)
  }
}
