import Model
import TestSupport
import Testing
import Workbench

struct AutocodeTests {
  @Test(
    "What is coded is what find gives for the same query",
    arguments: [
      "matching groep", "matching ~groep and not klein", "A", "=A and not B", "any", "uncoded", "A matching klein",
      "uncoded where case=een", "matching \"kleine groep\"", "A before/2 B",
    ])
  func sameAsFind(query: String) throws {
    let study = try TestStudy()
    try study.importing([
      "een/een.txt":
        "Jan: Een kleine groep.\n\nPiet: Klein is het.\n\nJan: De groepen zijn groot.\n\nPiet: Leesgroepjes.\n",
      "twee/twee.txt": "Geen groep hier.\n\nWel een klas.\n",
    ])
    try study.loadCodebook(["A", "B", "Z"])
    let sheet = "transcript,segment,code,coder\neen,1,A,Kim\neen,3,B,Kim\neen,2-3,A,Lou\ntwee,2,B,Lou\n"
    _ = try study.workbench.loadCodings(study.write(sheet, to: "codings.csv"), skipBad: false)
    func places(_ query: String, _ coders: [String] = []) throws -> [String] {
      try study.workbench.find(query, .init(coders: coders)).items.map {
        "\($0.transcript) \($0.start) \($0.end)"
      }
    }
    let found = try places(query)
    study.workbench.coder = "Mo"
    _ = try study.workbench.autocode("Z", query, .init(), dryRun: false)
    #expect(try places("Z", ["Mo"]) == found)
    let again = try study.workbench.autocode("Z", query, .init(), dryRun: true)
    #expect(again.contains("would add") && found.isEmpty == false)
  }

  @Test("A segment without codes is its words, alone and joined with others")
  func withoutLabel() throws {
    let study = try TestStudy()
    try study.importing(["t.txt": "Jan: Een.\n\nPiet: Twee.\n\nJan: Drie.\n\nPiet: Vier.\n"])
    try study.loadCodebook(["A"])
    let alone = try study.workbench.find("uncoded", .init()).items
    let joined = try study.workbench.find("any or uncoded", .init()).items
    #expect(alone.map(\.start) == [5, 17, 29, 42])
    #expect(joined == alone)
  }
}
