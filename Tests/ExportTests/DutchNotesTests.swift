import Model
import Testing

@testable import Export

struct DutchNotesTests {
  @Test("Bases, units and what is left out are told as Dutch reports do")
  func notes() {
    let notes: [Table.Note] = [
      .init("Base", "1888 cases"), .init("Base", "po: 3 cases, vo: 8 cases"), .init("Unit", "segments"),
      .init("Base", "of the 14 cases that have B3"), .init("Base", "of the 1 case that has one of the codes"),
      .init("Left out", "3 transcripts without a case."),
      .init("Filter", "none"), .init("Filter", "sector = po"), .init("Coders", "all (anna, bram)"),
      .init("Multiple response", "a school may have several"), .init("Source", "survey 2022"),
      .init("Krippendorff", "case by case"), .init("Base", "case: 3 cases, words: 8 cases"),
      .init("Base", "po: 3 transcripts with an answer, of 4; case: 2 transcripts with an answer, of 2"),
    ]
    #expect(
      notes.map(LabelLanguage.nl.line) == [
        "Basis: n=1.888 casussen", "Basis: po: n=3 casussen, vo: n=8 casussen", "Eenheid: segmenten",
        "Basis: n=14 casussen met B3", "Basis: n=1 casus met een van de codes",
        "Weggelaten: 3 transcripten zonder casus.", "Filter: geen",
        "Filter: sector = po", "Codeurs: alle (anna, bram)", "Meer dan één antwoord mogelijk", "Bron: survey 2022",
        "Krippendorff: case by case", "Basis: case: n=3 casussen, words: n=8 casussen",
        "Basis: po: n=3 transcripten met een antwoord, van 4; case: n=2 transcripten met een antwoord, van 2",
      ])
    #expect(LabelLanguage.en.line(notes[0]) == "Base: 1888 cases")
  }

  @Test("Titles that are known are Dutch; names in them stay")
  func titles() {
    let titles = [
      "Frequencies of codes", "Codes by sector", "Co-occurrence of codes by case", "Codes by number of cases", "Rust",
      "Co-occurrence of codes within 2 segments", "Codes by case", "Codes by words", "The study",
      "Where Anna and Bram differ", "New codes in runs of cases", "Where nothing differs",
    ]
    #expect(
      titles.map(LabelLanguage.nl.title) == [
        "Frequenties van codes", "Codes naar sector", "Samenhang van codes per casus", "Codes by number of cases",
        "Rust",
        "Samenhang van codes binnen 2 segmenten", "Codes per casus", "Codes naar words", "Het onderzoek",
        "Waar Anna en Bram verschillen", "Nieuwe codes in reeksen van casussen", "Where nothing differs",
      ])
    #expect(titles.map(LabelLanguage.en.title) == titles)
  }
}
