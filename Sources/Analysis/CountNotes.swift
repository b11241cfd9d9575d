import Model

extension CountUnit {
  /// The unit after a number: `1 case`, `14 cases`.
  func counted(_ number: Int) -> String {
    number == 1 ? "1 \(rawValue.dropLast())" : "\(number) \(rawValue)"
  }

  var heading: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension CodeTree {
  /// What counting does with parents, if one of the codes has children.
  func noteOnParents(among codes: [Int], counting unit: CountUnit) -> [Table.Note] {
    guard hasParents(among: codes) else { return [] }
    let rule =
      unit == .codings
      ? "the codings of the children are added." : "a \(unit.rawValue.dropLast()) with several of them counts once."
    return [Table.Note("Parents", "A code stands for itself and its children; \(rule)")]
  }

  /// Whether one of the codes has children.
  func hasParents(among codes: [Int]) -> Bool {
    let parentCodes = Set(parents)
    return codes.contains(where: parentCodes.contains)
  }
}

extension CountingGround {
  /// How many transcripts do not count where cases count, if any.
  static func noteOnTranscriptsWithoutCase(_ grounds: [CountingGround]) -> [Table.Note] {
    let number = grounds.reduce(0) { $0 + $1.caseOfTranscript.count { $0 < 0 } }
    guard number > 0 else { return [] }
    return [Table.Note("Left out", "\(CountUnit.transcripts.counted(number)) without a case.")]
  }
}

extension Table.Note {
  /// How exact the numbers are where they are read.
  static let rounding = Table.Note("Rounding", "only where text is shown; CSV, TSV and JSON have every digit")
}

extension CodeTree {
  /// Whether one of two codes stands above the other.
  func isNested(_ a: Int, _ b: Int) -> Bool { lineage(of: a).contains(b) || lineage(of: b).contains(a) }
}
