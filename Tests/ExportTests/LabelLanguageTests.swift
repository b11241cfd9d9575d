@testable import Export
import Model
import Testing

struct LabelLanguageTests {
  @Test("Labels are found whatever their capitals, and keep them")
  func labels() {
    #expect(
      ["Code", "Name", "count", "n", "Percentage", "Total", "Krippendorff"].map(LabelLanguage.nl.label) == [
        "Code", "Naam", "aantal", "n", "Percentage", "Totaal", "Krippendorff",
      ])
    #expect(LabelLanguage.en.label("Name") == "Name")
  }

  @Test("Of the head of a group only the measure is a label")
  func groups() {
    let heads = [
      Table.Column("a", "name Count", .count, group: "name"), Table.Column("b", "Case", .count, group: "Case"),
      Table.Column("c", "Case", .text), Table.Column("case", "case", .text), Table.Column("Role", "Role", .text),
    ]
    #expect(heads.map(LabelLanguage.nl.heading) == ["name Aantal", "Case", "Casus", "case", "Role"])
  }

  @Test("The dictionary is written in small letters")
  func dictionary() { #expect(DutchLabels.words.keys.filter { $0 != $0.lowercased() } == []) }
}
