import Model
import Workbench

extension Session {
  /// Sets the filter that later commands share, once it is known to mean something in this study.
  func use(_ words: [String]) throws {
    guard let what = words.first else {
      return console.result(shared.isEmpty ? "No filter is set; all is looked at." : "Set: \(shared.shown).")
    }
    guard isConversing || isInScript else {
      throw Problem(
        "What 'use' sets holds until the shell or the script ends, and here it ends at once.",
        hint: "Say it with the command: frequencies --where sector=vo, or open the shell.", kind: .usage)
    }
    let rest = words.dropFirst().joined(separator: " ")
    var next = shared
    switch what.lowercased() {
    case "where" where !rest.isEmpty: next.condition = rest
    case "coder" where !rest.isEmpty:
      let names = words.dropFirst().joined(separator: " ").split(separator: ",").map { String($0).trimmed }
      next.coders = names.filter { !$0.isEmpty }
    default:
      throw Problem(
        "'use \(words.joined(separator: " "))' sets nothing.", hint: "As in: use where sector=vo, or: use coder Anna",
        kind: .usage)
    }
    let passing = try open().passing(FilterRequest(condition: next.condition, coders: next.coders))
    shared = next
    console.result("From now on \(shared.shown): \(passing). 'clear' drops it.")
  }

  func clearContext() {
    let was = shared
    shared = SharedFilter()
    console.result(was.isEmpty ? "No filter was set." : "Dropped: \(was.shown).")
  }

  func showLast(_ output: OutputOptions) throws {
    guard let last = console.last else {
      let hint =
        isConversing ? "Ask for one first: frequencies" : "Say it with the command: frequencies --output freq.xlsx"
      throw Problem("There is no result yet.", hint: hint, kind: .nothingFound)
    }
    switch last {
    case .table(let table): try console.show(table, output)
    case .excerpts(let excerpts): try console.show(excerpts, output)
    }
    if let workbench { keepExports(in: workbench) }
  }

  func save(_ command: Save) throws {
    var words = command.words
    if words.first == "as" { words.removeFirst() }
    guard words.count == 1, let file = words.first else {
      throw Problem("A result is saved under one name.", hint: "save as freq.xlsx", kind: .usage)
    }
    let output = try OutputOptions.parse(
      ["--output=\(file)", "--labels", command.labels] + (command.force ? ["--force"] : []))
    try showLast(output)
  }
}
