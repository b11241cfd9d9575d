import Model
import Testing

@testable import Exchange

struct PrintedTableReadingTests {
  private func lines(_ text: String, base: Int? = nil) throws -> [String] {
    try PrintedTableReading(PrintedCells(text)).table(base: base, file: "t").rows.map { row in
      [
        row.part, row.label, row.count.map { "\($0)" } ?? "-", row.base.map { "\($0)" } ?? "-",
        row.percent?.text ?? "-",
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test(
    "Heads say which column is what, in Dutch and English",
    arguments: [
      "value,count,n,percent\nja,12,30,40\n", "Waarde;Aantal;n;Percentage\nja;12;30;40%\n",
      "antwoord;%;aantal;basis\nja;40%;12;30\n", "answer\tn\t% (n=30)\nja\t12\t40\n",
      "question,row,base,number,percent_as_printed\nq,ja,30,12,40\n", "answer;n (%)\nja;12 (40%) n=30\n",
      "answer;n (%)\nja;12 van 30 (40%)\n",
    ])
  func heads(text: String) throws {
    #expect(try lines(text) == ["ja 12 30 40%"])
  }

  @Test("n is what is said beside the table, or typed")
  func said() throws {
    let text = "Wie er meedeed (n = 1.888)\n\nHet team  1.884  100%\nDe raad   1.802  95%\n"
    #expect(try lines(text) == ["Het team 1884 1888 100%", "De raad 1802 1888 95%"])
    #expect(try lines(text, base: 2000) == ["Het team 1884 2000 100%", "De raad 1802 2000 95%"])
  }

  @Test("Several groups of columns are rows each, under the name that their heads share")
  func wide() throws {
    #expect(
      try lines("code,po_count,po_n,po_percent,vo_count,vo_n,vo_percent\nC,3,4,75,1,2,50\n") == [
        "po C 3 4 75%", "vo C 1 2 50%",
      ])
    #expect(
      try lines(";Aantal po;Aantal vo;% po (n=4);% vo (n=2)\nC;3;1;75;50\n") == ["po C 3 4 75%", "vo C 1 2 50%"])
    #expect(try lines("x;n;%;n;%\nC;3;75;1;50\n") == ["1 C 3 - 75%", "2 C 1 - 50%"])
  }

  @Test(
    "A column of percentages is one whatever its head, where there is one count for it",
    arguments: [
      "procent", "procenten", "proc.", "Procentueel", "relatief", "deel van de scholen", "in procenten", "",
    ])
  func percentHeads(head: String) throws {
    for text in ["rij;aantal;\(head)\na;10;40%\n", "rij;\(head);aantal scholen\na;40%;10\n"] {
      #expect(try lines(text, base: 30) == ["a 10 30 40%"])
    }
    #expect(
      try lines("rij;aantal;relatief;cumulatief\na;10;40%;70%\n") == ["1 a 10 - 40%", "cumulatief a - - 70%"])
  }

  @Test(
    "Heads in two rows are read together, however the cells over several columns were saved",
    arguments: [
      "Rij\tpo\tvo\n\taantal\t%\taantal\t%\na\t10\t20%\t5\t50%\n",
      "Rij\tpo\t\tvo\t\n\taantal\t%\taantal\t%\na\t10\t20%\t5\t50%\n",
      "Rij;po;;vo\n;aantal;%;aantal;%\na;10;20%;5;50%\n",
      "\tpo\tvo\nRij\taantal\t%\taantal\t%\na\t10\t20%\t5\t50%\n",
      "| Rij | po | | vo | |\n|---|---|---|---|---|\n| | n | % | n | % |\n| a | 10 | 20% | 5 | 50% |\n",
      "Rij;Aantal;;Percentage;\n;po;vo;po;vo\na;10;5;20%;50%\n",
      "Tabel 2;;;;\nRij;po;;vo;\n;aantal;%;aantal;%\na;10;20%;5;50%\n",
    ])
  func twoRows(text: String) throws {
    #expect(try lines(text) == ["po a 10 - 20%", "vo a 5 - 50%"])
  }

