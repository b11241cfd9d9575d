import Model
import Workbench

/// Finds codes by a few letters of their key or name, the one most likely meant first.
struct CodeSearch: Sendable {
  private let keys: [[Character]]
  private let names: [[Character]]

  init(_ codes: [Code]) {
    keys = codes.map { Array(Names.folded($0.key)) }
    names = codes.map { Array(Names.folded($0.name)) }
  }

  /// The codes, as places in the codebook, that the letters can stand for; all where none are typed.
  ///
  /// A key that is what was typed goes before keys that begin so, then come names that begin so, names with a word that
  /// does, names with it inside, and at last those with the letters in that order. Among equals go those used last,
  /// then the order of the codebook. `among`, when given, are the only codes that are looked at.
  func codes(for typed: String, among: Set<Int>? = nil, lastUsed: [Int] = []) -> [Int] {
    let wanted = Array(Names.folded(typed.trimmed))
    var age: [Int: Int] = [:]
    for (place, code) in lastUsed.enumerated() where age[code] == nil { age[code] = place }
    var found: [(rank: Int, age: Int, code: Int)] = []
    for code in keys.indices where among?.contains(code) ?? true {
      guard let rank = rank(of: code, wanted) else { continue }
      found.append((rank, age[code] ?? Int.max, code))
    }
    return found.sorted { $0 < $1 }.map(\.code)
  }

  /// The code whose key was typed in full, where nothing else can be meant: no other key and no word of a name begins so.
  func code(completing typed: String, among: Set<Int>? = nil) -> Int? {
    let wanted = Array(Names.folded(typed))
    guard wanted.count > 1, let code = keys.firstIndex(of: wanted), among?.contains(code) ?? true else { return nil }
    let isAlone = keys.indices.allSatisfy { other in
      (other == code || !keys[other].starts(with: wanted)) && Self.place(of: wanted, in: names[other]) != .startOfWord
    }
    return isAlone ? code : nil
  }

  private func rank(of code: Int, _ wanted: [Character]) -> Int? {
    guard !wanted.isEmpty else { return 0 }
    let (key, name) = (keys[code], names[code])
    if key == wanted { return 0 }
    if key.starts(with: wanted) { return 1 }
    if name.starts(with: wanted) { return 2 }
    switch Self.place(of: wanted, in: name) {
    case .startOfWord: return 3
    case .insideWord: return 4
    case .nowhere: break
    }
    return Self.isScattered(wanted, in: key + [" "] + name) ? 5 : nil
  }

  private enum Place { case startOfWord, insideWord, nowhere }

  /// Where the letters stand in the name, the best place if there are several.
  private static func place(of wanted: [Character], in name: [Character]) -> Place {
    guard name.count >= wanted.count else { return .nowhere }
    var best = Place.nowhere
    for start in 0...(name.count - wanted.count) where name[start...].starts(with: wanted) {
      if start == 0 || !(name[start - 1].isLetter || name[start - 1].isNumber) { return .startOfWord }
      best = .insideWord
    }
    return best
  }

  private static func isScattered(_ wanted: [Character], in text: [Character]) -> Bool {
    var left = wanted[...]
    for letter in text where letter == left.first { left = left.dropFirst() }
    return left.isEmpty
  }
}
