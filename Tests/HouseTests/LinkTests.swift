import Foundation
import TestSupport
import Testing

@Suite("Links")
struct LinkTests {
  @Test("Every link of a document leads to a file that is there")
  func links() throws {
    let link = try Regex(#"\]\(([^)\s#]+)(?:#[^)]*)?\)"#)
    let dead = Repository.documents.flatMap { file in
      file.text.matches(of: link).compactMap { match -> String? in
        guard let target = match.output[1].substring.map(String.init), !target.contains("://") else { return nil }
        let folder = (file.path as NSString).deletingLastPathComponent
        let path = RepositoryFiles.root.appendingPathComponent(folder).appendingPathComponent(target).path
        return FileManager.default.fileExists(atPath: path) ? nil : "\(file.path): \(target)"
      }
    }
    #expect(dead == [])
  }

  @Test("Decisions are numbered without gaps, each with its four parts")
  func decisions() {
    let records = Repository.documents.filter { $0.parts[0] == "Decisions" && $0.name != "README.md" }
    let numbers = records.map { Int($0.name.prefix(4)) ?? 0 }
    #expect(numbers == Array(1..<(numbers.count + 1)))
    for record in records {
      let heads = record.lines.filter { $0.hasPrefix("## ") }.map(String.init)
      #expect(heads == ["## Context", "## Decision", "## Consequences", "## Status"], "\(record.path)")
      #expect(record.lines.first?.hasPrefix("# \(Int(record.name.prefix(4)) ?? 0). ") == true, "\(record.path)")
    }
  }
}
