import Model

/// The marks in a file of another program: those that are none are given one, and those that stand twice are told.
struct QDAMarks {
  private var owners: [GUID: String] = [:]
  private(set) var madeUp = 0
  private(set) var doubled: [String] = []

  /// The mark of something that is named; `place` tells it from others where it has none.
  mutating func mark(_ text: String?, of name: String, place: String) -> GUID {
    var mark = text.flatMap { GUID($0) }
    if mark == nil {
      // What only looks like a mark is good enough to be referred to.
      mark = GUID(of: text ?? place)
      madeUp += 1
    }
    guard let found = mark, owners[found] == nil else {
      let other = GUID(of: place + "\u{1}" + (text ?? ""))
      if text != nil { doubled.append(name) }
      owners[other] = name
      return other
    }
    owners[found] = name
    return found
  }

  /// What a reference means.
  static func target(_ text: String?) -> GUID? { text.map { GUID($0) ?? GUID(of: $0) } }
}
