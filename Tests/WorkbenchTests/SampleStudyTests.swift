import Foundation
import Model
import TestSupport
import Testing
import Workbench

/// The sample study gives the counts of the report that it is modelled on.
struct SampleStudyTests {
  private let study: TestStudy
  private var workbench: Workbench { study.workbench }

  init() throws {
    study = try TestStudy.sample()
  }

  /// Counts in the order of `codes`, and the base they all have.
  private func counts(_ codes: [String], of unit: String = "cases", where condition: String? = nil) throws
    -> (counts: [String], n: Set<String>)
  {
    let table = try workbench.frequencies(
      FrequencyRequest(codes: codes.map { "=" + $0 }, count: unit), FilterRequest(condition: condition))
    #expect(table.column("code") == codes)
    return (table.column("count"), Set(table.column("n")))
  }

  /// With the codes below them.
  private func familyCount(_ code: String, of unit: String) throws -> String? {
    try workbench.frequencies(FrequencyRequest(codes: [code], count: unit), .init()).row(code)?[2]
  }

  @Test("Codes are counted in schools, of fourteen")
  func schools() throws {
    #expect(try counts(["C1", "C2", "C3", "D2", "P1"]) == (["11", "9", "7", "2", "11"], ["14"]))
  }

  @Test("Well-being, sport and culture are spread over the sectors as reported")
  func sectors() throws {
    func spread(_ sector: String) throws -> ([String], Set<String>) {
      try counts(["C1", "C2", "C3"], where: "sector=\(sector)")
    }
    #expect(try spread("po") == (["1", "1", "2"], ["3"]))
    #expect(try spread("so") == (["2", "2", "1"], ["2"]))
    #expect(try spread("pro") == (["1", "1", "1"], ["1"]))
    #expect(try spread("vo") == (["7", "5", "3"], ["8"]))
    let table = try workbench.frequencies(FrequencyRequest(codes: ["C1", "C2", "C3"], by: ["sector"]), .init())
    #expect(table.column("po_count") == ["1", "1", "2"])
    #expect(table.column("so_count") == ["2", "2", "1"])
    #expect(table.column("pro_count") == ["1", "1", "1"])
    #expect(table.column("vo_count") == ["7", "5", "3"])
    #expect(["po_n", "so_n", "pro_n", "vo_n"].map { Set(table.column($0)) } == [["3"], ["2"], ["1"], ["8"]])
  }

  @Test("Executive functions and outside parties are counted in conversations")
  func conversations() throws {
    #expect(try familyCount("D", of: "transcripts") == "10")
    #expect(try familyCount("X", of: "transcripts") == "17")
    #expect(try familyCount("X5", of: "transcripts") == "6")
  }

  @Test("There are thirty-one conversations of 500 to 1500 words")
  func transcripts() throws {
    let table = try workbench.transcriptsTable()
    #expect(table.rows.count == 31)
    let words = table.column("words").compactMap(Int.init)
    #expect(words.count == 31 && words.allSatisfy { (500...1500).contains($0) })
    #expect(Set(table.column("case")).count == 14)
  }

  @Test("There are fourteen schools in four sectors")
  func cases() throws {
    let table = try workbench.casesTable()
    #expect(table.column("case") == (1...14).map { $0 < 10 ? "school-0\($0)" : "school-\($0)" })
    let expected = ["po", "po", "po", "so", "so", "pro"] + Array(repeating: "vo", count: 8)
    #expect(table.column("sector") == expected)
  }

  @Test("Bram coded a third of the conversations or more")
  func secondCoder() throws {
    let request = FrequencyRequest(count: "transcripts")
    let coded = try workbench.frequencies(request, FilterRequest(coders: ["Bram"]))
    #expect(coded.rows.isEmpty == false)
    let names = Set(try workbench.find("any", FilterRequest(coders: ["Bram"])).items.map(\.transcript))
    #expect(names.count * 3 >= 31)
  }

  @Test("Every coding begins and ends at the border of a word")
  func wordBorders() throws {
    _ = try workbench.exportCodings(to: study.folder["all.csv"], coders: [], force: false)
    let rows = try study.folder.text(of: "all.csv").split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count == 1058)
    var texts: [Substring: [Unicode.Scalar]] = [:]
    var cut: [String] = []
    for row in rows {
      let text = try texts[row[0]] ?? scalars(of: String(row[0]))
      texts[row[0]] = text
      guard let start = Int(row[1]), let end = Int(row[2]) else { continue }
      if !isBorder(text, start) || !isBorder(text, end) || text[start].isBlank || text[end - 1].isBlank {
        cut.append(row.joined(separator: ","))
      }
    }
    #expect(cut.isEmpty)
  }

  /// The whole text, which the segments give in order.
  private func scalars(of name: String) throws -> [Unicode.Scalar] {
    let table = try workbench.segmentsTable(at: name, .init())
    var text: [Unicode.Scalar] = []
    for (end, words) in zip(table.column("end"), table.column("text")) {
      guard let end = Int(end) else { continue }
      // What a segment shows is without its label, and lies at its end.
      text += Array(repeating: " ", count: max(0, end - words.unicodeScalars.count - text.count))
      text += words.unicodeScalars
    }
    return text
  }

  private func isBorder(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
    guard place > 0, place < text.count else { return true }
    return !(text[place - 1].properties.isAlphabetic && text[place].properties.isAlphabetic)
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { properties.isWhitespace }
}
