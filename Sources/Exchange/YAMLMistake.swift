import Model
import Yams

/// A mistake in the form of a YAML file, in words for somebody who has never heard of YAML's grammar.
struct YAMLMistake {
  private var what: String
  private var line: Int?
  /// From 1, in code points.
  private var column: Int?
  private let lines: [Substring]

  init(_ error: YamlError, text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    what = "The file cannot be read as YAML."
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      (line, column) = (mark.line, mark.column)
      describe(problem, opened: context?.mark.line ?? mark.line)
    case .reader(_, let offset, _, _):
      what = "There is a character here that no text has: a control character."
      line = offset.map { text.prefix($0).count { $0 == "\n" || $0 == "\r\n" } + 1 }
    case .duplicatedKeysInMapping(let fields, let context):
      describeDouble(fields.first ?? "", mark: context.mark)
    default: break
    }
  }

  func problem(file: String) -> Problem {
    let typed = line.flatMap { lines.indices.contains($0 - 1) ? String(lines[$0 - 1]) : nil }
      .flatMap { $0.trimmed.isEmpty ? nil : $0 }
    var caret: Int?
    if let typed, let column { caret = String(typed.unicodeScalars.prefix(max(0, column - 1))).count }
    return Problem(what, file: file, line: line, typed: typed, caret: caret, hint: CodebookFile.example)
  }

  private mutating func describe(_ problem: String, opened: Int) {
    switch problem {
    case "found character that cannot start any token", "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      describeCharacter()
    case "mapping values are not allowed in this context":
      what = "A ':' stands where no field begins: put a text with ': ' in it in quotes, or mend the indentation."
    case "could not find expected ':'":
      (line, column) = (opened, nil)
      what = "A field's name and ':' are expected here; a text that runs on is indented further than its field."
    case "did not find expected key":
      what = "This line does not fit what stands above: it is indented otherwise, or follows a quote that has closed."
    case "did not find expected '-' indicator":
      what = "This line does not fit the list above it: items begin with '-' and are indented alike."
    case "did not find expected ',' or ']'":
      what = "The list that opens with '[' in line \(opened) is not closed before this, or lacks a comma."
    case "did not find expected ',' or '}'":
      what = "The '{' of line \(opened) is not closed before this, or lacks a comma."
    case "found unexpected end of stream", "found unexpected document indicator":
      (line, column) = (opened, nil)
      what = "The quote that opens in line \(opened) is never closed."
    case "found undefined alias", "did not find expected alphabetic or numeric character":
      what = "A text that begins with '*' or '&' must stand in quotes."
    case "found unknown escape character":
      what = "A '\\' in double quotes must be doubled, or the text put in single quotes."
    case "block sequence entries are not allowed in this context":
      what = "A list item with '-' cannot begin here: put it on a line of its own."
    case "but found another document":
      what = "A second codebook begins here; a file holds one."
    default:
      what = "The file cannot be read as YAML from here: \(problem)."
    }
  }

  private mutating func describeCharacter() {
    let number = line ?? 1
    let read = lines.indices.contains(number - 1) ? lines[number - 1] : ""
    if read.prefix(while: \.isWhitespace).contains("\t") {
      what = "The line is indented with a tab; YAML wants blanks."
      return
    }
    let scalars = read.unicodeScalars.dropFirst(max(0, (column ?? 1) - 1))
    guard let character = scalars.first, character != "\t" else {
      what = "There is a tab here; YAML wants blanks."
      return
    }
    what = "A text that begins with '\(character)' must stand in quotes."
  }

  private mutating func describeDouble(_ field: String, mark: Mark) {
    line = mark.line
    what = "The field '\(field)' stands twice in one place: in line \(mark.line)"
    let second = lines.indices.dropFirst(mark.line).first { index in
      let read = lines[index]
      let indent = mark.column - 1
      return read.prefix { $0 == " " }.count == indent && read.dropFirst(indent).hasPrefix(field + ":")
    }
    if let second {
      line = second + 1
      what += " and in line \(second + 1)."
    } else {
      what += " for the first time."
    }
  }
}
