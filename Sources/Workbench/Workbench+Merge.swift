import Coding
import Foundation
public import Model
import Store

/// Something that two copies changed in different ways, put to a person.
public struct MergeQuestion: Equatable, Sendable {
  /// What is the matter, as a sentence.
  public var sentence: String
  /// Which question of how many it is, from 1.
  public var number: Int
  public var count: Int

  public init(sentence: String, number: Int, count: Int) {
    self.sentence = sentence
    self.number = number
    self.count = count
  }
}

/// What a merge would do, or how two studies differ.
public struct MergePlan: Equatable, Sendable {
  public var table: Table
  /// What was changed in both, a sentence each.
  public var conflicts: [String]
  /// All that differs, a sentence each.
  public var differences: [String]
  public var differenceTable: Table
  public var changesNothing: Bool
  /// Whether the two have no interview, no code and no copy in common, so that a merge asks first.
  public var isUnrelated: Bool
}

extension Workbench {
  /// Copies the study for another coder, so that both can be merged again.
  public func branch(to path: String) throws -> Act {
    let named = (path as NSString).pathExtension.isEmpty ? path + ".draad" : path
    guard !FileManager.default.fileExists(atPath: named) else {
      throw Problem("'\(named)' is there already.", file: named, hint: "Give another name: branch FILE", kind: .refused)
    }
    let begun = act()
    let act = try store.perform(begun) { change in
      let side = try change.side()
      try change.keepFacts(StudyFacts.all(of: side, codings: change.codingsOfCopy().codings), of: side)
      return "Branched to \((named as NSString).lastPathComponent)."
    }
    do {
      try store.branch(to: named, after: act.number)
    } catch {
      try store.unstoppably {
        if try store.log(limit: 1).first?.number == act.number { _ = try? store.undo(1, now: clock()) }
      }
      throw error
    }
    return act
  }

  /// What a merge with another copy of the study would do.
  public func mergePlan(_ path: String, prefer: String? = nil, alsoErased: Bool = false) throws -> MergePlan {
    let rule = try prefer.map(Self.rule) ?? .both
    let other = try otherStudy(path)
    defer { other.close() }
    let erased = try alsoErased ? nil : erased(from: other)
    let merge = try store.withCodings { mine, ours in try merged(mine, ours, other, rule, erased: erased) }
    let words = MergeWords([merge.mine, merge.theirs])
    let differences = merge.differences
    return MergePlan(
      table: Self.table(of: merge.tally, other.name), conflicts: merge.conflicts.map(words.sentence),
      differences: differences.map(\.sentence), differenceTable: Self.table(of: differences, other.name),
      changesNothing: merge.changesNothing, isUnrelated: try !isRelated(to: other))
  }

  /// Brings in what another copy of the study has, as one act.
  ///
  /// - Parameters:
  ///   - prefer: `mine`, `theirs` or `both` where something was changed in both.
  ///   - alsoErased: whether transcripts that were erased here for good come in again.
  ///   - unrelated: whether it is known that the two have nothing in common.
  ///   - ask: who decides where there is no rule: `mine`, `theirs` or `both`; nil ends it and nothing is changed.
  ///   - agree: who is asked whether two studies that have nothing in common are to be one.
  public func merge(
    _ path: String, prefer: String? = nil, alsoErased: Bool = false, unrelated: Bool = false,
    asking ask: ((MergeQuestion) throws -> String?)? = nil, agreeing agree: ((String) throws -> Bool)? = nil
  ) throws -> Outcome {
    let rule = try prefer.map(Self.rule)
    let other = try otherStudy(path)
    defer { other.close() }
    if !unrelated { try requireRelated(other, path, agree) }
    let erased = try alsoErased ? nil : erased(from: other)
    var answers: [StudyCell: MergeRule] = [:]
    if rule == nil, let ask {
      let asked = try store.withCodings { mine, ours in try merged(mine, ours, other, .both, erased: erased) }
      answers = try Self.answers(asked, ask)
    }
    var notes: [String] = []
    var done = try store.perform(act()) { change in
      let mine = try change.side()
      let merge = try merged(mine, try change.codingsOfCopy(), other, rule ?? .both, answers, erased: erased)
      if rule == nil { try Self.requireSettled(merge, answers, path) }
      notes = Self.notes(on: merge, answers, rule)
      guard !(merge.changesNothing && merge.isKnown) else { return "" }
      try change.apply(merge.content, to: mine, from: other)
      return "Merged \(other.name): \(Self.summary(merge))."
    }
    forgetCodebook()
    if done.number == 0 { done.summary = "Nothing to merge: this study has all that \(other.name) has." }
    return Outcome(act: done, notes: notes)
  }

