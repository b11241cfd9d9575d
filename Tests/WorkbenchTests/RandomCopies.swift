import Foundation
import Model
import Store
import TestSupport

@testable import Workbench

/// A study and two branches of it, in each of which somebody works on by chance.
final class RandomCopies {
  let folder: TemporaryFolder
  /// The files of the three, closed.
  let paths: [String]
  /// As the study was when the branches were made.
  let origin: String
  /// For each of the three all codings it ever had or was told of.
  private var seen: [Set<Known>] = []
  /// The same before each merge, by the number of its act: undo takes back what was learned, too.
  private var seenBefore: [[Int: Set<Known>]] = [[:], [:], [:]]
  private var isMeeting = false
  /// The numbers of what nobody does: a transcript that one divided anew, and another, who had heard of it, took away, comes
  /// back as a third has it, or as it was divided, whichever comes first (decision 30).
  private var leftOut: Set<Int> = []
  /// In what somebody makes or sets: what two did alike and apart is one, and who takes back the one takes back the other.
  private var mark = ""
  private var random: SeededGenerator
  private static let codes = ["K", "K1", "K2", "L", "L1", "M"]
  private static let texts = (1...8).map { number in
    "---\nspeakers:\n  Ann:\n  Bob:\n  Cas:\n---\n\nAnn: Het werk is zwaar \(number).\n\nBob: Ja.\n\nAnn: En lang, heel lang.\n\nCas: Genoeg \(number)?\n"
  }

  /// - Parameter rounds: how often two of them meet and go on; each codes under a name of their own then.
  init(seed: UInt64, acts: ClosedRange<Int> = 3...12, rounds: Int = 0) throws {
    random = SeededGenerator(seed: seed)
    isMeeting = rounds > 0
    if isMeeting { leftOut = seed % 2 == 0 ? [22] : [23, 25] }
    folder = try TemporaryFolder()
    paths = ["a", "b", "c"].map { [folder] in folder[$0 + ".draad"] }
    origin = folder["o.draad"]
    let study = try open(new: paths[0])
    for number in 0..<3 { try importText(number, as: "t\(number)", in: study) }
    let codes =
      "codes:\n  - key: K\n    name: K\n    children:\n      - key: K1\n        name: K1\n      - key: K2\n"
      + "        name: K2\n  - key: L\n    name: L\n    children:\n      - key: L1\n        name: L1\n  - key: M\n    name: M\n"
    _ = try study.loadCodebook(folder.write(codes, to: "codes.yaml"))
    for _ in 0..<12 { step(study, coder: pick(["ann", "bob"])) }
    for path in paths.dropFirst() { _ = try study.branch(to: path) }
    study.close()
    try FileManager.default.copyItem(atPath: paths[0], toPath: origin)
    seen = try Array(repeating: codings(origin), count: 3)
    for place in paths.indices { try work(in: place, acts, coders: rounds > 0 ? [Self.coders[place]] : Self.coders) }
    for _ in 0..<rounds {
      try meet()
      for place in paths.indices { try work(in: place, 0...3, coders: [Self.coders[place]]) }
    }
  }

  private static let coders = ["ann", "bob", "cas"]

  private func work(in place: Int, _ acts: ClosedRange<Int>, coders: [String]) throws {
    mark = isMeeting ? "\(place)" : ""
    let study = try open(paths[place])
    for _ in 0..<Int.random(in: acts, using: &random) { step(study, coder: pick(coders), any: pick(Self.coders)) }
    study.close()
    try seen[place].formUnion(codings(paths[place]))
  }

  /// One takes over what another has; now and then somebody takes back what was done last.
  private func meet() throws {
    let place = pick(Array(paths.indices))
    let other = pick(paths.indices.filter { $0 != place })
    let study = try open(paths[place])
    let act = try study.merge(paths[other], prefer: "both").act.number
    study.close()
    seenBefore[place][act] = seen[place]
    try seen[place].formUnion(seen[other].union(codings(paths[place])))
    if pick([true, false, false]) { try takeBack(in: pick(Array(paths.indices))) }
  }

