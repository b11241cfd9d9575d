import Model
import TestSupport
import Testing
import Workbench

/// Codings from a sheet stand on the code points that were named: compared with counting through the text.
struct CodingPlacementTests {
  private static let pieces = ["a", "é", "e\u{301}", "🍏", "👩‍👧", "’", " ", " ", "ij", "œ", "日", "\u{AD}", "b."]

  @Test("Passages in code points are quoted as counting gives them", arguments: 0..<8 as Range<UInt64>)
  func codePoints(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let study = try TestStudy()
    let noise = (0..<600).map { _ in Self.pieces.randomElement(using: &random) ?? "a" }.joined()
    try study.importing(["t.txt": "Start " + noise + " end"])
    try study.loadCodebook(["A"])
    let rows = try study.workbench.segmentsTable(at: "t", .init())
    let text = try #require(Self.text(rows))
    var expected: Set<String> = []
    var sheet = "transcript,start,end,code,coder\n"
    for _ in 0..<40 {
      let start = Int.random(in: 0..<text.count - 1, using: &random)
      let end = Int.random(in: start + 1...min(text.count, start + 60), using: &random)
      sheet += "t,\(start),\(end),A,Kim\n"
      expected.insert("t,\(start),\(end),A,Kim")
    }
    _ = try study.workbench.loadCodings(study.write(sheet, to: "codings.csv"), skipBad: false)
    _ = try study.workbench.exportCodings(to: study.folder["out.csv"], coders: [], force: false)
    let exported = try study.folder.text(of: "out.csv").split(separator: "\n").dropFirst().map(String.init)
    #expect(Set(exported) == expected)
    for excerpt in try study.workbench.find("A", .init()).items {
      var words = String.UnicodeScalarView()
      words.append(contentsOf: text[excerpt.start..<excerpt.end])
      #expect(excerpt.text.trimmed == String(words).trimmed)
    }
  }

  /// The text by its segments and the blanks between them; nil when a segment does not fit.
  private static func text(_ table: Table) -> [Unicode.Scalar]? {
    var text: [Unicode.Scalar] = []
    for (start, words) in zip(table.column("start"), table.column("text")) {
      guard let start = Int(start), start >= text.count else { return nil }
      text += Array(repeating: "\n", count: start - text.count)
      text += words.unicodeScalars
    }
    return text
  }

  @Test("A segment is coded from its first word to its last")
  func segments() throws {
    let study = try TestStudy()
    try study.importing(["t.txt": "Ann: 🍏 one.\n\nBob: two \n\nAnn: three.\n\nBob: four.\n"])
    try study.loadCodebook(["A", "B"])
    let sheet = "transcript,segment,code,coder\nt,1,A,Kim\nt,2-3,B,Lou\n"
    let outcome = try study.workbench.loadCodings(study.write(sheet, to: "s.csv"), skipBad: false)
    #expect(outcome.notes == [])
    #expect(outcome.act.summary == "Loaded codings from \(study.folder["s.csv"]): 2 codings added.")
    _ = try study.workbench.exportCodings(to: study.folder["out.csv"], coders: [], force: false)
    #expect(
      try study.folder.text(of: "out.csv")
        == "transcript,start,end,code,coder\nt,5,11,A,Kim\nt,18,35,B,Lou\n")
  }

  @Test("Coders whose rows all fall away are not made")
  func noIdleCoder() throws {
    let study = try TestStudy()
    try study.importing(["t.txt": "One two three."])
    try study.loadCodebook(["A"])
    let sheet = "transcript,start,end,code,coder\nt,0,3,A,Kim\nt,0,99,A,Lou\nu,0,3,A,Mo\n"
    let outcome = try study.workbench.loadCodings(study.write(sheet, to: "s.csv"), skipBad: true)
    #expect(outcome.notes.count == 2)
    #expect(try study.workbench.coderNames() == ["Kim"])
  }
}
