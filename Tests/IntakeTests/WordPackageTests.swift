import Packages
import Testing

@testable import Intake

struct WordPackageTests {
  private func text(_ entries: [(String, [UInt8])]) -> String? {
    let answer = ZipArchive.open(WordFixture.archive(entries)) { WordPackage($0)?.read(notes: .end) }
    guard case .text(let text) = answer ?? nil else { return nil }
    return String(decoding: text.bytes + text.notes, as: UTF8.self)
  }

  private func relations(_ list: [(type: String, target: String)]) -> [UInt8] {
    let inside = list.map { "<Relationship Type=\"http://x/\($0.type)\" Target=\"\($0.target)\"/>" }
    return Array("<Relationships>\(inside.joined())</Relationships>".utf8)
  }

  private let body = WordFixture.xml(
    "<w:p>\(WordFixture.run("een"))<w:r><w:endnoteReference w:id=\"2\"/><w:footnoteReference w:id=\"3\"/>"
      + "<w:footnoteReference w:id=\"1\"/><w:footnoteReference w:id=\"1\"/></w:r></w:p>")

  @Test("Parts are found by the lists of parts, notes come by kind and in the order of the talk, each once")
  func parts() {
    let entries = [
      ("_rels/.rels", relations([("officeDocument", "word/main.xml")])), ("word/main.xml", body),
      ("word/_rels/main.xml.rels", relations([("footnotes", "/word/voet.xml"), ("endnotes", "eind.xml")])),
      ("word/voet.xml", WordFixture.notes("footnote", [(1, "voet 1"), (2, "weg"), (3, "voet 3")])),
      ("word/eind.xml", WordFixture.notes("endnote", [(2, "eind")])),
    ]
    #expect(text(entries) == "een\nvoet 3\nvoet 1\neind\n")
  }

  @Test("Notes and styles that are damaged do not keep the talk away")
  func damaged() {
    let broken = Array("<w:x>".utf8)
    let names = ["word/footnotes.xml", "word/endnotes.xml", "word/styles.xml", "word/_rels/document.xml.rels"]
    #expect(text([("word/document.xml", body)] + names.map { ($0, broken) }) == "een\n")
  }

  @Test("What is no Word document is not read")
  func other() {
    #expect(
      text([("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])), ("xl/workbook.xml", body)]) == nil)
    #expect(text([("word/document.xml", Array("<w:p>".utf8))]) == nil)
  }
}
