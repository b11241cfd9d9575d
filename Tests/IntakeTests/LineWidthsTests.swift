import Testing

@testable import Intake

struct LineWidthsTests {
  private let wrapped = """
    De lessen begonnen later dan anders omdat de bus elke ochtend
    in de file stond. Niemand vond dat erg, behalve de ouders die
    op tijd op hun werk moesten zijn. Na een maand was het over
    en reed de bus weer zoals vroeger. Toen waren er nieuwe
    klachten, nu over het rooster van de middag en de gymzaal.
    """

  @Test("Lines of one width were broken by a machine")
  func isWrapped() {
    #expect(LineWidths(Array(wrapped.utf8)).areWrapped)
    #expect(read(wrapped).transcripts.first?.turns.count == 1)
  }

  @Test(
    "Lines of all widths, short lines and long ones were not",
    arguments: [
      "Ja.\nNee.\nGoed.\nMooi.\nDag.\nTot ziens.",
      "Kort.\nDeze regel is al een stuk langer dan de eerste was.\nOok.\nZo.\nJa.\nNee.",
      "", "Een regel.",
    ])
  func isNot(text: String) { #expect(!LineWidths(Array(text.utf8)).areWrapped) }
}
