import Coding
public import Model
import Retrieval
import Store

/// Which transcripts are given to whom, as typed.
public struct AssignRequest: Equatable, Sendable {
  /// Nothing where they are drawn, or all are divided.
  public var transcripts: [String]
  /// One name, or several with commas between them.
  public var coders: [String]
  /// So many are drawn and given to each coder.
  public var sample: String?
  /// All are divided between the coders, and so many go to each of them.
  public var share: String?
  public var attributes: [String]
  public var condition: String?
  public var seed: Int

  public init(
    _ transcripts: [String] = [], to coders: [String], sample: String? = nil, share: String? = nil,
    by attributes: [String] = [], where condition: String? = nil, seed: Int = 1
  ) {
    self.transcripts = transcripts
    self.coders = coders
    self.sample = sample
    self.share = share
    self.attributes = attributes
    self.condition = condition
    self.seed = seed
  }
}

extension Workbench {
  /// Gives transcripts to coders; those who have them already keep them as they are.
  public func assign(_ request: AssignRequest) throws -> Outcome {
    let coders = try newOrKnown(request.coders)
    guard !coders.isEmpty else {
      throw Problem("It is not said to whom.", hint: "As in: assign s01-team --to Anna", kind: .usage)
    }
    let ways = [!request.transcripts.isEmpty, request.sample != nil, request.share != nil].count { $0 }
    guard ways == 1 else {
      throw Problem(
        ways == 0 ? "It is not said which transcripts." : "Transcripts are named, drawn or divided: one of the three.",
        hint: "assign T1 T2 --to Anna, assign --sample 10% --to Anna, or assign --share 10% --to Anna,Bram",
        kind: .usage)
    }
    if !request.transcripts.isEmpty, !request.attributes.isEmpty || request.condition != nil {
      throw Problem(
        "--by and --where belong to a draw.", hint: "As in: assign --sample 10% --by sector --to Anna", kind: .usage)
    }
    let (given, notes) = try given(request, coders)
    let known = Set(try store.assignments().map { [$0.transcript, $0.coder] })
    let new = given.filter { !known.contains([$0.transcript, $0.coder]) }
    guard !new.isEmpty else {
      return Outcome(act: act("Nothing to assign: they have all of it already."), notes: notes)
    }
    let act = try store.perform(act()) { change in
      for assignment in new { try change.assign(assignment) }
      return Self.summary(new, coders, seed: request.transcripts.isEmpty ? request.seed : nil)
    }
    let there = given.count - new.count
    return Outcome(
      act: act, notes: notes + (there > 0 ? ["\(counted(there, "assignment")) of these stood already."] : []))
  }

  /// Who gets what, and what is to be said of it.
  private func given(_ request: AssignRequest, _ coders: [String]) throws -> ([Assignment], [String]) {
    if let size = request.sample ?? request.share {
      let drawn = try draw(
        SampleRequest(size: size, by: request.attributes, seed: request.seed), where: request.condition)
      let names = drawn.units.map(drawn.name)
      let both = names.flatMap { name in coders.map { Assignment(name, to: $0) } }
      guard request.share != nil else { return (both, []) }
      let division = drawn.divided(between: coders, seed: request.seed)
      let counts = coders.map { coder in "\(coder) \(division.count { $0.coder == coder } + names.count)" }
      let who = coders.count == 2 ? "both" : "each"
      return (
        both + division,
        ["\(counted(names.count, "transcript")) for \(who) of them; in all \(counts.joined(separator: ", "))."]
      )
    }
    for name in request.transcripts where try !store.transcriptNames().contains(name) {
      throw try unknownTranscript(name)
    }
    return (request.transcripts.distinct().flatMap { name in coders.map { Assignment(name, to: $0) } }, [])
  }

