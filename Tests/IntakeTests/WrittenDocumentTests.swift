import Foundation
import Testing
import TestSupport

@testable import Intake

struct WrittenDocumentTests {
  private func reading(_ name: String) throws -> Reading {
    let file = RepositoryFiles.root.appending(path: "Tests/IntakeTests/Fixtures/\(name)")
    return TranscriptReaders.read(SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: file))))
  }

  @Test("A .docx of LibreOffice: bold and red names, a table in another order, a comment, no header")
  func docx() throws {
    #expect(
      shown(try reading("libreoffice.docx")) == """
        [Anna, Bram, Cas, Dirk, Eva, Finn]
        - ||Interview 3\\n|
        Anna |Anna |Goed zo.\\n|
        Bram |Bram |Ja, dat is één kant.\\n|
        Anna |Anna |En nu?\\n|
        Bram |Bram |Nee.\\n|
        Cas |Cas |Rood ben ik.\\n|
        Dirk |Dirk |Ook rood.\\n|
        Cas |Cas |Weer.\\n|
        Dirk |Dirk |Klaar.\\n|
        Eva 5.0 |00:00:05\\tEva\\t|Hallo daar.\\n|
        Finn 9.0 |00:00:09\\tFinn\\t|Dag.\\n\\n|
        - |Notes\\n|Let op deze.\\n|
        note libreoffice.docx: Put at the end, under 'Notes': 1 comment.
        note libreoffice.docx: Left out: 1 heading of a table.
        """)
  }

  @Test("A .odt of LibreOffice: footnotes, a deleted word between two marks, a table")
  func odt() throws {
    #expect(
      shown(try reading("libreoffice.odt")) == """
        [I=interviewer, Anna]
        I |I: |Hoe ging het?\\n|
        Anna |Anna: |Goed, één keer.\\nEn zo verder.\\n|
        I |I: |En nu? ja\\n|
        Anna |Anna: |Ook link.\\n|
        Anna 60.0 |00:01:00\\tAnna\\t|Hallo\\n|
        I 65.0 |00:01:05\\tI\\t|Dag\\n|
        - |Notes\\n|Eerste vraag.\\nEen noot van Anna: lang.\\n|
        note libreoffice.odt: Put at the end, under 'Notes': 2 footnotes.
        note libreoffice.odt: Left out: 1 heading of a table.
        """)
  }
}
