@testable import Export
import Model
import Testing

struct LongFormTests {
  @Test("A table without groups stays as it is")
  func plain() { #expect(Samples.frequencies.longForm == Samples.frequencies) }

  @Test("A matrix becomes code, with and count")
  func matrix() {
    #expect(
      Samples.matrix.longForm
        == Table(
          title: "",
          columns: [.init("code", "Code", .text), .init("with", "With", .text), .init("count", "Count", .count)],
          rows: [
            [.text("B3"), .text("B3"), .count(4)], [.text("B3"), .text("C1"), .count(1)],
            [.text("C1"), .text("B3"), .count(1)], [.text("C1"), .text("C1"), .none],
          ]))
  }

  @Test("A group that lacks a measure has none there, and the name of the group gives way to a column of that name")
  func gaps() {
    let table = Table(
      title: "",
      columns: [
        .init("value", "Value", .text), .init("po_n", "po n", .count, group: "po", measure: "n"),
        .init("total", "Total", .count),
        .init("vo_x", "vo", .number, group: "vo"),
      ], rows: [[.text("ja"), .count(1), .count(3), .number(0.5)]])
    #expect(
      table.longForm
        == Table(
          title: "",
          columns: [
            .init("value", "Value", .text), .init("total", "Total", .count), .init("by", "By", .text),
            .init("n", "n", .count),
            .init("number", "Number", .number),
          ],
          rows: [
            [.text("ja"), .count(3), .text("po"), .count(1), .none],
            [.text("ja"), .count(3), .text("vo"), .none, .number(0.5)],
          ]))
  }
}
