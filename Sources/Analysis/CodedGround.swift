public import Model

/// The codings of a study as work of coders that can be compared.
///
/// A coder counts as having read a transcript in which they put any code; a segment of it that they left alone is then a
/// judgement too: that no code fits.
public struct CodedGround: Sendable {
  /// Everybody who read something that is compared, in the order of their names.
  public let coders: [String]
  /// The codes that were asked for and those below them, as far as anybody put one of the family.
  public let codes: [Int]
  /// For each code, as places in `codes`, itself and those below it.
  public let families: [[Int]]
  private let ground: CountingGround
  private let keys: [String]
  /// For each transcript who read it, as indices into `coders`, ascending.
  private let readers: [[Int32]]
  /// For each coder of the ground the index into `coders`, -1 where they read nothing.
  private let place: [Int32]

  /// - Parameters:
  ///   - ground: what passes the filter.
  ///   - whole: the same without the filter, which tells who read what.
  public init(_ ground: CountingGround, whole: CountingGround, codes wanted: [Int], tree: CodeTree) {
    self.ground = ground
    let used = Set(ground.codings.code.map(Int.init))
    let all = Set(wanted.flatMap(tree.family(of:)))
    codes = all.filter { code in tree.family(of: code).contains(where: used.contains) }.sorted()
    let number = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    families = codes.map { tree.family(of: $0).compactMap { number[$0] } }
    keys = codes.map { tree.keys[$0] }
    var read: [String: Set<String>] = [:]
    for row in 0..<whole.codings.count {
      read[whole.transcripts[Int(whole.codings.transcript[row])], default: []].insert(
        whole.coders[Int(whole.codings.coder[row])])
    }
    let compared = ground.transcripts.map { read[$0] ?? [] }
    let names = Set(compared.joined()).sorted()
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    coders = names
    readers = compared.map { $0.compactMap { index[$0] }.sorted() }
    place = ground.coders.map { index[$0] ?? -1 }
  }

  /// How many transcripts two or more coders read, and how many all did.
  public var readByTwo: Int { readers.count { $0.count > 1 } }
  public var readByAll: Int { readers.count { $0.count > 1 && $0.count == coders.count } }
  public var transcriptCount: Int { readers.count }

  /// Which codes each coder put on each segment or turn, in transcripts that two or more coders read.
  ///
  /// A code is on a unit with which its coding shares at least one byte.
  public func codeSets(on units: UnitColumns) -> CodeSetJudgements {
    var judgements = Judgements(coders: coders)
    // For each unit where its judgements begin, -1 where its transcript is not compared.
    var first = [Int32](repeating: -1, count: units.count)
    for unit in 0..<units.count {
      let who = readers[Int(units.transcript[unit])]
      guard who.count > 1 else { continue }
      first[unit] = Int32(judgements.coder.count)
      judgements.coder += who
      judgements.offsets.append(Int32(judgements.coder.count))
    }
    var sets = [[Int32]](repeating: [], count: judgements.coder.count)
    let number = codeNumbers
    forEachTouch(of: ground.codings, on: units) { coding, start, end in
      guard let code = number[Int(ground.codings.code[coding])] else { return }
      let by = place[Int(ground.codings.coder[coding])]
      let who = readers[Int(ground.codings.transcript[coding])]
      guard who.count > 1, let reader = who.firstIndex(of: by) else { return }
      for unit in start..<end { sets[Int(first[unit]) + reader].append(code) }
    }
    return interned(sets, judgements)
  }

  private var codeNumbers: [Int: Int32] {
    Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, Int32($0)) })
  }

  private func interned(_ given: [[Int32]], _ judgements: Judgements) -> CodeSetJudgements {
    var judgements = judgements
    var known: [[Int32]: Int32] = [:]
    var sets: [[Int32]] = []
    for codes in given {
      let set = codes.count < 2 ? codes : Set(codes).sorted()
      let number = known[set] ?? Int32(sets.count)
      if number == Int32(sets.count) {
        known[set] = number
        sets.append(set)
      }
      judgements.value.append(number)
    }
    judgements.values = sets.map { set in set.map { keys[Int($0)] }.joined(separator: "|") }
    return CodeSetJudgements(codes: keys, sets: sets, judgements: judgements)
  }

  /// What each coder marked, in transcripts that all of them read.
  ///
  /// - Parameter text: the text of a transcript, by its name.
  public func spans(text: (String) throws -> String) rethrows -> CodedSpans {
    var spans = CodedSpans(documents: [], lengths: [], coders: coders, codes: keys)
    let number = codeNumbers
    var row = 0
    for (transcript, name) in ground.transcripts.enumerated() {
      let start = row
      while row < ground.codings.count, ground.codings.transcript[row] == Int32(transcript) { row += 1 }
      guard coders.count > 1, readers[transcript].count == coders.count else { continue }
      let positions = TextPositions(try text(name))
      let document = Int32(spans.documents.count)
      spans.documents.append(name)
      spans.lengths.append(positions.codePointCount)
      for coding in start..<row {
        guard let code = number[Int(ground.codings.code[coding])],
          let from = positions.codePoint(ofByte: Int(ground.codings.start[coding])),
          let to = positions.codePoint(ofByte: Int(ground.codings.end[coding])), from < to
        else { continue }
        spans.append(
          document: document, coder: place[Int(ground.codings.coder[coding])], code: code, start: Int32(from),
          end: Int32(to))
      }
    }
    return spans
  }
}
