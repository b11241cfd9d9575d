public import Model
import Retrieval
import Store

extension Workbench {
  /// Hides from a coder what the others put, or shows it again; the present coder where nobody is named.
  public func setBlind(_ isBlind: Bool, _ typed: String? = nil) throws -> Act {
    let names = try newOrKnown([try typed ?? requireCoder()])
    guard let name = names.first, names.count == 1 else {
      throw Problem("One coder is meant.", hint: "As in: blind on Anna", kind: .usage)
    }
    guard try store.blindCoders().contains(name) != isBlind else {
      return act(isBlind ? "\(name) codes blind already." : "\(name) does not code blind.")
    }
    return try store.perform(act()) { change in
      try change.setBlind(isBlind, coder: name)
      return isBlind
        ? "\(name) codes blind from now on: what others put is hidden." : "\(name) sees from now on what others put."
    }
  }

  /// Who codes blind, in a sentence.
  public func blindSentence() throws -> String {
    let names = try store.blindCoders()
    guard let last = names.last else { return "Nobody codes blind." }
    return names.count == 1
      ? "\(last) codes blind." : "\(names.dropLast().joined(separator: ", ")) and \(last) code blind."
  }

  /// Whether what others put is hidden from the present coder.
  public var isBlind: Bool { (try? blindCoder()) != nil }

  /// The present coder by their name in the study, where they code blind.
  func blindCoder() throws -> String? {
    guard let coder else { return nil }
    return try store.blindCoders().first { Folding.fold($0) == Folding.fold(coder) }
  }

  /// A filter that lets a blind coder see only their own codings, with the note that says so.
  ///
  /// Throws where codings of another are asked for.
  func seen(_ filter: FilterRequest) throws -> (filter: FilterRequest, notes: [Table.Note]) {
    guard let own = try blindCoder() else { return (filter, []) }
    if let other = try filter.coders.map(coderNamed).first(where: { $0 != own }) { throw Self.hidden(other, from: own) }
    var filter = filter
    filter.coders = [own]
    return (filter, [.init("Blind", "only what \(own) put is shown; 'blind off' shows what others put")])
  }

  static func hidden(_ other: String, from own: String) -> Problem {
    Problem(
      "\(own) codes blind: what \(other) put is hidden.", hint: "'blind off' shows it; that stands in the log.",
      kind: .refused)
  }
}
