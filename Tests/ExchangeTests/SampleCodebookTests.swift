import Exchange
import Foundation
import Testing

@Suite struct SampleCodebookTests {
  @Test("The sample codebook reads without a problem, and reads back the same from what is written")
  func sample() throws {
    let file = "Codebooks/np-onderwijs.yaml"
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
    let read = CodebookFile.read(text, file: file)
    let codebook = try #require(read.codebook)
    #expect(read.problems.isEmpty)
    #expect(codebook.title == "NP Onderwijs")
    #expect(codebook.code("B3")?.parent == "B")
    #expect(CodebookFile.read(CodebookFile.write(codebook), file: file).codebook == codebook)
    #expect(CodebookSheet.read(CodebookSheet.write(codebook), file: file).codebook?.codes == codebook.codes)
  }
}
