/// A lower bound for how many codes there would be if one went on.
///
/// Chao, Biometrics 43 (1987) 783; for units that have a code or not, Chao & Colwell, SORT 41 (2017) 3.
struct Chao2: Equatable {
  /// Codes that occur.
  let observed: Int
  /// Codes that occur in exactly one unit.
  let inOne: Int
  /// Codes that occur in exactly two.
  let inTwo: Int
  let unitCount: Int

  init(_ curve: SaturationCurve) {
    let incidences = curve.incidences
    observed = incidences.count
    inOne = incidences.count { $0 == 1 }
    inTwo = incidences.count { $0 == 2 }
    unitCount = curve.unitCount
  }

  private var share: Double { Double(unitCount - 1) / Double(unitCount) }

  /// S + (N - 1)/N q₁² / 2q₂, without a code in two units the corrected form; nil without units.
  var estimate: Double? {
    guard unitCount > 0, inTwo > 0 else { return corrected }
    return Double(observed) + share * Double(inOne * inOne) / Double(2 * inTwo)
  }

  /// S + (N - 1)/N q₁(q₁ - 1) / 2(q₂ + 1), corrected for bias.
  var corrected: Double? {
    guard unitCount > 0 else { return nil }
    return Double(observed) + share * Double(inOne * (inOne - 1)) / Double(2 * (inTwo + 1))
  }
}