  /// Takes transcripts from coders; all of theirs where none is named.
  public func unassign(_ transcripts: [String], from typed: [String]) throws -> Act {
    let coders = try names(typed).map(coderNamed)
    for name in transcripts where try !store.transcriptNames().contains(name) { throw try unknownTranscript(name) }
    let gone = try store.assignments().filter {
      coders.contains($0.coder) && (transcripts.isEmpty || transcripts.contains($0.transcript))
    }
    guard !gone.isEmpty else {
      throw Problem("There is nothing to take away.", hint: "'assign' shows who has what.", kind: .nothingFound)
    }
    return try store.perform(act()) { change in
      for assignment in gone { try change.unassign(assignment.transcript, from: assignment.coder) }
      return "Took \(Self.listed(gone.map(\.transcript).distinct())) from \(coders.joined(separator: ", "))."
    }
  }

  /// Says of transcripts of the present coder that they are done, or that they are not.
  public func setDone(_ isDone: Bool, _ transcripts: [String]) throws -> Act {
    let coder = try requireCoder()
    let own = try store.assignments().filter { Folding.fold($0.coder) == Folding.fold(coder) }
    guard !transcripts.isEmpty else {
      throw Problem("It is not said which.", hint: "As in: assign s01-team --done", kind: .usage)
    }
    let meant = try transcripts.map { name in
      guard let assignment = own.first(where: { $0.transcript == name }) else {
        guard try store.transcriptNames().contains(name) else { throw try unknownTranscript(name) }
        throw Problem("'\(name)' is not \(coder)'s to code.", hint: "Give it first: assign \(name) --to \(coder)")
      }
      return assignment
    }
    return try store.perform(act()) { change in
      for assignment in meant {
        try change.assign(Assignment(assignment.transcript, to: assignment.coder, isDone: isDone))
      }
      return "\(coder) is \(isDone ? "done" : "not done") with \(Self.listed(transcripts.distinct()))."
    }
  }

  /// The transcript that the present coder has to code next: the first of theirs, in the order of the study, that is not done.
  public func nextAssigned() throws -> String {
    let coder = try requireCoder()
    let own = try store.assignments().filter { Folding.fold($0.coder) == Folding.fold(coder) }
    if let next = own.first(where: { !$0.isDone }) { return next.transcript }
    throw Problem(
      own.isEmpty ? "\(coder) has no transcripts to code." : "\(coder) is done with all \(own.count).",
      hint: own.isEmpty
        ? "Name one: read TRANSCRIPT; or give some: assign TRANSCRIPT --to \(coder)"
        : "Name one to look at it: read TRANSCRIPT",
      kind: .nothingFound)
  }

  private func names(_ typed: [String]) -> [String] {
    typed.flatMap { $0.split(separator: ",").map(\.trimmed) }.filter { !$0.isEmpty }
  }

  /// Coders by the names they have in the study; others are new.
  func newOrKnown(_ typed: [String]) throws -> [String] {
    let known = try store.coderNames()
    return names(typed).map { name in known.first { Folding.fold($0) == Folding.fold(name) } ?? name }.distinct()
  }

  private static func summary(_ given: [Assignment], _ coders: [String], seed: Int?) -> String {
    let lot = seed.map { " by lot (seed \($0))" } ?? ""
    let parts = coders.compactMap { coder -> String? in
      let own = given.filter { $0.coder == coder }.map(\.transcript)
      return own.isEmpty ? nil : "\(coder) \(listed(own))"
    }
    return "Assigned\(lot): \(parts.joined(separator: "; "))."
  }

  private static func listed(_ names: [String]) -> String {
    names.count <= 5 ? names.map { "'\($0)'" }.joined(separator: ", ") : "\(names.count) transcripts"
  }
}

extension Workbench.DrawnSample {
  /// What was not drawn, dealt to coders in turn, stratum after stratum in the order of a lot.
  func divided(between coders: [String], seed: Int) -> [Assignment] {
    let chosen = Set(draw.chosen)
    var dealt: [Assignment] = []
    for (stratum, values) in frame.strata.enumerated() {
      let left = frame.units.indices.filter { !chosen.contains($0) && Int(frame.units[$0].stratum) == stratum }
      var lot = StratifiedDraw.lot((["rest"] + values).joined(separator: "\u{1F}"), seed: seed)
      for place in lot.order(of: left.count) {
        dealt.append(Assignment(name(frame.units[left[place]]), to: coders[dealt.count % coders.count]))
      }
    }
    return dealt.sorted { ($0.transcript, $0.coder) < ($1.transcript, $1.coder) }
  }
}
