import Model
import Testing

@testable import Exchange

@Suite struct QualCoderStudyTests {
  private func tables() -> ForeignTables {
    ForeignTables([
      "project": .init(
        ["date", "memo", "codername"], [[.text("2024-01-02 10:00:00"), .text("Over alles"), .text("mila")]]),
      "source": .init(
        ["id", "name", "fulltext", "mediapath", "memo", "owner"],
        [
          [
            .integer(1), .text("s01.txt"), .text("😀 Wij wachten.\nTe lang.\n"), .none, .text("Een gesprek"),
            .text("anna"),
          ],
          [.integer(2), .text("plan.png"), .none, .text("/images/plan.png"), .text(""), .text("anna")],
          [.integer(3), .text("ver.mp3"), .none, .text("audio:/home/x/ver.mp3"), .none, .text("anna")],
        ]),
      "code_cat": .init(
        ["catid", "name", "memo", "supercatid"],
        [
          [.integer(2), .text("Duur"), .none, .integer(1)],
          [.integer(1), .text("Tijd"), .text("Alles met tijd"), .none],
        ]),
      "code_name": .init(
        ["cid", "name", "memo", "catid", "color"],
        [
          [.integer(1), .text("wachten"), .text("Als er gewacht wordt"), .integer(2), .text("#4477aa")],
          [.integer(2), .text("los"), .text(""), .none, .none],
        ]),
      "code_text": .init(
        ["ctid", "cid", "fid", "seltext", "pos0", "pos1", "owner", "memo", "important"],
        [
          [
            .integer(1), .integer(1), .integer(1), .text("Wij wachten"), .integer(2), .integer(13), .text("anna"),
            .text("Waarom"), .integer(1),
          ],
          [
            .integer(2), .integer(2), .integer(1), .text("anders"), .integer(15), .integer(22), .text("bram"), .none,
            .none,
          ],
          [
            .integer(3), .integer(9), .integer(1), .text("Te"), .integer(15), .integer(17), .text("bram"), .none, .none,
          ],
          [.integer(4), .integer(2), .integer(1), .text("x"), .integer(90), .integer(99), .text("bram"), .none, .none],
        ]),
      "code_image": .init(["imid"], [[.integer(1)], [.integer(2)]]),
      "annotation": .init(
        ["anid", "fid", "pos0", "pos1", "memo", "owner", "date"],
        [
          [
            .integer(1), .integer(1), .integer(15), .integer(17), .text("Een noot"), .text("bram"),
            .text("2024-01-03 11:00:00"),
          ]
        ]),
      "cases": .init(["caseid", "name", "memo"], [[.integer(1), .text("noord"), .text("Een school")]]),
      "case_text": .init(
        ["caseid", "fid", "pos0", "pos1"], [[.integer(1), .integer(1), .integer(0), .integer(24)]]),
      "attribute": .init(
        ["name", "attr_type", "value", "id"],
        [
          [.text("sector"), .text("case"), .text("vo"), .integer(1)],
          [.text("golf"), .text("file"), .text("2"), .integer(1)],
          [.text("leeg"), .text("case"), .text(""), .integer(1)],
        ]),
    ])
  }

  private func read() throws -> ForeignStudy {
    try QualCoderStudy.read(tables(), name: "p", path: "p.qda", coder: "me") {
      $0 == "images/plan.png" ? [1, 2] : nil
    }
  }

