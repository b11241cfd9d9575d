import Model
import Testing
import TestSupport

@testable import Intake

struct TurnFinderTests {
  @Test("A turn goes on until the next label, with the blank lines behind it")
  func turns() {
    let text = "Vooraf.\n\nI: Hoe ging het?\nAnna: Goed.\n\nEn druk.\n\n\nI: Waarom?\nAnna: Ziekte."
    #expect(
      shown(text) == """
        [I=interviewer, Anna]
        - ||Vooraf.\\n\\n|
        I |I: |Hoe ging het?\\n|
        Anna |Anna: |Goed.\\n\\nEn druk.\\n\\n\\n|
        I |I: |Waarom?\\n|
        Anna |Anna: |Ziekte.|
        """)
  }

  @Test("Blank lines before the first label belong to its turn")
  func leadingBlanks() {
    #expect(shown("\n \nAnna: Een.\nAnna: Twee.\n") == "[Anna]\nAnna |\\n \\nAnna: |Een.\\n|\nAnna |Anna: |Twee.\\n|")
  }

  @Test("Notes, links and times of day are no speakers")
  func noSpeakers() {
    let text = """
      Anna: Kijk op
      https://voorbeeld.nl
      Note: eerst dit
      Note: dan dat
      Bijvoorbeeld: zo
      Bijvoorbeeld: of zo
      10:30 Meeting: begin
      10:30 Meeting: einde
      [lacht] Ja
      [lacht] Nee
      Anna: Klaar.
      """
    let reading = read(text)
    #expect(reading.transcripts.map(\.speakers) == [[Speaker(name: "Anna")]])
    #expect(reading.transcripts.first?.turns.count == 2)
  }

  @Test("A label alone on a line has its words below")
  func labelAlone() {
    let text = "Interviewer\nWat ziet u?\n\nAnna:\nVeel.\n\nInterviewer\nEn nu?\n\nAnna:\nNiets.\n"
    #expect(
      shown(text) == """
        [Interviewer=interviewer, Anna]
        Interviewer |Interviewer\\n|Wat ziet u?\\n\\n|
        Anna |Anna:\\n|Veel.\\n\\n|
        Interviewer |Interviewer\\n|En nu?\\n\\n|
        Anna |Anna:\\n|Niets.\\n|
        """)
  }

  @Test("A name with a time above the words, as Teams and Zoom write it")
  func nameAndTime() {
    let text =
      "Jansen, Piet   0:05\nGoedemorgen.\n\n[Eva] 00:00:09\nDag.\n\nJansen, Piet   0:15\nTot ziens.\n\n[Eva] 00:00:19\nDag."
    #expect(
      shown(text) == """
        [Jansen, Piet, Eva]
        Jansen, Piet 5.0 |Jansen, Piet   0:05\\n|Goedemorgen.\\n\\n|
        Eva 9.0 |[Eva] 00:00:09\\n|Dag.\\n\\n|
        Jansen, Piet 15.0 |Jansen, Piet   0:15\\n|Tot ziens.\\n\\n|
        Eva 19.0 |[Eva] 00:00:19\\n|Dag.|
        """)
  }

  @Test("Teams in Word: a surname first, with a particle or a tab, or a line with both times above the name")
  func teams() {
    let names = "de Vries, Eva   0:05\nDag.\n\nvan den Berg, Jan\t0:09\nHoi.\n\n"
    #expect(
      shown(names + names) == """
        [de Vries, Eva, van den Berg, Jan]
        de Vries, Eva 5.0 |de Vries, Eva   0:05\\n|Dag.\\n\\n|
        van den Berg, Jan 9.0 |van den Berg, Jan\\t0:09\\n|Hoi.\\n\\n|
        de Vries, Eva 5.0 |de Vries, Eva   0:05\\n|Dag.\\n\\n|
        van den Berg, Jan 9.0 |van den Berg, Jan\\t0:09\\n|Hoi.\\n\\n|
        """)
    let old = "0:0:1.0 --> 0:0:3.580\nPiet Jansen\nDag.\n0:0:4.0 --> 0:0:5.580\nEva\nHoi.\n"
    #expect(
      shown(old + old) == """
        [Piet Jansen, Eva]
        Piet Jansen 1.0 |0:0:1.0 --> 0:0:3.580\\nPiet Jansen\\n|Dag.\\n|
        Eva 4.0 |0:0:4.0 --> 0:0:5.580\\nEva\\n|Hoi.\\n|
        Piet Jansen 1.0 |0:0:1.0 --> 0:0:3.580\\nPiet Jansen\\n|Dag.\\n|
        Eva 4.0 |0:0:4.0 --> 0:0:5.580\\nEva\\n|Hoi.\\n|
        """)
  }

  @Test("Transana's times, in milliseconds")
  func transana() {
    let text = "¤<1500>Anna: Een\nBram: ¤<2500> Twee\n¤<3500>\nAnna: Drie\nBram: Vier\n"
    #expect(
      shown(text) == """
        [Anna, Bram]
        Anna 1.5 |¤<1500>Anna: |Een\\n|
        Bram 2.5 |Bram: ¤<2500> |Twee\\n|
        Anna 3.5 |¤<3500>\\nAnna: |Drie\\n|
        Bram |Bram: |Vier\\n|
        """)
    #expect(shown("¤<1500> Een\n\n¤<2500> Twee\n") == "[]\n- 1.5 |¤<1500> |Een\\n\\n|\n- 2.5 |¤<2500> |Twee\\n|")
  }

  @Test(
    "The same talk comes out the same with the times of each program",
    arguments: [
      "00:00:05.5Anna: Een\n\n00:01:07.5Bram: Twee\n\n00:01:09.5Anna: Drie\n\n00:01:12.5Bram: Vier\n",
      "[00:00:05.5] Anna: Een\n\n[00:01:07.5] Bram: Twee\n\n[00:01:09.5] Anna: Drie\n\n[00:01:12.5] Bram: Vier\n",
      "¤<5500> Anna: Een\n\n¤<67500> Bram: Twee\n\n¤<69500> Anna: Drie\n\n¤<72500> Bram: Vier\n",
      "0:05.5\tAnna\tEen\n1:07.5\tBram\tTwee\n1:09.5\tAnna\tDrie\n1:12.5\tBram\tVier\n",
      "0:05.5 - 1:07.5\tAnna\tEen\n1:07.5 - 1:09.5\tBram\tTwee\n1:09.5 - 1:12.5\tAnna\tDrie\n1:12.5 - 1:20.0\tBram\tVier\n",
      "Vooraf. #00:00:05-5#\nAnna: Een #00:01:07-5#\n\nBram: Twee #00:01:09-5#\n\nAnna: Drie #00:01:12-5#\n\nBram: Vier\n",
    ])
  func programs(text: String) {
    let transcript = read(text).transcripts.first
    let turns = transcript?.turns.filter { $0.speaker != nil } ?? []
    #expect(transcript?.speakers.map(\.name) == ["Anna", "Bram"])
    #expect(turns.map(\.speaker) == [0, 1, 0, 1])
    #expect(turns.map(\.time) == [5.5, 67.5, 69.5, 72.5])
    let bytes = Array(text.utf8)
    let words = turns.map { bytes.string($0.wordsStart..<$0.span.end).split { $0 == " " || $0 == "\n" }.first ?? "" }
    #expect(words == ["Een", "Twee", "Drie", "Vier"])
  }

  @Test("Times above paragraphs of nobody named begin them")
  func timesAbove() {
    #expect(
      shown("00:00:01.000 --> 00:00:04.000\nEen\n\n0:0:5.0 --> 0:0:7.0\nTwee\n") == """
        []
        - 1.0 |00:00:01.000 --> 00:00:04.000\\n|Een\\n\\n|
        - 5.0 |0:0:5.0 --> 0:0:7.0\\n|Twee\\n|
        """)
  }

  @Test("A time alone on a line begins the turn below it")
  func timeAbove() {
    #expect(
      shown("[00:00:05]\nAnna: Een.\n\n[00:00:09]\nAnna: Twee.\n") == """
        [Anna]
        Anna 5.0 |[00:00:05]\\nAnna: |Een.\\n\\n|
        Anna 9.0 |[00:00:09]\\nAnna: |Twee.\\n|
        """)
  }

  @Test("An f4 stamp at the end of a paragraph is where the next turn begins")
  func f4() {
    let text = "I: Wat? #00:00:10-5#\n\nB: Veel. #00:00:20-1#\nEn meer. #00:00:30-1#\n\nI: Ja.\n\nB: Nee.\n"
    #expect(
      shown(text) == """
        [I=interviewer, B=respondent]
        I |I: |Wat? #00:00:10-5#\\n\\n|
        B 10.5 |B: |Veel. #00:00:20-1#\\nEn meer. #00:00:30-1#\\n\\n|
        I 30.1 |I: |Ja.\\n\\n|
        B |B: |Nee.\\n|
        """)
  }

  @Test("Lines with columns for time, speaker and words")
  func columns() {
    #expect(
      shown("Tijd\tWie\tTekst\n00:01\tAnna\tHallo\n00:05\tBram (ouder)\tDag\n00:09\tAnna\tJa\n00:12\tBram\tNee\n")
        == """
        [Anna, Bram=ouder]
        - ||Tijd\\tWie\\tTekst\\n|
        Anna 1.0 |00:01\\tAnna\\t|Hallo\\n|
        Bram 5.0 |00:05\\tBram (ouder)\\t|Dag\\n|
        Anna 9.0 |00:09\\tAnna\\t|Ja\\n|
        Bram 12.0 |00:12\\tBram\\t|Nee\\n|
        """)
  }

  @Test("Bold names of Markdown, joint labels and an unknown speaker")
  func joint() {
    #expect(
      shown(
        "**Anna:** Een.\n**Bram:** Twee.\nAnna & Bram: Ja!\n?: Wie?\n**Anna:** Drie.\n**Bram:** Vier.\n", ending: "md")
          == """
          [Anna, Bram, Anna & Bram, ?]
          Anna |**Anna:** |Een.\\n|
          Bram |**Bram:** |Twee.\\n|
          Anna & Bram |Anna & Bram: |Ja!\\n|
          ? |?: |Wie?\\n|
          Anna |**Anna:** |Drie.\\n|
          Bram |**Bram:** |Vier.\\n|
          """)
  }

  @Test("A speaker named by the user is one, even once and in lower case")
  func hints() {
    let text = "de juf: Goed zo.\nEn verder: niets.\n"
    let juf = Speaker(name: "De juf", role: "leerkracht")
    #expect(
      shown(text, speakers: [juf, Speaker(name: "Bram")])
        == "[De juf=leerkracht]\nDe juf |de juf: |Goed zo.\\nEn verder: niets.\\n|")
  }

  @Test("A report with broken lines has no speakers")
  func report() {
    let text = """
      De scholen in dit onderzoek kozen elk een eigen weg. Wat opviel bij de bespre-
      kingen: niemand had veel tijd. Een van de schoolleiders zei daarover het volgende:

      ‘Wij hebben gedaan wat kon: klassen kleiner gemaakt en een assistent gezocht.
      Meer zat er niet in.’

      Kortom: de keuze hing af van wie er was. Daarbij speelde een rol dat
      namelijk: de kosten hoog waren.
      """
    let transcript = read(text).transcripts.first
    #expect(transcript?.text == text)
    #expect(transcript?.speakers == [])
    #expect(transcript?.turns.count == 3)
  }

  @Test("Whatever the lines, turns cover the text and keep its characters whole")
  func property() {
    var generator = SeededGenerator(seed: 13)
    let pieces = [
      "Anna: ", "Bram: ", "I: ", "[00:00:05] ", "\n", "\n\n", "woorden", " ", "\t", "é", "😀", "#00:01:02-3#", "**",
      "Anna", "?:", "[",
      "]", "(ouder)", ":", "Interviewer\n", "\u{A0}", "0:05", "—",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<20, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let bytes = Array(text.utf8)
      for unlabelled in [TurnFinder.Unlabelled.blocks, .lines] {
        let found = TurnFinder(bytes, boldNames: [0: "Anna", 1: "Anna", 2: "Bram"], unlabelled: unlabelled)
        let transcript = Transcript(name: "x", format: "txt", text: text, turns: found.turns, speakers: found.speakers)
        #expect(flaws(of: transcript) == [], "\(text.debugDescription)")
      }
    }
  }
}
