/// "Did you mean": the names that a mistyped one may stand for.
public enum Nearest {
  /// At most three names, best first: one letter in three may differ, or one is the beginning of the other.
  ///
  /// Case and accents are folded.
  public static func names(to typed: String, among candidates: [String]) -> [String] {
    let wanted = Array(Folding.fold(typed).unicodeScalars)
    guard !wanted.isEmpty else { return [] }
    let limit = max(1, wanted.count / 3)
    var ranked: [(rank: Int, place: Int)] = []
    for (place, candidate) in candidates.enumerated() {
      let letters = Array(Folding.fold(candidate).unicodeScalars)
      if abs(letters.count - wanted.count) <= limit {
        let distance = distance(wanted, letters)
        if distance <= limit {
          ranked.append((distance, place))
          continue
        }
      }
      let shorter = min(letters.count, wanted.count)
      if shorter >= 3 || shorter == wanted.count, shorter > 0, letters.prefix(shorter) == wanted.prefix(shorter) {
        ranked.append((limit + abs(letters.count - wanted.count), place))
      }
    }
    var names: [String] = []
    for one in ranked.sorted(by: { ($0.rank, $0.place) < ($1.rank, $1.place) }) where names.count < 3 {
      if !names.contains(candidates[one.place]) { names.append(candidates[one.place]) }
    }
    return names
  }

  /// Insertions, deletions, changes and swaps of neighbours (Damerau 1964, in the restricted form: no letter moves twice).
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for i in one.indices {
      var row = [i + 1]
      for j in other.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[other.count]
  }
}
