/// Where two versions of a text differ: stretches of UTF-8 bytes of the old that became stretches of the new.
///
/// Words that stand once in both versions are held to be the same where they are in the same order (patience diff, Bram
/// Cohen); between them the shortest list of changes is taken (Myers 1986), and at the ends of a stretch what is alike is
/// no part of it.
public struct TextDiff: Equatable, Sendable {
  public struct Hunk: Equatable, Sendable {
    public var old: Range<Int>
    public var new: Range<Int>
  }

  /// In order; between them the versions are the same.
  public private(set) var hunks: [Hunk] = []

  public init(from old: [UInt8], to new: [UInt8]) {
    var numbers: [ArraySlice<UInt8>: Int32] = [:]
    let (before, after) = (TextTokens(old, &numbers), TextTokens(new, &numbers))
    for hunk in TokenDiff(before.ids, after.ids).hunks {
      refine(Hunk(old: before.bytes(hunk.old), new: after.bytes(hunk.new)), old, new)
    }
  }

  /// Leaves out the characters that both stretches begin or end with.
  private mutating func refine(_ hunk: Hunk, _ old: [UInt8], _ new: [UInt8]) {
    var (a, b) = (hunk.old, hunk.new)
    while let first = a.first, let other = b.first, old[first] == new[other] {
      a.removeFirst()
      b.removeFirst()
    }
    while !Self.isBoundary(a.lowerBound, old) || !Self.isBoundary(b.lowerBound, new) {
      (a, b) = (a.lowerBound - 1..<a.upperBound, b.lowerBound - 1..<b.upperBound)
    }
    while let last = a.last, let other = b.last, old[last] == new[other] {
      a.removeLast()
      b.removeLast()
    }
    while !Self.isBoundary(a.upperBound, old) || !Self.isBoundary(b.upperBound, new) {
      (a, b) = (a.lowerBound..<a.upperBound + 1, b.lowerBound..<b.upperBound + 1)
    }
    if !a.isEmpty || !b.isEmpty { hunks.append(Hunk(old: a, new: b)) }
  }

  private static func isBoundary(_ place: Int, _ text: [UInt8]) -> Bool {
    place >= text.count || text[place] & 0xC0 != 0x80
  }

  /// Where a stretch that begins here begins in the new version: behind what was put in before it.
  public func start(_ place: Int) -> Int {
    let next = firstHunk(endingFrom: place)
    guard next < hunks.count, hunks[next].old.lowerBound <= place else { return shifted(place, before: next) }
    return place == hunks[next].old.upperBound ? hunks[next].new.upperBound : hunks[next].new.lowerBound
  }

  /// Where a stretch that ends here ends in the new version: before what was put in behind it.
  public func end(_ place: Int) -> Int {
    let next = firstHunk(endingFrom: place)
    guard next < hunks.count, hunks[next].old.lowerBound < place else { return shifted(place, before: next) }
    return hunks[next].new.upperBound
  }

  /// The hunks that take something of these bytes of the old version away.
  func hunks(touching span: Range<Int>) -> ArraySlice<Hunk> {
    let first = firstHunk(endingFrom: span.lowerBound)
    var end = first
    while end < hunks.count, hunks[end].old.lowerBound < span.upperBound { end += 1 }
    return hunks[first..<end]
  }

  private func shifted(_ place: Int, before hunk: Int) -> Int {
    guard hunk > 0 else { return place }
    return place - hunks[hunk - 1].old.upperBound + hunks[hunk - 1].new.upperBound
  }

  /// The first hunk that does not end before a place.
  private func firstHunk(endingFrom place: Int) -> Int {
    var (low, high) = (0, hunks.count)
    while low < high {
      let middle = (low + high) / 2
      if hunks[middle].old.upperBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A text as words, blanks and single signs, each with a number that equal ones share.
struct TextTokens {
  private(set) var ids: [Int32] = []
  /// Where each begins, and the end of the text.
  private var starts: [Int] = []

  init(_ text: [UInt8], _ numbers: inout [ArraySlice<UInt8>: Int32]) {
    var place = 0
    while place < text.count {
      let kind = Self.kind(text[place])
      var end = place + 1
      if kind != .sign { while end < text.count, Self.kind(text[end]) == kind { end += 1 } }
      let token = text[place..<end]
      let id = numbers[token] ?? Int32(numbers.count)
      numbers[token] = id
      ids.append(id)
      starts.append(place)
      place = end
    }
    starts.append(text.count)
  }

  func bytes(_ tokens: Range<Int>) -> Range<Int> { starts[tokens.lowerBound]..<starts[tokens.upperBound] }

  private enum Kind { case word, blank, sign }

  private static func kind(_ byte: UInt8) -> Kind {
    switch byte {
    case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      .word
    case 0...0x20: .blank
    default: .sign
    }
  }
}
