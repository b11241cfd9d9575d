public import Model

/// What a transfer to or from another program did besides: what has no place on the other side, what was decided on the way,
/// and what did not fit.
public struct TransferReport: Equatable, Sendable {
  /// A kind of thing that did not go over, counted.
  public struct Loss: Equatable, Sendable {
    public var one: String
    public var many: String
    public var count: Int
    /// The first few by name.
    public var names: [String]

    /// `3 sets: 'a', 'b' and 1 more`.
    public var sentence: String {
      let counted = count == 1 ? "1 \(one)" : "\(count) \(many)"
      guard !names.isEmpty else { return counted }
      let rest = count - names.count
      return counted + ": " + names.map { "'\($0)'" }.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
  }

  /// In the order in which they were met.
  public private(set) var losses: [Loss] = []
  /// What was decided, as sentences.
  public private(set) var notes: [String] = []
  /// What did not fit, each by itself as far as they are few.
  public private(set) var problems: [Problem] = []
  /// How many did not fit in all.
  public private(set) var problemCount = 0

  private static let mostNames = 5
  private static let mostProblems = 1000

  public init() {}

  public var isLossless: Bool { losses.isEmpty && problemCount == 0 }

  /// Counts something that has no place on the other side.
  public mutating func lose(_ one: String, _ many: String, _ name: String? = nil, count: Int = 1) {
    guard count > 0 else { return }
    var loss = Loss(one: one, many: many, count: 0, names: [])
    let place = losses.firstIndex { $0.many == many }
    if let place { loss = losses[place] }
    loss.count += count
    if let name = name.map({ Self.shown($0) }), loss.names.count < Self.mostNames, !loss.names.contains(name) {
      loss.names.append(name)
    }
    if let place { losses[place] = loss } else { losses.append(loss) }
  }

  public mutating func note(_ sentence: String) {
    if !notes.contains(sentence) { notes.append(sentence) }
  }

  public mutating func problem(_ what: String, file: String, hint: String? = nil) {
    problem(Problem(what, file: file, hint: hint))
  }

  public mutating func problem(_ problem: Problem) {
    problemCount += 1
    if problems.count < Self.mostProblems { problems.append(problem) }
  }

  /// Where a transcript is to be looked at, by the name that the file has for it.
  static func look(at transcript: String) -> String { "Look at it with: show \(transcript)" }

  /// Hints that tell to look at a transcript name it as the study does.
  public mutating func rename(transcripts names: [String: String]) {
    let hints = Dictionary(
      names.filter { $0.key != $0.value }.map { (Self.look(at: $0.key), Self.look(at: $0.value)) },
      uniquingKeysWith: { first, _ in first })
    for place in problems.indices {
      if let hint = problems[place].hint.flatMap({ hints[$0] }) { problems[place].hint = hint }
    }
  }

  public mutating func append(_ other: TransferReport) {
    for loss in other.losses {
      lose(loss.one, loss.many, count: loss.count)
      for name in loss.names { addName(name, to: loss.many) }
    }
    for sentence in other.notes { note(sentence) }
    problems += other.problems.prefix(max(0, Self.mostProblems - problems.count))
    problemCount += other.problemCount
  }

  private mutating func addName(_ name: String, to many: String) {
    guard let place = losses.firstIndex(where: { $0.many == many }), losses[place].names.count < Self.mostNames else {
      return
    }
    losses[place].names.append(name)
  }

  /// A name from a file can be of any length.
  static func shown(_ name: String) -> String {
    let line = String(name.map { $0.isNewline ? " " : $0 })
    return line.utf8.count > 240 ? line.prefix(60) + "…" : line
  }
}
