import Model
import Workbench

/// How the shell is set; nothing of it is remembered from one run to the next.
struct ShellSettings: Equatable {
  /// Whether results may go on into a program of the system.
  var pipes = false
  /// Whether it is shown how an earlier line that began so went on.
  var hints = true

  static let names: [(name: String, meaning: String)] = [
    ("hints", "what was typed before appears in faint letters; → takes it"),
    ("pipes", "results may go on into a program, as in: frequencies | head -5"),
  ]

  /// A line a setting: its name, on or off, and what it does.
  var shown: String {
    Self.names.map { name, meaning in "\(name)  \(isOn(name) ? "on " : "off")  \(meaning)" }.joined(separator: "\n")
  }

  func isOn(_ name: String) -> Bool { name == "pipes" ? pipes : hints }

  /// Throws where there is no such setting, or where it is neither on nor off.
  mutating func set(_ name: String, _ value: String) throws(Problem) {
    let known = Self.names.map(\.name)
    guard known.contains(name) else {
      let near = Names.nearest(name, known).first
      throw Problem(
        "There is no setting '\(name)'.",
        hint: (near.map { "Did you mean '\($0)'? " } ?? "") + "There are: \(known.joined(separator: ", ")).",
        kind: .usage)
    }
    guard ["on", "off"].contains(value) else {
      throw Problem(
        "'\(name)' is on or off, not '\(value)'.", hint: "As in: set \(name) \(isOn(name) ? "off" : "on")", kind: .usage
      )
    }
    if name == "pipes" { pipes = value == "on" } else { hints = value == "on" }
  }
}
