import Model

/// How much there is with any of the chosen codes.
enum CodedUnits {
  /// Distinct codings.
  static func codings(_ ground: CountingGround, _ nearest: NearestCodes, tree: CodeTree) -> Int {
    ground.ownCodings(tree.count).enumerated().reduce(0) { sum, own in
      nearest.slot(of: Int32(own.offset)) == nil ? sum : sum + own.element
    }
  }

  /// Words on which one of the codes lies, each once.
  static func words(_ ground: CountingGround, _ nearest: NearestCodes) -> Int {
    var coded = ground
    coded.codings = CodingColumns()
    for index in 0..<ground.codings.count where nearest.slot(of: ground.codings.code[index]) != nil {
      let codings = ground.codings
      coded.codings.append(
        transcript: codings.transcript[index], start: codings.start[index], end: codings.end[index], code: 0,
        coder: codings.coder[index])
    }
    let one = CodeTree(keys: [""], names: [""], parents: [-1])
    return CoveredWords.counts(of: coded, slots: CodeSlots([0], tree: one), base: nil).counts[0]
  }
}

extension CodesByUnit {
  /// How many units have a slot at all.
  var unitsWithSlots: Int { (0..<unitCount).count { offsets[$0] < offsets[$0 + 1] } }
}

extension CountingGround {
  /// The ground of each case, those without transcripts too; transcripts without a case are in none.
  var byCase: [CountingGround] {
    GroundPartition.split(
      self, cases: cases.indices.map { [Int32($0)] }, transcripts: caseOfTranscript.map { $0 < 0 ? [] : [$0] },
      into: cases.count)
  }
}
