import Foundation
import Model
import TestSupport
import Testing

@testable import Workbench

struct OutputTests {
  private let table = Table(
    title: "Fruit", columns: [.init("code", "Code", .text), .init("count", "Count", .count)],
    rows: [[.text("A"), .count(1200)]], notes: [.init("Unit", "3 cases")])

  @Test("Notes stand in the text itself, or go apart where the format has no place for them")
  func notes() throws {
    #expect(
      try Output.render(table, .init(format: "csv")) == Rendered(text: "code,count\nA,1200\n", note: "Unit: 3 cases"))
    let text = try Output.render(table, .init())
    #expect(text.text?.contains("Unit: 3 cases") == true && text.note == nil)
  }

  @Test("A file has the format of its ending, unless another is named")
  func files() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Output.render(table, .init(file: folder["a.csv"]))
        == Rendered(text: nil, note: "Unit: 3 cases\nWrote \(folder["a.csv"]).", file: folder["a.csv"]))
    _ = try Output.render(table, .init(format: "tsv", file: folder["b.csv"]))
    #expect(try folder.text(of: "a.csv") == "code,count\nA,1200\n")
    #expect(try folder.text(of: "b.csv") == "code\tcount\nA\t1200\n")
    #expect(throws: Problem.self) { try Output.render(table, .init(file: folder["a.csv"])) }
    #expect(throws: Problem.self) { try Output.render(table, .init(file: folder["c.pdf"])) }
    #expect(try folder.names() == ["a.csv", "b.csv"])
  }

  @Test("Colours and the width of a terminal stay out of files")
  func plain() throws {
    let folder = try TemporaryFolder()
    _ = try Output.render(table, .init(file: folder["a.txt"], width: 10, colour: true))
    #expect(try folder.text(of: "a.txt") == Output.render(table, .init(format: "text")).text)
  }

  @Test("Labels are English or Dutch")
  func labels() throws {
    let dutch = try Output.render(table, .init(labels: "nl")).text
    #expect(dutch?.contains("Aantal") == true && dutch?.contains("1.200") == true)
    #expect(throws: Problem("There are no labels in 'de'.", hint: "Labels are en or nl.", kind: .usage)) {
      try Output.render(table, .init(labels: "de"))
    }
  }

  @Test(
    "Whether a person reads it is known by its format",
    arguments: [
      (nil, nil, true), ("md", nil, true), ("csv", nil, false), (nil, "a.json", false), (nil, "a.txt", true),
      (nil, "a.docx", true), ("svg", nil, false), (nil, "a.png", false),
    ]
      as [(String?, String?, Bool)])
  func reading(format: String?, file: String?, expected: Bool) {
    #expect(Output.isForReading(.init(format: format, file: file)) == expected)
  }

  @Test("Documents, workbooks and pixels go into files only", arguments: ["docx", "xlsx", "png"])
  func binary(format: String) throws {
    #expect(
      throws: Problem(
        "A result as \(format) cannot be shown on the screen.",
        hint: "Write it into a file: --output result.\(format)", kind: .usage)
    ) { try Output.render(table, .init(format: format)) }
  }

  @Test("A workbook is written as it is")
  func bytes() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Output.render(table, .init(file: folder["a.xlsx"]))
        == Rendered(text: nil, note: "Wrote \(folder["a.xlsx"]).", file: folder["a.xlsx"])
    )
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder["a.xlsx"]))
    #expect(Array(bytes.prefix(4)) == [0x50, 0x4B, 3, 4])
  }

  @Test("Decimals, rounding and pictures are told when they are none")
  func choices() throws {
    let problems: [(OutputRequest, Problem)] = [
      (
        .init(decimals: 10),
        Problem("A number cannot have 10 decimals.", hint: "Give 0 to 9: --decimals 1", kind: .usage)
      ),
      (
        .init(round: "up"),
        Problem(
          "'up' is no way of rounding.", hint: "After --round comes one of: half, largest-remainder.", kind: .usage)
      ),
      (
        .init(format: "svg", picture: "pie"),
        Problem(
          "'pie' is no picture.",
          hint: "After --picture comes one of: heatmap, bars, stacked, network, curve, codeline.", kind: .usage)
      ),
    ]
    for (request, problem) in problems { #expect(throws: problem) { try Output.render(table, request) } }
    #expect(try Output.render(table, .init(format: "svg", picture: "bars")).text?.hasPrefix("<svg ") == true)
  }
}
