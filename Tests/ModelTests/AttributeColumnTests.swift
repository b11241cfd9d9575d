import Model
import Testing

struct AttributeColumnTests {
  private let column = AttributeColumn(
    name: "help", level: .cases, values: ["b", "a", "-"], answers: [[1, 0, 1], [], [2]])

  @Test("Each subject has its values, each once, in the order given")
  func values() {
    #expect((0..<column.count).map { Array(column[$0]) } == [[1, 0], [], [2]])
    #expect(column.isMultipleResponse)
    #expect(!AttributeColumn(name: "x", level: .cases, values: ["a"], answers: [[0], []]).isMultipleResponse)
  }

  @Test("Mapped, a subject takes the values of the one it belongs to")
  func mapped() {
    let people = column.mapped(through: [2, -1, 0, 0])
    #expect((0..<people.count).map { Array(people[$0]) } == [[2], [], [1, 0], [1, 0]])
    #expect(people.values == column.values)
  }

  @Test("What is nearer to a person comes later")
  func levels() {
    #expect(AttributeLevel.allCases.sorted() == [.cases, .transcripts, .speakers])
    #expect(max(AttributeLevel.speakers, .cases) == .speakers)
  }
}
