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
        == Rendered(text: nil, note: "Unit: 3 cases\nWrote \(folder["a.csv"])."))
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
    arguments: [(nil, nil, true), ("md", nil, true), ("csv", nil, false), (nil, "a.json", false), (nil, "a.txt", true)]
      as [(String?, String?, Bool)])
  func reading(format: String?, file: String?, expected: Bool) {
    #expect(Output.isForReading(.init(format: format, file: file)) == expected)
  }
}
