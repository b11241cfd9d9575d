import Foundation
import Model
import TestSupport
import Testing

@testable import Workbench

/// Three copies of a study with histories of their own, merged in every order.
///
/// `DRAAD_HISTORIES=1000` tries as many, from `DRAAD_HISTORY_SEED` on.
struct RandomMergeTests {
  private static let environment = ProcessInfo.processInfo.environment
  static let first = environment["DRAAD_HISTORY_SEED"].flatMap(UInt64.init) ?? 1
  static let count = environment["DRAAD_HISTORIES"].flatMap(UInt64.init) ?? 25

  @Test("Three copies merged in any order give the same content, with every coding once", arguments: [first])
  func anyOrder(first: UInt64) throws {
    for seed in first..<(first + Self.count) { try history(seed) }
  }

  @Test(
    "So do three that met before: what was put, taken over elsewhere and taken away, or taken back, is gone",
    arguments: [first])
  func metBefore(first: UInt64) throws {
    for seed in first..<(first + Self.count) { try history(seed, rounds: 1 + Int(seed % 5)) }
  }

  private func history(_ seed: UInt64, rounds: Int = 0) throws {
    let copies = try RandomCopies(seed: seed, acts: rounds > 0 ? 1...6 : 3...12, rounds: rounds)
    let (a, b, c) = (copies.paths[0], copies.paths[1], copies.paths[2])
    let comment: Comment = "seed \(seed)"
    let (path, digest) = try copies.merged([a, b, c], called: "abc")
    // Two that were merged before go into the third, and back; some come in twice.
    let pair = try copies.merged([b, c], called: "bc").path
    let orders = [
      [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a], [a, b, c, b, c, b], [a, pair], [pair, a], [b, path, a, c],
    ]
    for order in orders {
      let other = try copies.merged(order, called: "other")
      guard other.digest != digest else { continue }
      let names = order.map { ($0 as NSString).lastPathComponent }.joined(separator: " ")
      let differences = try copies.differences(path, other.path)
      Issue.record("seed \(seed), \(names) and a, b, c differ: \(differences)")
      return
    }
    let codings = try copies.codings(path).map(RandomCopies.shown).sorted()
    #expect(try codings == copies.expectedCodings().sorted(), comment)
    let study = try copies.open(path)
    defer { study.close() }
    #expect(try study.check().hasPrefix("The study is whole"), comment)
    #expect(try study.merge(b, prefer: "both").act.summary.hasPrefix("Nothing to merge"), comment)
    let alone = try copies.merged([a], called: "other")
    let acts = try study.log(limit: nil).rows.count - copies.acts(alone.path)
    // Where nothing came in, there is nothing to take back.
    guard acts > 0 else { return }
    _ = try study.undo(acts)
    if try study.contentDigest() != alone.digest {
      Issue.record("seed \(seed), undone: \(try copies.differences(path, alone.path))")
    }
    _ = try study.redo(acts)
    #expect(try study.contentDigest() == digest, comment)
  }
}
