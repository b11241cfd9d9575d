extension StyledLine {
  /// A line as it is written to a terminal: what its escapes say becomes styles.
  init(escaped text: some StringProtocol) {
    self.init()
    var style = Style.plain
    var rest = text[...]
    while let escape = rest.unicodeScalars.firstIndex(of: "\u{1B}") {
      append(rest[..<escape], style)
      rest = rest[escape...].dropFirst()
      guard rest.first == "[" else { continue }
      let numbers = rest.dropFirst().prefix { $0.isASCII && ($0.isNumber || $0 == ";") }
      rest = rest[numbers.endIndex...]
      guard rest.first == "m" else { continue }
      rest = rest.dropFirst()
      style = style.changed(by: numbers.split(separator: ";").map { Int($0) ?? 0 })
    }
    append(rest, style)
  }

  /// Without so many columns at the beginning; of a letter that is cut in two a blank is left.
  func dropping(_ columns: Int) -> StyledLine {
    var (line, passed) = (StyledLine(), 0)
    for run in runs {
      for character in run.text {
        let next = passed + TerminalText.shown(character).width
        if passed >= columns {
          line.append(character, run.style)
        } else if next > columns {
          line.append(String(repeating: " ", count: next - columns), run.style)
        }
        passed = next
      }
    }
    return line
  }

  /// The places where words stand, small letters or capitals, in reverse; `words` in small letters.
  func marking(_ words: String) -> StyledLine {
    let wanted = Array(words)
    let letters = runs.flatMap { run in run.text.map { (letter: $0, style: run.style) } }
    guard !wanted.isEmpty, letters.count >= wanted.count else { return self }
    let small = letters.map { $0.letter.lowercased() }
    let looked = wanted.map { String($0) }
    var (line, place) = (StyledLine(), 0)
    while place < letters.count {
      let end = place + looked.count
      if end <= small.count, small[place..<end].elementsEqual(looked) {
        for index in place..<end {
          var style = letters[index].style
          style.isReversed = true
          line.append(letters[index].letter, style)
        }
        place = end
      } else {
        line.append(letters[place].letter, letters[place].style)
        place += 1
      }
    }
    return line
  }
}

extension Style {
  /// As the numbers of an escape for colours and weights say, as far as results have them.
  fileprivate func changed(by numbers: [Int]) -> Style {
    var style = self
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: style = .plain
      case 1: style.isBold = true
      case 2: style.isFaint = true
      case 4: style.isUnderlined = true
      case 7: style.isReversed = true
      case 38, 48:
        guard rest.popFirst() == 5, let colour = CodeColour(indexed: rest.popFirst() ?? 0) else { return style }
        if number == 38 { style.colour = colour } else { style.ground = colour }
      default: break
      }
    }
    return numbers.isEmpty ? .plain : style
  }
}
