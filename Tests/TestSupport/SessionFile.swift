/// A recorded session: the lines somebody typed, and under each what came back, results and messages alike.
///
///     # A comment, kept as it is.
///     -- interviews/mill-01.txt --
///     Sam: A file that stands in the folder of the session before its first line is typed.
///     --
///     > import ./interviews
///     Imported 1 transcript: 1 turn, 1 segment, 12 words.
///
/// A file whose name has `(hex)` behind it is given as hexadecimal bytes. `./` is the folder of the session. A line that
/// begins with `#! ` says why the output of the next line is not yet what stands there. A line of output that begins
/// with `#`, `>`, `--` or `\` has a `\` before it. Blank lines at the end of an output do not count.
public struct SessionFile {
  public struct Input: Equatable {
    public var name: String
    public var bytes: [UInt8]
  }

  public struct Step: Equatable {
    /// Where it is typed, from 1.
    public var line: Int
    public var typed: String
    public var output: String
    /// What is wrong with the program, where it does not answer so yet.
    public var knownIssue: String?
  }

  private enum Part {
    case kept(String)
    case step(Int)
  }

  public private(set) var inputs: [Input] = []
  public private(set) var steps: [Step] = []
  private var parts: [Part] = []

  public init(_ text: String) {
    var input: (name: String, lines: [String])?
    var issue: String?
    var isInOutput = false
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
      if let open = input {
        if line == "--" {
          inputs.append(Self.file(open.name, open.lines))
          input = nil
        } else {
          input?.lines.append(line)
        }
        parts.append(.kept(line))
      } else if line.hasPrefix("> ") {
        parts.append(.step(steps.count))
        steps.append(Step(line: number + 1, typed: String(line.dropFirst(2)), output: "", knownIssue: issue))
        issue = nil
        isInOutput = true
      } else if line.hasPrefix("#") {
        if line.hasPrefix("#! ") { issue = String(line.dropFirst(3)) }
        parts.append(.kept(line))
        isInOutput = false
      } else if line.hasPrefix("-- "), line.hasSuffix(" --") {
        input = (String(line.dropFirst(3).dropLast(3)), [])
        parts.append(.kept(line))
        isInOutput = false
      } else if isInOutput {
        steps[steps.count - 1].output += (line.hasPrefix("\\") ? String(line.dropFirst()) : line) + "\n"
      } else {
        parts.append(.kept(line))
      }
    }
    for index in steps.indices { steps[index].output = Self.trimmed(steps[index].output) }
  }

  /// Without the blank lines at the end.
  public static func trimmed(_ output: String) -> String {
    var output = output[...]
    while output.last == "\n" { output.removeLast() }
    return String(output)
  }

  /// The session as it is written with these outputs, one a step; where there is a known issue the output stays.
  public func text(recording outputs: [String]) -> String {
    var text = ""
    var follows = false
    for part in parts {
      switch part {
      case .kept(let line):
        text += (follows && !line.isEmpty ? "\n" : "") + line + "\n"
        follows = false
      case .step(let index):
        let step = steps[index]
        let output = step.knownIssue == nil ? Self.trimmed(outputs[index]) : step.output
        text += (follows ? "\n" : "") + "> \(step.typed)\n"
        if !output.isEmpty {
          text += output.split(separator: "\n", omittingEmptySubsequences: false).map(Self.marked).joined()
        }
        follows = true
      }
    }
    return Self.trimmed(text) + "\n"
  }

  private static func marked(_ line: Substring) -> String {
    (["#", ">", "--", "\\"].contains { line.hasPrefix($0) } ? "\\" : "") + line + "\n"
  }

  private static func file(_ named: String, _ lines: [String]) -> Input {
    guard named.hasSuffix(" (hex)") else {
      return Input(name: named, bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
    }
    let bytes = lines.flatMap { $0.split(separator: " ") }.compactMap { UInt8($0, radix: 16) }
    return Input(name: String(named.dropLast(6)), bytes: bytes)
  }
}
