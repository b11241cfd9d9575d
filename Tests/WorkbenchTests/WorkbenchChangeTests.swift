import Foundation
import Model
import TestSupport
import Testing
import Workbench

/// After an error the study is as it was; after undo as it was before the act.
struct WorkbenchChangeTests {
  private static func study() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing([
      "mill/a.md": "---\nspeakers:\n  Ann: parent\n  Bob:\n---\n\nAnn: One is here. Two as well.\n\nBob: Three!\n",
      "hill/b.txt": "Nobody is named here.\n\nA second passage.\n",
    ])
    let codes =
      "codes:\n  - key: A\n    name: Apples\n    children:\n      - key: A1\n        name: Green\n  - key: B\n    name: Bread\n"
    _ = try study.workbench.loadCodebook(study.write(codes, to: "codes.yaml"))
    _ = try study.workbench.loadCases(study.write("case,sector\nmill,po\nhill,vo\n", to: "cases.csv"))
    study.workbench.coder = "Kim"
    _ = try study.workbench.tag("a:1", ["A", "B"])
    _ = try study.workbench.tag("b:1-2", ["A1"])
    return study
  }

  struct Deed: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let run: @Sendable (TestStudy) throws -> Void

    init(_ name: String, _ run: @escaping @Sendable (TestStudy) throws -> Void) {
      testDescription = name
      self.run = run
    }
  }

  private static let refused: [Deed] = [
    Deed("an import of a file that is there and one that is not") {
      _ = try $0.workbench.importFiles([$0.write("Ann: New.", to: "new.txt"), $0.folder["none.txt"]])
    },
    Deed("a codebook with a double key") {
      let text = "codes:\n  - key: C\n    name: Cheese\n  - key: C\n    name: Cream\n"
      _ = try $0.workbench.loadCodebook($0.write(text, to: "double.yaml"))
    },
    Deed("cases with an uneven row") {
      _ = try $0.workbench.loadCases($0.write("case,sector\nmill,so\neast\n", to: "bad.csv"))
    },
    Deed("an assignment of an unknown transcript") {
      _ = try $0.workbench.assignCases($0.write("transcript,case\na,hill\nz,hill\n", to: "bad.csv"))
    },
    Deed("attributes of an unknown transcript") {
      _ = try $0.workbench.loadTranscripts($0.write("transcript,date\na,2025-01-01\nz,2025-01-01\n", to: "bad.csv"))
    },
    Deed("codings with a row outside the text") {
      let text = "transcript,start,end,code,coder\na,0,3,A,Lou\na,0,999,A,Lou\n"
      _ = try $0.workbench.loadCodings($0.write(text, to: "bad.csv"), skipBad: false)
    },
    Deed("codings with an unknown code") {
      let text = "transcript,segment,code,coder\na,1,A,Lou\na,1,Zebra,Lou\n"
      _ = try $0.workbench.loadCodings($0.write(text, to: "bad.csv"), skipBad: false)
    },
    Deed("a known and an unknown code on a segment") { _ = try $0.workbench.tag("a:2", ["A", "Zebra"]) },
    Deed("segments beyond the end") { _ = try $0.workbench.tag("a:2-3", ["A"]) },
    Deed("untagging what is not there") { _ = try $0.workbench.untag("a:2", ["A"]) },
    Deed("a code added twice") { _ = try $0.workbench.addCode(key: "A", name: "Again", under: nil, definition: nil) },
    Deed("a code under itself") { _ = try $0.workbench.moveCode("A", under: "A1") },
    Deed("a code merged into itself") { _ = try $0.workbench.mergeCode("A", into: "A") },
    Deed("a code deleted from above its children") { _ = try $0.workbench.deleteCode("A", withChildren: false) },
    Deed("a name taken away") { _ = try $0.workbench.renameCode("A", to: " ") },
    Deed("autocoding nothing") { _ = try $0.workbench.autocode("B", "matching zebra", .init(), dryRun: false) },
    Deed("autocoding half a query") { _ = try $0.workbench.autocode("B", "A and", .init(), dryRun: false) },
    Deed("one good setting of two") { _ = try $0.workbench.setCase("mill", ["sector=so", "=x"]) },
    Deed("a role for a stranger") { _ = try $0.workbench.setRole("x", ofSpeaker: "Zed", in: nil) },
    Deed("removing what is not there") { _ = try $0.workbench.remove("z") },
    Deed("cutting what is not there") { _ = try $0.workbench.segment("z", by: .sentence) },
    Deed("redoing where nothing was undone") { _ = try $0.workbench.redo(1) },
    Deed("a study where there is one") { _ = try Workbench.new($0.workbench.path) },
    Deed("a backup onto itself") { _ = try $0.workbench.backup(to: $0.workbench.path) },
  ]

  @Test("What is refused leaves the study as it was", arguments: refused)
  func nothingHalfDone(deed: Deed) throws {
    let study = try Self.study()
    let before = try study.dump()
    #expect(throws: Problem.self) { try deed.run(study) }
    #expect(try study.dump() == before)
    #expect(try study.workbench.check().hasPrefix("The study is whole"))
  }

  @Test("A rehearsal writes nothing")
  func rehearsal() throws {
    let study = try Self.study()
    let before = try study.dump()
    let told = try study.workbench.autocode("B", "matching three", .init(), dryRun: true)
    #expect(
      told == "'matching three' finds 1 segment in 1 transcript; coding them with B as Kim would add 1 coding. "
        + "Nothing was written.")
    #expect(try study.dump() == before)
  }

  private static let done: [Deed] = [
    Deed("import") { _ = try $0.workbench.importFiles([$0.write("Ann: New.", to: "n\($0.nextNumber()).txt")]) },
    Deed("codebook load") {
      let text = "codes:\n  - key: B\n    name: Buns\n    definition: Of wheat.\n  - key: C\n    name: Cheese\n"
      _ = try $0.workbench.loadCodebook($0.write(text, to: "more.yaml"))
    },
    Deed("cases load") {
      _ = try $0.workbench.loadCases($0.write("case,size,sector\nmill,9,so\neast,5,\n", to: "c.csv"))
    },
    Deed("cases assign") {
      _ = try $0.workbench.assignCases($0.write("transcript,case\na,hill\nb,west\n", to: "c.csv"))
    },
    Deed("cases set") { _ = try $0.workbench.setCase("mill", ["sector=", "gym=yes|no"]) },
    Deed("transcripts load") {
      _ = try $0.workbench.loadTranscripts($0.write("transcript,date\na,2025-01-01\n", to: "t.csv"))
    },
    Deed("speakers role") { _ = try $0.workbench.setRole("teacher", ofSpeaker: "Ann", in: nil) },
    Deed("tag") { _ = try $0.workbench.tag("a", ["B"]) },
    Deed("untag") { _ = try $0.workbench.untag("a", ["B"]) },
    Deed("codings load") {
      let text = "transcript,start,end,code,coder\na,5,8,A,Lou\nb,0,6,B,Mo\n"
      _ = try $0.workbench.loadCodings($0.write(text, to: "k.csv"), skipBad: true)
    },
    Deed("autocode") { _ = try $0.workbench.autocode("B", "any or uncoded", .init(), dryRun: false) },
    Deed("code add") { _ = try $0.workbench.addCode(key: "D", name: "Dairy", under: "B", definition: "Milk.") },
    Deed("code rename") { _ = try $0.workbench.renameCode("A", to: "Apples \($0.nextNumber())") },
    Deed("code move") { _ = try $0.workbench.moveCode("A1", under: "B") },
    Deed("code merge") { _ = try $0.workbench.mergeCode("A1", into: "B") },
    Deed("code delete") { _ = try $0.workbench.deleteCode("B", withChildren: true) },
    Deed("segment") { _ = try $0.workbench.segment("a", by: .sentence) },
    Deed("segment back") { _ = try $0.workbench.segment("a", by: .turn) },
    Deed("remove") { _ = try $0.workbench.remove("b") },
  ]

  @Test("Each act is taken back to what was before, and made again to what was after", arguments: done)
  func undone(deed: Deed) throws {
    let study = try Self.study()
    if deed.testDescription == "segment back" { _ = try study.workbench.segment("a", by: .sentence) }
    let before = try study.dump(withLog: false)
    try deed.run(study)
    let after = try study.dump(withLog: false)
    #expect(after != before)
    _ = try study.workbench.undo(1)
    #expect(try study.dump(withLog: false) == before)
    _ = try study.workbench.redo(1)
    #expect(try study.dump(withLog: false) == after)
    #expect(try study.workbench.check().hasPrefix("The study is whole"))
  }

  @Test("A row of acts is walked back and forth step by step", arguments: 0..<4 as Range<UInt64>)
  func walk(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let study = try Self.study()
    var states = [try study.dump(withLog: false)]
    for _ in 0..<14 {
      let acts = try study.workbench.log(limit: nil).rows.count
      do { try Self.done.randomElement(using: &random)?.run(study) } catch is Problem {}
      if try study.workbench.log(limit: nil).rows.count > acts { states.append(try study.dump(withLog: false)) }
    }
    for state in states.dropLast().reversed() {
      _ = try study.workbench.undo(1)
      #expect(try study.dump(withLog: false) == state)
    }
    for state in states.dropFirst() {
      _ = try study.workbench.redo(1)
      #expect(try study.dump(withLog: false) == state)
    }
    #expect(try study.workbench.check().hasPrefix("The study is whole"))
  }
}

extension TestStudy {
  /// Another number each time, for names that must be new.
  fileprivate func nextNumber() -> Int {
    numbers += 1
    return numbers
  }
}
