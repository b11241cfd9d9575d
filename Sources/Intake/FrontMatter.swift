import Model
import Yams

/// What the lines between `---` at the very start of a file tell of its transcript.
struct FrontMatter: Equatable {
  var caseName: String?
  /// With a role where one is given.
  var speakers: [Speaker] = []
  /// In the order of the file.
  var attributes: [Attribute] = []

  init() {}

  /// Where the front matter stands: its YAML, and where the text after it begins, in bytes.
  struct Place: Equatable {
    var yaml: Range<Int>
    var bodyStart: Int
  }

  /// The front matter of a text: nil where it has none.
  ///
  /// A text that opens with a rule `---` and goes on with words has none.
  static func find(in bytes: [UInt8]) -> Place? {
    var end = bytes.lineEnd(from: 0)
    guard isFence(bytes, 0..<end, "---") else { return nil }
    let start = min(end + 1, bytes.count)
    guard opensWithKey(bytes, from: start) else { return nil }
    var at = start
    while at < bytes.count {
      end = bytes.lineEnd(from: at)
      if isFence(bytes, at..<end, "---") || isFence(bytes, at..<end, "...") {
        return Place(yaml: start..<at, bodyStart: afterBlankLines(bytes, from: min(end + 1, bytes.count)))
      }
      at = end + 1
    }
    return Place(yaml: start..<bytes.count, bodyStart: bytes.count)
  }

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>, _ fence: String) -> Bool {
    bytes[line.lowerBound..<bytes.trimmingBlanks(from: line.lowerBound, to: line.upperBound)].elementsEqual(fence.utf8)
  }

  private static func opensWithKey(_ bytes: [UInt8], from start: Int) -> Bool {
    var at = bytes.skippingSpace(from: start, to: bytes.count)
    while at < bytes.count, bytes[at] == ASCII.hash {
      at = bytes.skippingSpace(from: bytes.lineEnd(from: at), to: bytes.count)
    }
    let end = bytes.lineEnd(from: at)
    if isFence(bytes, at..<end, "---") { return true }
    guard let colon = bytes[at..<end].firstIndex(of: ASCII.colon), colon > at, colon - at <= 60 else { return false }
    return colon + 1 == end || bytes[colon + 1] == ASCII.blank || bytes[colon + 1] == ASCII.tab
  }

  private static func afterBlankLines(_ bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let next = bytes.skippingBlanks(from: at, to: bytes.count)
      guard next < bytes.count, bytes[next] == ASCII.lineFeed else { return next == bytes.count ? next : at }
      at = next + 1
    }
    return at
  }

  /// Reads YAML whose first line is line `firstLine` of the file.
  ///
  /// A flaw refuses the file.
  init(yaml: String, firstLine: Int) throws(Flaw) {
    guard Self.isShallow(yaml) else { throw Flaw(line: firstLine, "It is nested too deeply, or too long.") }
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw Flaw(error, yaml: yaml, firstLine: firstLine)
    }
    guard let root else { return }
    guard let mapping = root.mapping else {
      throw Flaw(line: firstLine, "It should be lines such as 'case: School 1'.")
    }
    for (key, value) in mapping {
      do {
        try take(key, value)
      } catch {
        throw error.moved(by: firstLine - 1)
      }
    }
  }

  private mutating func take(_ key: Node, _ value: Node) throws(Flaw) {
    guard let name = key.scalar?.string.trimmed, !name.isEmpty else {
      throw Flaw(line: key.mark?.line, "A name before the colon is missing.")
    }
    switch name.lowercased() {
    case "case":
      let values = try Self.values(of: value, for: name)
      guard values.count < 2 else { throw Flaw(line: key.mark?.line, "'case' has more than one value.") }
      caseName = values.first
    case "speakers": speakers = try Self.speakers(value)
    default:
      let values = try Self.values(of: value, for: name)
      if !values.isEmpty { attributes.append(Attribute(name, values)) }
    }
  }

  private static func values(of node: Node, for name: String) throws(Flaw) -> [String] {
    switch node {
    case .scalar(let scalar):
      let text = scalar.string.trimmed
      let isNothing = text.isEmpty || (scalar.style == .plain && (text == "~" || text.lowercased() == "null"))
      return isNothing ? [] : [text]
    case .sequence(let list):
      var all: [String] = []
      for item in list {
        guard item.scalar != nil else {
          throw Flaw(line: item.mark?.line, "The list '\(name)' holds something that is no value.")
        }
        all += try values(of: item, for: name)
      }
      return all
    default: throw Flaw(line: node.mark?.line, "'\(name)' should be a value or a list of values.")
    }
  }

  /// `{ I: interviewer }`, `{ Anna: { role: leerkracht, age: 40 } }` or a list of names.
  private static func speakers(_ node: Node) throws(Flaw) -> [Speaker] {
    if case .sequence = node { return try values(of: node, for: "speakers").map { Speaker(name: $0) } }
    if node.scalar != nil { return try values(of: node, for: "speakers").map { Speaker(name: $0) } }
    guard let mapping = node.mapping else {
      throw Flaw(line: node.mark?.line, "'speakers' should name a role for each speaker.")
    }
    var speakers: [Speaker] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string.trimmed, !name.isEmpty else {
        throw Flaw(line: key.mark?.line, "A speaker without a name.")
      }
      speakers.append(try speaker(name, value))
    }
    return speakers
  }

  private static func speaker(_ name: String, _ node: Node) throws(Flaw) -> Speaker {
    guard let mapping = node.mapping else { return Speaker(name: name, role: try oneRole(of: node, name)) }
    var speaker = Speaker(name: name)
    for (key, value) in mapping {
      let attribute = key.scalar?.string.trimmed ?? ""
      if attribute.lowercased() == "role" {
        speaker.role = try oneRole(of: value, name)
      } else {
        let values = try values(of: value, for: attribute)
        if !values.isEmpty { speaker.attributes.append(Attribute(attribute, values)) }
      }
    }
    return speaker
  }

  private static func oneRole(of node: Node, _ name: String) throws(Flaw) -> String? {
    let roles = try values(of: node, for: name)
    guard roles.count < 2 else { throw Flaw(line: node.mark?.line, "'\(name)' has more than one role.") }
    return roles.first
  }

  /// Depth and references are bounded before parsing: a file may be made to exhaust the stack, or to multiply without end.
  private static func isShallow(_ yaml: String) -> Bool {
    guard yaml.utf8.count <= 65_536 else { return false }
    guard yaml.utf8.count(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) <= 100 else { return false }
    guard yaml.utf8.count(where: { $0 == ASCII.star }) <= 20 else { return false }
    return yaml.utf8.split(separator: ASCII.lineFeed).allSatisfy { line in
      line.prefix { " -?:\t".utf8.contains($0) }.count <= 60
    }
  }

  /// What is wrong with front matter, and on which line of the file.
  struct Flaw: Error, Equatable {
    var line: Int?
    var text: String

    init(line: Int?, _ text: String) {
      self.line = line
      self.text = text
    }

    init(_ error: any Error, yaml: String, firstLine: Int) {
      text = "It cannot be read."
      line = firstLine
      guard let error = error as? YamlError else { return }
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        text = "It cannot be read: \(problem)."
        line = firstLine + mark.line - 1
      case .duplicatedKeysInMapping(let duplicates, let context):
        let key = duplicates.first ?? ""
        text = "'\(key)' stands in it twice."
        let same = yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter {
          $0.element.trimmed.prefix { $0 != ":" }.trimmed == key
        }
        line = firstLine + (same.dropFirst().first?.offset ?? context.mark.line - 1)
      default: break
      }
    }

    func moved(by lines: Int) -> Flaw { Flaw(line: line.map { $0 + lines }, text) }

    func problem(in file: SourceFile) -> IntakeProblem {
      IntakeProblem(
        file: file.name, line: line, "The front matter of '\(file.shortName)' is not as it should be. \(text)",
        .refused,
        hint: "Mend the lines between the two '---', or leave them out.")
    }
  }
}
