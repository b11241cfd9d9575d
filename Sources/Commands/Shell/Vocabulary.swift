import Model

/// All that can be completed: plain arrays, filled from the command tree and the open study.
struct Vocabulary: Sendable {
  struct Entry: Equatable, Sendable {
    var name: String
    var detail: String

    init(_ name: String, _ detail: String = "") {
      self.name = name
      self.detail = detail
    }
  }

  struct Command: Sendable {
    var name: String
    var abstract: String
    var options: [Option] = []
    var arguments: [Kind] = []
    /// The last argument may be given more than once.
    var repeats = false
    var subcommands: [Command] = []
  }

  struct Option: Sendable {
    /// With their dashes: `--format`, `-o`.
    var names: [String]
    var abstract: String
    /// What its value is; nil when it takes none.
    var value: Kind?
  }

  /// What is expected at a place on the line.
  enum Kind: Equatable, Sendable {
    case choice([Entry])
    /// What help can be asked for.
    case command
    case code, transcript, `case`, coder, attribute, file
    /// `TRANSCRIPT:SEGMENTS`
    case place
    /// `attribute=value`
    case assignment
    /// The condition of a `--where`: one word of the line.
    case condition
    /// The rest of the line, as typed: a query, or one that begins with the words to search.
    case query, words
    /// Something that cannot be guessed.
    case other

    var takesRest: Bool { self == .query || self == .words }
  }

  var commands: [Command] = []
  /// What help can be asked for besides commands.
  var topics: [Entry] = []
  /// Key and name.
  var codes: [Entry] = []
  var transcripts: [Entry] = []
  var cases: [Entry] = []
  var coders: [Entry] = []
  /// Each with the values that occur.
  var attributes: [Attribute] = []
  /// The paths that begin as typed; folders end in `/`.
  var files: @Sendable (String) -> [String] = { _ in [] }

  var attributeNames: [Entry] {
    let builtIn = ["case", "transcript", "speaker", "role", "coder", "date"].filter { name in
      !attributes.contains { $0.name == name }
    }
    return attributes.map { Entry($0.name, $0.values.prefix(3).joined(separator: ", ")) } + builtIn.map { Entry($0) }
  }

  func values(of attribute: String) -> [Entry] {
    let found = attributes.filter { $0.name.folded == attribute.folded }.flatMap(\.values).map { Entry($0) }
    return switch attribute.folded {
    case _ where !found.isEmpty: found
    case "case": cases
    case "transcript": transcripts
    case "coder": coders
    default: []
    }
  }
}
