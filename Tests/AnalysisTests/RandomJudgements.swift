import Model
import TestSupport

extension Judgements {
  /// Judgements by chance, some missing, with the same numbers for the same seed.
  static func random(seed: UInt64, coders: Int, values: Int, units: Int) -> Judgements {
    var generator = SeededGenerator(seed: seed)
    var judgements = Judgements(
      coders: (0..<coders).map { "coder\($0)" }, values: (0..<values).map { "\($0)" }, isDeclared: true)
    for _ in 0..<units {
      let usual = Int32.random(in: 0..<Int32(values), using: &generator)
      for coder in 0..<coders where Int.random(in: 0..<5, using: &generator) > 0 {
        let agrees = Bool.random(using: &generator)
        judgements.coder.append(Int32(coder))
        judgements.value.append(agrees ? usual : Int32.random(in: 0..<Int32(values), using: &generator))
      }
      judgements.offsets.append(Int32(judgements.value.count))
    }
    return judgements
  }

  /// For each unit the pairs of coder and value.
  var units: [[(coder: Int, value: Int)]] {
    (0..<unitCount).map { unit in
      (Int(offsets[unit])..<Int(offsets[unit + 1])).map { (Int(coder[$0]), Int(value[$0])) }
    }
  }

  init(units: [[(coder: Int, value: Int)]], like other: Judgements) {
    self.init(coders: other.coders, values: other.values, isDeclared: other.isDeclared)
    for unit in units {
      for judgement in unit.sorted(by: { $0.coder < $1.coder }) {
        coder.append(Int32(judgement.coder))
        value.append(Int32(judgement.value))
      }
      offsets.append(Int32(value.count))
    }
  }
}