  private func merged(
    _ mine: StudySide, _ ours: CodingsOfCopy, _ other: StudyStore, _ rule: MergeRule,
    _ answers: [StudyCell: MergeRule] = [:], erased: ErasedSide?
  ) throws -> StudyMerge {
    try other.withCodings { theirs, others in
      let theirs = erased?.leftOut(of: theirs) ?? theirs
      try Self.requireSameTexts(mine, theirs, other.name)
      return try StudyMerge(mine, theirs, rule: rule, answers: answers) {
        (try ours.codings(of: $0), try others.codings(of: $0))
      }
    }
  }

  /// Throws where the text of a transcript was replaced in one of the two: positions would be those of another text.
  private static func requireSameTexts(_ mine: StudySide, _ theirs: StudySide, _ other: String) throws {
    let replaced = mine.guids.filter { guid, text in
      guard let there = theirs.guids[guid] else { return false }
      return there.prefix(64) != text.prefix(64)
    }
    guard let first = replaced.min(by: { $0.key < $1.key }) else { return }
    let name = MergeWords([mine]).transcript(first.value)
    throw Problem(
      "The text of '\(name)' is not the same in both studies: it was replaced in one of them. Nothing was merged.",
      hint: "Give the other the same text first: draad -s \(other) transcript replace \(name) FILE")
  }

  /// Whether the two have something in common; an empty study goes with all.
  private func isRelated(to other: StudyStore) throws -> Bool {
    let (mine, theirs) = (try store.kinship(), try other.kinship())
    return mine.isEmpty || theirs.isEmpty || !mine.isDisjoint(with: theirs)
  }

  private func requireRelated(_ other: StudyStore, _ path: String, _ agree: ((String) throws -> Bool)?) throws {
    guard try !isRelated(to: other) else { return }
    let sentence = "'\(other.name)' has no interview and no code in common with this study, and is no copy of it."
    guard try agree?(sentence) != true else { return }
    throw Problem(
      "\(sentence) Nothing was merged.", file: path,
      hint: "If both are to be one study: merge \(path) --unrelated", kind: .refused)
  }

  private func otherStudy(_ path: String) throws -> StudyStore {
    guard FileManager.default.fileExists(atPath: path) else {
      let named = path + ".draad"
      throw Problem(
        "There is no study '\((path as NSString).lastPathComponent)'.", file: path,
        hint: FileManager.default.fileExists(atPath: named)
          ? "Write its name in full: \(named)" : "Name the file of the other copy: merge OTHER.draad")
    }
    guard !store.isIn(path) else {
      throw Problem(
        "'\((path as NSString).lastPathComponent)' is this study itself.", file: path,
        hint: "Name the other copy: merge OTHER.draad", kind: .usage)
    }
    return try StudyStore.reading(path, stopSign: store.stopSign)
  }

  private static func rule(_ typed: String) throws -> MergeRule {
    guard let rule = MergeRule(rawValue: typed) else {
      throw Problem(
        "'\(typed)' is no rule for merging.", hint: "There are: --prefer mine, --prefer theirs, --prefer both",
        kind: .usage)
    }
    return rule
  }

  private static func answers(
    _ merge: StudyMerge, _ ask: (MergeQuestion) throws -> String?
  ) throws -> [StudyCell: MergeRule] {
    let words = MergeWords([merge.mine, merge.theirs])
    var answers: [StudyCell: MergeRule] = [:]
    for (number, conflict) in merge.conflicts.enumerated() {
      let question = MergeQuestion(
        sentence: words.sentence(conflict), number: number + 1, count: merge.conflicts.count)
      guard let answer = try ask(question) else {
        throw Problem("Stopped; nothing was merged.", hint: "See what is left with: merge FILE --dry-run")
      }
      answers[conflict.cell] = try rule(answer)
    }
    return answers
  }

  private static func requireSettled(
    _ merge: StudyMerge, _ answers: [StudyCell: MergeRule], _ path: String
  ) throws {
    let open = merge.conflicts.filter { answers[$0.cell] == nil }
    guard !open.isEmpty else { return }
    let words = MergeWords([merge.mine, merge.theirs])
    let shown = open.prefix(10).map { "\n  " + words.sentence($0) }.joined()
    let more = open.count > 10 ? "\n  and \(open.count - 10) more" : ""
    throw Problem(
      "\(counted(open.count, "thing")) changed in both studies; nothing was merged.\(shown)\(more)",
      hint: "Say whose counts: merge \(path) --prefer mine, theirs or both")
  }

  private static func notes(
    on merge: StudyMerge, _ answers: [StudyCell: MergeRule], _ rule: MergeRule?
  ) -> [String] {
    let words = MergeWords([merge.mine, merge.theirs])
    let changed = merge.conflicts.map { conflict in
      let rule = answers[conflict.cell] ?? rule ?? .both
      return "Changed in both, \(rule.rawValue) \(rule == .both ? "are" : "is") kept: " + words.sentence(conflict)
    }
    return changed + merge.needed.map { words.needed($0.cell, stood: $0.stood) }
  }
}
