/// A Swift source with everything blanked that is no code: comments and what stands in string literals.
///
/// Lines and columns stay what they are.
struct SwiftCode {
  let text: String
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  init(_ source: String) {
    var blanking = Blanking(input: Array(source.utf8))
    blanking.code(closedBy: nil)
    text = String(decoding: blanking.output, as: UTF8.self)
  }

  /// The functions and what is computed, with the line on which each begins and how many lines it has.
  var functions: [(line: Int, length: Int)] {
    var finder = FunctionFinder()
    for byte in text.utf8 { finder.take(byte) }
    return finder.found.sorted { $0.line < $1.line }
  }
}

private struct Blanking {
  let input: [UInt8]
  var output: [UInt8] = []
  var at = 0

  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")
  private static let backslash = UInt8(ascii: "\\")
  private static let lineFeed = UInt8(ascii: "\n")

  /// Copies code up to the bracket that closes an interpolation, or to the end.
  mutating func code(closedBy closing: UInt8?) {
    var depth = 0
    while at < input.count {
      if sees("//") {
        while at < input.count, input[at] != Self.lineFeed { blank() }
      } else if sees("/*") {
        comment()
      } else if let hashes = stringOpens() {
        string(hashes: hashes)
      } else {
        if input[at] == UInt8(ascii: "(") { depth += 1 }
        if input[at] == closing {
          if depth == 0 { return }
          depth -= 1
        }
        copy()
      }
    }
  }

  private mutating func comment() {
    var depth = 0
    repeat {
      if sees("/*") {
        depth += 1
        blank()
      } else if sees("*/") {
        depth -= 1
        blank()
      }
      blank()
    } while depth > 0 && at < input.count
  }

  /// How many `#` stand before the quotation mark of a string literal that opens here; nil where none does.
  private func stringOpens() -> Int? {
    var end = at
    while end < input.count, input[end] == Self.hash { end += 1 }
    return end < input.count && input[end] == Self.quote ? end - at : nil
  }

  private mutating func string(hashes: Int) {
    for _ in 0..<hashes { copy() }
    let marks = sees("\"\"\"") ? 3 : 1
    for _ in 0..<marks { copy() }
    let end = String(repeating: "\"", count: marks) + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    while at < input.count, !sees(end) {
      if sees(escape + "(") {
        for _ in escape.utf8 { blank() }
        copy()
        code(closedBy: UInt8(ascii: ")"))
        if at < input.count { copy() }
      } else if sees(escape) {
        for _ in 0..<min(escape.utf8.count + 1, input.count - at) { blank() }
      } else {
        blank()
      }
    }
    for _ in 0..<min(marks + hashes, input.count - at) { copy() }
  }

  private func sees(_ text: String) -> Bool {
    let bytes = text.utf8
    return input.count - at >= bytes.count && input[at..<(at + bytes.count)].elementsEqual(bytes)
  }

  private mutating func copy() {
    output.append(input[at])
    at += 1
  }

  private mutating func blank() {
    guard at < input.count else { return }
    output.append(input[at] == Self.lineFeed ? Self.lineFeed : UInt8(ascii: " "))
    at += 1
  }
}

/// Counts braces; a brace belongs to a function when what stands before it, since the last brace, declares one.
private struct FunctionFinder {
  private struct Level {
    /// Open parentheses and brackets: a brace inside them is a closure in a declaration, not its body.
    var brackets = 0
    var head: [UInt8] = []
    var functionLine: Int?
  }

  private(set) var found: [(line: Int, length: Int)] = []
  private var levels = [Level()]
  private var line = 1

  mutating func take(_ byte: UInt8) {
    let top = levels.count - 1
    switch byte {
    case UInt8(ascii: "{"):
      let line = levels[top].brackets == 0 ? lineOfFunction(levels[top].head) : nil
      levels.append(Level(functionLine: line))
    case UInt8(ascii: "}"):
      guard top > 0, let closed = levels.popLast() else { return }
      if let start = closed.functionLine { found.append((start, line - start + 1)) }
      if levels[top - 1].brackets == 0 { levels[top - 1].head.removeAll() }
    default:
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { levels[top].brackets += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { levels[top].brackets -= 1 }
      if byte == UInt8(ascii: "\n") { line += 1 }
      levels[top].head.append(byte)
    }
  }

  private func lineOfFunction(_ head: [UInt8]) -> Int? {
    let lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (above, text) in lines.reversed().enumerated() {
      let words = text.split { !Self.isLetter($0) }.map { String(decoding: $0, as: UTF8.self) }
      if words.contains(where: Self.declarations.contains) { return line - above }
      if words.contains(where: Self.types.contains) { return nil }
    }
    return nil
  }

  private static let declarations: Set<String> = ["func", "init", "deinit", "subscript", "var"]
  private static let types: Set<String> = ["struct", "class", "enum", "extension", "protocol", "actor"]

  /// A point belongs to a word, so that a call of `.init` is no declaration.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
