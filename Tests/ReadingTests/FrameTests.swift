import Foundation
import Model
import TestSupport
import Testing
import Workbench

@testable import Reading

/// Whole screens, compared with the files in `Frames`: letter by letter, with colours as escapes.
///
/// `DRAAD_RECORD=1 swift test --filter FrameTests` writes them anew; read the difference before you keep it.
@Suite("Frames")
struct FrameTests {
  private struct Size {
    var width: Int
    var height: Int
  }

  private static let sizes = [Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 120, height: 40)]

  private static let scenes = [
    "begin", "codes", "picker", "taking", "part", "hits", "memo", "help", "meaning", "problem", "sentences",
  ]

  private static let isRecording = ProcessInfo.processInfo.environment["DRAAD_RECORD"] == "1"

  /// Codings of both coders: a whole segment, a part, and the same by both.
  private static func coded() -> ReadingCopy {
    let copy = SmallReading.copy()
    let words = (0..<copy.segments.count).map { TextSpan(copy.segments[$0].wordsStart, copy.segments[$0].span.end - 2) }
    return SmallReading.copy(codings: [
      PlacedCoding(span: words[1], code: 2, coder: 0), PlacedCoding(span: words[1], code: 2, coder: 1),
      PlacedCoding(span: TextSpan(words[1].start + 6, words[1].start + 70), code: 5, coder: 0),
      PlacedCoding(span: TextSpan(words[1].start + 71, words[1].end), code: 3, coder: 1),
      PlacedCoding(span: words[3], code: 4, coder: 0),
    ])
  }

  private static func reader(_ scene: String, _ size: Size) -> Reader {
    var reader = SmallReading.reader(coded(), width: size.width, height: size.height)
    switch scene {
    case "begin": reader = SmallReading.reader(width: size.width, height: size.height)
    case "codes":
      reader.type([.down])
      reader.type("k2")
      reader.type([.enter])
    case "picker": reader.type(" 1b")
    case "taking": reader.type([.down, .letter("-")])
    case "part": reader.type([.down, .right, .down, .down, .shiftRight])
    case "hits":
      reader.type("/werk")
      reader.type([.enter])
    case "memo": reader.type(";Een memo met é en 東京, langer dan een smalle regel")
    case "help": reader.type("?")
    case "meaning":
      reader.type("=b1")
    case "problem":
      reader.type([.end])
      reader.hear(.failed(Problem("Nobody is named who codes.", hint: "Say who: coder NAME, or --as NAME.")))
    default:
      reader = SmallReading.reader(
        SmallReading.copy(bySentence: true, codings: coded().codings), width: size.width, height: size.height,
        .init(isBlind: true))
      reader.type("  ")
    }
    return reader
  }

  @Test("Screens are as recorded", arguments: scenes)
  func letters(scene: String) throws {
    let shown = Self.sizes.map { size in
      var reader = Self.reader(scene, size)
      let frame = reader.draw()
      let cursor = frame.cursor.map { ", cursor at \($0.column),\($0.row)" } ?? ""
      let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "│\($0)\n" }
      #expect(frame.lines.count == size.height)
      return "\(size.width) x \(size.height)\(cursor)\n" + lines.joined()
    }
    try compare(shown.joined(separator: "\n"), with: scene + ".txt")
  }

  @Test("Styles are as recorded, with colours and without", arguments: ["codes", "part", "hits"])
  func styles(scene: String) throws {
    let shown = [ScreenText.Palette.indexed, .none].map { palette in
      var reader = Self.reader(scene, Self.sizes[0])
      let writer = ScreenText(palette: palette)
      let lines = reader.draw().lines.map { writer.write($0).replacing("\u{1B}", with: "␛") + "│\n" }
      return "\(palette)\n" + lines.joined()
    }
    try compare(shown.joined(separator: "\n"), with: scene + ".styles.txt")
  }

  private func compare(_ text: String, with name: String) throws {
    let path = RepositoryFiles.path("Tests/ReadingTests/Frames/" + name)
    if Self.isRecording { return try text.write(toFile: path, atomically: true, encoding: .utf8) }
    #expect(text == String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self))
  }
}