  @Test("Each of the upper heads may say of how many")
  func twoBases() throws {
    #expect(
      try lines("Rij\tpo (n=50)\tvo (n=10)\n\taantal\t%\taantal\t%\na\t10\t20%\t5\t50%\n") == [
        "po a 10 50 20%", "vo a 5 10 50%",
      ])
  }

  @Test(
    "A title right above says of how many, whatever parts the cells",
    arguments: [
      "Het team 1.884 100%\nDe raad 1.802 95%\n", "Het team;1.884;100%\nDe raad;1.802;95%\n",
      "Het team\t1.884\t100%\nDe raad\t1.802\t95%\n", "Het team   1.884  100%\nDe raad    1.802   95%\n",
      "Antwoord;Aantal;%\nHet team;1.884;100%\nDe raad;1.802;95%\n",
      "Antwoord   Aantal    %\nHet team   1.884  100%\nDe raad    1.802   95%\n",
      "| Antwoord | Aantal | % |\n|---|---|---|\n| Het team | 1.884 | 100% |\n| De raad | 1.802 | 95% |\n",
    ])
  func title(text: String) throws {
    for title in [
      "Tabel 2.1 Actoren (n=1.888)", "Tabel 2.1 Actoren (n = 1.888)", "Tabel 2.1: wie, wat; en waar (N=1888)",
      "Tabel 2.1\nActoren, alle scholen (n=1.888)", "Tabel 2.1 Actoren, n=1888",
    ] {
      let rows = ["Het team 1884 1888 100%", "De raad 1802 1888 95%"]
      #expect(try lines(title + "\n" + text) == rows, "\(title) above \(text)")
      #expect(try lines(text + title) == rows, "\(title) below \(text)")
    }
  }

  @Test("A column called table says of which a row is; the names are in the column with most words")
  func tables() throws {
    #expect(
      try lines("table,sector,row,count,n,percent\n2.1,po,team,3,4,75\n2.7a,po,council,1,2,50\n") == [
        "2.1 team 3 4 75%", "2.7a council 1 2 50%",
      ])
  }

  @Test("Where no head tells, columns are tried until rows follow")
  func tried() throws {
    #expect(
      try lines("ja;40;12;30\nnee;60;18;30\nweet niet;10;3;30\n") == [
        "ja 12 30 40%", "nee 18 30 60%", "weet niet 3 30 10%",
      ])
  }

  @Test("Copied from a page without heads, numbers and signs say what they are")
  func pasted() throws {
    #expect(try lines("Het team 1.884 100%\nDe raad 1.802 95%\n") == ["Het team 1884 - 100%", "De raad 1802 - 95%"])
    #expect(try lines("ja 30 12 40%\nnee 30 18 60%\n") == ["ja 12 30 40%", "nee 18 30 60%"])
  }

  @Test("Shares of one, as workbooks keep percentages, are times a hundred")
  func shares() throws {
    #expect(try lines("a,count,n,%\nja,12,30,0.4\nnee,17,30,0.567\n") == ["ja 12 30 40%", "nee 17 30 56.7%"])
    #expect(try lines("a,count,n,%\nja,2,500,0.4\n") == ["ja 2 500 0.4%"])
  }

  @Test("A table without percentages is refused, with what to do")
  func refused() {
    for text in ["", "alleen woorden\nen nog een regel\n", "a;b\nx;1\ny;2\n"] {
      #expect(throws: Problem.self) { try lines(text) }
    }
  }

  @Test("Whatever text comes in, it is read or refused")
  func nonsense() {
    for text in [
      "|||\n|--|\n", "%\n%\n", "n=\n", "1\n", "a,%\n\"", "1 %  2 %\n3 %  4 %", "|\n|-|\n|1|%|", "x;%\n;%\n1;1",
    ] {
      _ = try? lines(text)
    }
  }
}
