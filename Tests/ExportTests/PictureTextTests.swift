import Testing

@testable import Export

struct PictureTextTests {
  @Test("Lines break between words, and the last says that more was left out")
  func lines() {
    let text = "instructie in kleine groepen"
    #expect(PictureText.lines(of: text, width: 1000, size: 10, most: 2) == [text])
    #expect(PictureText.lines(of: text, width: 70, size: 10, most: 3) == ["instructie in", "kleine", "groepen"])
    #expect(PictureText.lines(of: text, width: 70, size: 10, most: 2) == ["instructie in", "kleine groe…"])
    #expect(PictureText.lines(of: "", width: 80, size: 10, most: 2) == [])
  }

  @Test("A word wider than the line is cut")
  func longWord() {
    #expect(PictureText.lines(of: String(repeating: "n", count: 10_000), width: 60, size: 10, most: 2) == ["nnnnnnn…"])
    #expect(PictureText.lines(of: "a nnnnnnnnnnnnnnnn b", width: 60, size: 10, most: 4) == ["a", "nnnnnnn…", "b"])
  }

  @Test("Scales end at a round number with ticks at round steps")
  func scales() {
    let scales = [(14.0, false), (100, true), (1888, false), (0, false), (3, false), (0.3, true), (.nan, false)].map {
      PictureScale(most: $0.0, isPercent: $0.1)
    }
    #expect(
      scales.map { $0.ticks.map($0.word) } == [
        ["0", "5", "10", "15"], ["0%", "20%", "40%", "60%", "80%", "100%"], ["0", "500", "1000", "1500", "2000"],
        ["0", "1"], ["0", "1", "2", "3"], ["0%", "0.1%", "0.2%", "0.3%"], ["0", "1"],
      ])
  }

  @Test("Numbers under an axis stand at round steps where not all have room")
  func numbers() {
    #expect(PictureScale.numbers(to: 3, pitch: 100) == [1, 2, 3])
    #expect(PictureScale.numbers(to: 12, pitch: 8) == [5, 10])
    #expect(PictureScale.numbers(to: 70, pitch: 1.2) == [50])
    #expect(PictureScale.numbers(to: 0, pitch: 560) == [])
  }

  @Test("Pixels have two decimals at most")
  func pixels() {
    #expect(
      [0, 1, 1.5, 1.25, 1.204, -0.5, -12.03, .nan, .infinity, 2e12].map(SVGCanvas.px)
        == ["0", "1", "1.5", "1.25", "1.2", "-0.5", "-12.03", "0", "0", "0"])
  }

  @Test("Shades go from light to dark, and dark ones have white words")
  func shades() {
    #expect(
      [0, 0.5, 1, -3, 7, .nan].map(HeatColour.hex) == [
        "#F4F8FC", "#839DBA", "#124278", "#F4F8FC", "#124278", "#F4F8FC",
      ])
    #expect([0, 0.6, 0.7, 1].map(HeatColour.isDark) == [false, false, true, true])
  }
}
