import Model
import Testing

@testable import Workbench

@Suite struct MemosTests {
  private static func study() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing(["s01.md": "Anna: Wij wachten.\n\nBram: Lang?\n\nAnna: Heel lang.\n\nBram: O.\n"])
    try study.loadCodebook(["W", "L"])
    study.workbench.coder = "Mila"
    return study
  }

  private func rows(_ table: Table) -> [String] { table.rows.map { $0.map(\.shown).joined(separator: "|") } }

  @Test("A memo is about what its name is that of: a passage, a transcript, a case, a code, the study")
  func subjects() throws {
    let study = try Self.study()
    let workbench = study.workbench
    _ = try workbench.loadCases(study.write("case,sector\nNoord,po\n", to: "cases.csv"))
    for (typed, text) in [
      ("s01:2-3", "Aarzelt"), ("s01", "Telefonisch"), ("Noord", "Klein"), ("W", "Te breed"), ("study", "Begin"),
    ] { _ = try workbench.addMemo(about: MemoPlace(typed), text) }
    #expect(
      try workbench.addMemo(about: MemoPlace("s01:1", code: "code w"), "Waarom").summary
        == "Wrote a memo about s01:1 as W.")
    #expect(
      rows(try workbench.memosTable()) == [
        "5|study|||Mila|2026-01-02|Begin", "4|code||W|Mila|2026-01-02|Te breed",
        "3|case|Noord||Mila|2026-01-02|Klein", "2|transcript|s01||Mila|2026-01-02|Telefonisch",
        "6|passage|s01:1|W|Mila|2026-01-02|Waarom", "1|passage|s01:2-3||Mila|2026-01-02|Aarzelt",
      ])
    #expect(rows(try workbench.memosTable(about: MemoPlace("s01"))).map { $0.prefix(1) } == ["2", "6", "1"])
    #expect(rows(try workbench.memosTable(about: MemoPlace("W"))).map { $0.prefix(1) } == ["4", "6"])
    #expect(rows(try workbench.memosTable(containing: "TELÉFON")).map { $0.prefix(1) } == ["2"])
  }

  @Test("A memo is written anew, deleted and brought back")
  func changes() throws {
    let study = try Self.study()
    let workbench = study.workbench
    _ = try workbench.addMemo(about: MemoPlace("s01:1"), "Eerst")
    #expect(try workbench.editMemo(1, " Daarna ").summary == "Wrote memo 1 about s01:1 anew.")
    #expect(try workbench.deleteMemo(1).summary == "Deleted memo 1 about s01:1.")
    #expect(throws: Problem("There is no memo 1.", hint: "'memos' lists all memos.")) { try workbench.deleteMemo(1) }
    _ = try workbench.undo(1)
    #expect(rows(try workbench.memosTable()) == ["1|passage|s01:1||Mila|2026-01-02|Daarna"])
  }

  @Test("A name that is two things is asked about, one that is nothing is not guessed")
  func doubt() throws {
    let study = try Self.study()
    let workbench = study.workbench
    _ = try workbench.loadCases(study.write("case,sector\nW,po\n", to: "cases.csv"))
    #expect(
      throws: Problem("'W' is a case and a code.", hint: "Say which: memo W WORDS --about case", kind: .usage)
    ) { try workbench.addMemo(about: MemoPlace("W"), "Zo") }
    #expect(
      try workbench.addMemo(about: MemoPlace("W", kind: .code), "Zo").summary == "Wrote a memo about code W.")
    #expect(
      throws: Problem(
        "There is no passage, transcript, case or code named 's02'.",
        hint: "Did you mean 's01'? A memo is about s01-team:12, a transcript, a case, a code, or study.")
    ) { try workbench.addMemo(about: MemoPlace("s02"), "Zo") }
    #expect(
      throws: Problem(
        "The memo has no words.", hint: "Write them behind it: memo s01-team:12 WORDS", kind: .usage)
    ) { try workbench.addMemo(about: MemoPlace("s01"), " ") }
  }

  @Test("A book of quotes has the memos about its codes and passages, but not those about another code there")
  func quotes() throws {
    let study = try Self.study()
    let workbench = study.workbench
    _ = try workbench.tag("s01:1", ["W"])
    _ = try workbench.tag("s01:1", ["L"])
    _ = try workbench.addMemo(about: MemoPlace("W"), "Te breed")
    _ = try workbench.addMemo(about: MemoPlace("s01:1", code: "W"), "Waarom")
    _ = try workbench.addMemo(about: MemoPlace("s01:1"), "Zucht")
    let book = try workbench.quoteBook(QuoteBookRequest(), FilterRequest())
    #expect(book.sections.map { $0.memos.map(\.text) } == [["Te breed"], []])
    #expect(book.items.map { $0.memos.map(\.text) } == [["Zucht", "Waarom"], ["Zucht"]])
  }
}
