import Model
import TestSupport
import Testing

@testable import Store
@testable import Workbench

/// Three copies that heard of each other's changes before come to the same, whoever merges whom first.
struct MergeOrderTests {
  private let copies: TwoCopies
  private let third: Workbench

  init() throws {
    copies = try TwoCopies()
    _ = try copies.theirs.merge(copies.path)
    third = try copies.branch(of: copies.mine, "third", coder: "cas")
  }

  /// The study that comes of the three, which is the same in all orders, for whoever asks to look at it; closed afterwards.
  private func inEveryOrder(_ look: (Workbench) throws -> Void) throws {
    let (one, two, three) = (copies.path, copies.otherPath, third.path)
    var first: String?
    for (number, order) in [
      [one, two, three], [one, three, two], [two, one, three], [two, three, one], [three, one, two], [three, two, one],
    ].enumerated() {
      let source = try Workbench.open(order[0])
      _ = try source.backup(to: copies.folder["order\(number).draad"])
      source.close()
      let study = try Workbench.open(copies.folder["order\(number).draad"], clock: { "2026-01-02T03:04:05Z" })
      defer { study.close() }
      for path in order.dropFirst() + order.dropFirst() { _ = try study.merge(path, prefer: "both") }
      let digest = try study.contentDigest()
      #expect(digest == first ?? digest, "order \(number)")
      if first == nil { try look(study) }
      first = digest
      #expect(try study.check().hasPrefix("The study is whole"))
    }
    third.close()
  }

  @Test("What one replaced after having heard of it is replaced, also where another changed it apart")
  func replaced() throws {
    _ = try copies.theirs.moveCode("K", under: "M")
    _ = try third.merge(copies.otherPath, prefer: "both")
    _ = try third.renameCode("L", to: "Other")
    _ = try third.moveCode("K", under: nil)
    _ = try third.moveCode("M", under: "L")
    _ = try copies.mine.moveCode("K", under: "L")
    try inEveryOrder { study in
      let codes = try study.codebook().codes
      #expect(
        codes.map { "\($0.key) under \($0.parent ?? "none")" } == [
          "L under none", "M under L", "K under L",
        ])
    }
  }

  @Test("A code that one took away, having heard of its new name, comes back with all its names where a third needs it")
  func deletedAndNeeded() throws {
    _ = try copies.theirs.renameCode("L", to: "Later")
    _ = try copies.mine.merge(copies.otherPath)
    _ = try copies.mine.deleteCode("L", withChildren: false)
    _ = try third.tag("t:2", ["L"])
    try inEveryOrder { study in
      let codes = try study.codebook().codes
      #expect(codes.map(\.name) == ["Code K", "Code L / Later", "Code M"])
    }
  }

  @Test("A code that one retired and another, who had heard of it, took away is retired where it comes back")
  func retiredAndDeleted() throws {
    _ = try copies.theirs.retireCode("L", reason: "gone")
    _ = try copies.mine.merge(copies.otherPath)
    _ = try copies.mine.deleteCode("L", withChildren: false)
    _ = try third.addMemo(about: .code("L"), "Why?")
    try inEveryOrder { study in
      let codes = try study.codebook().codes
      #expect(codes.first { $0.key == "L" }?.not?.hasPrefix("Retired") == true)
    }
  }

  @Test("An attribute is spelt in one way, whoever took it away and whoever spelt it anew")
  func spelling() throws {
    func load(_ study: Workbench, _ sheet: String) throws {
      _ = try study.loadCases(copies.folder.write(sheet, to: "cases.csv"))
    }
    try load(copies.theirs, "case,Sector\na,po\n")
    _ = try copies.mine.merge(copies.otherPath)
    _ = try copies.mine.undo(1)
    try load(copies.mine, "case,sector\nb,vo\n")
    try load(third, "case,SECTOR\nc,vo\n")
    _ = try third.undo(1)
    _ = try third.merge(copies.otherPath)
    _ = try copies.theirs.undo(1)
    try inEveryOrder { _ in }
  }
}
