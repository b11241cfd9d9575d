import Model
import Testing

@testable import Export

@Suite("The recipe of a result")
struct RecipeNoteTests {
  private let digest = String(repeating: "3f2a91c0d4e5b677", count: 4)

  private func table(_ recipe: Recipe? = nil) -> Table {
    Table(
      title: "T", columns: [.init("a", "A", .text), .init("b", "po Count", .count, group: "po", measure: "count")],
      rows: [[.text("x"), .count(1)]], notes: [.init("Unit", "cases")],
      recipe: recipe
        ?? Recipe(
          command: "draad frequencies --count cases", version: "0.1.0", content: digest,
          lastChange: "2026-03-04T09:30:00Z"))
  }

  private var quotes: Excerpts {
    Excerpts(title: "Q", items: [], notes: [.init("Found", "nothing")], recipe: table().recipe)
  }

  private let english =
    "Made by: draad frequencies --count cases · version 0.1.0 · content 3f2a91c0d4e5b677 · last change 2026-03-04"
  private let dutch =
    "Gemaakt met: draad frequencies --count cases · versie 0.1.0 · inhoud 3f2a91c0d4e5b677 · laatste wijziging 2026-03-04"

  @Test("It is one line, the last of the notes, in either language")
  func line() {
    #expect(noteText(for: table()) == "Unit: cases\n\(english)\n")
    #expect(noteText(for: table(), options: ExportOptions(labels: .nl)) == "Eenheid: casussen\n\(dutch)\n")
    #expect(noteText(for: quotes) == "Found: nothing\n\(english)\n")
  }

  @Test("Without a study it tells of the files, and what is not known is left out")
  func files() {
    let recipe = Recipe(
      command: "draad agreement --data a.csv", version: "0.1.0", files: [.init(name: "a.csv", sha256: digest)])
    #expect(
      RecipeNote.note(of: recipe, .en)
        == .init("Made by", "draad agreement --data a.csv · version 0.1.0 · data 3f2a91c0d4e5b677"))
    #expect(
      RecipeNote.note(of: recipe, .nl)
        == .init("Made by", "draad agreement --data a.csv · versie 0.1.0 · gegevens 3f2a91c0d4e5b677"))
    #expect(
      RecipeNote.notes(of: recipe) == [
        .init("Command", "draad agreement --data a.csv"), .init("Version", "0.1.0"), .init("Data", "a.csv \(digest)"),
      ])
    #expect(
      RecipeNote.note(of: Recipe(command: "draad kwic x", version: "1"), .en).text == "draad kwic x · version 1")
  }

  @Test("A report of any format tells it", arguments: [ExportFormat.text, .md, .html, .tex, .graphml, .gexf])
  func reports(format: ExportFormat) {
    let network = Table(
      title: "", columns: [.init("code", "Code", .text), .init("B", "B", .count, group: "B", measure: "count")],
      rows: [[.text("B"), .count(1)]], recipe: table().recipe)
    let isNetwork = [.graphml, .gexf].contains(format)
    let plain = { (text: String) in text.filter { $0 != "\\" && $0 != "{" && $0 != "}" } }
    let shown = english.replacing("--count", with: format == .tex ? "-----count" : "--count")
    let text = plain(format.text(isNetwork ? network : table()))
    #expect(text.contains(english) || text.contains(shown), "\(text)")
    if !isNetwork { #expect(plain(format.text(quotes)).contains("content 3f2a91c0d4e5b677")) }
  }

  @Test("A document tells it in a line; a workbook tells it whole, a row a part")
  func packages() throws {
    let document = OpenedPackage(try ExportFormat.docx.export(table())).text(of: "word/document.xml")
    #expect(document.contains(english))
    let words = OpenedPackage(try ExportFormat.xlsx.export(table())).text(of: "xl/sharedStrings.xml")
      .components(separatedBy: "<t>").dropFirst().map { $0.components(separatedBy: "</t>")[0] }
    #expect(
      words.drop { $0 != "Command" } == [
        "Command", "draad frequencies --count cases", "Version", "0.1.0", "Content", digest, "Last change",
        "2026-03-04T09:30:00Z",
      ])
  }

  @Test("JSON has it whole, between the notes and the columns; CSV not at all")
  func programs() {
    let recipe =
      "\"recipe\": {\"command\": \"draad frequencies --count cases\", \"version\": \"0.1.0\", \"content\": \"\(digest)\", "
      + "\"last_change\": \"2026-03-04T09:30:00Z\"},\n"
    #expect(
      ExportFormat.json.text(table()).hasPrefix(
        "{\n  \"title\": \"T\",\n  \"notes\": {\"Unit\": \"cases\"},\n  \(recipe)  \"columns\""))
    #expect(
      ExportFormat.json.text(quotes).hasPrefix(
        "{\n  \"title\": \"Q\",\n  \"notes\": {\"Found\": \"nothing\"},\n  \(recipe)  \"total\""))
    let files = Recipe(command: "c", version: "1", files: [.init(name: "a \"b\"", sha256: "0f")])
    #expect(
      ExportFormat.json.text(table(files)).contains(
        #""recipe": {"command": "c", "version": "1", "files": [{"name": "a \"b\"", "sha256": "0f"}]},"#))
    #expect(ExportFormat.csv.text(table()) == "a,b\nx,1\n")
  }
}
