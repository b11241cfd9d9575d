import Model
import Testing

@testable import Exchange

@Suite struct SegmentSheetTests {
  @Test("Segments are read by the heads that each program writes")
  func reads() {
    let sheet = """
      Color,Comment,Document group,Document name,Code,Beginning,End,Weight score,Segment,Author
      ,Waarom,Noord,s01,Werk > Druk,12,12,0,"Het is ""druk"".",MILA
      ,,Noord,s01,Tijd\\Uren,3,4,0,drie uur,
      ,,Noord,,Tijd,3,4,0,drie uur,

      """
    let read = SegmentSheet.read(DelimitedText(sheet).records, file: "x.csv")
    #expect(
      read.rows == [
        .init(
          line: 2, document: "s01", codes: [["Werk", "Druk"]], words: "Het is \"druk\".", coder: "MILA", memo: "Waarom"),
        .init(line: 3, document: "s01", codes: [["Tijd", "Uren"]], words: "drie uur", coder: nil, memo: nil),
      ])
    #expect(
      read.problems == [Problem("The row has no document, no words or no code.", file: "x.csv", line: 4)])
    let atlas = SegmentSheet.read(
      DelimitedText("ID\tDocument\tQuotation Content\tCodes\n1:1\ts01\tJa\t\"Druk\nTijd\"\n").records, file: "x.tsv")
    #expect(atlas.rows.map(\.codes) == [[["Druk"], ["Tijd"]]])
    #expect(
      SegmentSheet.read(DelimitedText("id,document,tag,content\n1,s01,a.b,Ja\n").records, file: "x").rows.map(\.words)
        == ["Ja"])
  }

  @Test(
    "The heads of MAXQDA in German and of ATLAS.ti are known, with who coded",
    arguments: [
      "Farbe;Kommentar;Dokumentgruppe;Dokumentname;Code;Anfang;Ende;Gewicht;Segment;Bearbeitet von;Bearbeitet am;"
        + "Erstellt von;Erstellt am;Fläche;Abdeckungsgrad %\n;Let op;Noord;s01;Werk > Druk;1;2;0;Ja;Bram;x;Anna;x;2;0,2\n",
      "Dokumentname;Kommentar;Code;Segment;Autor;Erstellt am\ns01;Let op;Werk > Druk;Ja;Anna;x\n",
      "Document name,Comment,Code,Beginning,End,Weight score,Segment,Modified by,Modified on\n"
        + "s01,Let op,Werk > Druk,1,2,0,Ja,Anna,x\n",
      "ID,Quotation Name,Document,Document Groups,Quotation Content,Comment,Codes,Reference,Density,Created by,Modified by\n"
        + "1:1,Ja,s01,Noord,Ja,Let op,Werk > Druk,1,0,Anna,Bram\n",
    ])
  func realHeads(sheet: String) {
    let read = SegmentSheet.read(DelimitedText(sheet).records, file: "x.csv")
    #expect(
      read.rows == [
        .init(line: 2, document: "s01", codes: [["Werk", "Druk"]], words: "Ja", coder: "Anna", memo: "Let op")
      ])
    #expect(read.problems == [])
  }

  @Test("Sheets of ours, and others, are not taken for such ones")
  func heads() {
    #expect(!SegmentSheet.recognises(["transcript", "start", "end", "code", "coder"]))
    #expect(!SegmentSheet.recognises(["transcript", "segment", "code", "coder", "document"]))
    #expect(!SegmentSheet.recognises(["document", "code"]))
    #expect(SegmentSheet.read([], file: "x").rows.isEmpty)
  }
}
