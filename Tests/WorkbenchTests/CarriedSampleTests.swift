import Foundation
import Model
import TestSupport
import Testing

@testable import Workbench

@Suite("The sample that the program carries")
struct CarriedSampleTests {
  @Test(
    "The program carries the files of the corpus and its codebook, byte for byte (after a change there: swift package clean)"
  )
  func carried() throws {
    let corpus = RepositoryFiles.path("Corpus/np-onderwijs")
    let listed = FileManager.default.enumerator(atPath: corpus)?.compactMap { $0 as? String } ?? []
    let files = listed.filter { $0.contains(".") }.sorted()
    let carried = Dictionary(uniqueKeysWithValues: CarriedSample.files.map { ($0.path, $0.bytes) })
    #expect(carried.keys.sorted() == (files + ["codebook.yaml"]).sorted())
    for file in files {
      #expect(carried[file] == FileManager.default.contents(atPath: corpus + "/" + file), "\(file)")
    }
    let codebook = RepositoryFiles.path("Codebooks/np-onderwijs.yaml")
    #expect(carried["codebook.yaml"] == FileManager.default.contents(atPath: codebook))
  }

  @Test("The study made of them has the content of the study made of the corpus")
  func same() throws {
    let folder = try TemporaryFolder()
    let made = try Workbench.sample(in: folder["sample"], clock: { "2026-01-02T03:04:05Z" })
    defer { made.close() }
    let other = try TestStudy.sample()
    #expect(try made.contentDigest() == other.workbench.contentDigest())
    #expect(made.path == folder["sample"] + "/np-onderwijs.draad")
    #expect(made.coder == nil)
  }

  @Test("A folder that is there is left as it is, with a word on the study in it")
  func there() throws {
    let folder = try TemporaryFolder()
    let sample = folder["sample"]
    try folder.write("mine", to: "sample/notes.txt")
    #expect(
      throws: Problem("'\(sample)' is there already.", hint: "Name another folder: draad demo FOLDER")
    ) { try Workbench.sample(in: sample) }
    try folder.write("mine", to: "sample/np-onderwijs.draad")
    #expect(
      throws: Problem(
        "'\(sample)' is there already.", hint: "Open the sample that is in it: draad \(sample)/np-onderwijs.draad")
    ) { try Workbench.sample(in: sample) }
    #expect(try folder.text(of: "sample/notes.txt") == "mine")
  }
}
