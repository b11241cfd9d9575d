import Model
import Testing

@testable import Export

struct DutchSentencesTests {
  @Test("Names in a sentence stay as they are, numbers are as Dutch reports have them")
  func sentences() {
    let notes: [Table.Note] = [
      .init("Base", "1365 cases with an answer, of 1888"),
      .init("n", "those that have the value in chosen cases; the count has it in both"),
      .init("Left out", "29 answers of those that have the value only in goes-well"),
      .init("Left out", "1 answer of those that have the value only in x"),
      .init("Nothing", "1200 cases answered '-', which is in n and in no row"),
      .init("Limit", "The first 5 of 22 values."), .init("Limit", "The first values."),
      .init("Limit", "The first 2 of 1300 rows."), .init("Order", "By 'size', from high to low."),
      .init("Order", "By 'mr', from a to z."),
    ]
    #expect(
      notes.map(LabelLanguage.nl.line) == [
        "Basis: n=1.365 casussen met een antwoord, van 1.888",
        "n: wie de waarde in chosen cases heeft; het aantal heeft haar in beide",
        "Weggelaten: 29 antwoorden van wie de waarde alleen in goes-well heeft",
        "Weggelaten: 1 antwoord van wie de waarde alleen in x heeft",
        "Niets: '-' als antwoord van 1.200 casussen, wat in n telt en geen rij heeft",
        "Grens: De eerste 5 van 22 waarden.", "Grens: The first values.", "Grens: De eerste 2 van 1.300 rijen.",
        "Volgorde: Op 'size', van hoog naar laag.", "Volgorde: Op 'mr', van a tot z.",
      ])
  }
}
