import Foundation
import GRDB
import Model
import Retrieval
import Synchronization
import TestSupport
import Testing

@testable import Store

/// What is asked of SQLite is answered by its indexes: a table of segments, turns, codings or terms is gone through from
/// end to end only where everything is asked for.
@Suite("Query plans") struct QueryPlanTests {
  private let study: StudyFixture
  private var store: StudyStore { study.store }
  private let onlyAnna = Filter(
    attributes: ["speaker"], units: { $0.values("speaker") == ["Anna"] }, codings: { _ in true })

  init() throws {
    study = try StudyFixture()
    let visit = Transcript.lines("visit", ["Anna: ja hoor", "Bram: nee", "Anna: één"])
    try study.importTranscripts([visit, .lines("call", ["Cor: ja"])])
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim"), Code(key: "B", name: "Bar")])) }
    try study.tag("visit", [visit.span(of: "hoor")], "A")
  }

  /// How SQLite goes about the statements that `body` asks, line by line.
  private func plans(_ body: () throws -> Void) throws -> [String] {
    let asked = Mutex<[String]>([])
    store.queue.inDatabase { db in
      db.trace { event in
        if case .statement(let statement) = event { asked.withLock { $0.append(statement.sql) } }
      }
    }
    try body()
    return try store.queue.inDatabase { db in
      db.trace(options: [])
      var lines: [String] = []
      for sql in asked.withLock({ $0 }) where sql.hasPrefix("SELECT") {
        // Not through GRDB, which wants a value for every parameter.
        let plan = try RawStatement(db, "EXPLAIN QUERY PLAN " + sql)
        while try plan.step() { lines.append(plan.text(3)) }
      }
      return lines
    }
  }

  /// The tables that are gone through from end to end by what `body` asks.
  private func scans(_ body: () throws -> Void) throws -> [String] {
    let names = ["s": "segments", "u": "turns"]
    let found = try plans(body).compactMap { line -> String? in
      guard line.hasPrefix("SCAN "), !line.contains("VIRTUAL TABLE INDEX") else { return nil }
      let table = String(line.dropFirst(5).prefix { $0 != " " })
      return names[table] ?? table
    }
    return found.filter { ["segments", "turns", "codings", "terms", "term_stems", "segment_index"].contains($0) }
  }

  @Test("A search for words goes to the segments that the index names, whatever the filter")
  func search() throws {
    for filter in [nil, onlyAnna] {
      let scope = try store.scope(filter)
      #expect(try scans { _ = try store.segments(.matching("\"ja\""), in: scope, limit: 10) } == [])
      #expect(try scans { _ = try store.ranks(matching: "\"ja\"", in: scope) } == [])
    }
  }

  @Test("Words are looked up by their form, their stems and their beginning")
  func terms() throws {
    for typed in ["hoor", "=één", "\"ja hoor\"", "ja near/3 nee", "ho*", "ja not nee"] {
      let words = try WordExpression.parse(typed)
      #expect(try scans { _ = try store.expand(words) } == [], "\(typed)")
    }
  }

  @Test("The codings of a code are read from an index, in whatever transcript they are")
  func codes() throws {
    let scope = try store.scope(nil)
    #expect(try scans { _ = try store.ground(scope, needs: [], codes: ["A"]) } == [])
    #expect(try scans { _ = try store.ground(scope, needs: [.segments, .passages], codes: ["A"]) } == [])
  }

  @Test("Codings are read transcript by transcript, in the order of an index")
  func codings() throws {
    let plan = try plans { _ = try store.ground(store.scope(nil), needs: .presence) }
    #expect(plan.contains { $0.contains("codings_of_transcript") }, "\(plan)")
    #expect(try scans { _ = try store.ground(store.scope(nil), needs: .presence) } == [])
  }

  @Test("A passage is quoted from its own transcript")
  func quotes() throws {
    let scope = try store.scope(nil)
    let passages = [Passage(transcript: 0, span: TextSpan(0, 4))]
    #expect(try scans { _ = try store.excerpts(of: passages, in: scope, limit: nil, context: 1) { _ in [] } } == [])
  }

  @Test("Words are counted transcript by transcript of those that pass")
  func words() throws {
    let scope = try store.scope(onlyAnna)
    #expect(try scans { _ = try store.words(in: scope, leavingOut: .none) } == ["terms"])
  }

  @Test("What needs everything goes through everything, once")
  func everything() throws {
    let scope = try store.scope(nil)
    #expect(try scans { _ = try store.ground(scope, needs: .segments) } == ["segments"])
    #expect(try scans { _ = try store.segments(.all, in: scope, limit: nil) } == ["segments"])
    #expect(try scans { _ = try store.expand(WordExpression.parse("~oor")) } == ["terms"])
  }
}