  @Test("Codes, texts, cases, codings and memos of a project come over")
  func reads() throws {
    let study = try read().study
    #expect(
      study.codes.map(\.code) == [
        Code(key: "tijd", name: "Tijd", definition: "Alles met tijd"), Code(key: "duur", name: "Duur", parent: "tijd"),
        Code(key: "wachten", name: "wachten", definition: "Als er gewacht wordt", color: "#4477AA", parent: "duur"),
        Code(key: "los", name: "los"),
      ])
    #expect(study.codes.map(\.isFolder) == [true, true, false, false])
    #expect(study.cases.map(\.attributes) == [[Attribute("sector", ["vo"])]])
    #expect(study.transcripts.map(\.transcript.caseName) == ["noord"])
    #expect(study.transcripts.map(\.transcript.attributes) == [[Attribute("golf", ["2"])]])
    #expect(study.codings.map(\.span) == [TextSpan(5, 16), TextSpan(18, 25)])
    #expect(study.codings.map { study.coders[$0.coder].name } == ["anna", "bram"])
    #expect(
      study.memos.map { "\($0.subject): \($0.text)" } == [
        "transcript(\"s01.txt\"): Een gesprek", "ofCase(\"noord\"): Een school",
        "passage(transcript: \"s01.txt\", span: Model.TextSpan(start: 5, end: 16), code: Optional(\"wachten\")): Waarom",
        "passage(transcript: \"s01.txt\", span: Model.TextSpan(start: 18, end: 20), code: nil): Een noot",
        "study: Over alles",
      ])
    #expect(study.attachments.map(\.fileName) == ["plan.png"])
  }

  @Test("What does not come over, or does not fit, is told")
  func report() throws {
    let report = try read().report
    #expect(
      report.losses.map(\.sentence) == [
        "1 file outside the project: 'ver.mp3'", "1 mark 'important'", "1 coding with a code that is not there",
        "2 coded parts of pictures",
      ])
    #expect(
      report.problems.map(\.what) == [
        "In 's01.txt' the passage 15 to 22 is no longer what was coded: 'anders'.",
        "In 's01.txt' a passage lies outside the text, or has no words in it; it was left out.",
      ])
  }

  @Test("A code below another code stands there, and one in a category there")
  func codesBelowCodes() throws {
    var tables = self.tables()
    tables.tables["code_name"] = ForeignTables.Table(
      ["cid", "name", "catid", "supercid"],
      [
        [.integer(3), .text("kort"), .none, .integer(2)], [.integer(1), .text("wachten"), .integer(2), .none],
        [.integer(2), .text("lang"), .none, .integer(1)],
      ])
    let codes = try QualCoderStudy.read(tables, name: "p", path: "p.qda", coder: "me") { _ in nil }.study.codes
    let parents = Dictionary(uniqueKeysWithValues: codes.map { ($0.code.key, $0.code.parent) })
    #expect(parents == ["tijd": nil, "duur": "tijd", "wachten": "duur", "lang": "wachten", "kort": "lang"])
  }

  @Test("A text is in its case whether all of it is written as its length or as 0 to 0", arguments: [0, 23, 24])
  func wholeTexts(end: Int64) throws {
    var tables = self.tables()
    tables.tables["case_text"] = ForeignTables.Table(
      ["caseid", "fid", "pos0", "pos1"], [[.integer(1), .integer(1), .integer(0), .integer(end)]])
    let study = try QualCoderStudy.read(tables, name: "p", path: "p.qda", coder: "me") { _ in nil }.study
    #expect(study.transcripts.map(\.transcript.caseName) == ["noord"])
  }

  @Test("Each coding stands on its words, whether its positions count characters or units of UTF-16")
  func waysOfCounting() throws {
    var tables = self.tables()
    // Marked in the window, found by the search, and of words that stand there in neither way.
    let rows = [(3, 14, "Wij wachten"), (16, 24, "Te lang."), (15, 23, "Te lang."), (2, 5, "anders")]
    tables.tables["code_text"] = ForeignTables.Table(
      ["ctid", "cid", "fid", "seltext", "pos0", "pos1", "owner"],
      rows.enumerated().map { number, row in
        [
          .integer(Int64(number)), .integer(1), .integer(1), .text(row.2), .integer(Int64(row.0)),
          .integer(Int64(row.1)), .text("coder \(number)"),
        ]
      })
    let read = try QualCoderStudy.read(tables, name: "p", path: "p.qda", coder: "me") { _ in [0x89] }
    #expect(
      read.study.codings.map(\.span) == [TextSpan(5, 16), TextSpan(18, 26), TextSpan(18, 26), TextSpan(4, 7)])
    #expect(
      read.report.problems.map(\.what) == ["In 's01.txt' the passage 2 to 5 is no longer what was coded: 'anders'."])
  }

  @Test("A second reading gives the same marks, and other tables are refused")
  func marks() throws {
    #expect(try read() == read())
    #expect(throws: Problem.self) {
      try QualCoderStudy.read(ForeignTables(), name: "p", path: "p.qda", coder: "me") { _ in nil }
    }
  }
}
