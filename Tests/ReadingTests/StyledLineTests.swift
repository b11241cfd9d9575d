import Testing

@testable import Reading

@Suite("StyledLine")
struct StyledLineTests {
  @Test("Letters in one style are one run, and columns are counted")
  func runs() {
    var line = StyledLine("a", .bold)
    line.append("b東", .bold)
    line.append("c")
    #expect(line.runs == [.init(text: "ab東", style: .bold), .init(text: "c", style: .plain)])
    #expect(line.width == 5)
    line.pad(to: 7)
    #expect(line.text == "ab東c  " && line.width == 7)
    line.pad(to: 3)
    #expect(line.width == 7)
  }

  @Test("A line is cut between letters")
  func cut() {
    var line = StyledLine("ab東", .bold)
    line.append("cd")
    #expect((0...6).map { line.cut(to: $0).text } == ["", "a", "ab", "ab", "ab東", "ab東c", "ab東cd"])
    #expect(line.cut(to: 5).runs.map(\.style) == [.bold, .plain])
  }

  @Test("A frame as text has no blanks at the ends of lines")
  func frame() {
    let frame = Frame(lines: [StyledLine("a  "), StyledLine(), StyledLine(" b", .bold)], cursor: (0, 1))
    #expect(frame.text == "a\n\n b\n")
    #expect(frame != Frame(lines: frame.lines))
  }
}
