import Model
import TestSupport
import Testing

@testable import Workbench

struct TextUnitsTests {
  @Test(
    "Agreement on units of the text is that on segments of a study that was cut so",
    arguments: [SegmentUnit.turn, .paragraph, .sentence], [nil, "sector=po", "role=leerling or role=schoolleider"])
  func asIfCut(unit: SegmentUnit, condition: String?) throws {
    let study = try TestStudy.sample()
    let filter = FilterRequest(condition: condition)
    func rows(_ unit: String) throws -> [[Table.Cell]] {
      try study.workbench.agreement(AgreementRequest(unit: unit, statistics: ["all"]), filter).rows
    }
    let (whole, own) = (try rows(unit.rawValue), try rows("segment"))
    for name in try study.workbench.transcriptNames() { _ = try study.workbench.segment(name, by: unit) }
    #expect(try rows("segment") == whole)
    // The units are not the study's own, or nothing was shown.
    if unit == .sentence { #expect(whole != own) }
    #expect(try rows(unit.rawValue) == whole)
  }

  @Test("Each unit has the codes that touch it, as when every pair is looked at")
  func slowly() throws {
    let study = try TestStudy.sample()
    let workbench = study.workbench
    var alike: [String: Int] = [:]
    var units = 0
    let keys = try workbench.codebook().codes.map(\.key)
    for name in try workbench.transcriptNames() {
      let codings = try workbench.store.codings(of: name)
      let coders = Set(codings.map(\.coder)).sorted()
      guard coders.count == 2, let stored = try workbench.store.transcript(named: name) else { continue }
      let bytes = Array(stored.transcript.text.utf8)
      for unit in SegmentUnit.sentence.units(of: stored.transcript) {
        units += 1
        for key in keys {
          let marks = coders.map { coder in
            codings.contains { coding in
              // Who marks from blanks on means the word that follows.
              var start = coding.span.start
              while start < coding.span.end - 1, bytes[start] <= 0x20 { start += 1 }
              return coding.coder == coder && coding.code == key && start < unit.end && coding.span.end > unit.start
            }
          }
          if marks[0] == marks[1] { alike[key, default: 0] += 1 }
        }
      }
    }
    let table = try workbench.agreement(
      AgreementRequest(codes: keys.map { "=" + $0 }, unit: "sentence", statistics: ["percent_pairwise"]),
      FilterRequest())
    let leaves = try workbench.codebook().codes.filter { code in
      try !workbench.codebook().codes.contains { $0.parent == code.key }
    }
    let percents = Dictionary(zip(table.column("code"), table.column("value"))) { first, _ in first }
    var compared = 0
    for leaf in leaves {
      guard let percent = percents[leaf.key].flatMap(Double.init) else { continue }
      compared += 1
      #expect(abs(percent - Double(alike[leaf.key, default: 0]) / Double(units)) < 1e-12, "\(leaf.key)")
    }
    #expect(compared > 10)
  }
}

extension SegmentUnit {
  fileprivate func units(of transcript: Transcript) -> [TextSpan] {
    var units = TextUnits()
    var turns = UnitColumns()
    turns.append(transcript: 0, start: 0, end: Int32(transcript.text.utf8.count), position: 0)
    units.add(transcript, number: 0, by: self, in: turns)
    return (0..<units.columns.count).map {
      TextSpan(Int(units.columns.start[$0]), Int(units.columns.end[$0]))
    }
  }
}
