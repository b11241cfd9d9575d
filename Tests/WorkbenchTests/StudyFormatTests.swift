import Exchange
import Model
import TestSupport
import Testing

@testable import Workbench

@Suite struct StudyFormatTests {
  @Test("A whole study is known by its ending, or by the file that each program puts in its folder")
  func known() throws {
    let folder = try TemporaryFolder()
    try folder.write("form: 1\n", to: "plain/\(PlainStudy.marker)")
    try folder.write("x", to: "p.qda/\(QualCoderStudy.database)")
    try folder.write("qc_version: 1.0.0\n", to: "qc/\(QCStudy.settings)")
    try folder.write("name: x\n", to: "other/settings.yaml")
    #expect(
      ["a.qdpx", "A.QDPX", "b.rqda", "c.sqlite3", "plain", "plain/", "p.qda", "qc", "other", "d.txt", ""].map {
        StudyFormat(folder[$0])
      } == [
        .project, .project, .rqda, .taguette, .plain, .plain, .qualCoder, .qc, nil, nil, nil,
      ])
  }

  @Test("What is not there, or is not what its name says, is refused with a reason")
  func refused() throws {
    let folder = try TemporaryFolder()
    for name in ["a.qdpx", "b.rqda", "c.sqlite3"] {
      let path = folder[name]
      let format = try #require(StudyFormat(path))
      #expect(throws: Problem.self) { try format.read(path, form: nil, coder: "me") }
      try folder.write("no project of any program", to: name)
      #expect(throws: Problem.self) { try format.read(path, form: nil, coder: "me") }
    }
    try folder.write("no database", to: "p.qda/\(QualCoderStudy.database)")
    #expect(throws: Problem.self) { try StudyFormat.qualCoder.read(folder["p.qda"], form: nil, coder: "me") }
    try folder.write("form: 1\n", to: "plain/\(PlainStudy.marker)")
    #expect(throws: Problem.self) { try StudyFormat.plain.read(folder["plain"], form: nil, coder: "me") }
  }
}
