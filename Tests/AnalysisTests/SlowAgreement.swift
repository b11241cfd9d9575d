import Model

/// Statistics of agreement written down as they are defined, unit by unit and pair by pair, however long that takes.
struct SlowAgreement {
  let judgements: Judgements
  private var q: Int { judgements.values.count }
  private var counts: [[Double]] {
    judgements.units.map { unit in (0..<q).map { value in Double(unit.count { $0.value == value }) } }
  }

  init(_ judgements: Judgements) { self.judgements = judgements }

  func alpha(_ distance: (Int, Int, [Double]) -> Double) -> Double {
    var o = [[Double]](repeating: [Double](repeating: 0, count: q), count: q)
    for unit in judgements.units where unit.count > 1 {
      for (i, a) in unit.enumerated() {
        for (j, b) in unit.enumerated() where i != j { o[a.value][b.value] += 1 / Double(unit.count - 1) }
      }
    }
    let n = o.map { $0.reduce(0, +) }
    var (observed, expected) = (0.0, 0.0)
    for c in 0..<q {
      for k in 0..<q {
        observed += o[c][k] * distance(c, k, n)
        expected += n[c] * n[k] * distance(c, k, n)
      }
    }
    return 1 - (n.reduce(0, +) - 1) * observed / expected
  }

  var nominal: Double { alpha { c, k, _ in c == k ? 0 : 1 } }
  var interval: Double { alpha { c, k, _ in Double((c - k) * (c - k)) } }
  var ratio: Double { alpha { c, k, _ in c == k ? 0 : Double((c - k) * (c - k)) / Double((c + k) * (c + k)) } }
  var ordinal: Double {
    alpha { c, k, n in
      let between = (min(c, k)...max(c, k)).reduce(0) { $0 + n[$1] } - (n[c] + n[k]) / 2
      return between * between
    }
  }

  var pairwise: Double {
    let shares = counts.filter { $0.reduce(0, +) > 1 }.map { row in
      let r = row.reduce(0, +)
      return row.reduce(0) { $0 + $1 * ($1 - 1) } / (r * (r - 1))
    }
    return shares.reduce(0, +) / Double(shares.count)
  }

  private var prevalence: [Double] {
    let judged = counts.filter { $0.reduce(0, +) > 0 }
    return (0..<q).map { k in judged.reduce(0) { $0 + $1[k] / $1.reduce(0, +) } / Double(judged.count) }
  }

  var fleiss: Double { corrected(prevalence.reduce(0) { $0 + $1 * $1 }) }
  var gwet: Double { corrected(prevalence.reduce(0) { $0 + $1 * (1 - $1) } / Double(q - 1)) }
  var brennanPrediger: Double { corrected(1 / Double(q)) }

  /// The mean over pairs of coders of the chance agreement of Cohen's kappa on all that each of them judged.
  var conger: Double {
    let shares = judgements.coders.indices.map { coder in
      let given = judgements.units.joined().filter { $0.coder == coder }.map(\.value)
      return (0..<q).map { value in Double(given.count { $0 == value }) / Double(given.count) }
    }
    let pairs = pairsOfCoders.map { zip(shares[$0], shares[$1]).reduce(0) { $0 + $1.0 * $1.1 } }
    return corrected(pairs.reduce(0, +) / Double(pairs.count))
  }

  private func corrected(_ chance: Double) -> Double { (pairwise - chance) / (1 - chance) }

  private var pairsOfCoders: [(Int, Int)] {
    judgements.coders.indices.flatMap { a in ((a + 1)..<judgements.coders.count).map { (a, $0) } }
  }

  /// The values that both of a pair gave.
  private func shared(_ a: Int, _ b: Int) -> [(Int, Int)] {
    judgements.units.compactMap { unit in
      guard let x = unit.first(where: { $0.coder == a })?.value, let y = unit.first(where: { $0.coder == b })?.value
      else { return nil }
      return (x, y)
    }
  }

  func kappa(_ a: Int, _ b: Int, _ distance: (Int, Int) -> Double) -> Double {
    let both = shared(a, b)
    let observed = both.reduce(0) { $0 + distance($1.0, $1.1) } / Double(both.count)
    let expected = both.reduce(0) { sum, one in sum + both.reduce(0) { $0 + distance(one.0, $1.1) } }
    return 1 - observed / (expected / Double(both.count * both.count))
  }

  var light: Double {
    let kappas = pairsOfCoders.map { kappa($0, $1) { $0 == $1 ? 0 : 1 } }
    return kappas.reduce(0, +) / Double(kappas.count)
  }

  var holsti: Double {
    let parts = pairsOfCoders.map { a, b in
      let judged = judgements.units.joined().count { $0.coder == a || $0.coder == b }
      return 2 * Double(shared(a, b).count { $0.0 == $0.1 }) / Double(judged)
    }
    return parts.reduce(0, +) / Double(parts.count)
  }
}
