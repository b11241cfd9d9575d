import Model
import TestSupport
import Testing

@testable import Export

struct PictureTests {
  @Test("The picture follows from the shape of the table")
  func kinds() {
    let tables = [
      Samples.frequencies, Samples.byValue, Samples.meetings, Samples.pairsOfCodes, Samples.newCodes, Samples.segments,
      Samples.excerpts.sheet,
    ]
    #expect(
      tables.map(Picture.kind) == [.bars, .bars, .heatmap, .network, .curve, .codeline, .bars])
  }

  @Test("What cannot be drawn says what would be")
  func refusals() {
    #expect(
      throws: Problem(
        "This result cannot be drawn as network.", hint: "That takes codes that meet: 'cooccurrence'.", kind: .usage)
    ) { try ExportFormat.svg.export(Samples.frequencies, options: ExportOptions(picture: .network)) }
    #expect(
      throws: Problem("There is nothing to draw: the result has no rows.", kind: .nothingFound)
    ) { try ExportFormat.svg.export(Table(title: "", columns: Samples.frequencies.columns, rows: [])) }
    let words = Table(title: "", columns: [.init("a", "A", .text)], rows: [[.text("a")]])
    #expect(throws: Problem.self) { try ExportFormat.svg.export(words) }
    #expect(throws: Problem.self) { try ExportFormat.svg.export(Samples.excerpts) }
    #expect(throws: Problem.self) { try ExportFormat.graphml.export(Samples.frequencies) }
    let many = Table(
      title: "", columns: Samples.frequencies.columns, rows: Array(repeating: Samples.frequencies.rows[0], count: 9))
    #expect(
      throws: Problem(
        "A stacked bar tells 8 parts apart; this result has 9.",
        hint: "Name fewer codes, or draw bars: --picture bars", kind: .usage)
    ) { try ExportFormat.svg.export(many, options: ExportOptions(picture: .stacked)) }
  }

  @Test("No words lie on other words, nor outside the picture", arguments: [1, 2, 3, 9, 40])
  func room(size: Int) throws {
    var generator = SeededGenerator(seed: UInt64(size))
    for round in 0..<8 {
      let tables = Self.tables(size: size, &generator)
      for (table, kind) in tables {
        let svg = ExportFormat.svg.text(
          table, options: ExportOptions(labels: round % 2 == 0 ? .en : .nl, picture: kind))
        #expect(PlacedWords.problems(in: svg) == [], "\(kind) \(size)")
      }
    }
  }

  private static func tables(size: Int, _ generator: inout SeededGenerator) -> [(Table, PictureKind)] {
    func words() -> String {
      (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        String(
          repeating: "WmiaX".randomElement(using: &generator) ?? "a", count: Int.random(in: 1...14, using: &generator))
      }.joined(separator: " ")
    }
    func rows(_ columns: Int) -> [[Table.Cell]] {
      (0..<size).map { row in
        [.text("K\(row)"), .text(words())]
          + (0..<columns).map { _ in .count(Int.random(in: 0...1_000_000, using: &generator)) }
      }
    }
    let heads: [Table.Column] = [.init("code", "Code", .text), .init("name", "Name", .text)]
    let groups = (0..<min(size, 12)).map { "\($0) " + words() }
    let matrix = groups.map { Table.Column($0, $0, .count, group: $0, measure: "count") }
    let note = Table.Note("Base", words())
    let counts = Table(title: words(), columns: heads + [.init("count", "Count", .count)], rows: rows(1), notes: [note])
    let crossed = Table(title: words(), columns: heads + matrix, rows: rows(matrix.count), notes: [note])
    let grown = Table(
      title: words(),
      columns: heads + ["new", "total", "expected"].map { .init($0, $0, .count) }, rows: rows(3))
    let spoken = Table(
      title: words(), columns: [.init("segment", "Segment", .count), .init("codes", "Codes", .text)],
      rows: (0..<size).map { [.count($0 + 1), .text(words())] })
    return [
      (counts, .bars), (crossed, .bars), (crossed, .heatmap), (crossed, .network), (grown, .curve), (spoken, .codeline),
    ] + (size <= 8 ? [(counts, .stacked), (crossed, .stacked)] : [])
  }
}

/// Where the words of a picture stand, as a wide face would draw them.
enum PlacedWords {
  private struct Box {
    var words: String
    var left, right, top, bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right - 0.5 && other.left < right - 0.5 && top < other.bottom - 0.5 && other.top < bottom - 0.5
    }
  }

  /// Pairs of words that lie on each other, and words that stand outside; turned words are looked at by themselves only.
  static func problems(in svg: String) -> [String] {
    var (shiftX, shiftY) = (0.0, 0.0)
    var (width, height) = (0.0, 0.0)
    var boxes: [Box] = []
    for line in svg.split(separator: "\n") {
      if line.hasPrefix("<svg") { (width, height) = (number("width", line), number("height", line)) }
      if line.hasPrefix("<g "), let place = line.firstRange(of: "translate(") {
        let numbers = line[place.upperBound...].prefix { $0 != ")" }.split(separator: " ").compactMap { Double($0) }
        (shiftX, shiftY) = (numbers[0], numbers[1])
      }
      if line == "</g>" { (shiftX, shiftY) = (0, 0) }
      guard line.hasPrefix("<text "), !line.contains("rotate(") else { continue }
      boxes.append(box(of: line, shiftX, shiftY))
    }
    let outside = boxes.filter { $0.left < -0.5 || $0.right > width + 0.5 || $0.top < -0.5 || $0.bottom > height + 0.5 }
    var problems = outside.map { "outside: \($0.words)" }
    for (place, box) in boxes.enumerated() {
      for other in boxes[(place + 1)...] where box.meets(other) { problems.append("\(box.words) on \(other.words)") }
    }
    return problems
  }

  private static func box(of line: Substring, _ shiftX: Double, _ shiftY: Double) -> Box {
    let size = number("font-size", line)
    let words = line.dropLast("</text>".count).split(separator: ">").last.map(String.init) ?? ""
    let wide = PictureText.width(of: words, size: size)
    let x = number("x", line) + shiftX
    let left = line.contains("\"middle\"") ? x - wide / 2 : line.contains("\"end\"") ? x - wide : x
    let base = number("y", line) + shiftY
    return Box(words: words, left: left, right: left + wide, top: base - size * 0.75, bottom: base + size * 0.2)
  }

  private static func number(_ name: String, _ line: Substring) -> Double {
    guard let place = line.firstRange(of: " \(name)=\"") else { return 0 }
    return Double(line[place.upperBound...].prefix { $0 != "\"" }) ?? 0
  }
}
