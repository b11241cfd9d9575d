import Model

/// A counting ground written down by hand: segments and turns by their lengths in bytes, codings by code letters.
struct GroundSketch {
  struct Interview {
    var name: String
    var caseName: String?
    /// For each turn the lengths of its segments.
    var turns: [[Int]]
  }

  static let letters = Array("ABCDEFGH").map(String.init)

  var cases: [String]
  var interviews: [Interview]
  /// Interview, start, end, letter of the code, coder.
  var codings: [(String, Int, Int, String, Int)]

  var ground: CountingGround {
    var ground = CountingGround()
    ground.cases = cases
    ground.coders = ["Noor", "Sam"]
    for (number, interview) in interviews.enumerated() {
      ground.transcripts.append(interview.name)
      ground.caseOfTranscript.append(Int32(interview.caseName.flatMap(cases.firstIndex) ?? -1))
      ground.addGrid(of: interview, transcript: Int32(number))
    }
    let numbers = Dictionary(uniqueKeysWithValues: interviews.enumerated().map { ($1.name, $0) })
    let rows = codings.map { row in
      [numbers[row.0] ?? 0, row.1, row.2, Self.letters.firstIndex(of: row.3) ?? 0, row.4].map(Int32.init)
    }
    ground.codings = CodingColumns(sorting: rows)
    return ground
  }
}

extension CountingGround {
  fileprivate mutating func addGrid(of interview: GroundSketch.Interview, transcript: Int32) {
    var at: Int32 = 0
    var position: Int32 = 0
    var words: [Int32] = []
    for (number, lengths) in interview.turns.enumerated() {
      let start = at
      for length in lengths {
        segments.append(transcript: transcript, start: at, end: at + Int32(length), position: position)
        words += stride(from: at, to: at + Int32(length), by: 5)
        at += Int32(length)
        position += 1
      }
      turns.append(transcript: transcript, start: start, end: at, position: Int32(number))
    }
    wordStarts.append(words)
  }
}

extension CodingColumns {
  /// Rows of transcript, start, end, code, coder.
  init(sorting rows: [[Int32]]) {
    self.init()
    for row in rows.sorted(by: { ($0[0], $0[1], $0[2]) < ($1[0], $1[1], $1[2]) }) {
      append(transcript: row[0], start: row[1], end: row[2], code: row[3], coder: row[4])
    }
  }

  var rows: [[Int32]] {
    (0..<count).map { [transcript[$0], start[$0], end[$0], code[$0], coder[$0]] }
  }
}

extension CodeTree {
  /// Codes A, B, C and so on, with these codes above them.
  init(parents: [Int]) {
    let keys = Array(GroundSketch.letters.prefix(parents.count))
    self.init(keys: keys, names: keys.map { "Theme \($0)" }, parents: parents)
  }
}

extension Table {
  /// The table as a person would write it down: heads, then rows, cells with spaces between; `-` for an empty cell.
  var lines: [String] {
    [columns.map(\.key).joined(separator: " ")]
      + rows.map { row in
        row.map { cell in
          switch cell {
          case .text(let text): text.replacing(" ", with: "_")
          case .count(let number): "\(number)"
          case .number(let number): "\(number)"
          case .none: "-"
          }
        }.joined(separator: " ")
      }
  }
}

extension Table {
  /// The lines with numbers to nine decimals: sums of fractions differ in their last digit with the order of adding.
  var roundedLines: [String] {
    var table = self
    table.rows = rows.map { row in
      row.map { if case .number(let number) = $0 { .number((number * 1e9).rounded() / 1e9) } else { $0 } }
    }
    return table.lines
  }
}
