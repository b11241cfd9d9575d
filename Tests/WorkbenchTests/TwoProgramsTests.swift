import Foundation
import Model
import TestSupport
import Testing
import Workbench

@Suite("Two programs on one study")
struct TwoProgramsTests {
  private let study: TestStudy

  init() throws { study = try TestStudy() }

  private func second() throws -> Workbench {
    try Workbench.open(study.workbench.path, clock: { "2026-01-02T03:04:05Z" })
  }

  @Test("A code that another program added, and its memo, stay when one is added here")
  func codes() throws {
    let (mine, other) = (study.workbench, try second())
    defer { other.close() }
    _ = try mine.addCode(key: "K1", name: "een", under: nil, definition: nil)
    #expect(try mine.codeNames().map(\.key) == ["K1"])
    _ = try other.request { try other.addCode(key: "K9", name: "negen", under: nil, definition: nil) }
    _ = try other.request { try other.renameCode("K1", to: "eenhoorn") }
    _ = try mine.request { try mine.addCode(key: "K10", name: "tien", under: nil, definition: nil) }
    #expect(try mine.codeNames().map { "\($0.key) \($0.name)" } == ["K1 eenhoorn", "K9 negen", "K10 tien"])
  }

  @Test("What rests on what another program changed meanwhile is done anew, and told of when it goes on for ever")
  func anew() throws {
    let (mine, other) = (study.workbench, try second())
    defer { other.close() }
    _ = try mine.addCode(key: "K1", name: "een", under: nil, definition: nil)
    var tries = 0
    _ = try mine.request {
      tries += 1
      _ = try mine.codeNames()
      if tries < 3 { _ = try other.addCode(key: "B\(tries)", name: "van \(tries)", under: nil, definition: nil) }
      return try mine.addCode(key: "K2", name: "twee", under: nil, definition: nil)
    }
    #expect(try mine.codeNames().map(\.key) == ["K1", "B1", "B2", "K2"])
    var number = 0
    #expect(
      throws: Problem(
        "The study 'study.draad' is changed by another program all the time; nothing was changed here.",
        hint: "Try again in a moment.")
    ) {
      try mine.request {
        number += 1
        _ = try other.request { try other.addCode(key: "C\(number)", name: "c\(number)", under: nil, definition: nil) }
        return try mine.addCode(key: "K3", name: "drie", under: nil, definition: nil)
      }
    }
  }

  @Test("A retired code is put by no command that puts codes")
  func retired() throws {
    let mine = study.workbench
    try study.importing(["t.txt": "Anna: het werk is zwaar.\nBram: ja.\n"])
    mine.coder = "Anna"
    for key in ["K1", "K2"] { _ = try mine.addCode(key: key, name: "Naam \(key)", under: nil, definition: nil) }
    _ = try mine.retireCode("K1", reason: "te breed")
    let refused = Problem(
      "The code 'K1' is put no more. Retired 2026-01-02: te breed", hint: "See its story with: code history K1")
    #expect(throws: refused) { try mine.tag("t:1", ["K1"]) }
    #expect(throws: refused) { try mine.autocode("K1", "matching werk", FilterRequest(), dryRun: false) }
    #expect(throws: refused) { try mine.mergeCode("K2", into: "K1") }
    #expect(throws: refused) { try mine.requireDecision("K1") }
  }
}