  private func takeBack(in place: Int) throws {
    let store = try StudyStore.open(paths[place])
    defer { store.close() }
    for act in try store.undo(pick([1, 1, 2, 3]), now: "2026-01-02T03:04:05Z") {
      if let before = seenBefore[place][act.number] { seen[place] = before }
    }
  }

  private func open(new path: String) throws -> Workbench { try Workbench.new(path, clock: { "2026-01-02T03:04:05Z" }) }

  func open(_ path: String) throws -> Workbench { try Workbench.open(path, clock: { "2026-01-02T03:04:05Z" }) }

  /// A copy of one of the files, made by hand.
  func copy(_ path: String, _ name: String) throws -> String {
    let copy = folder[name + ".draad"]
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    return copy
  }

  func acts(_ path: String) throws -> Int {
    let study = try open(path)
    defer { study.close() }
    return try study.log(limit: nil).rows.count
  }

  /// The digest of the first after all others came in, in their order, twice the last.
  func merged(_ order: [String], called name: String) throws -> (path: String, digest: String) {
    let path = try copy(order[0], name)
    let study = try open(path)
    defer { study.close() }
    for other in order.dropFirst() { _ = try study.merge(other, prefer: "both") }
    return (path, try study.contentDigest())
  }

  private func importText(_ number: Int, as name: String, in study: Workbench) throws {
    _ = try study.importFiles([folder.write(Self.texts[number], to: "sources\(number)/\(name).txt")])
  }

  /// What comes with a project of another program: a file beside the transcripts, or a code that only holds others.
  private func exchange(_ code: String, _ number: Int, _ transcript: String, in study: Workbench) throws {
    let isCode = pick([true, false])
    let known = try study.codebook().codes.filter { isCode && $0.key == code }
    let codes = known.map { StudyCode($0, isFolder: pick([true, false])) }
    let file = StudyAttachment(
      "file \(mark)\(number)", kind: .pdf, fileName: "file\(number).pdf", bytes: [UInt8(number), 2, 3],
      transcript: pick([transcript, nil]), guid: pick([GUID(of: "file \(mark)\(number)"), nil]))
    _ = try study.store.perform(Act(at: "2026-01-02T03:04:05Z", coder: study.coder, line: "exchange", summary: "")) {
      try $0.setMarks(of: codes)
      if !isCode { _ = try $0.take(file) }
      return "Exchanged."
    }
  }

  private func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: choices.indices, using: &random)] }

  /// One act; what cannot be done now is left out.
  ///
  /// - Parameter any: whose codings are taken off.
  private func step(_ study: Workbench, coder: String, any: String? = nil) {
    study.coder = coder
    let names = (try? study.transcriptNames()) ?? []
    let name = names.isEmpty ? "t0" : pick(names)
    let code = pick(Self.codes + ["N\(mark)\(Int.random(in: 1...3, using: &random))"])
    let other = pick(Self.codes)
    let number = Int.random(in: 1...4, using: &random)
    let choice = Int.random(in: 0..<35, using: &random)
    let assigned = ["ann", "bob", "dora"].map { $0 + mark }
    guard !leftOut.contains(choice) else { return }
    switch choice {
    case 0..<8: _ = try? study.tag("\(name):\(number)", [code])
    case 8..<11:
      study.coder = any ?? coder
      _ = try? study.untag("\(name):\(number)", [code])
    case 11: _ = try? study.renameCode(code, to: "Name \(mark)\(number)")
    case 12: _ = try? study.moveCode(code, under: pick([other, nil]))
    case 13: _ = try? study.deleteCode(code, withChildren: pick([true, false]))
    case 14: _ = try? study.mergeCode(code, into: other)
    case 15, 16:
      _ = try? study.addCode(
        key: "N\(mark)\(number)", name: "New \(number)", under: pick([other, nil]),
        definition: pick(["one", "two", nil]))
    case 17:
      let sheet =
        "case,\(pick(["Sector", "sector", "size"]))\ncase \(mark)\(number),\(pick(["po", "vo", "po|so"]))\n"
      _ = try? study.loadCases(folder.write(sheet, to: "cases.csv"))
    case 18:
      _ = try? study.assignCases(folder.write("transcript,case\n\(name),case \(mark)\(number)\n", to: "assigned.csv"))
    case 19: _ = try? study.saveQuery("q\(mark)\(number)", pick(["werk", "lang", "code:K"]))
    case 20, 21:
      try? importText(
        Int(mark).map { 5 + $0 } ?? Int.random(in: 0..<5, using: &random), as: pick(["t3", "t4", "t5"]), in: study)
    case 22: _ = try? study.remove(name)
    case 23: _ = try? study.segment(name, by: pick([.turn, .paragraph, .sentence]))
    case 24: _ = try? study.setRole(pick(["boss\(mark)", "guest\(mark)"]), ofSpeaker: pick(["Ann", "Bob"]), in: name)
    case 25: _ = try? study.mergeSpeaker(pick(["Bob", "Cas"]), into: pick(["Ann", "Dora\(mark)"]), in: name)
    case 26, 27:
      let subjects: [Memo.Subject] = [
        .study, .transcript(name), .code(code),
        .passage(transcript: name, span: TextSpan(5, 8), code: pick([code, nil])),
        .ofCase("case \(mark)\(number)"),
      ]
      _ = try? study.addMemo(about: pick(subjects), "Memo \(number)")
    case 28, 29: _ = try? study.assign(AssignRequest([name], to: [pick(assigned)]))
    case 30:
      _ =
        pick([true, false])
        ? try? study.unassign([name], from: [pick(assigned)])
        : try? study.setDone(pick([true, false]), [name])
    case 31: _ = try? study.setBlind(pick([true, false]), pick([coder, assigned[1]]))
    case 32, 33: try? exchange(code, number, name, in: study)
    default:
      _ = pick([true, false]) ? try? study.editMemo(number, "Other \(mark)\(number)") : try? study.deleteMemo(number)
    }
  }
}

