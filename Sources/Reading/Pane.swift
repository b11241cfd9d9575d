/// What is open over the transcript.
enum Pane: Equatable, Sendable {
  case text
  case picker(CodePicker)
  case prompt(Prompt)
  case page(InfoPage)
}

/// A list of codes that a few letters make shorter.
struct CodePicker: Equatable, Sendable {
  enum Purpose: Sendable { case put, take, define }

  var purpose: Purpose
  /// The only codes that can be chosen; nil for all.
  var among: Set<Int>?
  var typed = ""
  /// The codes that fit, the best first.
  var found: [Int] = []
  /// An index into `found`.
  var chosen = 0

  var code: Int? { found.indices.contains(chosen) ? found[chosen] : nil }
}

/// A line in which something is typed.
struct Prompt: Equatable, Sendable {
  enum Purpose: Sendable { case words, number, memo }

  var purpose: Purpose
  var typed = ""

  var label: String {
    switch purpose {
    case .words: "Find: "
    case .number: "Segment: "
    case .memo: "Memo: "
    }
  }
}

/// A page to be read that covers the transcript.
struct InfoPage: Equatable, Sendable {
  enum Subject: Equatable, Sendable {
    case help
    /// A code, as its place in the codebook.
    case code(Int)
    /// The memos on a segment.
    case memos(Int)
  }

  var subject: Subject
  /// How many lines are above the screen.
  var top = 0
}
