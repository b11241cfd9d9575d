import Testing

@testable import Intake

struct RunningHeadsTests {
  private func kept(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return PageLines(bytes).lines.map { bytes.string($0.range) }
  }

  @Test("A line at the head or foot of most pages goes, whatever digits are in it")
  func heads() {
    let words = ["Rust", "Ruimte", "Licht", "Lucht", "Vertrouwen"]
    let pages = words.enumerated().map {
      "Verslag \($0) van de school\n\($1) was er.\nEn meer \($1).\nDe school | \($0)"
    }
    #expect(kept(pages.joined(separator: "\n\u{C}")) == words.flatMap { ["\($0) was er.", "En meer \($0)."] })
  }

  @Test("Left and right pages may have heads of their own; a head of one chapter only stays")
  func sides() {
    let text = (1...6).map { page in
      "\(page % 2 == 0 ? "Verslag van de school" : "De klas in beeld")\n\(["Aap", "Noot", "Mies", "Wim", "Zus", "Jet"][page - 1]) is er."
    }
    #expect(
      kept(text.joined(separator: "\n\u{C}")) == ["Aap", "Noot", "Mies", "Wim", "Zus", "Jet"].map { "\($0) is er." })
    let chapters = ["Een", "Twee", "Drie"].map { "Hoofdstuk \($0)\nTekst van \($0).\nMeer van \($0)." }
    #expect(
      kept(chapters.joined(separator: "\n\u{C}")) == chapters.flatMap { $0.split(separator: "\n").map(String.init) })
  }

  @Test("A question that is asked all the time is no head where it happens to open pages")
  func questions() {
    let pages = ["Aap", "Noot", "Mies", "Wim"].map { word in
      (1...8).map { "Wat vindt u van vraag \($0)?\n\(word) \(String(repeating: "a", count: $0))." }
        .joined(separator: "\n")
    }
    let text = pages.joined(separator: "\n\u{C}")
    #expect(kept(text) == text.replacing("\u{C}", with: "").split(separator: "\n").map(String.init))
  }

  @Test("Labels of speakers are no heads")
  func labels() {
    let pages = ["Ja.", "Nee.", "Goed."].map { "Interviewer\n\($0)\nAnna:\nDag \($0)" }
    #expect(kept(pages.joined(separator: "\n\u{C}")) == pages.flatMap { $0.split(separator: "\n").map(String.init) })
  }

  @Test("Without form feeds, lines that recur beside page numbers")
  func besideNumbers() {
    let page = (1...9).map { "Regel \(String(repeating: "a", count: $0)) van de bladzijde." }
    let text = (1...3).map { "Verslag van de school\n\(page.map { $0 + "\($0.count)" }.shuffledBy($0))\n\($0)" }.joined(
      separator: "\n")
    #expect(!kept(text).contains("Verslag van de school"))
    #expect(kept(text).count == 27)
  }
}

extension [String] {
  /// Turned round by so many, so that no line stands at the edge of every page.
  fileprivate func shuffledBy(_ count: Int) -> String {
    (self[(count * 3 % self.count)...] + self[..<(count * 3 % self.count)]).joined(separator: "\n")
  }
}