extension RandomCopies {
  /// A coding by the text it stands in, with its mark.
  struct Known: Hashable {
    var text: String
    var place: MarkedCoding.Place
    var guid: MarkedCoding.GUID
  }

  func codings(_ path: String) throws -> Set<Known> {
    let store = try StudyStore.reading(path)
    defer { store.close() }
    return try store.withCodings { side, codings in
      var known: Set<Known> = []
      for text in Set(side.stands.keys.filter { $0.kind == .transcript }.map(\.owner)) {
        for coding in try codings.codings(of: text) {
          known.insert(Known(text: text, place: coding.place, guid: coding.guid))
        }
      }
      return known
    }
  }

  /// The codings there must be when all are merged: those that nobody had, or had heard of, and has no more.
  func expectedCodings() throws -> Set<String> {
    let copies = try paths.map { try codings($0) }
    let held = copies.map { Set($0.map(Self.shown)) }
    let stand = copies.reduce(Set<Known>()) { $0.union($1) }.filter { known in
      paths.indices.allSatisfy { !seen[$0].contains(known) || held[$0].contains(Self.shown(known)) }
    }
    return Set(stand.map(Self.shown))
  }

  /// The cells in which two studies differ, what is meant and what stands there, with those of the copies.
  func differences(_ one: String, _ other: String) throws -> String {
    let sides = try ([one, other, origin] + paths).map { path in
      let store = try StudyStore.reading(path)
      defer { store.close() }
      return try store.side()
    }
    func shown(_ value: CellValue?) -> String { value.map { String(($0.text ?? "nil").prefix(8)) } ?? "-" }
    let cells = Set(sides[0].cells.keys).union(sides[1].cells.keys).union(sides[0].stands.keys)
      .union(sides[1].stands.keys)
    return cells.sorted().filter {
      sides[0].cells[$0] != sides[1].cells[$0] || sides[0].stands[$0] != sides[1].stands[$0]
    }.map { cell in
      let values = sides.map { "\(shown($0.cells[cell]))/\(shown($0.stands[cell]))" }
      return "\n  \(cell.kind) \(cell.owner.prefix(12)) \(cell.field): " + values.joined(separator: "  ")
    }.joined()
  }

  static func shown(_ known: Known) -> String {
    "\(known.text.prefix(8)) \(known.place.span.start)-\(known.place.span.end) \(known.place.code) \(known.place.coder)"
  }
}
