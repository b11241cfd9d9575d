import Model

/// A number as it stands in a cell of a report: `1.888`, `87,3 %`, `n = 12`.
struct PrintedNumber: Equatable {
  /// Without its marks: 1888 for `1.888`, 873 for `87,3`.
  private let groups: [String]
  private let marks: [Character]
  var isPercent = false
  /// Whether `n=` stands before it.
  var isBase = false

  /// A whole number; marks may stand between groups of three.
  var whole: Int? {
    guard marks.isEmpty || groups.dropFirst().allSatisfy({ $0.count == 3 }) && (groups.first?.count ?? 4) <= 3 else {
      return nil
    }
    return Int(groups.joined()).flatMap { PrintedTable.isCount($0) ? $0 : nil }
  }

  /// With the last mark for the one before the decimals; more than six are rounded.
  var percent: PrintedPercent? {
    guard let last = marks.last, last == "." || last == ",", var decimals = groups.last else {
      return whole.flatMap { PrintedPercent(digits: $0, decimals: 0) }
    }
    let up = decimals.count > 6 && decimals[decimals.index(decimals.startIndex, offsetBy: 6)] >= "5"
    decimals = String(decimals.prefix(6))
    guard let number = Int(groups.dropLast().joined() + decimals), number < .max else { return nil }
    return PrintedPercent(digits: number + (up ? 1 : 0), decimals: decimals.count, hasComma: last == ",")
  }

  /// All numbers of a cell, and whether nothing but numbers stands in it.
  static func all(in cell: String) -> (numbers: [PrintedNumber], isNumeric: Bool) {
    var reader = Reader(Array(cell))
    reader.read()
    return (reader.numbers, !reader.numbers.isEmpty && reader.isPlain)
  }

  private struct Reader {
    private let characters: [Character]
    private var at = 0
    var numbers: [PrintedNumber] = []
    /// Whether no other words stand there.
    var isPlain = true
    private var saysBase = false

    /// What joins two numbers: `12 van 30`, `12 of 30`.
    private static let joins: Set<String> = ["n", "van", "of", "uit"]
    private static let signs: Set<Character> = ["(", ")", "[", "]", "/", "=", ":", ";", "%", "≈", "~", "*", "\u{2009}"]
    private static let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"]

    init(_ characters: [Character]) { self.characters = characters }

    mutating func read() {
      while at < characters.count {
        let character = characters[at]
        if character.isDigit {
          number()
        } else if character.isLetter {
          word()
        } else {
          if !character.isWhitespace, !Self.signs.contains(character) { isPlain = false }
          at += 1
        }
      }
    }

    private mutating func word() {
      let start = at
      while at < characters.count, characters[at].isLetter || characters[at].isDigit { at += 1 }
      let word = String(characters[start..<at]).lowercased()
      guard Self.joins.contains(word) else {
        isPlain = false
        return
      }
      var next = at
      while next < characters.count, characters[next].isWhitespace { next += 1 }
      saysBase = word == "n" && next < characters.count && characters[next] == "="
    }

    private mutating func number() {
      var groups = [digits()]
      var marks: [Character] = []
      var isShort = groups[0].count <= 3
      while at + 1 < characters.count, characters[at + 1].isDigit {
        let mark = characters[at]
        if Self.blanks.contains(mark) {
          // A blank is one of thousands only before just three digits.
          let end = characters[(at + 1)...].firstIndex { !$0.isDigit } ?? characters.count
          guard end - at == 4, isShort else { break }
        } else if mark != ".", mark != "," {
          break
        }
        marks.append(mark)
        at += 1
        groups.append(digits())
        isShort = isShort && groups[groups.count - 1].count == 3
      }
      var number = PrintedNumber(groups: groups, marks: marks)
      var next = at
      while next < characters.count, characters[next].isWhitespace { next += 1 }
      if next < characters.count, characters[next] == "%" {
        number.isPercent = true
        at = next + 1
      }
      number.isBase = saysBase
      saysBase = false
      numbers.append(number)
    }

    private mutating func digits() -> String {
      let start = at
      while at < characters.count, characters[at].isDigit { at += 1 }
      return String(characters[start..<at])
    }
  }

  private init(groups: [String], marks: [Character]) {
    self.groups = groups
    self.marks = marks
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
