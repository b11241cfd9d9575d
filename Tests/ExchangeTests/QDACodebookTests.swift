import Model
import Testing

@testable import Exchange

@Suite struct QDACodebookTests {
  @Test("A codebook comes back as it went")
  func roundTrip() throws {
    let codes = SampleWholeStudy.study().codes
    let written = try QDACodebook.write(codes)
    #expect(written.report.isLossless)
    let read = try QDACodebook.read(written.bytes, file: "x.qdc")
    #expect(read.codes == codes)
    #expect(read.hasKeys)
    #expect(read.report == TransferReport())
  }

  @Test("Random codebooks come back, but for characters that XML cannot hold")
  func random() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = RandomCodebook(seed: seed)
      let codes = random.codebook().codes
      // A phrase is a line of its own, in a study too.
      guard !codes.isEmpty, !codes.contains(where: { $0.phrases.joined().utf8.contains(0x0A) }) else { continue }
      let written = try QDACodebook.write(codes.map { StudyCode($0) })
      guard written.report.isLossless else { continue }
      let read = try QDACodebook.read(written.bytes, file: "x.qdc").codes.map(\.code)
      let clean = codes.map { code in
        var code = code
        code.name = code.name.nameContent ?? "code"
        return code
      }
      #expect(read == clean, "seed \(seed)")
    }
  }

  @Test(
    "Codebooks of other programs are read in any version of the format",
    arguments: [
      "urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:0:4", "urn:QDA-XML:codebook:1:0", "",
    ])
  func versions(namespace: String) throws {
    let xml = """
      <CodeBook xmlns="\(namespace)" origin="ATLAS.ti"><Codes>
        <Code guid="{\(GUID(of: "a").text.lowercased())}" name="Tijd" isCodable="true"><Description>Wat.\nUse: x</Description>
          <Code guid="\(GUID(of: "b").text)" name="Tijd" isCodable="true"/></Code></Codes>
        <Sets><Set guid="\(GUID(of: "s").text)" name="groep"><MemberCode guid="\(GUID(of: "b").text)"/></Set></Sets></CodeBook>
      """
    let read = try QDACodebook.read(Array(xml.utf8), file: "x.qdc")
    #expect(
      read.codes == [
        StudyCode(Code(key: "tijd", name: "Tijd", definition: "Wat.\nUse: x"), guid: GUID(of: "a")),
        StudyCode(Code(key: "tijd-2", name: "Tijd", parent: "tijd"), guid: GUID(of: "b")),
      ])
    #expect(!read.hasKeys)
    #expect(read.report.losses.map(\.sentence) == ["1 set of codes: 'groep'"])
  }

  @Test("A file without codes is refused, and no codes are not written")
  func empty() {
    #expect(throws: Problem.self) { try QDACodebook.read(Array("<CodeBook><Codes/></CodeBook>".utf8), file: "x.qdc") }
    #expect(throws: Problem.self) { try QDACodebook.read(Array("key,name\n".utf8), file: "x.qdc") }
    #expect(throws: Problem.self) { try QDACodebook.write([]) }
  }
}
