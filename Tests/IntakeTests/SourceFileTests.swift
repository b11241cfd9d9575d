import Testing

@testable import Intake

struct SourceFileTests {
  @Test("A file is called after its name without folders and ending")
  func stem() {
    let file = SourceFile(name: "interviews/s01.team.DOCX", bytes: [])
    #expect(file.shortName == "s01.team.DOCX")
    #expect(file.stem == "s01.team")
    #expect(file.ending == "docx")
  }

  @Test("A name without an ending, or of an ending only, is kept whole", arguments: ["interview", ".hidden"])
  func noEnding(name: String) {
    let file = SourceFile(name: name, bytes: [])
    #expect(file.stem == name)
    #expect(file.ending == "")
  }
}
