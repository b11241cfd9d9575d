import Foundation
import Testing

@Suite("Tidy")
struct TidyTests {
  @Test("No file has more than 400 lines")
  func fileLength() {
    let long = (Repository.sources + Repository.tests).filter { $0.lines.count > 401 }.map(\.path)
    #expect(long == [])
  }

  @Test("No function has more than 70 lines")
  func functionLength() {
    let long = Repository.code.flatMap { file, code in
      code.functions.filter { $0.length > 70 }.map { "\(file.path):\($0.line): \($0.length) lines" }
    }
    #expect(long == [])
  }

  @Test("Nothing but Commands prints")
  func printing() throws {
    let printing = try Regex(
      #"\b(print|debugPrint|dump|fputs|puts|printf)\(|\bstandard(Output|Error)\b|\bstd(out|err)\b"#)
    #expect(findings(printing) { $0.parts[0] == "Sources" && $0.parts[1] != "Commands" } == [])
  }

  @Test("Nothing is forced: no try!, no as!, no unwrapping with !")
  func forcing() throws {
    let forcing = try Regex(#"\btry!|\bas!|[\w\)\]\}>\?"]!(?!=)"#)
    #expect(findings(forcing) { _ in true } == [])
  }

  @Test("No type and no file is called a helper, a manager or a utility")
  func names() throws {
    let declared = try Regex(#"\b(class|struct|enum|actor|protocol|typealias)\s+\w*(Util|Helper|Manager)"#)
    #expect(findings(declared) { _ in true } == [])
    let files = (Repository.sources + Repository.tests).filter { file in
      ["Util", "Helper", "Manager"].contains { file.name.contains($0) }
    }
    #expect(files.map(\.path) == [])
  }

  @Test("Nothing is left to be done in a comment")
  func promises() {
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    let open = (Repository.sources + Repository.tests + Repository.documents).flatMap { file in
      file.lines.enumerated().filter { line in marks.contains { line.element.contains($0) } }
        .map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(open == [])
  }

  @Test("File names are unique in a target")
  func uniqueNames() {
    let paths = Dictionary(grouping: Repository.sources.filter { $0.name.hasSuffix(".swift") }) {
      "\($0.parts[1])/\($0.name)"
    }
    #expect(paths.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  private func findings(_ pattern: Regex<AnyRegexOutput>, in wanted: (Repository.File) -> Bool) -> [String] {
    Repository.code.filter { wanted($0.file) }.flatMap { file, code in
      code.lines.enumerated().filter { $0.element.contains(pattern) }.map { number, _ in
        "\(file.path):\(number + 1): \(file.lines[number].trimmingCharacters(in: .whitespaces))"
      }
    }
  }
}
