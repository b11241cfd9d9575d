import Model
import Testing

@testable import Intake

struct MendedBodyTests {
  private func reading(_ text: String, ending: String = "txt", joins: Bool = false, fixes: Bool = false) -> Reading {
    var options = ReadingOptions()
    options.joinsLines = joins
    options.fixesScannedWords = fixes
    return TranscriptReaders.read(SourceFile(name: "x.\(ending)", bytes: Array(text.utf8)), options)
  }

  private let scanned =
    "---\ncase: brug\n---\nAnna: de zorgcoérdi-\nnator sprak\nover coérdinatie.\nBram: en 1eraren.\nAnna: Ja.\nBram: Nee.\n"

  @Test("Lines are joined before turns are found, so that positions are those of the text that is kept")
  func joins() {
    let reading = reading(
      "Anna: de leer-\nlingen\nwaren stil.\n\u{C}Bram: ja.\n- 2 -\nAnna: dag.\nBram: dag.\n", joins: true)
    #expect(
      shown(reading) == """
        [Anna, Bram]
        Anna |Anna: |de leerlingen waren stil.\\n|
        Bram |Bram: |ja.\\n|
        Anna |Anna: |dag.\\n|
        Bram |Bram: |dag.\\n|
        """)
    #expect(reading.repairs == [.joinedWord: 1, .joinedLine: 1, .pageNumber: 1])
  }

  @Test("The text keeps where its pages begin, also where words before them were put right")
  func pages() {
    let text =
      "Anna: de zorgcoérdi-\nnator sprak over\n\u{C}coérdinatie.\nBram: ja.\n\u{C}\u{C}Anna: Ja.\nBram: Nee.\n"
    for fixes in [false, true] {
      let transcripts = reading(text, joins: true, fixes: fixes).transcripts
      let begins = transcripts.map { transcript in
        transcript.pages.map { String(decoding: Array(transcript.text.utf8)[$0...].prefix(8), as: UTF8.self) }
      }
      #expect(begins == [["Anna: de", fixes ? "coördin" : "coérdin", "Anna: Ja", "Anna: Ja"]])
    }
    #expect(reading("Anna: Ja.\n", joins: true).transcripts.map(\.pages) == [[]])
  }

  @Test("Where nobody is named, a line is a paragraph once lines are joined")
  func paragraphs() {
    #expect(
      shown(reading("De klas\nwas stil.\nNiemand zei\niets.\n\nToen wel.", joins: true)) == """
        []
        - ||De klas was stil.\\n|
        - ||Niemand zei iets.\\n\\n|
        - ||Toen wel.|
        """)
  }

  @Test("Broken words are counted and the option named, where lines are not joined")
  func broken() {
    let text = (1...5).map { _ in "de leer-\nlingen" }.joined(separator: "\n")
    let reading = reading(text)
    #expect(
      reading.problems == [
        IntakeProblem(
          file: "x.txt", "5 words are broken by a hyphen at a line end; search finds only their halves.", .note,
          hint: "Imported with '--join-lines' they become whole.")
      ])
    #expect(reading.transcripts.map(\.text) == [text])
  }

  @Test("Words that look misread are told with the line of the file, and stay")
  func told() {
    let reading = reading(scanned)
    #expect(
      reading.problems == [
        IntakeProblem(
          file: "x.txt",
          "2 words look misread by a scanner: 'coérdinatie' (line 6): 'coördinatie'? '1eraren' (line 7): 'leraren'?",
          .warning, hint: "'--fix-ocr' puts right what is sure; mend the rest in the file before it is imported.")
      ])
    #expect(reading.repairs == [:])
  }

  @Test("What is sure is put right when asked, what is not is told with its line in the file")
  func fixed() {
    let reading = reading(scanned, joins: true, fixes: true)
    #expect(
      shown(reading) == """
        [Anna, Bram]
        Anna |Anna: |de zorgcoördinator sprak over coördinatie.\\n|
        Bram |Bram: |en 1eraren.\\n|
        Anna |Anna: |Ja.\\n|
        Bram |Bram: |Nee.\\n|
        note x.txt: 1 word looks misread by a scanner: '1eraren' (line 7): 'leraren'?
        """)
    #expect(reading.repairs == [.joinedWord: 1, .joinedLine: 1, .scannedWord: 2])
  }

  @Test("A text of page numbers alone is left as it is")
  func numbersOnly() { #expect(reading("- 1 -\n- 2 -\n", joins: true).transcripts.map(\.text) == ["- 1 -\n- 2 -\n"]) }
}
