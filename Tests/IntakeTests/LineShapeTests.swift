import Testing

@testable import Intake

struct LineShapeTests {
  private func shape(_ line: String, label: Int? = nil) -> LineShape {
    LineShape(0..<line.utf8.count, label: label, in: Array(line.utf8))
  }

  @Test(
    "A line ends a sentence with its mark, before closing signs and with the number of a footnote behind it",
    arguments: ["Klaar.", "Echt?", "zei hij:", "rust;", "‘Nee!’", "(bijna.)", "zei hij.’)", "ontvangen.1", "klaar.”12"])
  func ends(line: String) { #expect(shape(line).endsSentence) }

  @Test(
    "Three points, a comma, a number and no mark leave it open",
    arguments: ["ik weet…", "ik weet...", "dus,", "in 2021", "versie 2.1", "‘rust’", "(groep 8)"])
  func open(line: String) { #expect(!shape(line).endsSentence) }

  @Test(
    "A small letter may stand behind opening signs", arguments: ["de", "‘de", "(de klas", "'s avonds", "één", "  de"])
  func small(line: String) { #expect(shape(line).beginsSmall) }

  @Test("Capitals, digits and signs are no small letters", arguments: ["De", "‘De", "8", "Één", "€ 5", "IJs"])
  func large(line: String) { #expect(!shape(line).beginsSmall) }

  @Test(
    "Items of lists, numbered headings and times open a line",
    arguments: [
      "- rust", "• rust", "o rust", "e Rust", "* rust", "1. Rust", "1.2 Leeswijzer", "12) rust", "a) rust", "(a) rust",
      "iv. rust", "– rust", "→ rust", "[00:01:02] Goed",
    ])
  func items(line: String) { #expect(shape(line).opensItem) }

  @Test(
    "Words, initials, years and amounts do not",
    arguments: [
      "rust", "A. Jansen", "2022. Daarna", "€ 5 per", "(o.a. rust", "8 leerlingen", "‘ja’ zei", "u was er", "12:30",
    ])
  func noItems(line: String) { #expect(!shape(line).opensItem) }

  @Test("Rows of tables and headings stand alone; a tab behind a label makes no table")
  func alone() {
    #expect(
      ["a\tb", "a   b", "# Kop", "| a | b |", "> zei hij"].map { shape($0).standsAlone }
        == Array(repeating: true, count: 5))
    #expect(["a  b", "  a", "a   "].map { shape($0).standsAlone } == [false, false, false])
    #expect(!shape("Anna\tGoed.", label: 5).standsAlone)
  }

  @Test("Numbers, rules, asides and f4 stamps are seen; widths are in characters")
  func rest() {
    #expect(["12 8", "———", "12 kg", "2021."].map { shape($0).isNumbers } == [true, true, false, false])
    #expect(["(lacht)", "(lacht) ja"].map { shape($0).isAside } == [true, false])
    #expect(shape("goed #00:01:02-3#").endsPassage)
    let line = shape("  één klas ")
    #expect(
      [line.indent, line.width, line.firstWordWidth, line.words.lowerBound, line.words.upperBound] == [2, 8, 3, 2, 12])
  }
}
