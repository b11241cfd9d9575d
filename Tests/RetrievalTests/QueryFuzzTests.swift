import Foundation
import Model
import Retrieval
import TestSupport
import Testing

/// Whatever is typed is a query or a problem with a place in it.
///
/// 20 000 lines; DRAAD_FUZZ=1000000 tries that many, from DRAAD_FUZZ_SEED on.
@Suite("Fuzz of the query parser")
struct QueryFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let lines = environment["DRAAD_FUZZ"].flatMap(Int.init) ?? 20_000
  private static let seed = environment["DRAAD_FUZZ_SEED"].flatMap(UInt64.init) ?? 7

  @Test("Whatever is typed is a query that prints back to itself, or a problem with a place in it")
  func anything() throws {
    var soup = QuerySoup(seed: Self.seed)
    var read = 0
    for _ in 0..<Self.lines {
      let line = soup.line()
      let answers = [
        problem(line, { try Query.parse($0).description }),
        problem(line, { try Query.parse(matching: $0).description }, again: { try Query.parse($0).description }),
        problem(line, { try WordExpression.parse($0).description }),
        problem(line, { try Condition.parse($0).description }),
      ]
      read += answers.count { $0 == nil }
    }
    #expect(read > Self.lines / 20)
  }

  /// nil where the line could be read; what is printed is read again by `again`, else as the line was.
  private func problem(
    _ line: String, _ parse: (String) throws -> String, again: ((String) throws -> String)? = nil
  ) -> Problem? {
    do {
      let printed = try parse(line)
      let reprinted = try? again.map { try $0(printed) } ?? parse(printed)
      #expect(reprinted == printed, "\(line)")
      return nil
    } catch let problem as Problem {
      #expect(problem.typed == line && (0...line.count).contains(problem.caret ?? -1), "\(line) \(problem)")
      #expect(problem.hint != nil, "\(line) \(problem)")
      return problem
    } catch {
      Issue.record("\(line) \(error)")
      return nil
    }
  }
}
