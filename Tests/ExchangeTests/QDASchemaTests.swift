import CLibXML2
import Foundation
import Model
import Packages
import TestSupport
import Testing

@testable import Exchange

@Suite struct QDASchemaTests {
  @Test("Projects are valid by the schema of the standard")
  func project() throws {
    var bare = WholeStudy(name: "leeg")
    #expect(try faults(in: QDAProject.write(bare).bytes) == [])
    bare.codes = [StudyCode(Code(key: "a", name: ""))]
    bare.cases = [StudyCase("zonder alles")]
    bare.coders = [StudyCoder("")]
    #expect(try faults(in: QDAProject.write(bare).bytes) == [])
    #expect(try faults(in: QDAProject.write(SampleWholeStudy.study(), utf16: true).bytes) == [])
  }

  @Test("Random codebooks are valid by the schema, in a project and by themselves")
  func random() throws {
    for seed in 0..<40 as Range<UInt64> {
      var random = RandomCodebook(seed: seed)
      var study = WholeStudy(name: "x")
      let codebook = random.codebook()
      study.codes = codebook.codes.map { StudyCode($0) }
      study.title = codebook.title
      #expect(try faults(in: QDAProject.write(study).bytes) == [])
      guard !study.codes.isEmpty else { continue }
      let written = try QDACodebook.write(study.codes).bytes
      #expect(Self.faults(in: written, schema: "Codebook-mrt2019.xsd") == [])
    }
  }

  private func faults(in package: [UInt8]) throws -> [String] {
    let archive = try #require(PackedArchive(package, limits: .init()))
    return Self.faults(in: try archive.unpack(0).get(), schema: "Project-mrt2019.xsd")
  }

  /// What libxml2 says against a document.
  static func faults(in xml: [UInt8], schema: String) -> [String] {
    let path = RepositoryFiles.path("Tests/ExchangeTests/Schemas/" + schema)
    guard let parser = xmlSchemaNewParserCtxt(path) else { return ["no schema"] }
    defer { xmlSchemaFreeParserCtxt(parser) }
    guard let schema = xmlSchemaParse(parser) else { return ["no schema"] }
    defer { xmlSchemaFree(schema) }
    guard let checker = xmlSchemaNewValidCtxt(schema) else { return ["no checker"] }
    defer { xmlSchemaFreeValidCtxt(checker) }
    final class Heard { var words: [String] = [] }
    let heard = Heard()
    xmlSchemaSetValidStructuredErrors(
      checker,
      { context, error in
        guard let context, let message = error?.pointee.message else { return }
        Unmanaged<Heard>.fromOpaque(context).takeUnretainedValue().words.append(String(cString: message))
      }, Unmanaged.passUnretained(heard).toOpaque())
    let document = xml.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { xmlReadMemory($0.baseAddress, Int32($0.count), nil, nil, 0) }
    }
    guard let document else { return ["no XML"] }
    defer { xmlFreeDoc(document) }
    let code = xmlSchemaValidateDoc(checker, document)
    return code == 0 ? [] : heard.words + ["\(code)"]
  }
}
